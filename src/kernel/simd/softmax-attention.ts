import type { FloatFormat } from '#arithmetic/float-format.ts';
import { formatOf, inOrder } from '#kernel/declaration.ts';
import { EXP_ULP } from '#kernel/exp.ts';
import type { SoftmaxKernel, SoftmaxSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import type { Exported } from '#wasm/engine.ts';
import type { Rounding } from '#wasm/vector.ts';
import { attentionFunctions } from './attend.ts';
import { attendScratch, BLOCK_ROWS } from './attend-rows.ts';
import { COLUMN_BYTES } from './block.ts';
import { type Call, type Loaded, loader, type Runner, runHere } from './job.ts';
import { TILE_BYTES } from './softmax-tile.ts';
import { bytesOf, type Workspace, workspace } from './workspace.ts';

const functionsBy = (rounding: Rounding): ((format: FloatFormat) => Loaded) =>
  loader('softmax attention', rounding, (v) => attentionFunctions(v, 'softmax'));
const loaders = { deterministic: functionsBy('deterministic'), relaxed: functionsBy('relaxed') };

/** The address of numbers in the workspace: where they are, or a copy. */
function placed(room: Workspace, array: FloatArray): number {
  const there = room.addressOf(array);
  if (there !== undefined) return there;
  const format = formatOf(array);
  const address = room.take(array.length * bytesOf(format));
  room.view(format, address, array.length).set(array);
  return address;
}

/** Keys by tiles, each [dk][keys of a tile], with zeros behind the last key. */
function packedKeys(room: Workspace, { k, m, dk }: Tokens, packKeys: Exported): number {
  const rowBytes = dk * bytesOf(formatOf(k));
  const address = room.take(Math.ceil((m * bytesOf(formatOf(k))) / TILE_BYTES) * TILE_BYTES * dk);
  const from = placed(room, k);
  packKeys(from, from + m * rowBytes, rowBytes, address);
  return address;
}

/** Values in rows of `width` bytes: as they are, or copied with zeros behind each row. */
function paddedValues(room: Workspace, { v, m, dv }: Tokens, width: number, copyRows: Exported): number {
  const format = formatOf(v);
  const rowBytes = dv * bytesOf(format);
  const from = placed(room, v);
  if (width === rowBytes) return from;
  const address = room.take(m * width);
  room.view(format, address, (m * width) / bytesOf(format)).fill(0);
  copyRows(from, from + m * rowBytes, rowBytes, rowBytes, address, width);
  return address;
}

/**
 * Softmax attention with everything in the workspace, by blocks of queries; the bits of a row do not depend on its block.
 *
 * @cost m (dk + dv) numbers of scratch, and for each thread 32 (dk + dv) more; arrays that are not in the workspace are
 * copied
 */
function attend(
  loaded: Loaded,
  run: Runner,
  tokens: Tokens,
  { scale, causal }: SoftmaxSettings,
  out: FloatArray,
): void {
  const { q, n, m, dk, dv } = tokens;
  const room = workspace();
  const format = formatOf(q);
  const [keyBytes, valueBytes] = [dk * bytesOf(format), dv * bytesOf(format)];
  const width = Math.ceil(valueBytes / COLUMN_BYTES) * COLUMN_BYTES;
  const keys = packedKeys(room, tokens, loaded.functions.packKeys!);
  const values = paddedValues(room, tokens, width, loaded.functions.copyRows!);
  const queries = placed(room, q);
  const resident = room.addressOf(out);
  const outputs = resident ?? room.take(n * valueBytes);
  const calls: Call[] = [];
  for (let row = 0; row < n; row += BLOCK_ROWS) {
    const places = [queries + row * keyBytes, Math.min(BLOCK_ROWS, n - row), keys, values];
    const sizes = [outputs + row * valueBytes, keyBytes, width, valueBytes, m];
    calls.push({ name: 'attendRows', operands: [...places, ...sizes, row, causal ? 1 : 0, scale] });
  }
  run({ loaded, calls, scratchBytes: attendScratch(keyBytes, width) });
  if (resident === undefined) out.set(room.view(format, outputs, n * dv));
}

/**
 * Softmax attention tile by tile, by vectors.
 *
 * @param run does the blocks of queries: on this thread, or on several, with the same bits
 */
export function tiledBy(rounding: Rounding, run: Runner): SoftmaxKernel {
  const load = loaders[rounding];
  return {
    form: 'tiled',
    tier: rounding === 'relaxed' ? 'relaxed' : 'simd',
    declares: (format) => ({
      ...inOrder,
      format,
      expUlp: EXP_ULP,
      // Lanes and tiles only shorten sums; the first addend of each is added to 0, which is exact.
      rescalings: (m) => Math.max(0, Math.ceil((m * bytesOf(format)) / TILE_BYTES) - 1),
      shifted: true,
      flushes: rounding === 'relaxed',
      reciprocal: rounding === 'relaxed',
    }),
    run: (tokens, settings, out) => {
      const loaded = load(formatOf(tokens.q));
      workspace().scratch(() => {
        attend(loaded, run, tokens, settings, out);
      });
    },
  };
}

/** Softmax attention by vectors; bit-identical on every machine. */
export const tiledSimd: SoftmaxKernel = tiledBy('deterministic', runHere);

/** Softmax attention by vectors, products fused into sums. */
export const tiledRelaxed: SoftmaxKernel = tiledBy('relaxed', runHere);
