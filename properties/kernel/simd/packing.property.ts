import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyRowsFunction, packFunction, transposeFunction } from '#kernel/simd/packing.ts';
import { functionsOf, kinds, onWorkspace, place } from './placed.ts';

const size = fc.nat(9);

/** So many numbers, all different. */
function ramp(length: number): number[] {
  return Array.from({ length }, (_, place) => place + 1);
}

describe.each(kinds)('$name', ({ format, v }) => {
  const functions = functionsOf([transposeFunction(v), copyRowsFunction(v), packFunction(v, 'pack', 4, 0)]);

  test('a matrix is copied by columns, and what is between them is left', () => {
    fc.assert(
      fc.property(size, size, size, (rows, width, gap) => {
        const stride = rows + gap;
        const [from, to] = [ramp(rows * width), new Array<number>(width * stride + 1).fill(-1)];
        const expected = to.map((old, at) => {
          const [column, row] = [Math.floor(at / stride), at % stride];
          return column < width && row < rows ? from[row * width + column]! : old;
        });
        const computed = onWorkspace(() => {
          const [a, b] = [place(format, from), place(format, to)];
          const end = a.address + rows * width * v.bytes;
          functions.transpose!(a.address, end, width * v.bytes, b.address, stride * v.bytes);
          return [...b.array];
        });
        expect(computed).toEqual(expected);
      }),
    );
  });

  test('rows are copied to rows of another length, and what is between them is left', () => {
    fc.assert(
      fc.property(size, size, size, size, (rows, width, gap, space) => {
        const [fromStride, toStride] = [width + gap, width + space];
        const [from, to] = [ramp(rows * fromStride), new Array<number>(rows * toStride + 1).fill(-1)];
        const expected = to.map((old, at) => {
          const [row, column] = [Math.floor(at / toStride), at % toStride];
          return row < rows && column < width ? from[row * fromStride + column]! : old;
        });
        const computed = onWorkspace(() => {
          const [a, b] = [place(format, from), place(format, to)];
          const end = a.address + rows * fromStride * v.bytes;
          const strides = [fromStride, width].map((count) => count * v.bytes);
          functions.copyRows!(a.address, end, ...strides, b.address, toStride * v.bytes);
          return [...b.array];
        });
        expect(computed).toEqual(expected);
      }),
    );
  });

  test('rows are packed in groups by columns, with zeros where the last group has no row', () => {
    fc.assert(
      fc.property(size, size, (rows, width) => {
        const from = ramp(rows * width);
        const groups = Math.ceil(rows / 4);
        const expected = Array.from({ length: groups * width * 4 }, (_, at) => {
          const row = 4 * Math.floor(at / (4 * width)) + (at % 4);
          return row < rows ? from[row * width + (Math.floor(at / 4) % width)]! : 0;
        });
        const computed = onWorkspace(() => {
          const [a, b] = [place(format, from), place(format, [...expected.map(() => -1), -1])];
          functions.pack!(a.address, a.address + rows * width * v.bytes, width * v.bytes, b.address);
          return [...b.array];
        });
        expect(computed).toEqual([...expected, -1]);
      }),
    );
  });
});
