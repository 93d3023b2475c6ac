import type { LinearKernel } from '#kernel/kernel.ts';
import { reassociated } from '#kernel/linear-attention/reassociated.ts';
import { clearPanels, readState, takePanels } from './panels.ts';
import { readFeatures, readValues, writeRows } from './rows.ts';
import { byVectors, type Run } from './run.ts';

/** Keys that are added together, and queries that read together: their rows stay in the cache, one panel after the other. */
const BLOCK_ROWS = 64;

/**
 * Linear attention reassociated, by vectors across the columns of the values: every sum runs as in
 * `linear-attention/reassociated.ts`.
 *
 * @cost (n + m) dk dv products; the state of dk dv numbers, and 32 rows of keys, values, queries and outputs of scratch
 */
function attend({ room, loaded: { functions }, tokens, settings, out, keyBytes, width }: Run): void {
  const { q, k, n, m, dk } = tokens;
  const { normalize, featureMap } = settings;
  const keys = readFeatures(room, functions, featureMap, k, dk, BLOCK_ROWS);
  const values = readValues(room, functions, tokens, normalize, BLOCK_ROWS);
  const queries = readFeatures(room, functions, featureMap, q, dk, BLOCK_ROWS);
  const outputs = writeRows(room, functions, tokens, normalize, BLOCK_ROWS, out);
  const state = takePanels(room, dk, width);
  clearPanels(functions, state);
  for (let start = 0; start < m; start += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, m - start);
    const value = values(start, count);
    functions.addKeys!(keys(start, count), keyBytes, value, value + count * width, width, state.address);
  }
  for (let start = 0; start < n; start += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, n - start);
    const query = { address: queries(start, count), bytes: keyBytes };
    readState(functions, state, query, { address: outputs.at(start), bytes: width }, count);
    outputs.finish(start, count);
  }
}

/** The shared state first, then each query, by vectors: the bits of the plain form. */
export const reassociatedSimd: LinearKernel = byVectors(reassociated, 'deterministic', attend);

/** The shared state first, then each query, by vectors, products fused into sums. */
export const reassociatedRelaxed: LinearKernel = byVectors(reassociated, 'relaxed', attend);
