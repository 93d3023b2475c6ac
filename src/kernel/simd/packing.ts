import { call, f32, f64, fill, get, i32, loopWhile, set, when } from '#wasm/instruction.ts';
import { define, type WasmFunction } from '#wasm/module.ts';
import type { VectorType } from '#wasm/vector.ts';

/**
 * Copies a matrix by columns: to[l][i] = from[i][l]. Strides and widths are in bytes.
 *
 * `from` has rows up to `fromEnd`, each `width` bytes wide; row l of the copy starts `stride` times l further on.
 */
export function transposeFunction(v: VectorType): WasmFunction {
  const scalar = v.scalar === 'f64' ? f64 : f32;
  const parameters = { from: 'i32', fromEnd: 'i32', width: 'i32', to: 'i32', stride: 'i32' } as const;
  return define('transpose', parameters, [], ({ of: { from, fromEnd, width, to, stride }, local }) => {
    const [rowEnd, target] = [local('i32'), local('i32')];
    return [
      loopWhile(i32.ltU(get(from), get(fromEnd)), [
        set(rowEnd, i32.add(get(from), get(width))),
        set(target, get(to)),
        loopWhile(i32.ltU(get(from), get(rowEnd)), [
          scalar.store(get(target), scalar.load(get(from))),
          set(from, i32.add(get(from), i32.const(v.bytes))),
          set(target, i32.add(get(target), get(stride))),
        ]),
        set(to, i32.add(get(to), i32.const(v.bytes))),
      ]),
    ];
  });
}

/**
 * Copies rows of `width` bytes from rows that start every `fromStride` bytes to rows that start every `toStride`.
 *
 * `from` has rows up to `fromEnd`; what lies between the rows of the copy stays as it is.
 */
export function copyRowsFunction(v: VectorType): WasmFunction {
  const scalar = v.scalar === 'f64' ? f64 : f32;
  const parameters = {
    ...({ from: 'i32', fromEnd: 'i32', fromStride: 'i32' } as const),
    ...({ width: 'i32', to: 'i32', toStride: 'i32' } as const),
  };
  return define('copyRows', parameters, [], ({ of, local }) => {
    const { from, fromEnd, fromStride, width, to, toStride } = of;
    const at = local('i32');
    const step = i32.const(v.bytes);
    return [
      loopWhile(i32.ltU(get(from), get(fromEnd)), [
        set(at, i32.const(0)),
        loopWhile(i32.ltU(get(at), get(width)), [
          scalar.store(i32.add(get(to), get(at)), scalar.load(i32.add(get(from), get(at)))),
          set(at, i32.add(get(at), step)),
        ]),
        set(from, i32.add(get(from), get(fromStride))),
        set(to, i32.add(get(to), get(toStride))),
      ]),
    ];
  });
}

/**
 * Copies rows in groups, each group by columns, with zeros where the last one has no row.
 *
 * @param name `packKeys` for keys by tiles, `packQueries` for queries by fours
 * @param rows rows of a group
 * @param transpose the place of that function in the module
 */
export function packFunction(v: VectorType, name: string, rows: number, transpose: number): WasmFunction {
  const parameters = { from: 'i32', fromEnd: 'i32', width: 'i32', to: 'i32' } as const;
  return define(name, parameters, [], ({ of: { from, fromEnd, width, to }, local }) => {
    const [end, bytes] = [local('i32'), local('i32')];
    return [
      set(bytes, i32.mul(get(width), i32.const(rows))),
      loopWhile(i32.ltU(get(from), get(fromEnd)), [
        set(end, i32.add(get(from), get(bytes))),
        when(i32.gtU(get(bytes), i32.sub(get(fromEnd), get(from))), [
          fill(get(to), i32.const(0), get(bytes)),
          set(end, get(fromEnd)),
        ]),
        call(transpose, get(from), get(end), get(width), get(to), i32.const(rows * v.bytes)),
        set(from, get(end)),
        set(to, i32.add(get(to), get(bytes))),
      ]),
    ];
  });
}
