import type { FloatFormat } from '#arithmetic/float-format.ts';
import { inOrder } from '#kernel/declaration.ts';
import type { StateKernel } from '#kernel/kernel.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { addVisits, biasedInputs } from './biased.ts';
import { laneAdditions, lanesOf, VECTORS, VISIT } from './lanes.ts';

const f = Math.fround;

/**
 * Final state of the recurrence, correct to almost one rounding of the exact one, in the order of `lanes.ts`.
 *
 * TwoSum gives the error of an addition exactly, also where it underflows: for t = fl(s + x) and b = fl(t - s) it is
 * fl(fl(s - fl(t - b)) + fl(x - b)). Every accumulator has a second one, to which its errors are added. A sum joins
 * another by high = fl(a.high + b.high), low = fl(fl(a.low + b.low) + error of high), with b negated where it counts
 * with a minus:
 * 1. accumulators as in `lanes.ts`, each with its errors; of 16 MiB of inputs or more, whole visits are added as
 *    in `biased.ts`, and the other inputs after them;
 * 2. the vectors join, lane by lane: 1 joins 0, 3 joins 2, then 2 joins 0;
 * 3. the lanes join the first from the left, which is negated: (0 - s[0]) + s[1] (- s[2] + s[3] in binary32);
 * 4. the inputs after the last full block, each with an error of 0, join a sum of their own, from 0, signs as there;
 * 5. that joins the lanes, then h_0, with an error of 0, joins; for odd T the whole is taken from 0;
 * 6. h = fl(high + low).
 *
 * @param x inputs, shape [T]
 * @param h0 initial state; rounded to the format of `x`
 * @returns within u |h_T| + gamma_L^2 (|h_0| + sum |x_t|) of h_T, L = T / (4 w) + 2 w + 6 at most, w lanes: the exact
 *   errors are together at most gamma_L of the sizes, and adding them up costs gamma_L of that. Where a sum overflows its
 *   errors mean nothing, and `high` is returned: infinities and NaN as in plain sums
 * @cost 7 T additions in 4 w chains, of 16 MiB or more 4 T; 8 w numbers of memory
 * @source T. Ogita, S. M. Rump, S. Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26 (2005), Sum2
 */
function sumCompensated(x: FloatArray, h0: number): number {
  return x instanceof Float64Array ? sumCompensated64(x, h0) : sumCompensated32(x, h0);
}

function sumCompensated64(x: Float64Array, h0: number): number {
  const sums = new Float64Array(16);
  const end = x.length - (x.length % 8);
  const biased = biasedInputs(x.length, 8);
  addVisits(x, biased, sums);
  for (let start = biased; start < end; start += VISIT) {
    for (let i = 0; i < 8; i++) addInputs64(x, start + i, Math.min(start + VISIT, end), sums, i);
  }
  return joinCompensated64(sums, x, h0);
}

/** Steps 2 to 6, of eight accumulators a_i[l], at 2 i + l, and their errors, eight places further on; overwrites them. */
export function joinCompensated64(sums: Float64Array, x: Float64Array, h0: number): number {
  joinAll(sums, x, h0, join64);
  const [high, low] = [sums[0]!, sums[8]!];
  return Number.isFinite(low) ? high + low : high;
}

/** Adds the inputs of accumulator i, from the first to `end`. */
function addInputs64(x: Float64Array, first: number, end: number, sums: Float64Array, i: number): void {
  let s = sums[i]!;
  let errors = sums[i + 8]!;
  for (let t = first; t < end; t += 8) {
    const input = x[t]!;
    const next = s + input;
    const b = next - s;
    errors += s - (next - b) + (input - b);
    s = next;
  }
  sums[i] = s;
  sums[i + 8] = errors;
}

/** Sum b, counted with a sign, joins sum a. */
function join64(sums: Float64Array, a: number, b: number, sign: 1 | -1): void {
  const s = sums[a]!;
  const added = sign * sums[b]!;
  const next = s + added;
  const part = next - s;
  const error = s - (next - part) + (added - part);
  sums[a] = next;
  sums[a + 8] = sums[a + 8]! + sign * sums[b + 8]! + error;
}

