import { div, rest, SPLITTER, twoSum, U2 } from '#arithmetic/double-double.ts';
import { EXP_LIMIT, exp } from '#arithmetic/double-double-exp.ts';
import type { LinearSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import { emptyValues } from './dyadic-value.ts';
import { linearBalls } from './linear-balls.ts';
import type { LinearOracle, Values } from './values.ts';

/** What the oracle reads of the settings. */
export type LinearQuestion = Pick<LinearSettings, 'causal' | 'normalize' | 'featureMap'>;

/** Sizes of products of three between which no intermediate result overflows, and none that underflows matters. */
const LEAST = 2 ** -900;
const GREATEST = 2 ** 900;

/**
 * Linear attention of the numbers that are given, as pairs of doubles with proved radii.
 *
 * Every product is split into its value and its rounding error, exactly, as is every addition (TwoProduct, TwoSum); the
 * errors are summed beside. A sum of n products p then is off by no more than the rounding of the errors' sum, n + 3
 * additions of errors that add up to (n + 3) u sum |p| at most: (n + 3)^2 u^2 sum |p|, for the scores, n = dk, and for
 * their products with the values, n = m, into which the errors of the scores enter as they are: with k = m + dk + 4 at
 * most 2 k^2 u^2 S, S = sum |q k v|. The radius is 4 k^2 u^2 S. Features enter as pairs: products of two low parts are
 * left out, 2^-104 S, and exponentials are off by 2^-95 of themselves each: 2^-93 S more.
 *
 * All that holds while nothing underflows or overflows: where products of three are between 2^-900 and 2^900 in size,
 * or 0, what underflows is below 2^-1073 a time, far below u^2 S. Other inputs are left to balls, whose exponents have
 * no bounds.
 *
 * @param tokens finite or not; rows that see a number that is not finite are unknown
 * @param exponent outputs, numerators and their sizes are returned times 2^exponent
 * @cost 25 n m (dk + dv) operations; 250 (n + m) dk more for exponentials. Where balls are needed, some hundred times
 *   that
 * @source T. Ogita, S. M. Rump, S. Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26 (2005), Dot2
 */
export function linearOracle(tokens: Tokens, question: LinearQuestion, exponent = 0): LinearOracle {
  const { q, k, v } = tokens;
  const queries = readPairs(q, question.featureMap);
  const keys = readPairs(k, question.featureMap);
  const values = widened(v);
  const sizes = [sizesOf(queries.high), sizesOf(keys.high), sizesOf(values)];
  const least = sizes.reduce((product, { least: size }) => product * size, 1);
  const greatest = sizes.reduce((product, { greatest: size }) => product * size, tokens.m * tokens.dk);
  const middle = sizes.every((size) => size.least >= LEAST && size.greatest <= GREATEST);
  if (exponent !== 0 || !(middle && least >= LEAST && greatest <= GREATEST)) {
    return linearBalls(tokens, question, exponent);
  }
  return sumPairs(tokens, question, queries, keys, values);
}

/** Numbers as pairs of doubles, without the low ones where they are all 0. */
interface Pairs {
  readonly high: Float64Array;
  readonly low: Float64Array | undefined;
}

function widened(array: FloatArray): Float64Array {
  return array instanceof Float64Array ? array : new Float64Array(array);
}

/** The features of numbers: x + 1 exactly, e^x to 2^-95 of itself. */
function readPairs(x: FloatArray, map: LinearSettings['featureMap']): Pairs {
  if (map === 'identity') return { high: widened(x), low: undefined };
  const high = new Float64Array(x.length);
  const low = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const value = x[i]!;
    // Numbers that are not one of the two are too small for pairs, or NaN: balls take over.
    if (value > 0) high[i] = twoSum(value, 1);
    else high[i] = value >= -EXP_LIMIT ? exp(value, 0) : Number.MIN_VALUE;
    low[i] = rest();
  }
  return { high, low };
}

/** The least size but 0, at most 1, and the greatest, at least 1; the greatest is infinite when one is not a number. */
function sizesOf(x: Float64Array): { readonly least: number; readonly greatest: number } {
  let least = 1;
  let greatest = 1;
  for (let i = 0; i < x.length; i++) {
    const size = Math.abs(x[i]!);
    if (size < least && size !== 0) least = size;
    if (!(size <= greatest)) greatest = size > greatest ? size : Number.POSITIVE_INFINITY;
  }
  return { least, greatest };
}

