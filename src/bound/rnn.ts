import { finalStateValue, type StateOracle, stateValues } from '#evaluation/rnn-values.ts';
import type { Declaration } from '#kernel/declaration.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import type { Allowance, Fate } from './allowance.ts';
import { isBeyond } from './beyond.ts';
import { gamma, raised } from './gamma.ts';

/**
 * How far a kernel's final state of the recurrence may be from the exact one.
 *
 * Let s = (-1)^T h_T be the sum of the n = T + 1 addends h_0, (-1)^t x_t, of sizes that add up to S, and L =
 * additions(n).
 *
 * Theorem. Where no partial sum overflows, |h^_T - h_T| <= gamma_L S; of a compensated sum, at most u |h_T| + gamma_L^2
 * S.
 *
 * Hypotheses: every addition or subtraction is rounded once, to nearest; signs and additions to 0 are exact; the
 * addends are added in any bracketing in which none passes through more than L additions.
 *
 * Derivation. fl(a + b) = (a + b)(1 + d) with |d| <= u, also where it underflows: a sum of two numbers of a format
 * that is subnormal is exact. Multiplied out, each addend carries at most L factors 1 + d, which together are a factor
 * 1 + e, |e| <= gamma_L. Compensated: TwoSum yields the error e_i = fl(a + b) - (a + b) of each addition exactly; the
 * first part shows sum |e_i| <= gamma_L S, as each |e_i| <= u' |fl(a + b)| and each addend is in at most L of the sums;
 * adding the e_i up, in at most L - 1 additions each, errs by at most gamma_(L - 1) gamma_L S; the last addition rounds
 * h_T plus that by at most a factor 1 + u, and (1 + u) gamma_(L - 1) <= gamma_L. Where sums of many inputs start from a
 * bias, errors are larger and fewer additions make them: that the bound holds as well is derived in `kernel/rnn/biased.ts`.
 *
 * Overflow. Every partial sum is at most (1 + gamma_L) S, so that none overflows where that is at most the largest
 * number; the differences that TwoSum forms are at most 4 times as large. Where nothing overflows a result is finite
 * and within the bound; therefore, where every number within the bound is beyond the largest, something must overflow,
 * and what is infinite or NaN remains so through additions.
 *
 * @param x inputs, shape [T], numbers of the format that is declared
 * @param h0 initial state, a number of the format
 * @returns one entry
 * @cost 25 T additions
 * @source N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 4.2; T. Ogita, S. M. Rump, S.
 *   Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26 (2005), proposition 4.5
 */
export function stateAllowance(x: FloatArray, h0: number, declares: Declaration): Allowance {
  return allowance(declares, x.length + 1, (exponent) => finalStateValue(x, h0, exponent));
}

/**
 * How far a kernel's states h_1 ... h_T may be from the exact ones: each as in `stateAllowance`, of the t + 1 addends
 * that it has.
 *
 * @returns T entries
 */
export function statesAllowance(x: FloatArray, h0: number, declares: Declaration): Allowance {
  return allowance(declares, 2, (exponent) => stateValues(x, h0, exponent));
}

/** Times 2^-64, no sum of fewer than 2^60 doubles overflows. */
const SHRUNK = -64;

/** @param addends of the first state; each state has one more than the one before */
function allowance(
  declares: Declaration,
  addends: number,
  evaluate: (exponent: number) => StateOracle,
): Allowance {
  const { states, sizes } = evaluate(0);
  const bound = new Float64Array(sizes.length);
  const fates: Fate[] = [];
  const room = declares.format.largest / (declares.compensated ? 4 : 1);
  let shrunk: StateOracle | undefined;
  for (let i = 0; i < sizes.length; i++) {
    const factor = gamma(declares.additions(addends + i), declares.format.unitRoundoff);
    if (raisedSum((1 + factor) * sizes[i]!, addends + i) <= room) {
      bound[i] = stateBound(declares, factor, { states, sizes }, i, addends + i);
      fates.push('bounded');
      continue;
    }
    shrunk ??= evaluate(SHRUNK);
    const off = stateBound(declares, factor, shrunk, i, addends + i);
    bound[i] = Number.POSITIVE_INFINITY;
    fates.push(isBeyond(shrunk.states, i, off, declares.format.largest * 2 ** SHRUNK) ? 'overflows' : 'open');
  }
  return { exact: states, bound, fates };
}

/** The theorem's bound on state i, rounded up. */
function stateBound(
  { format, compensated }: Declaration,
  factor: number,
  { states, sizes }: StateOracle,
  i: number,
  addends: number,
): number {
  const size = raisedSum(sizes[i]!, addends);
  if (!compensated) return raised(factor * size);
  // The low part and the radius are below an ulp of the high one, 2^-52 of it, or it is all there is.
  const state = Math.abs(states.high[i]!) + Math.abs(states.low[i]!) + states.radius[i]!;
  return raised(format.unitRoundoff * state + factor * (factor * size));
}

/** A sum of so many non-negative numbers that took one rounding each, raised above what it is over the reals. */
function raisedSum(sum: number, addends: number): number {
  return raised(sum * (1 + gamma(addends, 2 ** -53)));
}
