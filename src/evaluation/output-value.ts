import { type Ball, type Balls, balls } from '#arithmetic/ball.ts';
import { div, rest, twoProduct, twoSum } from '#arithmetic/double-double.ts';
import { exp } from '#arithmetic/double-double-exp.ts';
import { dyadic, nearestDouble } from '#arithmetic/dyadic.ts';
import { emptyValues, setDyadic, setUnknown } from './dyadic-value.ts';
import type { Values } from './values.ts';

/** What is known of the output at a state. */
export interface OutputOracle {
  readonly output: Values;
  /** 1 less the output, not by a subtraction: within 2^-80 of itself and 2^-1073. */
  readonly complement: number;
}

/** The gain of the output unit. Source: write-up, question 1, line 10. */
const GAIN = 1000;

/** e^-270 > 2^-390: for states up to this size everything is within the range of double-doubles. */
const NEAR = 0.27;

/** e^-746 < 2^-1076: beyond this state the output is within that of 0 or 1. */
const FAR = 0.746;

/** Bound on the relative error of the output between 0 and `NEAR`. */
const NEAR_ERROR = 2 ** -90;

const arithmetic: Balls = balls(128);
const ONE = arithmetic.of(1);

/**
 * The output sigmoid(1000 h) at a state that is known to two doubles, and to 2^-104 of itself.
 *
 * Near 0: z = 1000 (h + l) is a product that is exact as a pair, and 1000 l, rounded, which makes z off by 2^-104 of
 * itself, and by as much for the radius: below 2^-95 for z <= 270. e = e^-z is off by 2^-95 more, and neither 1 / (1 +
 * e) nor e / (1 + e) by more than e is, but for the sum and the quotient, 2^-100. Together below 2^-93, a relative
 * error in both tails, as neither is a difference from 1. Where 1000 h underflows, z is too small to matter. Further
 * out, the same by balls.
 *
 * @param states one state
 * @returns unknown where the state is
 * @cost 250 operations; 30 us from |h| = 0.27 to 0.746
 * @source write-up, question 1, line 10
 */
export function outputValue(states: Values): OutputOracle {
  const output = emptyValues(1);
  const h = states.high[0]!;
  const radius = states.radius[0]!;
  if (!(radius < Number.POSITIVE_INFINITY)) {
    setUnknown(output, 0);
    return { output, complement: Number.NaN };
  }
  if (Math.abs(h) > FAR) {
    output.high[0] = h > 0 ? 1 : 0;
    output.radius[0] = Number.MIN_VALUE;
    return { output, complement: 1 - output.high[0] };
  }
  const low = states.low[0]!;
  const complement = Math.abs(h) <= NEAR ? byDoubles(h, low, output) : byBalls(h, low, radius, output);
  return { output, complement };
}

/** Writes the output, and returns its complement. */
function byDoubles(h: number, low: number, output: Values): number {
  const z = twoProduct(-GAIN, Math.abs(h));
  const zLow = rest() + (h < 0 ? GAIN * low : -GAIN * low);
  const e = exp(z, zLow);
  const eLow = rest();
  const d = twoSum(1, e);
  const dLow = rest() + eLow;
  const upper = div(1, 0, d, dLow);
  const upperLow = rest();
  const lower = div(e, eLow, d, dLow);
  output.high[0] = h < 0 ? lower : upper;
  output.low[0] = h < 0 ? rest() : upperLow;
  output.radius[0] = output.high[0] * NEAR_ERROR;
  return h < 0 ? upper : lower;
}

/** As `byDoubles`. */
function byBalls(h: number, low: number, radius: number, output: Values): number {
  const state = [h, low].map(arithmetic.of).reduce(arithmetic.add);
  const size: Ball = arithmetic.mul(
    around(h < 0 ? arithmetic.neg(state) : state, radius),
    arithmetic.of(GAIN),
  );
  const e = arithmetic.exp(arithmetic.neg(size));
  const upper = arithmetic.div(ONE, arithmetic.add(ONE, e));
  const lower = arithmetic.mul(e, upper);
  const { mid, rad, exp: exponent } = h < 0 ? lower : upper;
  setDyadic(output, 0, { mantissa: mid, exponent }, { mantissa: rad, exponent });
  const other = h < 0 ? upper : lower;
  return nearestDouble({ mantissa: other.mid, exponent: other.exp });
}

/** All numbers within a radius of an exact one. */
function around(point: Ball, radius: number): Ball {
  if (radius === 0) return point;
  const { mantissa, exponent } = dyadic(radius);
  return arithmetic.add(point, { mid: 0n, rad: mantissa, exp: exponent });
}
