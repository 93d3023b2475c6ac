import { div, mul, rest, SPLITTER, twoProduct, twoSum, U2 } from '#arithmetic/double-double.ts';
import { EXP_ERROR, exp } from '#arithmetic/double-double-exp.ts';
import { exp64 } from '#kernel/exp.ts';
import type { SoftmaxSettings } from '#kernel/kernel.ts';
import type { Tokens } from '#kernel/tokens.ts';
import { softmaxRowByBalls } from './softmax-row.ts';
import type { SoftmaxOracle } from './values.ts';

/** Numbers other than 0 between these in size keep every product of double-doubles exact, see `softmaxValues`. */
const LEAST = 2 ** -250;
const GREATEST = 2 ** 250;

/** Weights below e^-319 < 2^-460 of the largest are left out, and their share is added to the radius. */
const CUT = -320;
const CUT_SHARE = 2 ** -458;

/** A radius above this part of sum_j W_ij |v_j| is worth a row of balls. */
const WIDEST = 2 ** -72;

/** What a row is worked out in: low parts of scores, weights before they are divided by their sum, and sums of two parts. */
interface Row {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly weightLow: Float64Array;
  readonly total: Float64Array;
  readonly sum: Float64Array;
}

/** The numbers given, and where things go. */
interface Work {
  readonly tokens: Tokens;
  readonly scale: number;
  readonly oracle: SoftmaxOracle;
  readonly row: Row;
}

/**
 * Softmax attention at the very numbers given, with a proved radius: in double-doubles, and in balls where those do not
 * suffice. Let u = 2^-53, n the keys that a row sees, d the key width.
 *
 * Range: the numbers given are 0 or within 2^+-250. Every product of two is a multiple of 2^-604, and so are all sums
 * and their rounding errors; times the scale, multiples of 2^-906. Weights are at least 2^-461, their products with
 * values multiples of 2^-816, but for the products of low parts, which may underflow: by 2^-1075, far below 2^-180 of
 * any error counted here.
 *
 * Scores are sums of exact products p_l + e_l: high parts are added exactly, H_l + t_l, low parts t_l + e_l in doubles.
 * sum (|t_l| + |e_l|) <= gamma_d S with S = sum |q_l k_l|, and adding them up is off by gamma_d of that: d^2 u^2 S
 * (T. Ogita, S. M. Rump, S. Oishi, Accurate sum and dot product, 2005, lemma 5.1). The scale adds 3 u^2 S |scale|. The
 * difference to the largest score rounds by 4 u^2 of the sizes of the two: together below
 * (d^2 + 9) u^2 |scale| (S_j + S_max) for the argument of an exponential, so that each weight is within a factor
 * 1 + e of the true one, e = 1.01 (2 (d^2 + 9) u^2 |scale| max S + EXP_ERROR).
 *
 * Outputs: with p the true weights and M = sum p_j |v_j|, weights that are off by factors 1 + e_j move the output by
 * |sum p_j e_j (v_j - y)| / (1 - e) <= 2 e M / (1 - e). The sums of w_j v_j and of w_j are off by (n + 2)^2 u^2 of the
 * sums of absolute values: as for scores, with three more roundings by u^2 for the low part of w_j. The reciprocal of the sum and
 * the product with it add 22 u^2 |y|. As |y| <= M, the radius is M (2.2 e + (2 (n + 2)^2 + 22) 1.1 u^2). Keys that are
 * cut move the output by at most sum p_j (|v_j| + |y|) over them.
 *
 * @throws RangeError for a number that is not finite
 * @cost a double-double exponential for a score, and 25 operations for a product
 */
export function softmaxValues(tokens: Tokens, settings: SoftmaxSettings): SoftmaxOracle {
  const { n, m, dv } = tokens;
  const oracle = emptyOracle(n * dv, n * m);
  const work = { tokens, scale: settings.scale, oracle, row: rowFor(m) };
  const inRange = isInRange(tokens, settings.scale);
  // The mean of no values is nothing.
  if (m === 0) oracle.outputs.radius.fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < n * Math.sign(m); i++) {
    const seen = settings.causal ? Math.min(m, i + 1) : m;
    if (!(inRange && rowByDoubles(work, i, seen))) softmaxRowByBalls(tokens, settings.scale, i, seen, oracle);
  }
  return oracle;
}

/** Arrays of zeros; in one buffer, for many small ones take longer to make than a small case takes to compute. */
function emptyOracle(entries: number, pairs: number): SoftmaxOracle {
  const buffer = new ArrayBuffer(8 * (3 * entries + 3 * pairs));
  const entriesAt = (place: number): Float64Array => new Float64Array(buffer, 8 * place * entries, entries);
  const pairsAt = (place: number): Float64Array =>
    new Float64Array(buffer, 8 * (3 * entries + place * pairs), pairs);
  return {
    outputs: { high: entriesAt(0), low: entriesAt(1), radius: entriesAt(2) },
    scores: pairsAt(0),
    sizes: pairsAt(1),
    weights: pairsAt(2),
  };
}

let room: Row = emptyRow(0);

/** Room for a row of so many keys, or more; the same one again while it is large enough. */
function rowFor(m: number): Row {
  if (room.low.length < m) room = emptyRow(2 * m);
  return room;
}

function emptyRow(m: number): Row {
  const zeros = (length: number): Float64Array => new Float64Array(length);
  return { low: zeros(m), high: zeros(m), weightLow: zeros(m), total: zeros(2), sum: zeros(2) };
}

function isInRange({ q, k, v }: Tokens, scale: number): boolean {
  return within(scale) && allWithin(q) && allWithin(k) && allWithin(v);
}

