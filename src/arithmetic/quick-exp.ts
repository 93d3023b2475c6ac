import { ballExp, expRounder } from './float-arithmetic.ts';
import { type FloatFormat, roundDouble } from './float-format.ts';

/** ln 2 in two parts: its first 32 bits, so that a multiple by an integer below 2^21 is exact, and the next 53. */
const LN2_HIGH = 0xb17217f7 / 2 ** 32;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * Relative error that `quickExp` stays below, for |x| <= 128 and at most 24 bits in x.
 *
 * With k = round(x / ln 2), |k| <= 185, k LN2_HIGH is exact, and the two subtractions leave r = x - k ln 2 off by
 * less than 2^-52; |r| < 0.347. The series stops before r^12/12! < 2^-47, and its steps, each damped by the factors r
 * that follow it, lose less than 2^-50 together. All of this is below 2^-46 in e^r >= 0.7; the last scaling is exact.
 */
export const QUICK_ERROR: number = 2 ** -44;

/** 1/11!, ..., 1/1!, 1/0!. */
const reciprocalFactorials: readonly number[] = Array.from({ length: 12 }, (_, i) => {
  let factorial = 1;
  for (let k = 2; k <= 11 - i; k++) factorial *= k;
  return 1 / factorial;
});

/**
 * The correctly rounded exponential of a format, mostly from operations on doubles alone.
 *
 * For formats of at most 24 bits a double with a proved error decides unless it is next to a rounding boundary; only
 * sums, products and powers of two are used, so that no engine's own exponential need be trusted.
 *
 * @returns e^x of a number x of the format, rounded to nearest
 */
export function quickExpRounder(format: FloatFormat): (x: number) => number {
  const exact = expRounder(format, ballExp);
  // Below half the gap under 1 the result is 1: 1 + x < e^x < 1 + x + x^2.
  const negligible = format.unitRoundoff / 2;
  return (x) => {
    if (Math.abs(x) < negligible) return 1;
    if (format.precision > 24 || !(Math.abs(x) <= 128)) return exact(x);
    const nearby = quickExp(x);
    const below = roundDouble(format, nearby * (1 - QUICK_ERROR));
    return below === roundDouble(format, nearby * (1 + QUICK_ERROR)) ? below : exact(x);
  };
}

/** @returns e^x with a relative error below `QUICK_ERROR`, for |x| <= 128 with at most 24 significant bits */
export function quickExp(x: number): number {
  const k = Math.round(x * Math.LOG2E);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 0;
  for (const c of reciprocalFactorials) sum = sum * r + c;
  return sum * 2 ** k;
}
