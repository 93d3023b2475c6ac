import { type Ball, type Balls, balls } from '#arithmetic/ball.ts';
import { type Dyadic, dyadics, nearestDouble } from '#arithmetic/dyadic.ts';
import { magnitude, sizeBound } from '#arithmetic/integer.ts';
import type { Tokens } from '#kernel/tokens.ts';
import type { SoftmaxOracle } from './values.ts';

/** A radius of 2^-150 of sum_j W_ij |v_j|, and less: nothing else is left to be decided by more. */
const BITS = 160;

/** Of the smallest subnormal. */
const LEAST_EXPONENT = -1074;

/** Below e^-(2^20) a weight is only bounded: beside any that a double can tell from 0 it is nothing. */
const NEGLIGIBLE: Dyadic = { mantissa: -1n, exponent: 20 };

/** 0 +- 2^-1512774 > e^-(2^20). */
const nothing: Ball = { mid: 0n, rad: 1n, exp: -1_512_774 };

/**
 * One row of softmax attention by balls, at any finite numbers: scores, and what they are below the largest, exactly;
 * exponentials, sums and quotients in balls. Written to the oracle.
 *
 * The exponentials are positive, so that their sum keeps their relative radius, and sum w_j v_j has a radius of about
 * 2^-BITS sum w_j |v_j|: no cancellation asks for more digits.
 *
 * @throws RangeError for a number that is not finite
 */
export function softmaxRowByBalls(
  { q, k, v, m, dk, dv }: Tokens,
  scale: number,
  i: number,
  seen: number,
  oracle: SoftmaxOracle,
): void {
  const a = balls(BITS);
  const factor = dyadics.of(scale);
  const scores: Dyadic[] = [];
  for (let j = 0; j < seen; j++) {
    let sum = dyadics.of(0);
    let sizes = sum;
    for (let l = 0; l < dk; l++) {
      const product = dyadics.mul(dyadics.of(q[i * dk + l]!), dyadics.of(k[j * dk + l]!));
      sum = dyadics.add(sum, product);
      sizes = dyadics.add(sizes, size(product));
    }
    scores.push(dyadics.mul(factor, sum));
    oracle.scores[i * m + j] = nearestDouble(scores[j]!);
    oracle.sizes[i * m + j] = nearestDouble(sizes);
  }
  const weights = exponentials(a, scores);
  const total = weights.reduce(a.add, a.of(0));
  weights.forEach((weight, j) => {
    oracle.weights[i * m + j] = parts(a.div(weight, total)).high;
  });
  for (let c = 0; c < dv; c++) {
    const sum = weights.reduce((so, weight, j) => a.add(so, a.mul(weight, a.of(v[j * dv + c]!))), a.of(0));
    const { high, low, radius } = parts(a.div(sum, total));
    oracle.outputs.high[i * dv + c] = high;
    oracle.outputs.low[i * dv + c] = low;
    oracle.outputs.radius[i * dv + c] = radius;
  }
}

/** e^(s - max s) of every score s. */
function exponentials(a: Balls, scores: readonly Dyadic[]): readonly Ball[] {
  const most = scores.reduce((so, s) => (dyadics.compare(s, so) === 'greater' ? s : so), scores[0]!);
  return scores.map((s) => {
    const difference = dyadics.sub(s, most);
    if (dyadics.compare(difference, NEGLIGIBLE) === 'less') return nothing;
    return a.exp({ mid: difference.mantissa, rad: 0n, exp: difference.exponent });
  });
}

/** A ball as two doubles and a radius, rounded up. */
function parts({ mid, rad, exp }: Ball): { high: number; low: number; radius: number } {
  // Minus infinity for 0.
  const top = sizeBound(magnitude(mid) + rad) + exp;
  // Nothing beside the doubles, and the shifts of what is far below them would be gigantic.
  if (top < LEAST_EXPONENT) {
    return { high: 0, low: 0, radius: top > Number.NEGATIVE_INFINITY ? 2 ** LEAST_EXPONENT : 0 };
  }
  const exact = { mantissa: mid, exponent: exp };
  const high = nearestDouble(exact);
  const rest = dyadics.sub(exact, dyadics.of(high));
  const low = nearestDouble(rest);
  const left = dyadics.sub(rest, dyadics.of(low));
  const spread = dyadics.add({ mantissa: rad, exponent: exp }, size(left));
  return {
    high,
    low,
    radius: spread.mantissa === 0n ? 0 : nearestDouble(spread) * (1 + 2 ** -50) + 2 ** -1074,
  };
}

function size(a: Dyadic): Dyadic {
  return a.mantissa < 0n ? dyadics.neg(a) : a;
}
