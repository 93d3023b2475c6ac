import type { FloatFormat } from '#arithmetic/float-format.ts';
import { inOrder } from '#kernel/declaration.ts';
import type { StateKernel } from '#kernel/kernel.ts';
import type { FloatArray } from '#kernel/tokens.ts';

const f = Math.fround;

/** Vectors of accumulators: four chains are enough to hide the latency of an addition. */
export const VECTORS = 4;

/**
 * Inputs that are visited lane by lane before the next ones: 16 KiB at most, so that every lane but the first finds
 * them in the cache. A multiple of every block.
 */
export const VISIT = 2048;

/** Numbers of a format in a vector of 128 bits. */
export function lanesOf(format: FloatFormat): number {
  return format.name === 'binary64' ? 2 : 4;
}

/**
 * Final state of the recurrence by independent sums, in the order in which vectors of 128 bits add.
 *
 * With w lanes a vector, a block is 4 w inputs. Counting inputs from 0, h_T is D + h_0 for even T and -(D + h_0) for odd
 * T, where D is the sum of all x_t, with + where t is odd and - where it is even. A block is of even length, so that all
 * inputs of one lane have one sign, and signs wait until the sums are there:
 * 1. accumulator a_i[l], i = 0 ... 3, l = 0 ... w - 1, from 0, adds the inputs t of full blocks with t mod 4 w = i w + l;
 * 2. the vectors join, lane by lane: s = (a_0 + a_1) + (a_2 + a_3);
 * 3. the lanes join from the left, from 0: D = 0 - s[0] + s[1] (- s[2] + s[3] in binary32);
 * 4. the inputs after the last full block make a sum of their own, from 0, in order: r - x_t for even t, r + x_t for odd;
 * 5. h = (D + r) + h_0, and 0 - h for odd T.
 * Vector code that keeps to this order gives the same bits.
 *
 * @param x inputs, shape [T]
 * @param h0 initial state; rounded to the format of `x`
 * @returns h_T within gamma_L (|h_0| + sum |x_t|), L = T / (4 w) + w + 4 at most. A NaN or an infinity in any input
 *   reaches it
 * @cost T additions in 4 w chains; 4 w numbers of memory
 */
function sumLanes(x: FloatArray, h0: number): number {
  return x instanceof Float64Array ? sumLanes64(x, h0) : sumLanes32(x, h0);
}

function sumLanes64(x: Float64Array, h0: number): number {
  const a = new Float64Array(8);
  const end = x.length - (x.length % 8);
  for (let start = 0; start < end; start += VISIT) {
    for (let lane = 0; lane < 2; lane++) addLane64(x, start + lane, Math.min(start + VISIT, end), a, lane);
  }
  return joinLanes64(a, x, h0);
}

/** Steps 2 to 5: the state that the eight accumulators a_i[l], at 2 i + l, make with the inputs after the last block. */
export function joinLanes64(a: Float64Array, x: Float64Array, h0: number): number {
  let sum = 0 - (a[0]! + a[2]! + (a[4]! + a[6]!));
  sum += a[1]! + a[3]! + (a[5]! + a[7]!);
  let rest = 0;
  for (let t = x.length - (x.length % 8); t < x.length; t++) rest = t % 2 === 0 ? rest - x[t]! : rest + x[t]!;
  const h = sum + rest + h0;
  return x.length % 2 === 0 ? h : 0 - h;
}

/** Adds the inputs of one lane, from the first to `end`, to its four accumulators. */
function addLane64(x: Float64Array, first: number, end: number, a: Float64Array, lane: number): void {
  let a0 = a[lane]!;
  let a1 = a[lane + 2]!;
  let a2 = a[lane + 4]!;
  let a3 = a[lane + 6]!;
  for (let t = first; t < end; t += 8) {
    a0 += x[t]!;
    a1 += x[t + 2]!;
    a2 += x[t + 4]!;
    a3 += x[t + 6]!;
  }
  a[lane] = a0;
  a[lane + 2] = a1;
  a[lane + 4] = a2;
  a[lane + 6] = a3;
}

function sumLanes32(x: Float32Array, h0: number): number {
  const a = new Float32Array(16);
  const end = x.length - (x.length % 16);
  for (let start = 0; start < end; start += VISIT) {
    for (let lane = 0; lane < 4; lane++) addLane32(x, start + lane, Math.min(start + VISIT, end), a, lane);
  }
  return joinLanes32(a, x, h0);
}

/** As `joinLanes64`, of 16 accumulators a_i[l], at 4 i + l. */
export function joinLanes32(a: Float32Array, x: Float32Array, h0: number): number {
  let sum = 0;
  for (let lane = 0; lane < 4; lane++) {
    const s = f(f(a[lane]! + a[lane + 4]!) + f(a[lane + 8]! + a[lane + 12]!));
    sum = lane % 2 === 0 ? f(sum - s) : f(sum + s);
  }
  let rest = 0;
  for (let t = x.length - (x.length % 16); t < x.length; t++)
    rest = t % 2 === 0 ? f(rest - x[t]!) : f(rest + x[t]!);
  const h = f(f(sum + rest) + f(h0));
  return x.length % 2 === 0 ? h : 0 - h;
}

function addLane32(x: Float32Array, first: number, end: number, a: Float32Array, lane: number): void {
  let a0 = a[lane]!;
  let a1 = a[lane + 4]!;
  let a2 = a[lane + 8]!;
  let a3 = a[lane + 12]!;
  for (let t = first; t < end; t += 16) {
    a0 = f(a0 + x[t]!);
    a1 = f(a1 + x[t + 4]!);
    a2 = f(a2 + x[t + 8]!);
    a3 = f(a3 + x[t + 12]!);
  }
  a[lane] = a0;
  a[lane + 4] = a1;
  a[lane + 8] = a2;
  a[lane + 12] = a3;
}

/**
 * The most additions that an addend of the order above passes through, adding to 0 not counted.
 *
 * @param n addends: h_0 and the inputs
 */
export function laneAdditions(format: FloatFormat, n: number): number {
  if (n < 2) return 0;
  const lanes = lanesOf(format);
  const blocks = Math.floor((n - 1) / (VECTORS * lanes));
  const rest = (n - 1) % (VECTORS * lanes);
  // Within the rest, to the blocks, to h_0; and within an accumulator, the vectors, the lanes, to the rest, to h_0.
  const ofRest = rest === 0 ? 0 : rest - 1 + Math.min(blocks, 1) + 1;
  const ofBlocks = blocks === 0 ? 0 : blocks - 1 + 2 + (lanes - 1) + Math.min(rest, 1) + 1;
  return Math.max(ofRest, ofBlocks);
}

/** The final state as a vector would sum it: the addends are h_0 and the inputs, n = T + 1. */
export const lanes: StateKernel = {
  form: 'lanes',
  tier: 'plain',
  declares: (format) => ({ ...inOrder, format, additions: (n) => laneAdditions(format, n) }),
  run: sumLanes,
};
