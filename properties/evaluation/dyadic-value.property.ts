import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly, fraction, fromDyadic, rationals } from '#arithmetic/rational.ts';
import { emptyValues, setDyadic, setUnknown } from '#evaluation/dyadic-value.ts';
import { expectEncloses, power, sizeOf } from './enclosed.ts';

const NONE = { mantissa: 0n, exponent: 0 };

test('a dyadic number is written as two doubles and what is left, rounded up by little', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(2n ** 400n), 2n ** 400n),
      fc.integer({ min: -1300, max: 500 }),
      (mantissa, exponent) => {
        const values = emptyValues(2);
        setDyadic(values, 1, { mantissa, exponent }, NONE);
        const exact = fromDyadic({ mantissa, exponent });
        expectEncloses(values, 1, exact);
        const most = rationals.add(rationals.mul(sizeOf(exact), power(-105)), exactly(2 * Number.MIN_VALUE));
        expect(rationals.compare(exactly(values.radius[1]!), most)).not.toBe('greater');
        expect([values.high[0], values.low[0], values.radius[0]]).toEqual([0, 0, 0]);
      },
    ),
  );
});

test('a number of two doubles has no radius of its own, and one that is given is kept, rounded up', () => {
  const values = emptyValues(1);
  setDyadic(values, 0, { mantissa: 2n ** 80n + 1n, exponent: -80 }, NONE);
  expect([values.high[0], values.low[0], values.radius[0]]).toEqual([1, 2 ** -80, 0]);
  setDyadic(values, 0, { mantissa: 3n, exponent: 0 }, { mantissa: 2n ** 60n + 1n, exponent: -160 });
  expect(rationals.compare(exactly(values.radius[0]!), fraction(2n ** 60n + 1n, 2n ** 160n))).toBe('greater');
  expect(values.radius[0]).toBeLessThan(2 ** -100 * (1 + 2 ** -50));
});

test('a number too large for a double is infinite, of infinite radius', () => {
  const values = emptyValues(1);
  setDyadic(values, 0, { mantissa: -(2n ** 1024n), exponent: 0 }, NONE);
  expect([values.high[0], values.radius[0]]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
});

test('nothing is known of a value that is not', () => {
  const values = emptyValues(1);
  setUnknown(values, 0);
  expect([values.high[0], values.low[0], values.radius[0]]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ]);
});
