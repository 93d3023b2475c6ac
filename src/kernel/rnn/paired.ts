import { inOrder } from '#kernel/declaration.ts';
import type { StateKernel } from '#kernel/kernel.ts';
import type { FloatArray } from '#kernel/tokens.ts';

const f = Math.fround;

/**
 * Final state of the recurrence as the sum of its pairs, (x_2 - x_1) + (x_4 - x_3) + ... + h_0; with an odd number of
 * inputs, the last input less that.
 *
 * @param x inputs, shape [T]
 * @param h0 initial state; rounded to the format of `x`
 * @returns h_T within gamma_L (|h_0| + sum |x_t|), L = T / 2 + 2: an addend passes through half as many additions as
 *   in the recurrence. A NaN or an infinity in any input reaches it
 * @cost T additions, half of them in one chain; no memory
 * @source write-up, question 1, the expansion of h_T into pairs
 */
function sumPairs(x: FloatArray, h0: number): number {
  return x instanceof Float64Array ? sumPairs64(x, h0) : sumPairs32(x, h0);
}

function sumPairs64(x: Float64Array, h0: number): number {
  let pairs = 0;
  let t = 0;
  for (; t + 1 < x.length; t += 2) pairs += x[t + 1]! - x[t]!;
  const h = pairs + h0;
  return t === x.length ? h : x[t]! - h;
}

function sumPairs32(x: Float32Array, h0: number): number {
  let pairs = 0;
  let t = 0;
  for (; t + 1 < x.length; t += 2) pairs = f(pairs + f(x[t + 1]! - x[t]!));
  const h = f(pairs + f(h0));
  return t === x.length ? h : f(x[t]! - h);
}

/** Additions that the first pair passes through: its own, those of the other pairs, h_0, and an odd input. */
function additions(n: number): number {
  const T = Math.max(0, n - 1);
  return T < 2 ? T : Math.floor(T / 2) + 1 + (T % 2);
}

/** The final state as an alternating sum of pairs: the addends are h_0 and the inputs, n = T + 1. */
export const paired: StateKernel = {
  form: 'paired',
  tier: 'plain',
  declares: (format) => ({ ...inOrder, format, additions }),
  run: sumPairs,
};
