import { softmaxValues } from '#evaluation/softmax-values.ts';
import type { Declaration } from '#kernel/declaration.ts';
import { exp64 } from '#kernel/exp.ts';
import type { SoftmaxSettings } from '#kernel/kernel.ts';
import type { Tokens } from '#kernel/tokens.ts';
import type { Allowance, Fate } from './allowance.ts';
import { gamma, raised } from './gamma.ts';
import { largestScore, type ScoreWork, scoreErrors, scoresFate, scoreWork } from './softmax-scores.ts';

/** What the columns of a row share. */
interface Shared {
  readonly rho: number;
  readonly phi: number;
  /** At most sum p_k e^-tau_k; 0 where the scores are so uncertain that outputs are only known to be means of values. */
  readonly floor: number;
  /** At least every exponential that is formed. */
  readonly top: number;
  /** Losses by underflow in a quotient: so much for each size of a value, for the size of the output, and in any case. */
  readonly lost: { readonly values: number; readonly output: number; readonly rest: number };
}

/**
 * What a correct kernel of a declaration may return for softmax attention.
 *
 * Hypotheses: every operation rounds to nearest, fl(a op b) = (a op b)(1 + d) + h with |d| <= u, and |h| <= eta / 2 for
 * products and quotients that underflow, else 0; exp(x) = e^x (1 + d) + h with |d| <= e = 2 u expUlp and |h| <= w, w the
 * smallest normal number when it flushes and else eta. The kernel may normalise first or last, sum in any order, and
 * scale queries, keys, both by a root, or scores.
 *
 * Scores are off by E_j, see `scoreErrors`.
 *
 * Weights. Exponents are s_j + t_j - c for a c that all keys share, |t_j| <= tau_j: E_j, for the score; with a shift,
 * u gap_j for rounding s_j - max, gap_j = max s - s_j + E_j + max E, and rescaling changes neither: the differences
 * add up to the same, all of one sign; (1 + R) e / (1 - e) for its exponential and those of R rescalings. A scale, or
 * log2 e for powers of two, may be a factor of the differences: with several scalings as many times u gap_j, not less
 * than once.
 *
 * Sums. y_t = sum p_j e^t_j v_j / sum p_k e^t_k differs from y by sum p_j (e^t_j - 1)(v_j - y) / sum p_k e^t_k, for
 * sum p_j (v_j - y) = 0, so by no more than T = sum p_j (e^tau_j - 1)|v_j - y| / D, D = sum p_k e^-tau_k; and, y_t being
 * a mean of values, by no more than max |v_j - y|. Each addend above meets at most rho = gamma_(L + R + 2): a product, L
 * additions, R rescalings, a quotient (one more for a reciprocal; for a logarithm see `logarithmError`); below,
 * phi = gamma_(L + R). With
 * M = sum p_j e^tau_j |v_j| / D or max |v_j| for the sizes: |y^ - y_t| <= (rho M + phi (|y| + T)) / (1 - phi).
 *
 * Underflow. Sums start from weights of at most 1, and the largest is at least 1 - e, with a shift; let s = 1 then and
 * e^-max(s - E) otherwise. While rho + (1 + R) e <= 1/8, what is lost is multiplied by less than 2, and by less than
 * 4/3 s when divided by the sum. Weights and factors lose (1 + R) w for an addend, products (1 + R) eta / 2, so
 * N = (1 + R)(w V + n eta) above, V = sum |v_j|, and Z = n (1 + R)(w + eta) below: 4 s (N + |y'| Z) in the quotient if
 * 4 s Z <= 1/2, |y'| <= |y| + T + the roundings; normalising first, eta (V + n); the quotient itself, eta. Terms that are
 * not exact doubles because they underflow are covered by taking eta for eta / 2.
 *
 * exponentials of the bound: e^t - 1 <= t / (1 - t / 2) and e^-t >= 1 - t. Where tau_j > 1/2, p_j e^tau_j is bounded by
 * e^(s_j - max s + tau_j), with the errors of the doubles s_j, which are below E_j + max E.
 *
 * Fates: `scoresFate`; beyond it, `bounded` where the values keep within a quarter of the largest number too, and the
 * hypotheses hold.
 *
 * @param declares the kernel's declaration; a bound for it holds for everything that rounds less
 * @cost that of the values, and 20 operations for a weight and for a product
 */
