import { expect, test } from 'vitest';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import { elu1 } from '#kernel/linear-attention/feature.ts';
import { loadLinear } from '#kernel/simd/linear-attention/module.ts';
import {
  readFeatures,
  readRows,
  readValues,
  widthOf,
  writeRows,
} from '#kernel/simd/linear-attention/rows.ts';
import { bytesOf, workspace } from '#kernel/simd/workspace.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { expectSame, formats } from '../../linear-attention/cases.ts';
import { drawn } from '../drawn.ts';
import { drawnTokens } from './twins.ts';

const room = workspace();
const { functions } = loadLinear(formats[0]!, 'deterministic');

/** The same numbers in the workspace, so long as scratch is kept. */
function inWorkspace(format: FloatFormat, array: FloatArray): FloatArray {
  const placed = room.view(format, room.take(array.byteLength), array.length);
  placed.set(array);
  return placed;
}

test('rows are read where they lie in the workspace, and copied from elsewhere', () => {
  for (const format of formats) {
    room.scratch(() => {
      const array = drawn(format, 20, 1);
      const placed = inWorkspace(format, array);
      expect(readRows(room, placed, 4, 2)(3, 2)).toBe(placed.byteOffset + 12 * bytesOf(format));
      const address = readRows(room, array, 4, 2)(3, 2);
      expectSame(room.view(format, address, 8), array.subarray(12, 20));
    });
  }
});

test('features are copies, and leave the rows that they are of alone', () => {
  const [format] = formats as [FloatFormat];
  room.scratch(() => {
    const array = drawn(format, 20, 1);
    const placed = inWorkspace(format, array);
    const expected = array.slice(0, 8);
    elu1(array, 12, 8, expected);
    for (const source of [array, placed]) {
      const address = readFeatures(room, functions, 'elu1', source, 4, 2)(3, 2);
      expectSame(room.view(format, address, 8), expected);
      expectSame(source, array);
    }
    expect(readFeatures(room, functions, 'identity', placed, 4, 2)(0, 1)).toBe(placed.byteOffset);
  });
});

test('a row of values is a multiple of 32 bytes, with room for a one to normalise', () => {
  const of = (format: FloatFormat, dv: number, normalize: boolean) =>
    widthOf(drawnTokens(format, { n: 1, m: 1, dk: 1, dv }, 1), normalize);
  const [binary64, binary32] = formats as [FloatFormat, FloatFormat];
  expect([1, 4, 5, 8].map((dv) => of(binary64, dv, false))).toEqual([32, 32, 64, 64]);
  expect([1, 4, 5, 8].map((dv) => of(binary64, dv, true))).toEqual([32, 64, 64, 96]);
  expect([1, 4, 5, 8].map((dv) => of(binary32, dv, true))).toEqual([32, 32, 32, 64]);
});

test('values and outputs of whole blocks are read and written in place, unless they are normalised', () => {
  const [format] = formats as [FloatFormat];
  room.scratch(() => {
    const tokens = drawnTokens(format, { n: 3, m: 3, dk: 1, dv: 4 }, 1);
    const v = inWorkspace(format, tokens.v);
    const placed = { ...tokens, v };
    expect(readValues(room, functions, placed, false, 3)(1, 2)).toBe(v.byteOffset + 32);
    const wide = readValues(room, functions, placed, true, 3)(1, 2);
    expect([...room.view(format, wide, 8)]).toEqual([...tokens.v.subarray(4, 8), 1, 0, 0, 0]);
    expect(writeRows(room, functions, placed, false, 3, v).at(2)).toBe(v.byteOffset + 64);
    const beside = writeRows(room, functions, placed, true, 3, v);
    room.view(format, beside.at(1), 8).set([2, 4, 6, 8, 2, 0, 0, 0]);
    beside.finish(1, 1);
    expect([...v]).toEqual([...tokens.v.subarray(0, 4), 1, 2, 3, 4, ...tokens.v.subarray(8)]);
  });
});
