import type { FloatFormat } from '#arithmetic/float-format.ts';
import { formatOf } from '#kernel/declaration.ts';
import type { StateKernel, Tier } from '#kernel/kernel.ts';
import { biasedInputs } from '#kernel/rnn/biased.ts';
import { compensated, joinCompensated32, joinCompensated64 } from '#kernel/rnn/compensated.ts';
import { joinLanes32, joinLanes64, lanes } from '#kernel/rnn/lanes.ts';
import { knownTiers } from '#kernel/tiers.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import type { Rounding } from '#wasm/vector.ts';
import { type Loaded, loader } from './job.ts';
import { addFromBiasFunction, addVisitsFunction, BIASED_BYTES } from './rnn-biased.ts';
import { addBlocksCompensatedFunction, addBlocksFunction, SUM_BLOCK_BYTES } from './rnn-sums.ts';
import { bytesOf, type Workspace, workspace } from './workspace.ts';

/** Bytes of inputs a call: inputs that are not in the workspace are copied into so many of scratch. */
const VISIT_BYTES = 32_768;

/** Adds whole blocks of inputs, from one address to another, to the accumulators at a third. */
type AddBlocks = (x: number, xEnd: number, sums: number) => void;

/** Adds every whole block of `x`, copied first where it is not in the workspace. */
function addAll(room: Workspace, x: FloatArray, add: AddBlocks, sums: number): void {
  const format = formatOf(x);
  const bytes = bytesOf(format);
  const end = x.byteLength - (x.byteLength % SUM_BLOCK_BYTES);
  const resident = room.addressOf(x);
  const address = resident ?? room.take(Math.min(end, VISIT_BYTES));
  const copy = room.view(format, address, Math.min(end, VISIT_BYTES) / bytes);
  for (let start = 0; start < end; start += VISIT_BYTES) {
    const visited = Math.min(VISIT_BYTES, end - start);
    if (resident === undefined) copy.set(x.subarray(start / bytes, (start + visited) / bytes));
    const from = resident === undefined ? address : address + start;
    add(from, from + visited, sums);
  }
}

/** The functions, in the order in which they are in their module. */
const names: readonly string[] = ['addBlocks', 'addBlocksCompensated', 'addFromBias', 'addVisits'];

const functionsBy = (rounding: Rounding): ((format: FloatFormat) => Loaded) =>
  loader('recurrence', rounding, (v) => [
    addBlocksFunction(v),
    addBlocksCompensatedFunction(v),
    addFromBiasFunction(v),
    addVisitsFunction(v, (name) => names.indexOf(name)),
  ]);
const loaders = { simd: functionsBy('deterministic'), relaxed: functionsBy('relaxed') };

/** The functions of a tier, for the format of some numbers. */
function functionsOf(x: FloatArray, tier: 'simd' | 'relaxed'): Readonly<Record<string, AddBlocks>> {
  return loaders[tier](formatOf(x)).functions;
}

/** What is added up in so many bytes, zeros at first. */
function sumsOf(x: FloatArray, byteLength: number, add: (room: Workspace, sums: number) => void): FloatArray {
  const room = workspace();
  return room.scratch(() => {
    const format = formatOf(x);
    const address = room.take(byteLength);
    const sums = room.view(format, address, byteLength / bytesOf(format)).fill(0);
    add(room, address);
    return room.view(format, address, sums.length).slice();
  });
}

/**
 * Final state of the recurrence by vectors: the bits of `rnn/lanes.ts`.
 *
 * @cost T additions, T / (4 w) in a row; 32 KiB of scratch, to which inputs that are not in the workspace are copied
 */
function sumLanes(x: FloatArray, h0: number): number {
  const { addBlocks } = functionsOf(x, 'simd');
  const sums = sumsOf(x, SUM_BLOCK_BYTES, (room, address) => {
    addAll(room, x, addBlocks!, address);
  });
  return x instanceof Float64Array
    ? joinLanes64(sums as Float64Array, x, h0)
    : joinLanes32(sums as Float32Array, x, h0);
}

/**
 * As `sumLanes`, with the rounding errors summed beside: the bits of `rnn/compensated.ts`, at 7 T additions, or 4 T and 3 T
 * products by 1 or -1 that are fused with one; by visits from a bias at 4 T, or 3 T and T. Two vectors are added at a time,
 * so that 4 additions take no longer than reading from memory does.
 */
function sumCompensated(x: FloatArray, h0: number, tier: 'simd' | 'relaxed'): number {
  const { addBlocksCompensated, addVisits } = functionsOf(x, tier);
  const biased = biasedInputs(x.length, SUM_BLOCK_BYTES / bytesOf(formatOf(x)));
  const sums = sumsOf(x, BIASED_BYTES, (room, address) => {
    addAll(room, x.subarray(0, biased), addVisits!, address);
    addAll(room, x.subarray(biased), addBlocksCompensated!, address);
  });
  // The accumulators and their errors; behind them is what the visits leave.
  const own = sums.subarray(0, (2 * SUM_BLOCK_BYTES) / sums.BYTES_PER_ELEMENT);
  return x instanceof Float64Array
    ? joinCompensated64(own as Float64Array, x, h0)
    : joinCompensated32(own as Float32Array, x, h0);
}

function lanesIn(tier: Tier): StateKernel {
  return { ...lanes, tier, run: sumLanes };
}

/**
 * Both tiers run the instructions that fuse where the engine has them: every product in these sums is exact, so that the
 * bits are the same with and without, on every machine.
 */
function compensatedIn(tier: 'simd' | 'relaxed'): StateKernel {
  const run = (x: FloatArray, h0: number): number =>
    sumCompensated(x, h0, knownTiers().relaxed.available ? 'relaxed' : 'simd');
  return { ...compensated, tier, run };
}

/** The final state as vectors sum it. */
export const lanesSimd: StateKernel = lanesIn('simd');

/** The same function: it waits for memory, so there is nothing to gain. */
export const lanesRelaxed: StateKernel = lanesIn('relaxed');

/** The final state with its rounding errors summed beside it, by vectors. */
export const compensatedSimd: StateKernel = compensatedIn('simd');

/** The same function, asked for by the tier that has the instructions which make it fast. */
export const compensatedRelaxed: StateKernel = compensatedIn('relaxed');
