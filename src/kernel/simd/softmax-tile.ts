import type { Code } from '#wasm/code.ts';
import { f32, f64, get, i32, type Local, loopWhile, repeat, set, when } from '#wasm/instruction.ts';
import { define, type WasmFunction } from '#wasm/module.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';
import { blockSums, COLUMN_BYTES, ROWS } from './block.ts';

/** Bytes of the scores of one query and one tile of keys: 32 keys in binary64, 64 in binary32. */
export const TILE_BYTES = 256;

/** Bytes that are kept of each query between tiles: its largest score, and its sum of weights by lanes. */
export const STATE_BYTES = 32;

/** Where the sum of weights stands in them. */
export const SUM_OFFSET = 16;

/** Keys of a tile. */
export function tileKeys(v: VectorType): number {
  return TILE_BYTES / v.bytes;
}

/**
 * Scores of four queries and a tile of keys: s[i][j] = scale sum_l q[l][i] k[l][j].
 *
 * q is packed [dk][4], k is packed [dk][keys of a tile], from `k` to `kEnd`; s is [4][keys of a tile].
 */
export function scoresFunction(v: VectorType): WasmFunction {
  const parameters = { q: 'i32', k: 'i32', kEnd: 'i32', s: 'i32', scale: v.scalar } as const;
  return define('scores', parameters, [], (scope) => {
    const { q, k, kEnd, s, scale } = scope.of;
    const [left, right, sEnd] = scope.locals('i32', 3) as [Local, Local, Local];
    const factor = scope.local(VECTOR);
    const sums = blockSums(v, scope, ROWS);
    return [
      set(factor, v.splat(get(scale))),
      set(sEnd, i32.add(get(s), i32.const(TILE_BYTES))),
      repeat(
        [
          sums.each(() => v.const(0)),
          set(left, get(q)),
          set(right, get(k)),
          sums.accumulate({
            left,
            rowBytes: v.bytes,
            leftStep: i32.const(ROWS * v.bytes),
            right,
            rightStep: i32.const(TILE_BYTES),
            rightEnd: kEnd,
          }),
          sums.store((sum, row, offset) =>
            v128.store(get(s), v.mul(sum, get(factor)), row * TILE_BYTES + offset),
          ),
          set(k, i32.add(get(k), i32.const(COLUMN_BYTES))),
          set(kEnd, i32.add(get(kEnd), i32.const(COLUMN_BYTES))),
          set(s, i32.add(get(s), i32.const(COLUMN_BYTES))),
        ],
        i32.ltU(get(s), get(sEnd)),
      ),
    ];
  });
}

/**
 * Adds weighted values to outputs: o[i] += sum_j p[i][j] v[j] over the values from `v` to `vEnd`.
 *
 * p is [rows][keys of a tile]; rows of the values and of the outputs are `width` bytes long.
 */
export function gatherFunction(v: VectorType, name: string, rows: number): WasmFunction {
  const parameters = { p: 'i32', v: 'i32', vEnd: 'i32', o: 'i32', width: 'i32' } as const;
  return define(name, parameters, [], (scope) => {
    const { p, v: values, vEnd, o, width } = scope.of;
    const [left, right, oEnd] = scope.locals('i32', 3) as [Local, Local, Local];
    const outputs = scope.locals('i32', rows);
    const sums = blockSums(v, scope, rows);
    return [
      set(oEnd, i32.add(get(o), get(width))),
      ...outputs.map((row, i) => set(row, i === 0 ? get(o) : i32.add(get(outputs[i - 1]!), get(width)))),
      loopWhile(i32.ltU(get(outputs[0]!), get(oEnd)), [
        sums.each((row, offset) => v128.load(get(outputs[row]!), offset)),
        set(left, get(p)),
        set(right, get(values)),
        sums.accumulate({
          left,
          rowBytes: TILE_BYTES,
          leftStep: i32.const(v.bytes),
          right,
          rightStep: get(width),
          rightEnd: vEnd,
        }),
        sums.store((sum, row, offset) => v128.store(get(outputs[row]!), sum, offset)),
        set(values, i32.add(get(values), i32.const(COLUMN_BYTES))),
        set(vEnd, i32.add(get(vEnd), i32.const(COLUMN_BYTES))),
        ...outputs.map((row) => set(row, i32.add(get(row), i32.const(COLUMN_BYTES)))),
      ]),
    ];
  });
}

/**
 * Divides the rows of the outputs at `o`, each of `width` bytes, by their sums of weights, lanes left to right, and
 * writes them at `to`, where rows have `valueBytes` bytes and end at `toEnd`. Relaxed vectors multiply by one rounded
 * reciprocal a row: a sum of weights is at least 1, so that it is a normal number.
 */
export function normaliseFunction(v: VectorType): WasmFunction {
  const parameters = {
    ...({ o: 'i32', width: 'i32', state: 'i32' } as const),
    ...({ to: 'i32', toEnd: 'i32', valueBytes: 'i32' } as const),
  };
  return define('normalise', parameters, [], ({ of, local }) => {
    const { o, width, state, to, toEnd, valueBytes } = of;
    const [at, rowEnd] = [local('i32'), local('i32')];
    const [lanes, total] = [local(VECTOR), local(VECTOR)];
    const scalar = v.scalar === 'f64' ? f64 : f32;
    const lane = (i: number): Code => v.extract(get(lanes), i);
    const sum = Array.from({ length: v.lanes - 1 }, (_, i) => i + 1).reduce(
      (so, i) => scalar.add(so, lane(i)),
      lane(0),
    );
    const next = (address: Local, bytes: number): Code =>
      set(address, i32.add(get(address), i32.const(bytes)));
    const once = v.rounding === 'relaxed';
    const quotient = (once ? v.mul : v.div)(v128.load(get(at)), get(total));
    return [
      loopWhile(i32.ltU(get(to), get(toEnd)), [
        set(lanes, v128.load(get(state), SUM_OFFSET)),
        set(total, once ? v.div(v.const(1), v.splat(sum)) : v.splat(sum)),
        set(at, get(o)),
        set(rowEnd, i32.add(get(to), get(valueBytes))),
        loopWhile(i32.leU(i32.add(get(to), i32.const(16)), get(rowEnd)), [
          v128.store(get(to), quotient),
          next(to, 16),
          next(at, 16),
        ]),
        // A vector that is only in part of the row is divided where it is.
        when(i32.ltU(get(to), get(rowEnd)), [v128.store(get(at), quotient)]),
        loopWhile(i32.ltU(get(to), get(rowEnd)), [
          scalar.store(get(to), scalar.load(get(at))),
          next(to, v.bytes),
          next(at, v.bytes),
        ]),
        set(o, i32.add(get(o), get(width))),
        next(state, STATE_BYTES),
      ]),
    ];
  });
}
