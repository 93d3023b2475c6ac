import { formatOf } from '#kernel/declaration.ts';
import type { LinearSettings } from '#kernel/kernel.ts';
import { COLUMN_BYTES } from '#kernel/simd/block.ts';
import { bytesOf, type Workspace } from '#kernel/simd/workspace.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import type { Exported } from '#wasm/engine.ts';

/** The functions of the module, by name. */
export type Functions = Readonly<Record<string, Exported>>;

/** Gives some rows of a matrix an address; what was there before may be overwritten. */
export type ReadRows = (from: number, count: number) => number;

/**
 * Rows of a matrix as they are: where they lie in the workspace, or copied.
 *
 * @param width numbers of a row
 * @param longest the most rows that are asked for at once
 */
export function readRows(room: Workspace, array: FloatArray, width: number, longest: number): ReadRows {
  const format = formatOf(array);
  const rowBytes = width * bytesOf(format);
  const there = room.addressOf(array);
  if (there !== undefined) return (from) => there + from * rowBytes;
  const address = room.take(longest * rowBytes);
  return (from, count) => {
    room.view(format, address, count * width).set(array.subarray(from * width, (from + count) * width));
    return address;
  };
}

/** Rows of queries or keys under a feature map. */
export function readFeatures(
  room: Workspace,
  functions: Functions,
  map: LinearSettings['featureMap'],
  array: FloatArray,
  width: number,
  longest: number,
): ReadRows {
  const rows = readRows(room, array, width, longest);
  if (map === 'identity') return rows;
  const rowBytes = width * bytesOf(formatOf(array));
  const address = room.take(longest * rowBytes);
  return (from, count) => {
    const source = rows(from, count);
    functions.elu1!(source, source + count * rowBytes, address);
    return address;
  };
}

/** Bytes of a row of values as the module has them: whole blocks of columns, with room for a 1 behind the values. */
export function widthOf({ v, dv }: Tokens, normalize: boolean): number {
  const bytes = (dv + (normalize ? 1 : 0)) * bytesOf(formatOf(v));
  return Math.ceil(bytes / COLUMN_BYTES) * COLUMN_BYTES;
}

/**
 * Values in rows of `widthOf` bytes. To normalise, each is followed by a 1: what the scores weigh in that column is their
 * sum, which has the bits of the sum by itself.
 */
export function readValues(
  room: Workspace,
  functions: Functions,
  tokens: Tokens,
  normalize: boolean,
  longest: number,
): ReadRows {
  const { v, dv } = tokens;
  const [width, valueBytes] = [widthOf(tokens, normalize), dv * bytesOf(formatOf(v))];
  const rows = readRows(room, v, dv, longest);
  if (width === valueBytes) return rows;
  const address = room.take(longest * width);
  return (from, count) => {
    const source = rows(from, count);
    functions.widen!(source, source + count * valueBytes, valueBytes, address, width, normalize ? 1 : 0);
    return address;
  };
}

/** Where rows of outputs are written, rows of `widthOf` bytes, and how they come to where they are wanted. */
export interface WriteRows {
  readonly at: (from: number) => number;
  readonly finish: (from: number, count: number) => void;
}

/** Rows of outputs: written where they are wanted, or first beside it; divided by the column of sums to normalise. */
export function writeRows(
  room: Workspace,
  functions: Functions,
  tokens: Tokens,
  normalize: boolean,
  longest: number,
  out: FloatArray,
): WriteRows {
  const { dv } = tokens;
  const format = formatOf(out);
  const [width, valueBytes] = [widthOf(tokens, normalize), dv * bytesOf(format)];
  const there = room.addressOf(out);
  const isWide = width !== valueBytes;
  if (there !== undefined && !isWide) {
    return { at: (from) => there + from * valueBytes, finish: () => undefined };
  }
  const address = room.take(longest * width);
  return {
    at: () => address,
    finish: (from, count) => {
      const to = there === undefined ? address : there + from * valueBytes;
      if (isWide) {
        functions.narrow!(address, width, to, to + count * valueBytes, valueBytes, normalize ? 1 : 0);
      }
      if (there === undefined) out.set(room.view(format, address, count * dv), from * dv);
    },
  };
}
