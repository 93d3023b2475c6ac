import { inOrder } from '#kernel/declaration.ts';
import type { StatesKernel } from '#kernel/kernel.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { streamStates } from './streaming.ts';

const f = Math.fround;

/**
 * Inputs a block. It is odd: from the state h before it, a block leaves e - h, where e is the state that it leaves from
 * 0, so that blocks follow one another by the recurrence itself. About the root of the cache's 2^16 numbers.
 */
const BLOCK = 255;

/**
 * Every state of the recurrence by a scan: a block of inputs is the affine map h -> e - h, and maps compose in any
 * bracketing.
 *
 * The blocks are run by themselves, all from 0; the states at their ends are scanned as the inputs of a recurrence 255
 * times shorter, which gives the state before each block; and that is subtracted from the first state of the block,
 * added to the second, and so on. Blocks wait for each other in the second step only.
 *
 * @param x inputs, shape [T]
 * @param h0 initial state; rounded to the format of `x`
 * @param out states, shape [T], in the format of `x`; may be `x` itself. Each is within gamma_L (|h_0| + sum |x_t|), with
 *   L = 255 log T / log 255 at most, where the recurrence has T. A NaN or an infinity at t leaves the states before t
 *   alone
 * @cost 2 T additions and T / 254 numbers of memory. On one core the recurrence is no slower: what is won is accuracy, and
 *   blocks that could run side by side
 */
function scanStates(x: FloatArray, h0: number, out: FloatArray): void {
  const blocks = Math.ceil(x.length / BLOCK);
  if (blocks < 2) {
    streamStates(x, h0, out);
    return;
  }
  if (x instanceof Float64Array) runBlocks64(x, out);
  else runBlocks32(x, out);
  const before = x instanceof Float64Array ? new Float64Array(blocks) : new Float32Array(blocks);
  before[0] = h0;
  for (let b = 1; b < blocks; b++) before[b] = out[b * BLOCK - 1]!;
  const carried = before.subarray(1);
  scanStates(carried, before[0], carried);
  carry(before, out);
}

function runBlocks64(x: Float64Array, out: FloatArray): void {
  for (let start = 0; start < x.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, x.length);
    let h = 0;
    for (let t = start; t < end; t++) {
      h = x[t]! - h;
      out[t] = h;
    }
  }
}

function runBlocks32(x: Float32Array, out: FloatArray): void {
  for (let start = 0; start < x.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, x.length);
    let h = 0;
    for (let t = start; t < end; t++) {
      h = f(x[t]! - h);
      out[t] = h;
    }
  }
}

/** Takes the state before each block from its first state, adds it to the second, and so on; storing rounds. */
function carry(before: FloatArray, out: FloatArray): void {
  for (let b = 0; b < before.length; b++) {
    const h = before[b]!;
    const end = Math.min((b + 1) * BLOCK, out.length);
    let t = b * BLOCK;
    for (; t + 1 < end; t += 2) {
      out[t] = out[t]! - h;
      out[t + 1] = out[t + 1]! + h;
    }
    if (t < end) out[t] = out[t]! - h;
  }
}

/** Within a block, and the scan of the ends of the blocks before it. */
function additions(n: number): number {
  const T = Math.max(0, n - 1);
  const blocks = Math.ceil(T / BLOCK);
  return blocks < 2 ? T : BLOCK + additions(blocks);
}

/** Every state by a scan of blocks: the addends are h_0 and the inputs, n = T + 1. */
export const scan: StatesKernel = {
  form: 'scan',
  tier: 'plain',
  declares: (format) => ({ ...inOrder, format, additions }),
  run: scanStates,
};
