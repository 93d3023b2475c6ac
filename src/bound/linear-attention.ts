import { type LinearQuestion, linearOracle } from '#evaluation/linear-values.ts';
import type { LinearOracle } from '#evaluation/values.ts';
import type { Declaration } from '#kernel/declaration.ts';
import type { FeatureName } from '#kernel/kernel.ts';
import type { Tokens } from '#kernel/tokens.ts';
import type { Allowance, Fate } from './allowance.ts';
import { isBeyond } from './beyond.ts';
import { gamma, raised } from './gamma.ts';
import { addKeys, type KeySums, newKeySums, sizeOfFeatures } from './linear-sums.ts';

/** Times 2^-2040, no product of three doubles overflows, unless it is above 2^3064. */
const SHRUNK = -2040;

/**
 * How far a kernel's linear attention may be from the exact one.
 *
 * Of the features: let L be the number of keys that a row sees, d the width of the keys, S = sum_j sum_l |q_l k_jl
 * v_j|, A = sum_j sum_l |q_l k_jl|, N = sum_j <q, k_j> v_j and Z = sum_j <q, k_j>; a = additions(d) + additions(L) +
 * joins; u the unit roundoff, eta the smallest subnormal. Under elu1, phi = max(u, 2 u expUlp) and e = (expUlp + 1/2)
 * eta, the factor rounded up, or the smallest normal number w where the exponential flushes; under the identity both
 * are 0. P = (1 + phi)^2 - 1.
 *
 * Theorem. Where nothing overflows |N^ - N| <= dN(a + 2) and |Z^ - Z| <= dZ, with
 *   dN(r) = (P + gamma_r (1 + P)) S + (1 + gamma_r) (eta / 2 (d sum_j |v_j| + L sum_l |q_l| + L d) + (1 + P) e F),
 *   F = sum_j |v_j| sum_l (|q_l| + |k_jl| + e),
 * and dZ likewise, with r = a + 1, A for S, and 1 for v_j. With the normaliser, where dZ < |Z|,
 *   |y^ - y| <= (dN' + |y| dZ' + P W) / (|Z| - dZ) + G,  y = N / Z,  W = sum_j |v_j - y| sum_l |q_l k_jl|,
 *   dN' = dN(a + c) - P S,  c = 3, or 4 with a reciprocal,  dZ' = dZ - P A,
 *   G = eta (1 + L d + S + sum_l |q_l| + sum_j |v_j| (d + 1 + sum_l |k_jl|)).
 *
 * Hypotheses: every operation is rounded once, to nearest, or left out by fusing. Products of three are bracketed as (q
 * k) v or q (k v), each factor before or after a sum, and none passes through more than a additions. A quotient is a
 * division by Z^ or a product with fl(1 / Z^), of the sum, of the scores, or of the query.
 *
 * Derivation. Multiplied out, each product of three carries two roundings of products and at most a of additions, 1 + t
 * with |t| <= gamma_(a + 2), and two features, each with a factor 1 + f, |f| <= phi: x + 1 is rounded once, and e^x is
 * off by expUlp ulp of at most 2 u e^x, or of eta, and by eta / 2. That makes the first term. An addition does not
 * underflow. A product is off by eta / 2 more, which at most r further roundings enlarge to (1 + gamma_r) eta / 2, and
 * what the product still meets: v_j for each of L d products q_l k_jl; q_l for each of L d products k_jl v_j; nothing
 * for the last, at most L d. What underflows in a feature meets the other feature and v_j. Of Z, likewise. Normalised:
 * let N' and Z' be the sums of the features as computed but for what underflowed, each product of three within P of
 * itself; y^ - y = (N^ - N' - y (Z^ - Z') + N' - y Z') / Z^ but for the quotient, and N' - y Z' = sum_j (<q', k_j'> -
 * <q, k_j>)(v_j - y), as sum_j <q, k_j> (v_j - y) = 0: the errors of features that all keys share cancel. A division,
 * or a reciprocal and a product, are two roundings more of each product of three at most, wherever they are done. Each
 * may underflow, by eta / 2: the last, the reciprocal, which meets N^ of at most 2 S (or what dN has for underflow,
 * again times eta); scores over Z, which meet v_j; q_l over Z, which meet sum_j |k_jl v_j|; sums of k_jl v_j over Z,
 * which meet q_l; and products formed after the division, as above without it.
 *
 * Overflow. Every partial sum of any such bracketing is at most (1 + gamma)(1 + P) times A, S, sum |k_jl| or sum |k_jl
 * v_j|, and with the normaliser times A, S or sum |q_l| over |Z| - dZ; underflow adds what is negligible there. A
 * reciprocal is at most 1 / (|Z| - dZ). Where all that is below half of the largest number, nothing overflows. Without
 * the normaliser infinities and NaN go through to the result; something must overflow, therefore, where every number
 * within dN of N is beyond the largest. With it, a denominator that overflows makes a quotient 0: nothing is certain.
 *
 * As evaluated, rounded up by 2^-30 of it and by 2 eta, for products that underflow.
 *
 * @returns shape [n][dv]; `open` where dZ < |Z| is false, as for Z = 0, and where a number is not finite
 * @cost that of the oracle, and 2 (n + m) (dk + dv) operations
 */
