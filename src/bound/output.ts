import { outputValue } from '#evaluation/output-value.ts';
import type { Declaration } from '#kernel/declaration.ts';
import { EXP_ULP } from '#kernel/exp.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import type { Allowance } from './allowance.ts';
import { gamma, raised } from './gamma.ts';
import { stateAllowance } from './rnn.ts';

/** The gain of the output unit. Source: write-up, question 1, line 10. */
const GAIN = 1000;

/**
 * What a state kernel declares together with the output of this library, whose exponential is of a number that is never
 * positive.
 */
export function withOutput(declares: Declaration): Declaration {
  return { ...declares, expUlp: EXP_ULP, shifted: true };
}

/**
 * How far a kernel's output sigmoid(1000 h_T) may be from the exact one.
 *
 * Let z = 1000 h_T, s = sigmoid(z), E the bound on the state, u the unit roundoff, eta the smallest subnormal, and
 * D = 1000 E + u (|z| + 1000 E) + eta + v / (1 - v), v = 2 u expUlp; w = e^D - 1.
 *
 * Theorem. |y^ - s| <= (B + f) (1 + gamma_2) + gamma_2 s + 2 eta with B = s (1 - s) w / (1 + min(s, 1 - s) w), and f
 * the smallest normal number where the exponential may flush below it, else 0. Where an exponential of
 * a positive number is allowed and may overflow, which takes e^(D - z) to be beyond the largest number, 0 is allowed as
 * well.
 *
 * Hypotheses: the state is bounded by E; the output is computed from it as 1 / (1 + e^-z), or for z <= 0 as e^z / (1 +
 * e^z), each operation rounded once; the exponential is within expUlp ulp and half of eta where that is subnormal. (The
 * form (1 + tanh(z / 2)) / 2 has no relative accuracy in the lower tail, and is not among them.)
 *
 * Derivation. z^ = fl(1000 h^) is within 1000 E + u (|z| + 1000 E) + eta / 2 of z. A relative error d of the
 * exponential, |d| <= v, is a change of its argument by ln(1 + d), |ln(1 + d)| <= v / (1 - v); as both forms are
 * sigmoid of the argument over the reals, they are sigmoid(z + t) with |t| <= D, but for the two roundings that follow,
 * by a factor of 1 + gamma_2, and for underflow. sigmoid(z + t) - s = s (1 - s) (e^t - 1) / (1 + s (e^t - 1)): for t =
 * D that is s (1 - s) w / (1 + s w); for t = -D it is -s (1 - s) w / (1 + (1 - s) w); B is the larger. Underflow: eta /
 * 2 in the exponential, passed on by a factor of at most 1 + gamma_2, and eta / 2 in the quotient. Adding 1 rounds no
 * worse for what underflowed. Where e^-z overflows, 1 / (1 + e^-z) becomes 0, s away from s; so does an infinite z^,
 * where s is 0 or 1 to less than eta.
 *
 * As evaluated: s and 1 - s are exact to 2^-80; in binary64 each of the terms may underflow, by half of 2^-1074 each,
 * for which there is another 2 eta.
 *
 * @param declares of the state, with expUlp and shifted of the exponential in the output
 * @returns one entry; `bounded` where the state is, otherwise `open`, as what becomes of a state that overflows depends
 *   on the order of its sum
 * @cost that of the state, and 400 operations
 */
export function outputAllowance(x: FloatArray, h0: number, declares: Declaration): Allowance {
  const state = stateAllowance(x, h0, declares);
  const { output, complement } = outputValue(state.exact);
  const bounded = state.fates[0] === 'bounded';
  const bound = bounded
    ? outputBound(Math.abs(state.exact.high[0]!), state.bound[0]!, output.high[0]!, complement, declares)
    : Number.POSITIVE_INFINITY;
  return { exact: output, bound: Float64Array.of(bound), fates: [bounded ? 'bounded' : 'open'] };
}

function outputBound(
  size: number,
  off: number,
  s: number,
  complement: number,
  { format, expUlp, shifted, flushes }: Declaration,
): number {
  const { unitRoundoff: u, smallestSubnormal: eta, largest } = format;
  const v = 2 * u * expUlp;
  const moreUlp = v / (1 - v);
  const D = raised(GAIN * off + u * GAIN * (size + off) + eta + moreUlp);
  const w = raised(Math.expm1(D));
  // Written so that an infinite w gives the larger of s and 1 - s.
  const moved =
    s * complement === 0 ? farMove(size, off, moreUlp) : (s * complement) / (1 / w + Math.min(s, complement));
  const rounded = gamma(2, u);
  const flushed = flushes ? 2 ** format.minExponent : 0;
  const bound = raised((moved + flushed) * (1 + rounded) + rounded * s) + 4 * eta;
  // s = 1 / (1 + e^-z), so that e^-z < 1 / s.
  const mayOverflow = !shifted && raised((w + 1) / s) >= largest;
  return mayOverflow ? Math.max(bound, raised(s) + 2 * eta) : bound;
}

/**
 * At least |sigmoid(z + t) - s| in a tail, where s or 1 - s is not known: e^(D - |z|), and 1. The terms u |z| and 1000
 * u E are below 2^-23 of |z| and of 1000 E; states may be so large that z is not finite.
 */
function farMove(size: number, off: number, moreUlp: number): number {
  return Math.min(1, raised(Math.exp(GAIN * (off * (1 + 2 ** -22) - size * (1 - 2 ** -22)) + moreUlp)));
}