function sumPairs(
  tokens: Tokens,
  { causal, normalize, featureMap }: LinearQuestion,
  queries: Pairs,
  keys: Pairs,
  values: Float64Array,
): LinearOracle {
  const { n, m, dk, dv } = tokens;
  const numerators = emptyValues(n * dv);
  const denominators = emptyValues(n);
  const numeratorSizes = new Float64Array(n * dv);
  const denominatorSizes = new Float64Array(n);
  const spreads = new Float64Array(normalize ? n * dv : 0);
  const outputs = normalize ? emptyValues(n * dv) : numerators;
  const growth = relativeRadius(m + dk, featureMap);
  const scoreSizes = new Float64Array(m);
  const score = new Float64Array(3);
  for (let i = 0; i < n; i++) {
    const seen = causal ? Math.min(i + 1, m) : m;
    let total = 0;
    let low = 0;
    let size = 0;
    for (let j = 0; j < seen; j++) {
      scoreOf(queries, i * dk, keys, j * dk, dk, score);
      total = twoSum(total, score[0]!);
      low += rest() + score[1]!;
      scoreSizes[j] = score[2]!;
      size += score[2]!;
      addWeighted(score, values, j * dv, dv, numerators, numeratorSizes, i * dv);
    }
    denominatorSizes[i] = size;
    settle(denominators, i, total, low, growth * size);
    for (let place = i * dv; place < i * dv + dv; place++) {
      settle(
        numerators,
        place,
        numerators.high[place]!,
        numerators.low[place]!,
        growth * numeratorSizes[place]!,
      );
      if (!normalize) continue;
      divide(numerators, place, denominators, i, outputs);
      spreads[place] = spread(scoreSizes, seen, values, place - i * dv, dv, outputs.high[place]!);
    }
  }
  return { outputs, numerators, denominators, numeratorSizes, denominatorSizes, spreads };
}

/** sum_j a_j |v_jc - y|. */
function spread(a: Float64Array, seen: number, v: Float64Array, c: number, dv: number, y: number): number {
  let sum = 0;
  for (let j = 0; j < seen; j++) sum += a[j]! * Math.abs(v[j * dv + c]! - y);
  return sum;
}

/** The radius of a sum over its size, raised for its own rounding. */
function relativeRadius(terms: number, featureMap: LinearSettings['featureMap']): number {
  const k = terms + 4;
  return (4 * k * k * U2 + (featureMap === 'identity' ? 0 : 2 ** -93)) * (1 + 2 ** -30);
}

/** <q, k> as a pair, and sum |q_l k_l|, into three places. */
function scoreOf(q: Pairs, at: number, k: Pairs, from: number, dk: number, into: Float64Array): void {
  const qHigh = q.high;
  const kHigh = k.high;
  let sum = 0;
  let low = 0;
  let size = 0;
  for (let l = 0; l < dk; l++) {
    const a = qHigh[at + l]!;
    const b = kHigh[from + l]!;
    const p = a * b;
    const ta = SPLITTER * a;
    const a1 = ta - (ta - a);
    const a2 = a - a1;
    const tb = SPLITTER * b;
    const b1 = tb - (tb - b);
    const b2 = b - b1;
    const s = sum + p;
    const part = s - sum;
    low += a1 * b1 - p + a1 * b2 + a2 * b1 + a2 * b2 + (sum - (s - part) + (p - part));
    sum = s;
    size += Math.abs(p);
  }
  if (q.low !== undefined && k.low !== undefined) {
    for (let l = 0; l < dk; l++) low += qHigh[at + l]! * k.low[from + l]! + q.low[at + l]! * kHigh[from + l]!;
  }
  into[0] = sum;
  into[1] = low;
  into[2] = size;
}

/** Adds a score times a row of values to numerators, whose low parts are not yet within half an ulp of the high ones. */
function addWeighted(
  score: Float64Array,
  values: Float64Array,
  from: number,
  dv: number,
  { high, low }: Values,
  sizes: Float64Array,
  to: number,
): void {
  const a = score[0]!;
  const aLow = score[1]!;
  const size = score[2]!;
  const ta = SPLITTER * a;
  const a1 = ta - (ta - a);
  const a2 = a - a1;
  for (let c = 0; c < dv; c++) {
    const b = values[from + c]!;
    const p = a * b;
    const tb = SPLITTER * b;
    const b1 = tb - (tb - b);
    const b2 = b - b1;
    const sum = high[to + c]!;
    const s = sum + p;
    const part = s - sum;
    low[to + c] =
      low[to + c]! + (a1 * b1 - p + a1 * b2 + a2 * b1 + a2 * b2 + (sum - (s - part) + (p - part)) + aLow * b);
    high[to + c] = s;
    sizes[to + c] = sizes[to + c]! + size * Math.abs(b);
  }
}

/** Writes a sum of two doubles so that the high one is the nearest to it. */
function settle({ high, low, radius }: Values, place: number, a: number, b: number, off: number): void {
  high[place] = twoSum(a, b);
  low[place] = rest();
  radius[place] = off;
}

/**
 * Writes a numerator over a denominator. For N = a + r and Z = b + s, |r| <= R, |s| <= P < |b|, |N / Z - a / b| is at
 * most (R + |a / b| P) / (|b| - P); the quotient a / b, of two pairs, is off by 2^-100 of itself, and by less than
 * 2^-1072. Unknown where Z may be 0.
 */
function divide(a: Values, place: number, b: Values, i: number, { high, low, radius }: Values): void {
  const y = div(a.high[place]!, a.low[place]!, b.high[i]!, b.low[i]!);
  high[place] = y;
  low[place] = rest();
  // Lowered by more than its roundings.
  const clear = Math.abs(b.high[i]!) * (1 - 2 ** -50) - b.radius[i]! * (1 + 2 ** -50);
  const moved = (a.radius[place]! + Math.abs(y) * b.radius[i]!) / clear;
  radius[place] =
    clear > 0
      ? (moved + Math.abs(y) * 2 ** -98) * (1 + 2 ** -30) + 4 * Number.MIN_VALUE
      : Number.POSITIVE_INFINITY;
}
