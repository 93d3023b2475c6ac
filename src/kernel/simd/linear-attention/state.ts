import { blockSums, COLUMN_BYTES, ROWS, type Sums } from '#kernel/simd/block.ts';
import { type Code, sequence } from '#wasm/code.ts';
import { get, i32, type Local, loopWhile, set } from '#wasm/instruction.ts';
import { define, type Scope, type WasmFunction } from '#wasm/module.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';

/** Bytes of a vector. */
const VECTOR_BYTES = 16;

/**
 * Bytes of a panel: the columns of the state that are computed together, a row of them for each coordinate of the keys,
 * with rows behind the last that fill up a group of four. What is in those is not read.
 */
export function panelBytes(dk: number): number {
  return Math.ceil(dk / ROWS) * ROWS * COLUMN_BYTES;
}

/** Bytes of a state: the panels of rows of `width` bytes. */
export function stateBytes(dk: number, width: number): number {
  return (width / COLUMN_BYTES) * panelBytes(dk);
}

/**
 * Adds keys and values to a state: S_lc += sum_j k_jl v_jc, j from first to last.
 *
 * `k` has rows of `keyBytes` bytes; `v` has rows of `width` bytes, from `v` to `vEnd`.
 */
export function addKeysFunction(v: VectorType): WasmFunction {
  const parameters = {
    ...({ k: 'i32', keyBytes: 'i32', v: 'i32', vEnd: 'i32', width: 'i32' } as const),
    ...({ state: 'i32' } as const),
  };
  return define('addKeys', parameters, [], (scope) => {
    const { k, keyBytes, v: values, vEnd, width, state } = scope.of;
    const [left, right, key, keyEnd, panelsEnd] = scope.locals('i32', 5) as [
      Local,
      Local,
      Local,
      Local,
      Local,
    ];
    const sums = blockSums(v, scope, ROWS);
    const next = (address: Local, bytes: number): Code =>
      set(address, i32.add(get(address), i32.const(bytes)));
    return [
      set(panelsEnd, i32.add(get(values), get(width))),
      set(keyEnd, i32.add(get(k), get(keyBytes))),
      loopWhile(i32.ltU(get(values), get(panelsEnd)), [
        set(key, get(k)),
        loopWhile(i32.ltU(get(key), get(keyEnd)), [
          sums.each((row, offset) => v128.load(get(state), row * COLUMN_BYTES + offset)),
          set(left, get(key)),
          set(right, get(values)),
          sums.accumulate({
            left,
            rowBytes: v.bytes,
            leftStep: get(keyBytes),
            right,
            rightStep: get(width),
            rightEnd: vEnd,
          }),
          sums.store((sum, row, offset) => v128.store(get(state), sum, row * COLUMN_BYTES + offset)),
          next(key, ROWS * v.bytes),
          next(state, ROWS * COLUMN_BYTES),
        ]),
        next(values, COLUMN_BYTES),
        next(vEnd, COLUMN_BYTES),
      ]),
    ];
  });
}

/**
 * What queries read of a state: y_c = sum_l q_l S_lc, l from first to last.
 *
 * `q` has rows of `keyBytes` bytes, `y` of `width` bytes. A panel of the state stays in the nearest cache while all queries
 * read it.
 *
 * @param rows queries that read together; only whole groups of them, from `y` to `yEnd`, are done
 */
export function readStateFunction(v: VectorType, name: string, rows: number): WasmFunction {
  const parameters = {
    ...({ q: 'i32', keyBytes: 'i32', y: 'i32', yEnd: 'i32', width: 'i32' } as const),
    ...({ state: 'i32', panel: 'i32' } as const),
  };
  return define(name, parameters, [], (scope) => {
    const { q, keyBytes, y, yEnd, width, state, panel } = scope.of;
    const [group, row, rowEnd, output, panelsEnd] = scope.locals('i32', 5) as [
      Local,
      Local,
      Local,
      Local,
      Local,
    ];
    const queries = scope.locals('i32', rows);
    const sums = blockSums(v, scope, rows);
    const product = rowsTimesPanel(v, scope, sums, queries);
    const next = (address: Local, bytes: Code): Code => set(address, i32.add(get(address), bytes));
    return [
      set(panelsEnd, i32.add(get(y), get(width))),
      loopWhile(i32.ltU(get(y), get(panelsEnd)), [
        set(group, get(q)),
        set(output, get(y)),
        loopWhile(i32.ltU(get(output), get(yEnd)), [
          sums.each(() => v.const(0)),
          ...queries.map((query) => sequence(set(query, get(group)), next(group, get(keyBytes)))),
          set(row, get(state)),
          set(rowEnd, i32.add(get(state), i32.mul(get(keyBytes), i32.const(COLUMN_BYTES / v.bytes)))),
          product(row, rowEnd),
          ...sums.of.map((vectors, i) =>
            sequence(
              ...vectors.map((_, c) => v128.store(get(output), get(sums.of[i]![c]!), c * VECTOR_BYTES)),
              next(output, get(width)),
            ),
          ),
        ]),
        ...[y, yEnd].map((address) => next(address, i32.const(COLUMN_BYTES))),
        next(state, get(panel)),
      ]),
    ];
  });
}

/** Adds to sums the products of some rows, each with an address of its own, and the rows of a panel. */
function rowsTimesPanel<P extends string>(
  v: VectorType,
  { local, locals }: Scope<P>,
  sums: Sums,
  rows: readonly Local[],
): (row: Local, rowEnd: Local) => Code {
  const S = locals(VECTOR, COLUMN_BYTES / VECTOR_BYTES);
  const factor = local(VECTOR);
  return (row, rowEnd) =>
    loopWhile(i32.ltU(get(row), get(rowEnd)), [
      ...S.map((entry, c) => set(entry, v128.load(get(row), c * VECTOR_BYTES))),
      ...rows.flatMap((address, i) => [
        set(factor, v.loadSplat(get(address))),
        ...sums.of[i]!.map((sum, c) => set(sum, v.mulAdd(get(factor), get(S[c]!), get(sum)))),
        set(address, i32.add(get(address), i32.const(v.bytes))),
      ]),
      set(row, i32.add(get(row), i32.const(COLUMN_BYTES))),
    ]);
}
