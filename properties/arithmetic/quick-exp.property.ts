import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ballExp, decimalExp, expRounder } from '#arithmetic/float-arithmetic.ts';
import { bfloat16, binary16, binary32, binary64, roundDouble } from '#arithmetic/float-format.ts';
import { QUICK_ERROR, quickExp, quickExpRounder } from '#arithmetic/quick-exp.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';

const formats = [binary64, binary32, binary16, bfloat16];

/** Numbers from 2^-40 to 2^8 of either sign, uniform by logarithm. */
const sizes = fc
  .tuple(fc.double({ min: -40, max: 8, noNaN: true }), fc.constantFrom(1, -1))
  .map(([exponent, sign]) => sign * 2 ** exponent);

test('the quick exponential stays within its derived error, and comes within a factor of 16 of it', () => {
  let largest = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: -(2 ** 23), max: 2 ** 23 }).map((n) => n / 2 ** 16),
      (x) => {
        const { lo } = ballExp(x, 40);
        const error = rationals.div(rationals.sub(exactly(quickExp(x)), lo), lo);
        const size = Math.abs(Number(error.num) / Number(error.den)) || 0;
        expect(size).toBeLessThan(QUICK_ERROR);
        largest = Math.max(largest, size);
      },
    ),
    { numRuns: 500 },
  );
  expect(largest).toBeGreaterThan(QUICK_ERROR / 16);
});

test.each(formats)('the exponential of $name is the correctly rounded one of the decimals', (format) => {
  const [quick, slow] = [quickExpRounder(format), expRounder(format, decimalExp)];
  fc.assert(
    fc.property(
      sizes.map((x) => roundDouble(format, x)).filter((x) => x !== 0),
      (x) => {
        expect(quick(x)).toBe(slow(x));
      },
    ),
    { numRuns: 150 },
  );
});

test('next to a rounding boundary the exponential is still rounded correctly', () => {
  // e^(2^-p) = 1 + 2^-p + 2^(-2p - 1) + ... is barely above the middle between 1 and the next number.
  for (const format of formats) {
    expect(quickExpRounder(format)(format.unitRoundoff)).toBe(1 + 2 * format.unitRoundoff);
    expect(quickExpRounder(format)(-format.unitRoundoff / 4)).toBe(1);
  }
});

test('the exponential of a format overflows to infinity, underflows to zero, and passes NaN on', () => {
  for (const format of formats) {
    const exp = quickExpRounder(format);
    expect(exp(format.largest)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(-format.largest)).toBe(0);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(Number.NaN)).toBeNaN();
    expect(exp(0)).toBe(1);
  }
});
