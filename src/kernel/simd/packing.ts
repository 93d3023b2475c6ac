import { type Code, sequence } from '#wasm/code.ts';
import { call, f32, f64, fill, get, i32, type Local, loopWhile, set, when } from '#wasm/instruction.ts';
import { define, type Scope, type WasmFunction } from '#wasm/module.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';

/** Bytes of a vector. */
const VECTOR_BYTES = 16;

/**
 * Copies a matrix by columns: to[l][i] = from[i][l]. Strides and widths are in bytes.
 *
 * `from` has rows up to `fromEnd`, each `width` bytes wide; row l of the copy starts `stride` times l further on.
 *
 * @cost square blocks of vectors, two loads or stores a vector; one a number at the edges
 */
export function transposeFunction(v: VectorType): WasmFunction {
  const scalar = v.scalar === 'f64' ? f64 : f32;
  const parameters = { from: 'i32', fromEnd: 'i32', width: 'i32', to: 'i32', stride: 'i32' } as const;
  return define('transpose', parameters, [], (scope) => {
    const { from, fromEnd, width, to, stride } = scope.of;
    const [rowEnd, target] = scope.locals('i32', 2) as [Local, Local];
    const next = (address: Local, by: Code): Code => set(address, i32.add(get(address), by));
    const block = transposedBlock(v, scope);
    /** As many rows together as a vector has lanes, or one. */
    const rows = (count: number, body: readonly Code[]): Code =>
      loopWhile(i32.gtU(i32.sub(get(fromEnd), get(from)), i32.mul(get(width), i32.const(count - 1))), [
        set(rowEnd, i32.add(get(from), get(width))),
        set(target, get(to)),
        ...body,
        next(from, i32.mul(get(width), i32.const(count - 1))),
        next(to, i32.const(count * v.bytes)),
      ]);
    const column = (count: number): Code =>
      loopWhile(i32.ltU(get(from), get(rowEnd)), [
        ...Array.from({ length: count }, (_, i) =>
          scalar.store(
            get(target),
            scalar.load(i32.add(get(from), i32.mul(get(width), i32.const(i)))),
            i * v.bytes,
          ),
        ),
        next(from, i32.const(v.bytes)),
        next(target, get(stride)),
      ]);
    return [
      rows(v.lanes, [
        loopWhile(i32.leU(i32.add(get(from), i32.const(VECTOR_BYTES)), get(rowEnd)), [
          block({ from, width, to: target, stride }),
          next(from, i32.const(VECTOR_BYTES)),
          next(target, i32.mul(get(stride), i32.const(v.lanes))),
        ]),
        column(v.lanes),
      ]),
      rows(1, [column(1)]),
    ];
  });
}

/** Where a square block of numbers stands, one vector a row, and where its copy goes. */
interface Block {
  readonly from: Local;
  readonly width: Local;
  readonly to: Local;
  readonly stride: Local;
}

/** Copies a block of as many rows as a vector has lanes by columns. */
function transposedBlock<P extends string>(
  v: VectorType,
  { local, locals }: Scope<P>,
): (block: Block) => Code {
  const rows = locals(VECTOR, v.lanes);
  const address = local('i32');
  const each = (first: Local, step: Local, one: (row: Local) => Code): Code =>
    sequence(
      set(address, get(first)),
      ...rows.map((row) => sequence(one(row), set(address, i32.add(get(address), get(step))))),
    );
  const spare = local(VECTOR);
  /** Exchanges so many bytes of the second half of one vector for the first half of another, in every pair of halves. */
  const exchange = (a: Local, b: Local, bytes: number): Code => {
    const half = (upper: 0 | 1): Code =>
      Array.from({ length: 16 }, (_, i) => (i & bytes ? 16 : 0) + (i & ~bytes) + (upper ? bytes : 0));
    return sequence(
      set(spare, v128.shuffle(get(a), get(b), half(0))),
      set(b, v128.shuffle(get(a), get(b), half(1))),
      set(a, get(spare)),
    );
  };
  const exchanges = [8, 4]
    .filter((bytes) => bytes >= v.bytes)
    .flatMap((bytes) => {
      const apart = bytes / v.bytes;
      return rows.flatMap((row, i) => (i & apart ? [] : [exchange(row, rows[i + apart]!, bytes)]));
    });
  return ({ from, width, to, stride }) =>
    sequence(
      each(from, width, (row) => set(row, v128.load(get(address)))),
      ...exchanges,
      each(to, stride, (row) => v128.store(get(address), get(row))),
    );
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
