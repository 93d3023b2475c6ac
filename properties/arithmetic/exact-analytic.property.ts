import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fractionsOnly } from '#arithmetic/exact-analytic.ts';
import { fraction, rationals } from '#arithmetic/rational.ts';
import { fractions } from './arbitrary.ts';

test('the root of a square is found, of either side of the fraction bar', () => {
  fc.assert(
    fc.property(fractions, (r) => {
      const root = fractionsOnly((a) => a.sqrt(rationals.mul(r, r)))!;
      expect(rationals.compare(root, r.num < 0n ? rationals.neg(r) : r)).toBe('equal');
    }),
  );
  expect(fractionsOnly((a) => a.sqrt(a.of(0)))).toEqual(fraction(0n));
});

test('what is no fraction makes the evaluation undefined', () => {
  expect(fractionsOnly((a) => a.sqrt(a.of(2)))).toBeUndefined();
  expect(fractionsOnly((a) => a.sqrt(fraction(4n, 3n)))).toBeUndefined();
  expect(fractionsOnly((a) => a.sqrt(fraction(3n, 4n)))).toBeUndefined();
  expect(fractionsOnly((a) => a.exp(a.of(1)))).toBeUndefined();
  expect(fractionsOnly((a) => a.exp(a.of(-0.5)))).toBeUndefined();
});

test('e^0 is 1', () => {
  expect(fractionsOnly((a) => a.exp(a.sub(a.of(3), a.of(3))))).toEqual(fraction(1n));
});

test('other errors pass through', () => {
  expect(() => fractionsOnly((a) => a.div(a.of(1), a.of(0)))).toThrow(RangeError);
  expect(() => fractionsOnly((a) => a.sqrt(a.of(-0.5)))).toThrow(
    'exactAnalytic.sqrt: argument must be non-negative, got -1/2',
  );
});
