import fc, { type Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { add, div, mul, rest, scaleRest, twoProduct, twoSum, U2 } from '#arithmetic/double-double.ts';
import { exactly, type Rational, rationals } from '#arithmetic/rational.ts';

/** Doubles of either sign with 53 random bits, from 2^-most to 2^most in size. */
function doubles(most: number): Arbitrary<number> {
  return fc
    .tuple(
      fc.integer({ min: -most, max: most - 1 }),
      fc.integer({ min: 0, max: 2 ** 52 - 1 }),
      fc.constantFrom(1, -1),
    )
    .map(([exponent, fraction, sign]) => sign * 2 ** exponent * (1 + fraction * 2 ** -52));
}

type Pair = readonly [high: number, low: number];

/** Double-doubles: a low part of at most half an ulp of the high one, and often as large as that. */
function pairs(most: number): Arbitrary<Pair> {
  const share = fc.oneof(fc.constantFrom(0, 0.999, -0.999), fc.double({ min: -1, max: 1, noNaN: true }));
  return fc.tuple(doubles(most), share).map(([high, part]) => {
    const low = high * part * 2 ** -54;
    return [high + low, low - (high + low - high)];
  });
}

const exact = ([high, low]: Pair): Rational => rationals.add(exactly(high), exactly(low));

function size(r: Rational): Rational {
  return r.num < 0n ? rationals.neg(r) : r;
}

/** |found - true| in units of u^2 |true|. */
function errorOf(found: Pair, truth: Rational): number {
  const { num, den } = size(rationals.sub(exact(found), truth));
  if (num === 0n) return 0;
  const ratio = rationals.div({ num, den }, size(truth));
  return Number((ratio.num * 2n ** 170n) / ratio.den) * 2 ** -170 * (1 / U2);
}

test('a sum of two doubles is exact, whichever is larger', () => {
  fc.assert(
    fc.property(doubles(300), doubles(300), fc.boolean(), (a, b, near) => {
      const other = near ? a * (1 + b * 2 ** -310) : b;
      const found: Pair = [twoSum(a, other), rest()];
      expect(found[0]).toBe(a + other);
      expect(exact(found)).toEqual(rationals.add(exactly(a), exactly(other)));
    }),
  );
});

test('a product of two doubles within 2^400 is exact', () => {
  fc.assert(
    fc.property(doubles(400), doubles(400), (a, b) => {
      const found: Pair = [twoProduct(a, b), rest()];
      expect(found[0]).toBe(a * b);
      expect(exact(found)).toEqual(rationals.mul(exactly(a), exactly(b)));
    }),
  );
});

test.each([
  { name: 'sum', of: add, truth: rationals.add, most: 3, units: 3.01, sharp: 0.5 },
  { name: 'product', of: mul, truth: rationals.mul, most: 200, units: 7, sharp: 1 },
  { name: 'quotient', of: div, truth: rationals.div, most: 200, units: 15.01, sharp: 1 },
])('a $name of double-doubles is within $units units of its cited bound, and is normalised', (row) => {
  let largest = 0;
  fc.assert(
    fc.property(pairs(row.most), pairs(row.most), (a, b) => {
      const high = row.of(...a, ...b);
      const low = rest();
      const error = errorOf([high, low], row.truth(exact(a), exact(b)));
      expect(error).toBeLessThanOrEqual(row.units);
      expect(high + low).toBe(high);
      largest = Math.max(largest, error);
    }),
    { numRuns: 250 },
  );
  // Not so accurate that a missing term would go unnoticed.
  expect(largest).toBeGreaterThan(row.sharp);
});

test('where high parts cancel, the sum is that of the low parts', () => {
  expect([add(1, 2 ** -60, -1, 2 ** -61), rest()]).toEqual([2 ** -60 + 2 ** -61, 0]);
  expect([add(1, 2 ** -60, -1, -(2 ** -60)), rest()]).toEqual([0, 0]);
});

test('the latest low part is scaled by itself', () => {
  twoSum(1, 2 ** -60);
  scaleRest(8);
  expect(rest()).toBe(2 ** -57);
});