export function softmaxAllowance(
  tokens: Tokens,
  settings: SoftmaxSettings,
  declares: Declaration,
): Allowance {
  const { n, m, dv } = tokens;
  const oracle = softmaxValues(tokens, settings);
  const work = scoreWork(tokens, settings.scale, declares, oracle);
  const bound = new Float64Array(n * dv);
  const fates: Fate[] = [];
  for (let i = 0; i < n; i++) {
    const seen = settings.causal ? Math.min(m, i + 1) : m;
    const shared = share(work, i, seen);
    for (let c = 0; c < dv; c++) {
      const within =
        typeof shared === 'string' ? Number.POSITIVE_INFINITY : distance(work, i, c, seen, shared);
      bound[i * dv + c] = within;
      fates.push(
        typeof shared === 'string' ? shared : within < Number.POSITIVE_INFINITY ? 'bounded' : 'open',
      );
    }
  }
  return { exact: oracle.outputs, bound, fates };
}

/** What the columns of row i share, or its fate where that is decided already. */
function share(work: ScoreWork, i: number, seen: number): Shared | Exclude<Fate, 'bounded'> {
  const { declares } = work;
  const { format, shifted } = declares;
  const { unitRoundoff: u, smallestSubnormal: eta } = format;
  const uncertainty = scoreErrors(work, i, seen);
  const most = largestScore(work, i, seen);
  const fate = scoresFate(work, i, seen);
  if (fate !== 'bounded') return fate;
  const additions = declares.additions(seen) + declares.joins;
  const rescalings = shifted ? declares.rescalings(seen) : 0;
  const e = 2 * u * declares.expUlp;
  const rho = gamma(additions + rescalings + (declares.reciprocal ? 3 : 2), u);
  const phi = gamma(additions + rescalings, u);
  const top = shifted ? 1 : 1.01 * exp64(most + uncertainty);
  const s = shifted ? 1 : 1.01 * exp64(uncertainty - most);
  const w = declares.flushes ? 2 ** format.minExponent : eta;
  const output = 4 * s * seen * (1 + rescalings) * (w + eta);
  const hypotheses =
    rho + (1 + rescalings) * e <= 1 / 8 && output <= 1 / 2 && top * seen <= format.largest / 4;
  if (!hypotheses) return 'open';
  const floor = risesAndReaches(work, i, seen, most, uncertainty, ((1 + rescalings) * e) / (1 - e));
  const turned = declares.logarithm && seen > 1 ? logarithmError(work, i, seen, most, uncertainty, floor) : 0;
  if (!(turned <= 1 / 8)) return 'open';
  const values = 4 * s * (1 + rescalings) * w + 3 * eta;
  const rest = 4 * s * (1 + rescalings) * seen * eta + (seen + 8) * eta;
  return {
    rho: rho + turned + rho * turned,
    phi,
    floor,
    top,
    lost: { values, output: output + 2 * seen * eta, rest },
  };
}

/**
 * By which factor 1 + x the weights of row i may be off together when they are e^(s - l).
 *
 * Let t_j be the errors of the exponents of the weights and t'_j those in the sum. Both have the error of the score in
 * common, so that |t_j - t'_j| <= d_j = 2 (u (gap_j + E_j + max E) + exponentials), besides what the weights have in common:
 * u |l| for rounding l, u (log n + 1/2) for s_j - l beyond its gap, and the error of the logarithm, 2 u expUlp (log n + 1/4).
 * sum p e^t v / sum p e^t' is y_t, as without a logarithm, times sum p e^t / sum p e^t', which is off from 1 by
 * sum p_j e^t'_j |e^d_j - 1| / sum p_k e^t'_k at most. The factor meets every addend, and the sum no quotient.
 *
 * Of one key l is its score, and nothing is off.
 *
 * @returns infinite where a difference is not small, NaN where scores are so uncertain that nothing is known
 */