export function linearAllowance(tokens: Tokens, settings: LinearQuestion, declares: Declaration): Allowance {
  const { q, n, m, dk, dv } = tokens;
  const { causal, normalize, featureMap } = settings;
  const oracle = linearOracle(tokens, settings);
  const bound = new Float64Array(n * dv).fill(Number.POSITIVE_INFINITY);
  const fates = new Array<Fate>(n * dv).fill('open');
  const sums = newKeySums(dv);
  const errors = featureErrors(declares, featureMap);
  let shrunk: LinearOracle | undefined;
  for (let i = 0; i < n; i++) {
    addKeys(sums, tokens, featureMap, causal ? Math.min(i + 1, m) : m);
    const row = rowOf(declares, errors, sums, sizeOfFeatures(q, i * dk, dk, featureMap), dk);
    const divisor = normalize ? divisorOf(oracle, row, i) : undefined;
    for (let c = 0; c < dv; c++) {
      const place = i * dv + c;
      const off = divisor
        ? quotientBound(oracle, row, divisor, c, place)
        : sumBound(oracle, row, i, c, place);
      if (off < Number.POSITIVE_INFINITY) {
        bound[place] = off;
        fates[place] = 'bounded';
      } else if (!normalize) {
        const exponent = Number.isFinite(oracle.numeratorSizes[place]!) ? 0 : SHRUNK;
        if (exponent !== 0) shrunk ??= linearOracle(tokens, settings, exponent);
        if (overflows((exponent === 0 ? oracle : shrunk)!, row, c, place, exponent)) {
          fates[place] = 'overflows';
        }
      }
    }
  }
  return { exact: oracle.outputs, bound, fates };
}

/** P and e of the theorem. */
interface FeatureErrors {
  readonly relative: number;
  readonly absolute: number;
}

function featureErrors({ format, expUlp, flushes }: Declaration, map: FeatureName): FeatureErrors {
  if (map === 'identity') return { relative: 0, absolute: 0 };
  const phi = format.unitRoundoff * Math.max(1, 2 * expUlp);
  const absolute = flushes ? 2 ** format.minExponent : Math.ceil(expUlp + 0.5) * format.smallestSubnormal;
  return { relative: phi * (2 + phi), absolute };
}

/** What the bounds of one row have in common. */
interface Row {
  /** P. */
  readonly P: number;
  /** gamma_(a + 2), gamma_(a + 1), and gamma_(a + c). */
  readonly ofSum: number;
  readonly ofScores: number;
  readonly ofQuotient: number;
  readonly sums: KeySums;
  /** sum_l |q_l|. */
  readonly query: number;
  readonly dk: number;
  readonly eta: number;
  /** e. */
  readonly lost: number;
  /** Half of the largest number of the format. */
  readonly room: number;
}

function rowOf(
  { format, additions, joins, reciprocal }: Declaration,
  errors: FeatureErrors,
  sums: KeySums,
  query: number,
  dk: number,
): Row {
  const a = additions(dk) + additions(sums.count) + joins;
  return {
    P: errors.relative,
    ofSum: gamma(a + 2, format.unitRoundoff),
    ofScores: gamma(a + 1, format.unitRoundoff),
    ofQuotient: gamma(a + (reciprocal ? 4 : 3), format.unitRoundoff),
    sums,
    query,
    dk,
    eta: format.smallestSubnormal,
    lost: errors.absolute,
    room: format.largest / 2,
  };
}

