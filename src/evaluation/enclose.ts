import { type Ball, type Balls, balls } from '#arithmetic/ball.ts';
import { type Dyadic, dyadics } from '#arithmetic/dyadic.ts';
import { magnitude } from '#arithmetic/integer.ts';
import { fromDyadic } from '#arithmetic/rational.ts';
import { formatRounded, roundToDigits } from './decimal.ts';
import type { CollectedSum } from './exponential-quotient.ts';

/** Encloses quotients of collected sums at one precision. */
export interface Encloser {
  readonly arithmetic: Balls;
  /**
   * @returns a ball that holds num / den, or undefined when den may be zero at this precision
   * @throws RangeError when the quotient is beyond e^(+-2^40)
   */
  readonly enclose: (num: CollectedSum, den: CollectedSum) => Ball | undefined;
}

/** Exponents beyond this size are not evaluated: e^-(2^40) is below 2^-(2^40), and e^(2^40) is not written down. */
const FAR = 2 ** 40;
const far = dyadics.of(FAR);

/** All numbers from 0 to 2^-FAR. */
const tiny: Ball = { mid: 1n, rad: 1n, exp: -FAR - 1 };

/**
 * An encloser that computes each exponential once.
 *
 * Each sum is shifted by its largest exponent, exactly, so that no exponential is above 1 whatever the exponents:
 * num / den = e^(top of num - top of den) * (shifted num) / (shifted den).
 */
export function encloser(bits: number): Encloser {
  const arithmetic = balls(bits);
  const exponential = (exponent: Dyadic): Ball => (isFar(exponent) ? tiny : arithmetic.exp(point(exponent)));
  const exponentials = new Map<Dyadic, Map<string, Ball>>();
  const shifted = (sum: CollectedSum, top: Dyadic): Ball => {
    const known = exponentials.get(top) ?? new Map<string, Ball>();
    exponentials.set(top, known);
    let total: Ball = { mid: 0n, rad: 0n, exp: 0 };
    for (const [key, { coefficient, exponent }] of sum) {
      const factor = known.get(key) ?? exponential(dyadics.sub(exponent, top));
      known.set(key, factor);
      total = arithmetic.add(total, arithmetic.mul(point(coefficient), factor));
    }
    return total;
  };
  const divisors = new Map<CollectedSum, Ball>();
  return {
    arithmetic,
    enclose: (num, den) => {
      const [above, below] = [topOf(num), topOf(den)];
      const shift = dyadics.sub(above, below);
      if (isFar(shift)) {
        throw new RangeError(`must lie between e^-(2^40) and e^(2^40) in size, got about e^${shown(shift)}`);
      }
      const divisor = divisors.get(den) ?? shifted(den, below);
      divisors.set(den, divisor);
      if (magnitude(divisor.mid) <= divisor.rad) return undefined;
      return arithmetic.mul(exponential(shift), arithmetic.div(shifted(num, above), divisor));
    },
  };
}

function isFar({ mantissa, exponent }: Dyadic): boolean {
  return dyadics.compare({ mantissa: magnitude(mantissa), exponent }, far) === 'greater';
}

function topOf(sum: CollectedSum): Dyadic {
  const exponents = [...sum.values()].map(({ exponent }) => exponent);
  return exponents.reduce((top, exponent) => (dyadics.compare(top, exponent) === 'less' ? exponent : top));
}

function point({ mantissa, exponent }: Dyadic): Ball {
  return { mid: mantissa, rad: 0n, exp: exponent };
}

function shown(d: Dyadic): string {
  return `(${formatRounded(roundToDigits(fromDyadic(d), 6))})`;
}
