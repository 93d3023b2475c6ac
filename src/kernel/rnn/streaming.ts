import { inOrder } from '#kernel/declaration.ts';
import type { StateKernel, StatesKernel } from '#kernel/kernel.ts';
import type { FloatArray } from '#kernel/tokens.ts';

const f = Math.fround;

/**
 * Final state of h_t = x_t - h_{t-1}, one input at a time, as the recurrence is written.
 *
 * A loop that served both formats would read its array by a branch at every element: each has its own.
 *
 * @param x inputs x_1 ... x_T, shape [T], binary64 or binary32
 * @param h0 initial state; rounded to the format of `x`
 * @returns h^_T within sum |u' h^_t| of h_T, u' = u / (1 + u): a subtraction has no underflow error. A NaN or an
 *   infinity in any input reaches the final state
 * @cost T subtractions in one chain, no memory
 * @source write-up, question 1, line 10
 */
export function stream(x: FloatArray, h0: number): number {
  return x instanceof Float64Array ? stream64(x, h0) : stream32(x, h0);
}

function stream64(x: Float64Array, h0: number): number {
  let h = h0;
  for (let t = 0; t < x.length; t++) h = x[t]! - h;
  return h;
}

function stream32(x: Float32Array, h0: number): number {
  let h = f(h0);
  for (let t = 0; t < x.length; t++) h = f(x[t]! - h);
  return h;
}

/**
 * Every state of the recurrence, h_1 ... h_T, in order.
 *
 * @param x inputs, shape [T]
 * @param h0 initial state; rounded to the format of `x`
 * @param out states, shape [T], in the format of `x`; may be `x` itself. A NaN or an infinity at t leaves the states
 *   before t alone
 * @cost T subtractions in one chain, no memory
 */
export function streamStates(x: FloatArray, h0: number, out: FloatArray): void {
  if (x instanceof Float64Array) states64(x, h0, out);
  else states32(x, h0, out);
}

function states64(x: Float64Array, h0: number, out: FloatArray): void {
  let h = h0;
  for (let t = 0; t < x.length; t++) {
    h = x[t]! - h;
    out[t] = h;
  }
}

function states32(x: Float32Array, h0: number, out: FloatArray): void {
  let h = f(h0);
  for (let t = 0; t < x.length; t++) {
    h = f(x[t]! - h);
    out[t] = h;
  }
}

/** The final state by the recurrence itself: the addends are h_0 and the inputs, n = T + 1. */
export const streaming: StateKernel = {
  form: 'streaming',
  tier: 'plain',
  declares: (format) => ({ ...inOrder, format }),
  run: stream,
};

/** Every state by the recurrence itself. */
export const streamingStates: StatesKernel = {
  form: 'streaming',
  tier: 'plain',
  declares: (format) => ({ ...inOrder, format }),
  run: streamStates,
};
