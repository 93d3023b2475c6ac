import { type Ball, type Balls, endpoints } from '#arithmetic/ball.ts';
import { bitLength } from '#arithmetic/dyadic.ts';
import { magnitude } from '#arithmetic/integer.ts';
import { power } from '#arithmetic/polynomial.ts';
import { fromDyadic } from '#arithmetic/rational.ts';
import { formatRounded, roundToDigits } from './decimal.ts';
import { type Encloser, encloser } from './enclose.ts';
import {
  asRational,
  type CollectedSum,
  collected,
  type ExponentialQuotient,
  type ExponentialSum,
} from './exponential-quotient.ts';

/** Most digits that may be asked for: 3322 bits, less than half of the most bits. */
const MOST_DIGITS = 1000;

/** Bits of the first enclosure beyond the digits asked for: covers exponents up to 2^40 and a few hundred terms. */
const GUARD_BITS = 64;

/**
 * Bits at which the last digit is given up. Scores of one scaled product of doubles differ by 2^-3222 at least: a
 * cancellation of first and of second order is settled, and an exponential still takes milliseconds.
 */
const MOST_BITS = 2 ** 13;

/** Writes numbers as certified decimals. */
export type Certifier = (value: ExponentialQuotient) => string;

/**
 * Decimals of so many significant digits, rounded to nearest (ties to even), the last digit included.
 *
 * A rational value is rounded on its fraction, and when its expansion ends within the digits asked for it is written
 * exactly, without zeros at the end. Any other value is transcendental, so never halfway between two decimals: it is
 * enclosed by balls, at twice the bits each time, until both ends round to the same decimal, and all its digits are
 * written.
 *
 * @param digits 1 to 1000
 * @throws RangeError for digits out of range and, when called, if a value is beyond e^(+-2^40), or its last digit is not settled with 2^13 bits
 */
export function certifier(digits: number): Certifier {
  if (!Number.isInteger(digits) || digits < 1 || digits > MOST_DIGITS) {
    throw new RangeError(`digits: must be an integer from 1 to ${MOST_DIGITS}, got ${digits}`);
  }
  const encloserOf = remembering(encloser);
  // The entries of a row have one denominator.
  const denominator = remembering<ExponentialSum, CollectedSum>(collected);
  // A decimal digit is less than 3.33 bits.
  const firstBits = Math.ceil(digits * 3.33) + GUARD_BITS;
  return (value) => {
    const [num, den] = [collected(value.num), denominator(value.den)];
    const rational = asRational(num, den);
    if (rational !== undefined) return formatRounded(roundToDigits(rational, digits));
    for (let bits = firstBits; ; bits = Math.min(2 * bits, MOST_BITS)) {
      const { arithmetic, enclose }: Encloser = encloserOf(bits);
      const ball = enclose(num, den);
      const text = ball && settled(arithmetic, ball, digits);
      if (text !== undefined) return text;
      if (bits === MOST_BITS) {
        throw new RangeError(
          `must be settled to ${digits} digits by ${MOST_BITS} bits, got an enclosure of ${widthOf(ball)}`,
        );
      }
    }
  };
}

function remembering<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

/** The decimal to which both ends of a ball round, if they round to the same. */
function settled(arithmetic: Balls, ball: Ball, digits: number): string | undefined {
  if (magnitude(ball.mid) <= ball.rad) return undefined;
  // Scaled to about 1, the ends are short fractions whatever the exponent of the value.
  const scale = Math.round((bitLength(magnitude(ball.mid)) + ball.exp) * Math.log10(2));
  const { lo, hi } = endpoints(scaledBy(arithmetic, ball, -scale));
  const [low, high] = [lo, hi].map((end) => {
    const rounded = roundToDigits(fromDyadic(end), digits);
    return formatRounded({ ...rounded, exponent: rounded.exponent + scale, exact: false });
  });
  return low === high ? low : undefined;
}

/** ball * 10^exponent. */
function scaledBy(arithmetic: Balls, ball: Ball, exponent: number): Ball {
  if (exponent === 0) return ball;
  const factor = power(arithmetic, arithmetic.of(10), Math.abs(exponent));
  return exponent > 0 ? arithmetic.mul(ball, factor) : arithmetic.div(ball, factor);
}

function widthOf(ball: Ball | undefined): string {
  return ball === undefined ? 'a quotient by what may be 0' : `width 2^${bitLength(ball.rad) + 1 + ball.exp}`;
}
