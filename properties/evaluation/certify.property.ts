import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { fraction, parseRational, rationals } from '#arithmetic/rational.ts';
import { certifier } from '#evaluation/certify.ts';
import { type ExponentialQuotient, exponentialQuotients as exact } from '#evaluation/exponential-quotient.ts';

const e = (x: number): ExponentialQuotient => exact.exp(exact.of(x));
const product = (...factors: readonly ExponentialQuotient[]): ExponentialQuotient =>
  factors.reduce(exact.mul);
/** (e^x - 1)^n, multiplied out. */
const difference = (x: number, n: number): ExponentialQuotient => {
  const coefficients = Array.from({ length: n }).reduce<number[]>(
    (row) => [0, ...row].map((c, k) => c - (row[k] ?? 0)),
    [1],
  );
  return coefficients.map((c, k) => exact.mul(exact.of(c), e(k * x))).reduce(exact.add);
};

test('every decimal is within half a unit of its last digit of an independent enclosure', () => {
  const a = enclosures(80);
  const numbers = fc.integer({ min: -2000, max: 2000 }).map((n) => n / 64);
  fc.assert(
    fc.property(numbers, numbers, numbers, fc.integer({ min: 1, max: 60 }), (x, y, c, digits) => {
      fc.pre(c !== 0 && x !== 0);
      const value = exact.div(exact.mul(exact.of(c), e(x)), exact.add(e(y), exact.of(3)));
      const text = certifier(digits)(value);
      const enclosed = a.div(a.mul(a.of(c), a.exp(a.of(x))), a.add(a.exp(a.of(y)), a.of(3)));
      const [mantissa, exponent = '0'] = text.split('e');
      const [, places = ''] = mantissa!.split('.');
      const unit = parseRational(`1e${Number(exponent) - places.length}`);
      const half = a.fromRational(rationals.mul(unit, fraction(1n, 2n)));
      const printed = a.fromRational(parseRational(text));
      expect(a.compare(enclosed, a.sub(printed, half))).not.toBe('less');
      expect(a.compare(enclosed, a.add(printed, half))).not.toBe('greater');
      expect(mantissa!.replace(/^-?0?\.?0*|\./g, '')).toHaveLength(digits);
    }),
    { numRuns: 60 },
  );
});

test('rational values are exact, ties going to even, and without zeros at the end', () => {
  const certify = certifier(1);
  expect(certify(exact.of(2.5))).toBe('2');
  expect(certify(exact.of(3.5))).toBe('4');
  expect(certify(exact.sub(e(3), e(3)))).toBe('0');
  expect(certifier(9)(exact.of(-2.5))).toBe('-2.5');
  expect(certifier(9)(exact.div(product(exact.of(3), e(2)), product(exact.of(8), e(2))))).toBe('0.375');
});

test('a value next to a tie is told from it, whatever the bits it takes', () => {
  const certify = certifier(1);
  for (const near of [2 ** -50, 2 ** -300, 2 ** -1074]) {
    expect(certify(product(exact.of(2.5), e(near)))).toBe('3');
    expect(certify(product(exact.of(2.5), e(-near)))).toBe('2');
    expect(certify(product(exact.of(-3.5), e(near)))).toBe('-4');
    expect(certify(product(exact.of(-3.5), e(-near)))).toBe('-3');
  }
});

test('a value that rounds to a power of ten is certified from both sides', () => {
  expect(certifier(5)(e(2 ** -400))).toBe('1.0000');
  expect(certifier(5)(e(-(2 ** -400)))).toBe('1.0000');
  expect(certifier(5)(product(exact.of(10), e(-(2 ** -400))))).toBe('10.000');
});

test('differences that cancel are certified, their zero recognised', () => {
  expect(certifier(20)(exact.sub(e(2 ** -1000), exact.of(1)))).toBe('9.3326361850321887899e-302');
  // x^4 for x = 2^-1000, which takes more than 4000 bits.
  expect(certifier(20)(difference(2 ** -1000, 4))).toBe('7.5860787034673785722e-1205');
  expect(certifier(20)(exact.sub(product(e(0.5), e(0.5)), e(1)))).toBe('0');
});

test('exponents of any size a decimal can be written for are certified', () => {
  expect(certifier(15)(e(-1e12))).toBe('5.59979784230381e-434294481904');
  expect(() => certifier(15)(e(-1e13))).toThrow(/^must lie between/);
});

test('what is not settled with all the bits is refused in words', () => {
  expect(() => certifier(10)(difference(2 ** -1074, 8))).toThrow(
    /^must be settled to 10 digits by 8192 bits, got an enclosure of width 2\^-8\d\d\d$/,
  );
  expect(() => certifier(10)(exact.div(exact.of(1), difference(2 ** -1074, 8)))).toThrow(
    'must be settled to 10 digits by 8192 bits, got an enclosure of a quotient by what may be 0',
  );
});

test('digits are an integer from 1 to 1000', () => {
  for (const digits of [0, -1, 1001, 2.5, Number.NaN]) {
    expect(() => certifier(digits)).toThrow(
      new RangeError(`digits: must be an integer from 1 to 1000, got ${digits}`),
    );
  }
  expect(certifier(1000)(e(1))).toHaveLength(1001);
});
