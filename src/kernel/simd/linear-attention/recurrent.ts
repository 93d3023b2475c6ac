import type { LinearKernel } from '#kernel/kernel.ts';
import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import { clearPanels, readState, takePanels } from './panels.ts';
import { readFeatures, readValues, writeRows } from './rows.ts';
import { byVectors, type Run } from './run.ts';

/**
 * Bytes of tokens and outputs that are passed over together: few enough for the second cache, and enough that copying
 * them costs little else than memory.
 */
const BLOCK_BYTES = 262_144;

/**
 * Causal linear attention token by token, by vectors across the columns of the values: every sum runs as in
 * `linear-attention/recurrent.ts`, two tokens in a pass.
 *
 * @cost 2 dk dv products a token; the state and at most 256 KiB, or two tokens, of scratch, twice as much with a feature map
 *   or when values are widened
 */
function attend({ room, loaded: { functions }, tokens, settings, out, keyBytes, width }: Run): void {
  const { q, k, n, m, dk } = tokens;
  const { normalize, featureMap } = settings;
  const fitting = Math.floor(BLOCK_BYTES / (2 * (keyBytes + width)));
  const longest = Math.min(n, Math.max(2, fitting - (fitting % 2)));
  const queries = readFeatures(room, functions, featureMap, q, dk, longest);
  const keys = readFeatures(room, functions, featureMap, k, dk, longest);
  const values = readValues(room, functions, tokens, normalize, longest);
  const outputs = writeRows(room, functions, tokens, normalize, longest, out);
  const state = takePanels(room, dk, width);
  clearPanels(functions, state);
  const seen = Math.min(n, m);
  const { stepsByTwo, steps } = functions;
  for (let t = 0; t < seen; t += longest) {
    const count = Math.min(longest, seen - t);
    const [query, key] = [queries(t, count), keys(t, count)];
    const [value, output] = [values(t, count), outputs.at(t)];
    const even = count - (count % 2);
    const panels = [state.address, state.panelBytes] as const;
    stepsByTwo!(query, key, keyBytes, value, value + even * width, output, width, ...panels);
    const [keyAt, valueAt] = [even * keyBytes, even * width];
    if (even < count) {
      steps!(
        ...[query + keyAt, key + keyAt, keyBytes, value + valueAt, value + count * width],
        ...[output + valueAt, width, ...panels],
      );
    }
    outputs.finish(t, count);
  }
  // Queries behind the last key read the state that all keys have left.
  for (let t = seen; t < n; t += longest) {
    const count = Math.min(longest, n - t);
    const query = { address: queries(t, count), bytes: keyBytes };
    readState(functions, state, query, { address: outputs.at(t), bytes: width }, count);
    outputs.finish(t, count);
  }
}

/** Token by token, by vectors: the bits of the plain form. */
export const recurrentSimd: LinearKernel = byVectors(recurrent, 'deterministic', attend);

/** Token by token, by vectors, products fused into sums. */
export const recurrentRelaxed: LinearKernel = byVectors(recurrent, 'relaxed', attend);
