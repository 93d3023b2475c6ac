import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balls } from '#arithmetic/ball.ts';
import { encloser } from '#evaluation/enclose.ts';
import {
  type CollectedSum,
  collected,
  type ExponentialQuotient,
  exponentialQuotients as exact,
} from '#evaluation/exponential-quotient.ts';

const numbers = fc.integer({ min: -400, max: 400 }).map((n) => n / 8);
const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), numbers), { minLength: 1, maxLength: 5 });

const e = (x: number): ExponentialQuotient => exact.exp(exact.of(x));
const sumOf = (terms: readonly (readonly [number, number])[]): CollectedSum =>
  collected(terms.map(([c, x]) => exact.mul(exact.of(c), e(x))).reduce(exact.add).num);

test('a quotient of sums is enclosed as the formula written out is', () => {
  const a = balls(300);
  const direct = (terms: readonly (readonly [number, number])[]) =>
    terms.map(([c, x]) => a.mul(a.of(c), a.exp(a.of(x)))).reduce(a.add);
  const { enclose } = encloser(200);
  fc.assert(
    fc.property(parts, parts, (num, den) => {
      const ball = enclose(sumOf(num), sumOf(den))!;
      expect(a.compare(ball, a.div(direct(num), direct(den)))).toBe('overlap');
      // Positive terms lose next to nothing: the radius stays below 2^-180 of the value.
      expect(ball.rad << 180n < ball.mid).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('terms too small for any precision are enclosed, however large the exponents', () => {
  const { arithmetic: a, enclose } = encloser(100);
  const far = enclose(
    sumOf([[5, 1e300]]),
    sumOf([
      [1, 1e300],
      [1, -1e300],
    ]),
  )!;
  expect(a.compare(far, a.of(4.999))).toBe('greater');
  expect(a.compare(far, a.of(5.001))).toBe('less');
  expect(a.compare(far, a.of(5))).toBe('overlap');
});

test('quotients beyond e^(2^40) are refused, and those up to it are not', () => {
  const { arithmetic: a, enclose } = encloser(100);
  const one = sumOf([[1, 0]]);
  for (const sign of [1, -1]) {
    expect(enclose(sumOf([[1, sign * 2 ** 40]]), one)).toBeDefined();
    expect(() => enclose(sumOf([[1, sign * 2 ** 41]]), one)).toThrow(
      `must lie between e^-(2^40) and e^(2^40) in size, got about e^(${sign < 0 ? '-' : ''}2.19902e+12)`,
    );
  }
  expect(a.compare(enclose(sumOf([[1, -(2 ** 40)]]), one)!, a.of(0))).toBe('greater');
});

test('a divisor that may be zero gives no enclosure until the bits tell it from zero', () => {
  const difference = sumOf([
    [1, 2 ** -200],
    [-1, 0],
  ]);
  const one = sumOf([[1, 0]]);
  expect(encloser(100).enclose(one, difference)).toBeUndefined();
  expect(encloser(400).enclose(one, difference)).toBeDefined();
});
