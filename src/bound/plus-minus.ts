import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';

/**
 * A computed number with its bound, as decimals that mean what they say: the exact value is within the decimal number on
 * the right of the decimal number on the left.
 *
 * The number is written in the fewest digits that round to it, and what these digits leave out is added to the bound, which
 * is rounded up to two digits.
 *
 * @param value a computed number
 * @param bound how far it is from the exact one at most, as `errorBound` has it
 * @returns such as `0.7310585786300049 +- 2.3e-16`; the value alone where the bound is infinite or the value not finite
 * @throws RangeError when the bound is negative or NaN
 */
export function plusMinus(value: number, bound: number): string {
  if (!(bound >= 0)) throw new RangeError(`plusMinus: bound must be at least 0, got ${bound}`);
  if (!Number.isFinite(value) || bound === Number.POSITIVE_INFINITY) return `${value}`;
  const leftOut = rationals.sub(exactly(value), decimal(`${value}`));
  const size = leftOut.num < 0n ? rationals.neg(leftOut) : leftOut;
  return `${value} +- ${twoDigits(rationals.add(exactly(bound), size))}`;
}

/** A decimal number as it is written. */
function decimal(text: string): Rational {
  const [digits, exponent = '0'] = text.split('e') as [string, string?];
  const [whole, places = ''] = digits.split('.') as [string, string?];
  return times(fraction(BigInt(`${whole}${places}`)), Number(exponent) - places.length);
}

/** Times a power of ten. */
function times(r: Rational, power: number): Rational {
  const factor = fraction(10n ** BigInt(Math.abs(power)));
  return power < 0 ? rationals.div(r, factor) : rationals.mul(r, factor);
}

/** A fraction that is not negative as a decimal of two digits that is no smaller. */
function twoDigits(r: Rational): string {
  if (r.num === 0n) return '0';
  // With so many digits above and below, the fraction is more than ten times this power of ten.
  for (let power = `${r.num}`.length - `${r.den}`.length - 2; ; power++) {
    const { num, den } = times(r, -power);
    const digits = (num + den - 1n) / den;
    if (digits < 100n) return written(digits, power);
  }
}

/** Two digits times a power of ten, as numbers are written where a double has these digits, which it has within 10^300. */
function written(digits: bigint, power: number): string {
  const text = `${digits}e${power}`;
  return Math.abs(power) < 300 ? `${Number(text)}` : text;
}
