import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import { COLUMN_BYTES } from '#kernel/simd/block.ts';
import { loadLinear } from '#kernel/simd/linear-attention/module.ts';
import { panelBytes, stateBytes } from '#kernel/simd/linear-attention/state.ts';
import { bytesOf } from '#kernel/simd/workspace.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { expectSame, formats } from '../../linear-attention/cases.ts';
import { drawn } from '../drawn.ts';
import { withPlaced } from '../in-workspace.ts';

/** Small integers, so that every order of a sum gives the same. */
function integersOf(format: FloatFormat, length: number, seed: number): FloatArray {
  return drawn(format, length, seed).map((value) => Math.round(9 * value) + 0);
}

/** The place of S_lc in a state, which is kept by panels of columns. */
function placeOf(format: FloatFormat, dk: number, l: number, c: number): number {
  const columns = COLUMN_BYTES / bytesOf(format);
  return (Math.floor(c / columns) * panelBytes(dk)) / bytesOf(format) + l * columns + (c % columns);
}

test('a panel has room for the rows that fill up a group of four, and a state a panel for 32 bytes of a row', () => {
  expect([0, 1, 4, 5, 8].map(panelBytes)).toEqual([0, 128, 128, 256, 256]);
  expect(stateBytes(5, 96)).toBe(3 * 256);
});

const shapes = fc.record({
  format: fc.constantFrom(...formats),
  rows: fc.nat(6),
  dk: fc.nat(9),
  panels: fc.integer({ min: 1, max: 3 }),
  seed: fc.nat(),
});

test('keys with values are added to the entries of a state', () => {
  fc.assert(
    fc.property(shapes, ({ format, rows, dk, panels, seed }) => {
      const columns = (panels * COLUMN_BYTES) / bytesOf(format);
      const width = panels * COLUMN_BYTES;
      const [k, v] = [integersOf(format, rows * dk, seed), integersOf(format, rows * columns, seed + 1)];
      const S = integersOf(format, stateBytes(dk, width) / bytesOf(format), seed + 2);
      withPlaced(format, [k, v, S], (keys, values, state) => {
        loadLinear(format, 'deterministic').functions.addKeys!(
          ...[keys.at, dk * bytesOf(format), values.at, values.at + values.bytes, width, state.at],
        );
        for (let l = 0; l < dk; l++) {
          for (let c = 0; c < columns; c++) {
            let sum = S[placeOf(format, dk, l, c)]!;
            for (let j = 0; j < rows; j++) sum += k[j * dk + l]! * v[j * columns + c]!;
            expect(state.array[placeOf(format, dk, l, c)]).toBe(sum + 0);
          }
        }
      });
    }),
  );
});

test('queries read a state one by one or by four, and rows behind them are left alone', () => {
  fc.assert(
    fc.property(shapes, fc.boolean(), ({ format, rows, dk, panels, seed }, byFour) => {
      const count = byFour ? rows - (rows % 4) : rows;
      const [columns, width] = [(panels * COLUMN_BYTES) / bytesOf(format), panels * COLUMN_BYTES];
      const q = integersOf(format, count * dk, seed);
      const S = integersOf(format, stateBytes(dk, width) / bytesOf(format), seed + 1);
      const y = integersOf(format, (count + 1) * columns, seed + 2);
      withPlaced(format, [q, S, y], (queries, state, outputs) => {
        loadLinear(format, 'deterministic').functions[byFour ? 'readState' : 'readStateOne']!(
          ...[queries.at, dk * bytesOf(format), outputs.at, outputs.at + count * width, width],
          ...[state.at, panelBytes(dk)],
        );
        const expected = y.map((entry, place) => {
          const [i, c] = [Math.floor(place / columns), place % columns];
          if (i === count) return entry;
          let sum = 0;
          for (let l = 0; l < dk; l++) sum += q[i * dk + l]! * S[placeOf(format, dk, l, c)]!;
          return sum + 0;
        });
        expectSame(outputs.array, expected);
      });
    }),
  );
});