function logarithmError(
  { tokens: { m }, scale, declares, oracle, room: { errors, reach } }: ScoreWork,
  i: number,
  seen: number,
  most: number,
  uncertainty: number,
  floor: number,
): number {
  const { expUlp, rescalings, format } = declares;
  const u = format.unitRoundoff;
  const rounded = u * Math.max(1, declares.scalings(scale));
  const e = 2 * u * expUlp;
  const exponentials = ((1 + rescalings(seen)) * e) / (1 - e);
  const log = Math.log(seen) + 1 / 2;
  const common = u * (Math.abs(most) + uncertainty + 2 * log) + e * log;
  let turned = 0;
  for (let j = 0; j < seen; j++) {
    const gap = most - oracle.scores[i * m + j]!;
    const d = 2 * (rounded * (gap + errors[j]! + uncertainty) + exponentials);
    if (d > 1 / 8 && reach[j]! > 0) return Number.POSITIVE_INFINITY;
    turned += reach[j]! * d;
  }
  // e^x - 1 <= 1.07 x up to 1/8, for both, and their product.
  return 1.25 * (common + turned / floor);
}

/**
 * Fills in `rise` and `reach`.
 *
 * @param exponentials what the exponentials add to every tau_j
 * @returns a lower bound on sum p_k e^-tau_k, or 0
 */
function risesAndReaches(
  { tokens: { m }, scale, declares, oracle, room: { errors, rise, reach } }: ScoreWork,
  i: number,
  seen: number,
  most: number,
  uncertainty: number,
  exponentials: number,
): number {
  const roundings = declares.shifted ? Math.max(1, declares.scalings(scale)) : 0;
  const u = roundings * declares.format.unitRoundoff;
  let floor = 0;
  let known = true;
  for (let j = 0; j < seen; j++) {
    const p = oracle.weights[i * m + j]!;
    const gap = most - oracle.scores[i * m + j]!;
    const tau = errors[j]! + u * (gap + errors[j]! + uncertainty) + exponentials;
    if (tau <= 1 / 2) {
      rise[j] = (p * tau) / (1 - tau / 2);
      reach[j] = p + rise[j]!;
      floor += p * (1 - tau);
    } else {
      const exponent = 3 * tau + 2 * uncertainty - gap;
      known &&= exponent < 0;
      rise[j] = 1.01 * exp64(Math.min(0, exponent));
      reach[j] = rise[j]!;
    }
  }
  return known ? floor : 0;
}

/** A bound on the distance of column c of row i; infinite where nothing is promised. */
function distance(
  { tokens, oracle, declares, room: { rise, reach } }: ScoreWork,
  i: number,
  c: number,
  seen: number,
  shared: Shared,
): number {
  const { v, dv } = tokens;
  const { rho, phi, floor, top, lost } = shared;
  const at = i * dv + c;
  const high = oracle.outputs.high[at]!;
  const low = oracle.outputs.low[at]!;
  const radius = oracle.outputs.radius[at]!;
  let moved = 0;
  let size = 0;
  let sizes = 0;
  let farthest = 0;
  let largest = 0;
  for (let j = 0; j < seen; j++) {
    const value = v[j * dv + c]!;
    const away = Math.abs(value - high - low) + radius;
    moved += rise[j]! * away;
    size += reach[j]! * Math.abs(value);
    sizes += Math.abs(value);
    if (away > farthest) farthest = away;
    if (Math.abs(value) > largest) largest = Math.abs(value);
  }
  if (!(top * sizes <= declares.format.largest / 4)) return Number.POSITIVE_INFINITY;
  const t = floor > 0 ? Math.min(moved / floor, farthest) : farthest;
  const mean = floor > 0 ? Math.min(size / floor, largest) : largest;
  const y = Math.abs(high) + radius;
  const rounded = t + (rho * mean + phi * (y + t)) / (1 - phi);
  const within = raised(rounded + lost.values * sizes + lost.output * (y + rounded) + lost.rest);
  return within < Number.POSITIVE_INFINITY ? within : Number.POSITIVE_INFINITY;
}
