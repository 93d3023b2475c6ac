import type { LinearKernel } from '#kernel/kernel.ts';
import { chunkwise } from '#kernel/linear-attention/chunkwise.ts';
import { attendScratch } from '#kernel/simd/attend-rows.ts';
import { clearPanels, readState, takePanels } from './panels.ts';
import { blocksOf, packKeys } from './quadratic.ts';
import { readFeatures, readValues, writeRows } from './rows.ts';
import { byVectors, type Run } from './run.ts';

/**
 * Causal linear attention by chunks, by vectors: every sum runs as in `linear-attention/chunkwise.ts`.
 *
 * @cost as there, and a chunk's keys, values and outputs of scratch, which are 2 C (dk + dv) numbers or, with a feature map
 *   or when not in the workspace, up to twice as many
 */
function attend(run: Run): void {
  const { room, loaded, tokens, settings, out, keyBytes, width } = run;
  const { q, k, n, m, dk } = tokens;
  const { normalize, featureMap } = settings;
  const { functions } = loaded;
  const longest = Math.min(settings.chunk, n);
  const readQueries = readFeatures(room, functions, featureMap, q, dk, longest);
  const readKeys = readFeatures(room, functions, featureMap, k, dk, longest);
  const readChunk = readValues(room, functions, tokens, normalize, longest);
  const outputs = writeRows(room, functions, tokens, normalize, longest, out);
  const pack = packKeys(run, longest);
  const inside = room.take(longest * width);
  const scratch = room.take(attendScratch(keyBytes, width));
  const [before, own] = [takePanels(room, dk, width), takePanels(room, dk, width)];
  clearPanels(functions, before);
  for (let start = 0; start < n; start += longest) {
    const rows = Math.min(longest, n - start);
    const count = Math.max(0, Math.min(rows, m - start));
    const [queries, keys] = [readQueries(start, rows), readKeys(start, count)];
    const [values, output] = [readChunk(start, count), outputs.at(start)];
    const chunk = {
      queries,
      rows,
      packed: pack(keys, count),
      values,
      count,
      outputs: start > 0 ? inside : output,
    };
    for (const { operands } of blocksOf(run, chunk)) functions.attendRows!(scratch, ...operands);
    // Nothing is before the first chunk, and 0 times an infinite query would be NaN.
    if (start > 0) {
      readState(
        functions,
        before,
        { address: queries, bytes: keyBytes },
        { address: output, bytes: width },
        rows,
      );
      functions.add!(inside, inside + rows * width, output);
    }
    outputs.finish(start, rows);
    clearPanels(functions, own);
    functions.addKeys!(keys, keyBytes, values, values + count * width, width, own.address);
    functions.add!(own.address, own.address + own.bytes, before.address);
  }
}

/** By chunks of any length, by vectors: the bits of the plain form. */
export const chunkwiseSimd: LinearKernel = byVectors(chunkwise, 'deterministic', attend);

/** By chunks of any length, by vectors, products fused into sums. */
export const chunkwiseRelaxed: LinearKernel = byVectors(chunkwise, 'relaxed', attend);
