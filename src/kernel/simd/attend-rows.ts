import type { Code } from '#wasm/code.ts';
import { call, fill, get, i32, type Local, set } from '#wasm/instruction.ts';
import { define, type WasmFunction } from '#wasm/module.ts';
import type { VectorType } from '#wasm/vector.ts';
import { ROWS } from './block.ts';
import { STATE_BYTES, TILE_BYTES } from './softmax-tile.ts';

/** Whether scores become weights by softmax, or weigh the values as they are. */
export type Weighing = 'softmax' | 'linear';

/** Queries of one call at most: many short calls, so that the engine's better compiler takes over early. */
export const BLOCK_ROWS = 32;

/**
 * Bytes of scratch that `attendRows` needs, of rows of queries of `keyBytes` bytes and of outputs of `width` bytes: the
 * queries by columns, the outputs, what is kept of each query, and its scores of a tile.
 */
export function attendScratch(keyBytes: number, width: number): number {
  return BLOCK_ROWS * (keyBytes + width + STATE_BYTES + TILE_BYTES);
}

/**
 * Attention of a block of at most 32 queries to all keys: everything from queries as they come to outputs as they go.
 *
 * `q` is [rows][keyBytes], and `o` is [rows][valueBytes]; `k` is packed by `packKeys`, `v` has rows of `width` bytes.
 * `row` is the number of the first query; `causal` is 1 or 0. Nothing is written but to `o` and the scratch.
 */
export function attendRowsFunction(
  v: VectorType,
  weighing: Weighing,
  indexOf: (name: string) => number,
): WasmFunction {
  const parameters = {
    ...({ scratch: 'i32', q: 'i32', rows: 'i32', k: 'i32', v: 'i32', o: 'i32', keyBytes: 'i32' } as const),
    ...({
      width: 'i32',
      valueBytes: 'i32',
      keys: 'i32',
      row: 'i32',
      causal: 'i32',
      scale: v.scalar,
    } as const),
  };
  return define('attendRows', parameters, [], ({ of, local }) => {
    const { scratch, q, rows, k, v: values, o, keyBytes, width, valueBytes, keys, row, causal, scale } = of;
    const [outputs, state, scores] = [local('i32'), local('i32'), local('i32')] as const;
    const groups = i32.shrU(i32.add(get(rows), i32.const(ROWS - 1)), i32.const(2));
    const times = (count: number, size: Local): Code => i32.mul(get(size), i32.const(count));
    const outputEnd = i32.add(get(o), i32.mul(get(rows), get(valueBytes)));
    return [
      set(outputs, i32.add(get(scratch), times(BLOCK_ROWS, keyBytes))),
      set(state, i32.add(get(outputs), times(BLOCK_ROWS, width))),
      set(scores, i32.add(get(state), i32.const(BLOCK_ROWS * STATE_BYTES))),
      // Rows that fill up the last group are zeros, as `packQueries` has their queries: they are computed, and not read.
      fill(get(outputs), i32.const(0), i32.mul(i32.shl(groups, i32.const(2)), get(width))),
      call(
        indexOf('packQueries'),
        get(q),
        i32.add(get(q), i32.mul(get(rows), get(keyBytes))),
        get(keyBytes),
        get(scratch),
      ),
      ...(weighing === 'softmax' ? [call(indexOf('clearStates'), get(state), get(scores))] : []),
      call(
        indexOf('attend'),
        ...[get(scratch), groups, get(k), get(values), get(outputs), get(state), get(scores)],
        ...[get(width), get(keyBytes), get(keys), get(row), get(causal), get(scale)],
      ),
      weighing === 'softmax'
        ? call(
            indexOf('normalise'),
            ...[get(outputs), get(width), get(state), get(o), outputEnd, get(valueBytes)],
          )
        : call(
            indexOf('copyRows'),
            ...[get(outputs), i32.add(get(outputs), i32.mul(get(rows), get(width))), get(width)],
            ...[get(valueBytes), get(o), get(valueBytes)],
          ),
    ];
  });
}
