import type { LinearKernel } from '#kernel/kernel.ts';
import { quadratic } from '#kernel/linear-attention/quadratic.ts';
import { attendScratch, BLOCK_ROWS } from '#kernel/simd/attend-rows.ts';
import { type Call, type Runner, runHere } from '#kernel/simd/job.ts';
import { TILE_BYTES } from '#kernel/simd/softmax-tile.ts';
import { bytesOf } from '#kernel/simd/workspace.ts';
import type { Rounding } from '#wasm/vector.ts';
import { readFeatures, readValues, writeRows } from './rows.ts';
import { byVectors, type Run } from './run.ts';

/** Keys in a matrix at an address, as `attendRows` reads them. */
export function packKeys(
  { room, loaded, keyBytes, format }: Run,
  longest: number,
): (keys: number, count: number) => number {
  const tiles = Math.ceil((longest * bytesOf(format)) / TILE_BYTES);
  const address = room.take(tiles * TILE_BYTES * (keyBytes / bytesOf(format)));
  return (keys, count) => {
    loaded.functions.packKeys!(keys, keys + count * keyBytes, keyBytes, address);
    return address;
  };
}

/** Queries from a row on, packed keys with their values, and outputs, for the blocks of queries that attend to them. */
export interface Attended {
  readonly queries: number;
  readonly rows: number;
  readonly packed: number;
  readonly values: number;
  readonly count: number;
  readonly outputs: number;
}

/** Calls for blocks of queries; each row of outputs is as wide as the values. */
export function blocksOf(
  { keyBytes, width, settings }: Run,
  { queries, rows, packed, values, count, outputs }: Attended,
): readonly Call[] {
  const calls: Call[] = [];
  for (let row = 0; row < rows; row += BLOCK_ROWS) {
    const places = [queries + row * keyBytes, Math.min(BLOCK_ROWS, rows - row), packed, values];
    const sizes = [outputs + row * width, keyBytes, width, width, count];
    calls.push({ name: 'attendRows', operands: [...places, ...sizes, row, settings.causal ? 1 : 0, 1] });
  }
  return calls;
}

/**
 * Linear attention as the write-up has it, by vectors across keys for the scores, and across the columns of the values for
 * the outputs: every sum runs as in `linear-attention/quadratic.ts`. Masked keys get a score beside others, which is not
 * read; masked values are not read.
 *
 * @cost n m (dk + dv) products, half of them when causal; m (dk + dv) numbers of scratch for keys and values by tiles, and
 *   what is not in the workspace, is mapped or is normalised once more
 */
function attend(run: Run, runner: Runner): void {
  const { room, loaded, tokens, settings, out, keyBytes, width } = run;
  const { q, k, n, m, dk } = tokens;
  const { normalize, featureMap } = settings;
  const { functions } = loaded;
  const outputs = writeRows(room, functions, tokens, normalize, n, out);
  const attended = {
    queries: readFeatures(room, functions, featureMap, q, dk, n)(0, n),
    rows: n,
    packed: packKeys(run, m)(readFeatures(room, functions, featureMap, k, dk, m)(0, m), m),
    values: readValues(room, functions, tokens, normalize, m)(0, m),
    count: m,
    outputs: outputs.at(0),
  };
  runner({ loaded, calls: blocksOf(run, attended), scratchBytes: attendScratch(keyBytes, width) });
  outputs.finish(0, n);
}

/**
 * Scores first, then their sum with the values, by vectors.
 *
 * @param runner does the blocks of queries: on this thread, or on several, with the same bits
 */
export function quadraticBy(rounding: Rounding, runner: Runner): LinearKernel {
  return byVectors(quadratic, rounding, (run) => {
    attend(run, runner);
  });
}

/** Scores first, by vectors: the bits of the plain form. */
export const quadraticSimd: LinearKernel = quadraticBy('deterministic', runHere);

/** Scores first, by vectors, products fused into sums. */
export const quadraticRelaxed: LinearKernel = quadraticBy('relaxed', runHere);
