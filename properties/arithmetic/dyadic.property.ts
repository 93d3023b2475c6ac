import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitLength, dyadic, dyadics, nearest, nearestDouble } from '#arithmetic/dyadic.ts';
import { exactly, fromDyadic, rationals } from '#arithmetic/rational.ts';
import { doubles, moderate } from './arbitrary.ts';

test('every finite double enters and leaves unchanged', () => {
  fc.assert(
    fc.property(doubles, (x) => {
      expect(nearestDouble(dyadic(x))).toBe(x + 0);
    }),
    { numRuns: 2000 },
  );
});

test('every power of two of the doubles, and its neighbours, enters and leaves unchanged', () => {
  for (let e = -1074; e <= 1023; e++) {
    for (const x of [2 ** e, 2 ** e * (1 + 2 ** -52), -(2 ** e) * 1.5])
      expect(nearestDouble(dyadic(x))).toBe(x);
  }
});

test('the mantissa of a double that is no safe integer is odd', () => {
  fc.assert(
    fc.property(doubles, (x) => {
      fc.pre(!Number.isSafeInteger(x));
      expect(dyadic(x).mantissa & 1n).toBe(1n);
    }),
  );
});

test('a number that is not finite is refused with its value', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(() => dyadics.of(value)).toThrow(new RangeError(`exactly: value must be finite, got ${value}`));
  }
});

test('sums, differences, products and signs are those of the fractions', () => {
  fc.assert(
    fc.property(doubles, doubles, (x, y) => {
      const [a, b, p, q] = [dyadic(x), dyadic(y), exactly(x), exactly(y)];
      expect(fromDyadic(dyadics.add(a, b))).toEqual(rationals.add(p, q));
      expect(fromDyadic(dyadics.sub(a, b))).toEqual(rationals.sub(p, q));
      expect(fromDyadic(dyadics.mul(a, b))).toEqual(rationals.mul(p, q));
      expect(fromDyadic(dyadics.neg(a))).toEqual(rationals.neg(p));
      expect(dyadics.compare(a, b)).toBe(rationals.compare(p, q));
    }),
    { numRuns: 500 },
  );
});

test('comparison is that of the doubles themselves', () => {
  fc.assert(
    fc.property(doubles, doubles, (x, y) => {
      const order = x < y ? 'less' : x > y ? 'greater' : 'equal';
      expect(dyadics.compare(dyadic(x), dyadic(y))).toBe(order);
      expect(dyadics.compare(dyadic(x), dyadic(x))).toBe('equal');
    }),
  );
});

test('the sum, difference and product of doubles, rounded once, are those of IEEE 754', () => {
  fc.assert(
    fc.property(fc.oneof(doubles, moderate), fc.oneof(doubles, moderate), (x, y) => {
      const [a, b] = [dyadic(x), dyadic(y)];
      expect(nearestDouble(dyadics.add(a, b)) + 0).toBe(x + y + 0);
      expect(nearestDouble(dyadics.sub(a, b)) + 0).toBe(x - y + 0);
      expect(nearestDouble(dyadics.mul(a, b)) + 0).toBe(x * y + 0);
    }),
    { numRuns: 2000 },
  );
});

test('rounding goes to even from halfway, and to infinity from half an ulp below the next power of two', () => {
  const grid = { precision: 3, quantum: -2, maxExponent: 3 };
  // Numbers of the grid: 0, 1/4, ..., 2 by quarters, 2 to 4 by halves, 4 to 8 by ones, 8 to 14 by twos.
  const rounded = (mantissa: bigint, exponent: number): number => nearest(grid, { mantissa, exponent });
  expect([rounded(1n, -3), rounded(3n, -3), rounded(5n, -3), rounded(-3n, -3)]).toEqual([0, 0.5, 0.5, -0.5]);
  expect([rounded(9n, -1), rounded(11n, -1), rounded(13n, 0), rounded(9n, 0)]).toEqual([4, 6, 12, 8]);
  expect([rounded(29n, -1), rounded(15n, 0), rounded(-15n, 0)]).toEqual([14, Infinity, -Infinity]);
  expect([rounded(0n, 5000), rounded(1n, -5000), rounded(1n, 5000)]).toEqual([0, 0, Infinity]);
});

test('the bit length is the number of binary digits', () => {
  expect(bitLength(0n)).toBe(0);
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 2n ** 200n }), (n) => {
      expect(bitLength(n)).toBe(n.toString(2).length);
    }),
  );
});

test('a recurrence of 100,000 doubles is exact', () => {
  const x = Array.from({ length: 100_000 }, (_, t) => (((t * 7919) % 1009) - 504) * 2 ** -((t * 31) % 40));
  let h = dyadics.of(0);
  let back = dyadics.of(0);
  for (const value of x) h = dyadics.sub(dyadics.of(value), h);
  for (const value of [...x].reverse()) back = dyadics.sub(dyadics.of(value), back);
  // An even number of terms, reversed, has the opposite alternating sum.
  expect(dyadics.compare(h, dyadics.neg(back))).toBe('equal');
  expect(nearestDouble(h)).not.toBe(0);
});