function allWithin(numbers: ArrayLike<number>): boolean {
  for (let i = 0; i < numbers.length; i++) if (!within(numbers[i]!)) return false;
  return true;
}

function within(x: number): boolean {
  const size = Math.abs(x);
  return (size >= LEAST && size <= GREATEST) || x === 0;
}

/** @returns whether the row is known narrowly enough; if not, the oracle's row is unfinished */
function rowByDoubles(work: Work, i: number, seen: number): boolean {
  const { tokens, oracle, row } = work;
  const start = i * tokens.m;
  for (let j = 0; j < seen; j++) score(work, i, j);
  const relative = weigh(work, start, seen);
  if (!(relative < WIDEST)) return false;
  const share = 2.2 * relative + (2 * (seen + 2) ** 2 + 22) * 1.1 * U2;
  const inverse = div(1, 0, row.total[0]!, row.total[1]!);
  const inverseLow = rest();
  for (let j = start; j < start + seen; j++) oracle.weights[j] = oracle.weights[j]! * inverse;
  const { high, low, radius } = oracle.outputs;
  for (let c = 0; c < tokens.dv; c++) {
    const at = i * tokens.dv + c;
    const size = gather(work, c, seen) * inverse;
    high[at] = mul(row.sum[0]!, row.sum[1]!, inverse, inverseLow);
    low[at] = rest();
    radius[at] = size * share + cutShare(work, c, seen, Math.abs(high[at]));
    if (!(radius[at] <= size * WIDEST)) return false;
  }
  return true;
}

/** The score of query i and key j: high part to the oracle, low part to the row. */
function score({ tokens: { q, k, m, dk }, scale, oracle, row }: Work, i: number, j: number): void {
  let high = 0;
  let low = 0;
  let size = 0;
  for (let l = 0; l < dk; l++) {
    const a = q[i * dk + l]!;
    const b = k[j * dk + l]!;
    // The product p + e and the sum s + t, in place: as `twoProduct` and `twoSum`.
    const p = a * b;
    const a1 = SPLITTER * a - (SPLITTER * a - a);
    const b1 = SPLITTER * b - (SPLITTER * b - b);
    const a2 = a - a1;
    const b2 = b - b1;
    const e = a2 * b2 - (p - a1 * b1 - a2 * b1 - a1 * b2);
    const s = high + p;
    const d = s - high;
    low += high - (s - d) + (p - d) + e;
    high = s;
    size += Math.abs(p);
  }
  const sum = twoSum(high, low);
  const sumLow = rest();
  const scaled = twoProduct(sum, scale);
  oracle.scores[i * m + j] = twoSum(scaled, rest() + sumLow * scale);
  row.low[j] = rest();
  oracle.sizes[i * m + j] = size;
}

/**
 * Weights of the row that starts at `start`, not yet divided by their sum, and that sum.
 *
 * @returns a bound on their relative errors
 */
function weigh({ tokens, scale, oracle, row }: Work, start: number, seen: number): number {
  const { scores, sizes, weights } = oracle;
  const most = largest(scores, start, start + seen);
  const mostLow = row.low[most - start]!;
  const unit = (tokens.dk ** 2 + 9) * U2 * Math.abs(scale);
  let size = sizes[most]!;
  let total = 0;
  let totalLow = 0;
  for (let j = 0; j < seen; j++) {
    const at = start + j;
    const difference = twoSum(scores[at]!, -scores[most]!);
    const x = twoSum(difference, rest() + (row.low[j]! - mostLow));
    if (x < CUT) {
      row.high[j] = 0;
      row.weightLow[j] = 0;
      weights[at] = exp64(x);
      // Whether it is as small as it seems.
      if (!(unit * sizes[at]! < 1 / 2)) return Number.POSITIVE_INFINITY;
      continue;
    }
    const weight = exp(x, rest());
    const low = rest();
    row.high[j] = weight;
    row.weightLow[j] = low;
    weights[at] = weight;
    total = twoSum(total, weight);
    totalLow += rest() + low;
    if (sizes[at]! > size) size = sizes[at]!;
  }
  row.total[0] = twoSum(total, totalLow);
  row.total[1] = rest();
  return 1.01 * (2 * unit * size + EXP_ERROR);
}

/** Where the largest number is, from `from` up to `to`. */
function largest(numbers: Float64Array, from: number, to: number): number {
  let most = from;
  for (let at = from + 1; at < to; at++) if (numbers[at]! > numbers[most]!) most = at;
  return most;
}

/** Sums w_j v_j of column c. @returns the sum of their sizes */
function gather({ tokens: { v, dv }, row }: Work, c: number, seen: number): number {
  let high = 0;
  let low = 0;
  let size = 0;
  for (let j = 0; j < seen; j++) {
    const a = row.high[j]!;
    const b = v[j * dv + c]!;
    const p = a * b;
    const a1 = SPLITTER * a - (SPLITTER * a - a);
    const b1 = SPLITTER * b - (SPLITTER * b - b);
    const a2 = a - a1;
    const b2 = b - b1;
    const e = a2 * b2 - (p - a1 * b1 - a2 * b1 - a1 * b2);
    const s = high + p;
    const d = s - high;
    low += high - (s - d) + (p - d) + (e + row.weightLow[j]! * b);
    high = s;
    size += Math.abs(p);
  }
  row.sum[0] = twoSum(high, low);
  row.sum[1] = rest();
  return size;
}

/** A bound on what the keys that were left out may add to column c. */
function cutShare({ tokens: { v, dv }, row }: Work, c: number, seen: number, size: number): number {
  let share = 0;
  for (let j = 0; j < seen; j++) {
    if (row.high[j] === 0) share += CUT_SHARE * (Math.abs(v[j * dv + c]!) + size);
  }
  return share;
}
