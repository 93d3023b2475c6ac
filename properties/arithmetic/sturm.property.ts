import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indeterminate, polynomials } from '#arithmetic/polynomial.ts';
import { fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import {
  rootsAbove,
  rootsBetween,
  sharedSign,
  shifted,
  type Univariate,
  univariate,
  valueAt,
} from '#arithmetic/sturm.ts';
import { fractions } from './arbitrary.ts';

const halves = fc.integer({ min: -8, max: 8 }).map((n) => fraction(BigInt(n), 2n));
const integers = (values: readonly number[]): Univariate => values.map((n) => fraction(BigInt(n)));

/** A product of (x - root) over the roots and of x^2 + 1 so many times, times a factor. */
function withRoots(roots: readonly Rational[], complexPairs: number, factor: Rational): Univariate {
  const times = (p: Univariate, q: Univariate): Univariate =>
    Array.from({ length: p.length + q.length - 1 }, (_, k) =>
      p.reduce((sum, c, i) => rationals.add(sum, rationals.mul(c, q[k - i] ?? fraction(0n))), fraction(0n)),
    );
  const linear = roots.map((root) => [rationals.neg(root), fraction(1n)]);
  const quadratic = Array.from({ length: complexPairs }, () => integers([1, 0, 1]));
  return [...linear, ...quadratic].reduce(times, [factor]);
}

const greater = (a: Rational, b: Rational): boolean => rationals.compare(a, b) === 'greater';
const distinct = (roots: readonly Rational[]): Rational[] =>
  roots.filter((root, i) => roots.findIndex((other) => rationals.compare(root, other) === 'equal') === i);

test('the distinct roots in (from, to] are counted, multiple roots and roots at the ends included', () => {
  fc.assert(
    fc.property(
      fc.array(halves, { maxLength: 5 }),
      fc.integer({ min: 0, max: 2 }),
      halves,
      fc.tuple(halves, halves),
      (roots, pairs, factor, ends) => {
        fc.pre(factor.num !== 0n);
        const [from, to] = greater(ends[0], ends[1]) ? [ends[1], ends[0]] : ends;
        const p = withRoots(roots, pairs, factor);
        const above = distinct(roots).filter((root) => greater(root, from));
        expect(rootsBetween(p, from, to)).toBe(above.filter((root) => !greater(root, to)).length);
        expect(rootsAbove(p, from)).toBe(above.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('irrational roots are counted', () => {
  const p = integers([-2, 0, 1]);
  expect(rootsBetween(p, fraction(1n), fraction(2n))).toBe(1);
  expect(rootsBetween(p, fraction(-2n), fraction(2n))).toBe(2);
  expect(rootsAbove(p, fraction(3n, 2n))).toBe(0);
  // Wilkinson's polynomial, moved by 2^-23 in one coefficient: 20 real roots become 10.
  const wilkinson = withRoots(
    Array.from({ length: 20 }, (_, k) => fraction(BigInt(k + 1))),
    0,
    fraction(1n),
  );
  const moved = wilkinson.map((c, k) => (k === 19 ? rationals.sub(c, fraction(1n, 2n ** 23n)) : c));
  expect(rootsAbove(wilkinson, fraction(0n))).toBe(20);
  expect(rootsAbove(moved, fraction(0n))).toBe(10);
});

test('a shift moves the argument', () => {
  fc.assert(
    fc.property(fc.array(halves, { maxLength: 6 }), fractions, fractions, (p, by, w) => {
      expect(valueAt(shifted(p, by), w)).toEqual(valueAt(p, rationals.add(w, by)));
      expect(shifted(p, by).length).toBe(p.length);
    }),
  );
});

test('a shared sign of the shifted coefficients leaves no root above', () => {
  fc.assert(
    fc.property(fc.array(halves, { minLength: 1, maxLength: 6 }), halves, (p, from) => {
      fc.pre(p.at(-1)!.num !== 0n);
      const sign = sharedSign(shifted(p, from));
      if (sign !== undefined) expect(rootsAbove(p, from)).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('the shared sign is that of all coefficients other than zero', () => {
  expect([[1, 0, 2], [-1, 0], [1, -1], [0, 0], []].map((p) => sharedSign(integers(p)))).toEqual([
    1,
    -1,
    undefined,
    0,
    0,
  ]);
});

test('a polynomial in one indeterminate becomes its coefficients', () => {
  const [u, v] = [indeterminate('u'), indeterminate('v')];
  const p = polynomials.sub(polynomials.mul(u, polynomials.mul(u, u)), polynomials.of(2));
  expect(univariate(p, 'u')).toEqual(integers([-2, 0, 0, 1]));
  expect(univariate(polynomials.of(0), 'u')).toEqual([]);
  expect(() => univariate(polynomials.add(u, v), 'u')).toThrow(
    new RangeError('univariate: only u must occur, got u + v'),
  );
});

test('the zero polynomial and a reversed interval are refused', () => {
  const message = 'sturm: polynomial must be non-zero, got 0';
  expect(() => rootsAbove([], fraction(0n))).toThrow(new RangeError(message));
  expect(() => rootsBetween([], fraction(0n), fraction(1n))).toThrow(new RangeError(message));
  expect(() => rootsBetween(integers([1]), fraction(1n), fraction(1n, 2n))).toThrow(
    new RangeError('rootsBetween: interval must not be reversed, got (1, 1/2]'),
  );
});