function sumCompensated32(x: Float32Array, h0: number): number {
  const sums = new Float32Array(32);
  const end = x.length - (x.length % 16);
  const biased = biasedInputs(x.length, 16);
  addVisits(x, biased, sums);
  for (let start = biased; start < end; start += VISIT) {
    for (let i = 0; i < 16; i++) addInputs32(x, start + i, Math.min(start + VISIT, end), sums, i);
  }
  return joinCompensated32(sums, x, h0);
}

/** As `joinCompensated64`, of 16 accumulators a_i[l], at 4 i + l, and their errors, 16 places further on. */
export function joinCompensated32(sums: Float32Array, x: Float32Array, h0: number): number {
  joinAll(sums, x, h0, join32);
  const [high, low] = [sums[0]!, sums[16]!];
  return Number.isFinite(low) ? f(high + low) : high;
}

function addInputs32(x: Float32Array, first: number, end: number, sums: Float32Array, i: number): void {
  let s = sums[i]!;
  let errors = sums[i + 16]!;
  for (let t = first; t < end; t += 16) {
    const input = x[t]!;
    const next = f(s + input);
    const b = f(next - s);
    errors = f(errors + f(f(s - f(next - b)) + f(input - b)));
    s = next;
  }
  sums[i] = s;
  sums[i + 16] = errors;
}

function join32(sums: Float32Array, a: number, b: number, sign: 1 | -1): void {
  const s = sums[a]!;
  const added = sign * sums[b]!;
  const next = f(s + added);
  const part = f(next - s);
  const error = f(f(s - f(next - part)) + f(added - part));
  sums[a] = next;
  sums[a + 16] = f(f(sums[a + 16]! + sign * sums[b + 16]!) + error);
}

/** Steps 2 to 5: all accumulators, the inputs after the last block and h_0 into accumulator 0, of which there are 4 w. */
function joinAll<A extends FloatArray>(
  sums: A,
  x: A,
  h0: number,
  join: (sums: A, a: number, b: number, sign: 1 | -1) => void,
): void {
  const accumulators = sums.length / 2;
  const w = accumulators / VECTORS;
  for (let lane = 0; lane < w; lane++) {
    join(sums, lane, lane + w, 1);
    join(sums, lane + 2 * w, lane + 3 * w, 1);
    join(sums, lane, lane + 2 * w, 1);
  }
  negate(sums, accumulators);
  for (let lane = 1; lane < w; lane++) join(sums, 0, lane, lane % 2 === 0 ? -1 : 1);
  // The second vector has been counted: its first accumulator holds the rest, its second an input and no error.
  const [rest, input] = [w, w + 1];
  sums.fill(0, rest, input + 1);
  sums.fill(0, accumulators + rest, accumulators + input + 1);
  for (let t = x.length - (x.length % accumulators); t < x.length; t++) {
    sums[input] = x[t]!;
    join(sums, rest, input, t % 2 === 0 ? -1 : 1);
  }
  join(sums, 0, rest, 1);
  sums[input] = h0;
  join(sums, 0, input, 1);
  if (x.length % 2 !== 0) negate(sums, accumulators);
}

/** Takes accumulator 0 and its errors from 0, so that a sum of zero stays 0 and does not become -0. */
function negate(sums: FloatArray, accumulators: number): void {
  sums[0] = 0 - sums[0]!;
  sums[accumulators] = 0 - sums[accumulators]!;
}

/**
 * Additions that an error passes through at most: those of `lanes.ts`, and one more at each join of two sums, which
 * adds errors twice. It is enough for the factor 1 + u of the last rounding as well.
 */
function additions(format: FloatFormat, n: number): number {
  return n < 2 ? 0 : laneAdditions(format, n) + lanesOf(format) + 2;
}

/** The final state with its rounding errors summed beside it: the addends are h_0 and the inputs, n = T + 1. */
export const compensated: StateKernel = {
  form: 'compensated',
  tier: 'plain',
  declares: (format) => ({
    ...inOrder,
    format,
    additions: (n) => additions(format, n),
    compensated: true,
  }),
  run: sumCompensated,
};
