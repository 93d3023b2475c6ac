import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, parseRational, type Rational, rationals } from '#arithmetic/rational.ts';
import { formatRounded, type Rounded, roundToDigits } from '#evaluation/decimal.ts';

const digitCounts = fc.integer({ min: 1, max: 30 });
const values: fc.Arbitrary<Rational> = fc.oneof(
  fc
    .tuple(
      fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
      fc.constantFrom(1n, 2n, 3n, 7n, 10n ** 9n, 2n ** 200n),
    )
    .map(([num, den]) => fraction(num, den)),
  // Next to a power of ten and to halves, where rounding carries and ties.
  fc
    .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -3, max: 3 }), fc.boolean())
    .map(([exponent, off, half]) => {
      const power =
        exponent >= 0 ? fraction(10n ** BigInt(exponent)) : fraction(1n, 10n ** BigInt(-exponent));
      const unit = half ? fraction(BigInt(off), 2n * 10n ** 12n) : fraction(BigInt(off), 10n ** 12n);
      return rationals.mul(power, rationals.add(fraction(1n), unit));
    }),
);

function fractionOf({ negative, mantissa, exponent, digits }: Rounded): Rational {
  const shift = exponent - digits + 1;
  const size =
    shift >= 0 ? fraction(mantissa * 10n ** BigInt(shift)) : fraction(mantissa, 10n ** BigInt(-shift));
  return negative ? rationals.neg(size) : size;
}

test('rounding keeps all digits asked for and is at most half a unit of the last one away, ties going to even', () => {
  fc.assert(
    fc.property(values, digitCounts, (r, digits) => {
      const rounded = roundToDigits(r, digits);
      if (r.num === 0n) {
        expect(rounded).toMatchObject({ mantissa: 0n, exact: true });
        return;
      }
      expect(rounded.mantissa.toString()).toHaveLength(digits);
      expect(rounded.negative).toBe(r.num < 0n);
      const error = rationals.sub(r, fractionOf(rounded));
      const shift = rounded.exponent - digits + 1;
      const twice = rationals.mul(fraction(2n), error.num < 0n ? rationals.neg(error) : error);
      const unit = shift >= 0 ? fraction(10n ** BigInt(shift)) : fraction(1n, 10n ** BigInt(-shift));
      const order = rationals.compare(twice, unit);
      expect(order).not.toBe('greater');
      if (order === 'equal') expect(rounded.mantissa % 2n).toBe(0n);
      expect(rounded.exact).toBe(error.num === 0n);
    }),
    { numRuns: 500 },
  );
});

test('the text of a rounded number denotes it', () => {
  fc.assert(
    fc.property(values, digitCounts, (r, digits) => {
      const rounded = roundToDigits(r, digits);
      expect(parseRational(formatRounded(rounded))).toEqual(fractionOf(rounded));
    }),
  );
});

test('an exact number ends without zeros, and a rounded one has every digit', () => {
  const shown = (text: string, digits: number): string =>
    formatRounded(roundToDigits(parseRational(text), digits));
  expect(shown('0', 5)).toBe('0');
  expect(shown('1/4', 5)).toBe('0.25');
  expect(shown('-1200', 5)).toBe('-1200');
  expect(shown('1/3', 5)).toBe('0.33333');
  expect(shown('2/3', 5)).toBe('0.66667');
  expect(shown('1.00001', 4)).toBe('1.000');
  expect(shown('99999/100000', 4)).toBe('1.000');
  expect(shown('-99.996', 4)).toBe('-100.0');
  expect(shown('2.5', 1)).toBe('2');
  expect(shown('3.5', 1)).toBe('4');
  expect(shown('1000000', 3)).toBe('1e+6');
  expect(shown('1234567', 3)).toBe('1.23e+6');
  expect(shown('0.00000012', 3)).toBe('0.00000012');
  expect(shown('0.000000012', 3)).toBe('1.2e-8');
  expect(shown('0.000000001', 3)).toBe('1e-9');
  expect(shown('123456', 6)).toBe('123456');
});