/**
 * What underflow adds to dN or dZ.
 *
 * @param values sum_j |v_j| or L
 * @param products sum_j |v_j| sum_l |k_jl| or sum_j sum_l |k_jl|
 */
function underflow(
  { P, sums, query, dk, eta, lost }: Row,
  g: number,
  values: number,
  products: number,
): number {
  // Half of eta is no double.
  const ofProducts = eta * ((dk * values + sums.count * (query + dk)) / 2);
  const ofFeatures = (1 + P) * lost * (query * values + products + dk * lost * values);
  return raised((1 + g) * (ofProducts + ofFeatures)) + 2 * eta;
}

/** dN(a + 2) of an entry, infinite where something may overflow. */
function sumBound(oracle: LinearOracle, row: Row, i: number, c: number, place: number): number {
  const { ofSum, sums } = row;
  const size = oracle.numeratorSizes[place]!;
  const largest = Math.max(size, oracle.denominatorSizes[i]!, sums.keys, sums.products[c]!);
  return hasRoom(row, ofSum, largest) ? sumError(row, c, size, 0) : Number.POSITIVE_INFINITY;
}

/** dN(a + 2) of an entry whose size has been multiplied by 2^exponent. */
function sumError(row: Row, c: number, size: number, exponent: number): number {
  const { P, ofSum, sums } = row;
  const lost = scaled(underflow(row, ofSum, sums.values[c]!, sums.products[c]!), exponent);
  return raised((P + ofSum * (1 + P)) * size) + lost;
}

/** Whether every number within dN(a + 2) of an entry is beyond the largest, in an oracle times 2^exponent. */
function overflows(oracle: LinearOracle, row: Row, c: number, place: number, exponent: number): boolean {
  const off = sumError(row, c, oracle.numeratorSizes[place]!, exponent) + 2 * row.eta;
  return isBeyond(oracle.numerators, place, off, scaled(2 * row.room, exponent));
}

/** x 2^exponent for an even exponent, also where 2^exponent is no double: the largest number stays a normal one. */
function scaled(x: number, exponent: number): number {
  return x * 2 ** (exponent / 2) * 2 ** (exponent / 2);
}

/** What the quotients of a row have in common. */
interface Divisor {
  /** A. */
  readonly size: number;
  /** dZ', rounded up. */
  readonly off: number;
  /** |Z| - dZ, rounded down. */
  readonly clear: number;
}

function divisorOf({ denominators, denominatorSizes }: LinearOracle, row: Row, i: number): Divisor {
  const { P, ofScores: g, sums } = row;
  const size = denominatorSizes[i]!;
  const off = raised(g * (1 + P) * size) + underflow(row, g, sums.count, sums.keys);
  // Lowered by more than its roundings.
  const Z = Math.abs(denominators.high[i]!) * (1 - 2 ** -50) - denominators.radius[i]!;
  return { size, off, clear: (Z - raised(off + P * size)) * (1 - 2 ** -50) };
}

/** The bound of a normalised entry, infinite where something may overflow or the denominator may vanish. */
function quotientBound(
  oracle: LinearOracle,
  row: Row,
  { size: A, off, clear }: Divisor,
  c: number,
  place: number,
): number {
  const { P, ofQuotient: g, sums, query, dk, eta } = row;
  const S = oracle.numeratorSizes[place]!;
  const values = sums.values[c]!;
  const products = sums.products[c]!;
  const fits =
    clear > 0 &&
    hasRoom(row, g, Math.max(S, A, sums.keys, products)) &&
    hasRoom(row, g, Math.max(1, S, A, query) / clear);
  if (!fits) return Number.POSITIVE_INFINITY;
  const y = Math.abs(oracle.outputs.high[place]!) * (1 + 2 ** -50) + oracle.outputs.radius[place]!;
  const dN = raised(g * (1 + P) * S) + underflow(row, g, values, products);
  const shared = raised(P * (oracle.spreads[place]! + y * A * 2 ** -50));
  const G = eta * (3 + sums.count * dk + S + query + values * (dk + 1) + products);
  return raised((dN + y * off + shared) / clear + G);
}

/** Whether sums of products of three of such a size, with their errors, are below half the largest number. */
function hasRoom({ P, room }: Row, g: number, size: number): boolean {
  return raised((1 + g) * (1 + P) * size) <= room;
}
