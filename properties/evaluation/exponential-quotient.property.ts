import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { exactly, fraction, rationals } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import {
  collected,
  type ExponentialQuotient,
  exponentialQuotients as exact,
  ofDyadic,
  rationalValue,
} from '#evaluation/exponential-quotient.ts';

type Term = <N>(a: Analytic<N>) => N;

const numbers = fc.integer({ min: -24, max: 24 }).map((n) => n / 8);
const { term: terms } = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    numbers.map(
      (n): Term =>
        (a) =>
          a.of(n),
    ),
    numbers.map(
      (n): Term =>
        (a) =>
          a.exp(a.of(n)),
    ),
    fc.tuple(tie('term'), tie('term')).map(
      ([x, y]): Term =>
        (a) =>
          a.add(x(a), y(a)),
    ),
    fc.tuple(tie('term'), tie('term')).map(
      ([x, y]): Term =>
        (a) =>
          a.sub(x(a), y(a)),
    ),
    fc.tuple(tie('term'), tie('term')).map(
      ([x, y]): Term =>
        (a) =>
          a.mul(x(a), y(a)),
    ),
    fc.tuple(tie('term'), tie('term')).map(
      ([x, y]): Term =>
        (a) =>
          a.div(x(a), y(a)),
    ),
    tie('term').map(
      (x): Term =>
        (a) =>
          a.neg(x(a)),
    ),
  ),
}));

/** The value, or undefined where a divisor is (or may be) zero. */
function valueIn<N>(a: Analytic<N>, term: Term): N | undefined {
  try {
    return term(a);
  } catch {
    return undefined;
  }
}

const e = (x: number): ExponentialQuotient => exact.exp(exact.of(x));

test('on numbers without exponentials it is the field of fractions', () => {
  fc.assert(
    fc.property(numbers, numbers, numbers, (x, y, z) => {
      const run = <N>(a: Analytic<N>): N => a.sub(a.mul(a.add(a.of(x), a.of(y)), a.of(z)), a.neg(a.of(y)));
      const expected = rationals.sub(
        rationals.mul(rationals.add(exactly(x), exactly(y)), exactly(z)),
        rationals.neg(exactly(y)),
      );
      expect(rationalValue(run(exact))).toEqual(expected);
      fc.pre(y !== 0);
      const quotient = exact.div(run(exact), exact.add(exact.of(y), exact.of(0)));
      expect(rationalValue(quotient)).toEqual(rationals.div(expected, exactly(y)));
    }),
  );
});

test('a value said to be rational lies in its enclosure, and one said to be zero may be zero', () => {
  const a = enclosures(60);
  let rational = 0;
  fc.assert(
    fc.property(terms, (term) => {
      const value = valueIn(exact, term);
      const enclosed = valueIn(a, term);
      if (value === undefined || enclosed === undefined) return;
      const found = rationalValue(value);
      if (found === undefined) return;
      rational++;
      expect(a.compare(a.fromRational(found), enclosed)).toBe('overlap');
    }),
    { numRuns: 300 },
  );
  expect(rational).toBeGreaterThan(50);
});

test('the laws of the exponential hold exactly', () => {
  fc.assert(
    fc.property(numbers, numbers, (x, y) => {
      const difference = exact.sub(exact.mul(e(x), e(y)), e(x + y));
      expect(rationalValue(difference)).toEqual(fraction(0n));
      expect(rationalValue(exact.div(e(x), e(y)))).toEqual(x === y ? fraction(1n) : undefined);
      const square = exact.mul(exact.add(e(x), e(y)), exact.sub(e(x), e(y)));
      expect(rationalValue(exact.sub(square, exact.sub(e(2 * x), e(2 * y))))).toEqual(fraction(0n));
    }),
  );
  expect(rationalValue(exact.exp(exact.of(0)))).toEqual(fraction(1n));
});

test('products of sums are multiplied out', () => {
  fc.assert(
    fc.property(numbers, numbers, numbers, (x, y, z) => {
      const sum = exact.add(exact.add(e(x), e(y)), e(z));
      const squares = [2 * x, 2 * y, 2 * z].map(e).reduce(exact.add);
      const mixed = [x + y, y + z, z + x].map(e).reduce(exact.add);
      const expanded = exact.add(squares, exact.mul(exact.of(2), mixed));
      expect(rationalValue(exact.sub(exact.mul(sum, sum), expanded))).toEqual(fraction(0n));
      // Denominators of their own are brought to a common one.
      const parts = [x, y, z].map((w) => exact.div(e(w), sum)).reduce(exact.add);
      const others = exact.add(
        exact.div(e(x), sum),
        exact.div(exact.add(e(y), e(z)), exact.add(sum, exact.of(0))),
      );
      expect([parts, others].map(rationalValue)).toEqual([fraction(1n), fraction(1n)]);
    }),
  );
});

test('a quotient is rational exactly when its coefficients are proportional, exponent by exponent', () => {
  const sum = (...terms: readonly (readonly [number, number])[]): ExponentialQuotient =>
    terms.map(([c, x]) => exact.mul(exact.of(c), e(x))).reduce(exact.add);
  const value = (num: ExponentialQuotient, den: ExponentialQuotient) => rationalValue(exact.div(num, den));
  expect(value(sum([2, 1], [4, -3]), sum([3, 1], [6, -3]))).toEqual(fraction(2n, 3n));
  expect(value(sum([2, 1], [4, -3]), sum([3, 1], [7, -3]))).toBeUndefined();
  expect(value(sum([2, 1], [4, -3]), sum([3, 1], [6, -2]))).toBeUndefined();
  expect(value(sum([2, 1], [4, -3]), sum([3, 2], [6, -3]))).toBeUndefined();
  expect(value(sum([2, 1]), sum([3, 1], [6, -3]))).toBeUndefined();
  expect(value(sum([2, 1], [-2, 1]), sum([3, 1], [6, -3]))).toEqual(fraction(0n));
});

test('terms of one exponent are collected whatever the form of the exponent, and vanish when they cancel', () => {
  // 3/2 + 1/2 and 2 have different mantissas before they are reduced.
  const [a, b] = [exact.mul(e(1.5), e(0.5)), e(2)];
  expect([...collected(exact.add(a, b).num).values()].map(({ coefficient }) => coefficient.mantissa)).toEqual(
    [2n],
  );
  expect(collected(exact.sub(a, b).num).size).toBe(0);
  expect(rationalValue(ofDyadic({ mantissa: 3n, exponent: -2 }))).toEqual(fraction(3n, 4n));
});

test('what the field has not is refused', () => {
  expect(() => exact.div(exact.of(1), exact.sub(e(1), e(1)))).toThrow(
    new RangeError('exponentialQuotient.div: divisor must be non-zero, got 0'),
  );
  for (const argument of [e(1), exact.add(exact.of(1), e(1)), exact.div(exact.of(1), exact.of(3))]) {
    expect(() => exact.exp(argument)).toThrow(/exp: argument must be a dyadic number, got \d over \d terms/);
  }
  expect(() => exact.sqrt(exact.of(4))).toThrow(RangeError);
});
