import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { blockSums, COLUMN_BYTES, ROWS } from '#kernel/simd/block.ts';
import { get, i32 } from '#wasm/instruction.ts';
import { define, type WasmFunction } from '#wasm/module.ts';
import { type VectorType, v128 } from '#wasm/vector.ts';
import { unitNumbers } from '../softmax-attention/cases.ts';
import { functionsOf, kinds, onWorkspace, place } from './placed.ts';

/** c += a b for a of [rows][length] and b of [length][columns of a block]. */
function product(v: VectorType, rows: number, length: number): WasmFunction {
  return define('product', { a: 'i32', b: 'i32', bEnd: 'i32', c: 'i32' }, [], (scope) => {
    const { a, b, bEnd, c } = scope.of;
    const sums = blockSums(v, scope, rows);
    const place = (row: number, offset: number): number => row * COLUMN_BYTES + offset;
    return [
      sums.each((row, offset) => v128.load(get(c), place(row, offset))),
      sums.accumulate({
        ...{ left: a, rowBytes: length * v.bytes, leftStep: i32.const(v.bytes) },
        ...{ right: b, rightStep: i32.const(COLUMN_BYTES), rightEnd: bEnd },
      }),
      sums.store((sum, row, offset) => v128.store(get(c), sum, place(row, offset))),
    ];
  });
}

describe.each(kinds)('$name', ({ format, v }) => {
  const columns = COLUMN_BYTES / v.bytes;

  test.each([1, ROWS])('a product of %i rows is added entry by entry, from first to last', (rows) => {
    const lengths = [0, 1, 2, 7];
    const functions = lengths.map((length) => functionsOf([product(v, rows, length)]));
    const { add, mul, of } = floats(format);
    fc.assert(
      fc.property(fc.nat(lengths.length - 1), fc.integer(), (which, seed) => {
        const length = lengths[which]!;
        const unit = unitNumbers(seed);
        const numbers = (count: number): number[] => Array.from({ length: count }, () => of(unit() - 0.5));
        const [a, b, c] = [numbers(rows * length), numbers(length * columns), numbers(rows * columns)];
        const expected = c.map((start, at) => {
          const [row, column] = [Math.floor(at / columns), at % columns];
          return Array.from({ length }, (_, l) => mul(a[row * length + l]!, b[l * columns + column]!)).reduce(
            add,
            start,
          );
        });
        const computed = onWorkspace(() => {
          const [left, right, sums] = [place(format, a), place(format, b), place(format, c)];
          const end = right.address + length * COLUMN_BYTES;
          functions[which]!.product!(left.address, right.address, end, sums.address);
          return [...sums.array];
        });
        expect(computed).toEqual(expected);
      }),
    );
  });

  test('sums are told by rows, of two vectors each', () => {
    define('none', {}, [], (scope) => {
      const { of, rows } = blockSums(v, scope, 3);
      expect([rows, of.length, of.flat().length, new Set(of.flat()).size]).toEqual([3, 3, 6, 6]);
      return [];
    });
    expect(columns).toBe(2 * v.lanes);
  });
});
