import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attentionFunctions } from '#kernel/simd/attend.ts';
import { attendScratch, BLOCK_ROWS, type Weighing } from '#kernel/simd/attend-rows.ts';
import { COLUMN_BYTES } from '#kernel/simd/block.ts';
import { tileKeys } from '#kernel/simd/softmax-tile.ts';
import { workspace } from '#kernel/simd/workspace.ts';
import { unitNumbers } from '../softmax-attention/cases.ts';
import { functionsOf, kinds, onWorkspace, place } from './placed.ts';

const FILLED = 0xa5;

describe.each(kinds)('$name', ({ format, v }) => {
  const block = COLUMN_BYTES / v.bytes;
  const modules = {
    softmax: functionsOf(attentionFunctions(v, 'softmax')),
    linear: functionsOf(attentionFunctions(v, 'linear')),
  };
  const sizes = fc.record({
    rows: fc.integer({ min: 1, max: BLOCK_ROWS }),
    keys: fc.integer({ min: 1, max: 2 * tileKeys(v) + 3 }),
    dk: fc.nat(3),
    dv: fc.nat(block + 1),
    row: fc.nat(80),
    causal: fc.boolean(),
    seed: fc.integer(),
  });

  /** Outputs of a block of queries of small integers, or of equal scores, and the bytes behind outputs and scratch. */
  const attend = (weighing: Weighing, drawn: Parameters<Parameters<typeof sizes.map>[0]>[0]) =>
    onWorkspace(() => {
      const { rows, keys, dk, dv, row, causal, seed } = drawn;
      const functions = modules[weighing];
      const unit = unitNumbers(seed);
      const integers = (length: number): number[] => Array.from({ length }, () => Math.floor(unit() * 7) - 3);
      const [q, k, values] = [integers(rows * dk), integers(keys * dk), integers(keys * dv)];
      const [keyBytes, valueBytes] = [dk * v.bytes, dv * v.bytes];
      const width = Math.ceil(dv / block) * COLUMN_BYTES;
      const [qAt, kAt, vAt] = [q, k, values].map((list) => place(format, list)) as [
        ReturnType<typeof place>,
        ReturnType<typeof place>,
        ReturnType<typeof place>,
      ];
      const packed = place(format, new Array<number>((keys + tileKeys(v)) * dk).fill(0));
      functions.packKeys!(kAt.address, kAt.address + keys * keyBytes, keyBytes, packed.address);
      const padded = place(format, new Array<number>((keys * width) / v.bytes).fill(0));
      functions.copyRows!(
        ...[vAt.address, vAt.address + keys * valueBytes, valueBytes, valueBytes, padded.address, width],
      );
      const out = place(format, new Array<number>(rows * dv + 1).fill(-77));
      const bytes = attendScratch(keyBytes, width);
      const scratch = workspace().take(bytes + 64);
      const guarded = new Uint8Array(workspace().memory.buffer, scratch, bytes + 64).fill(FILLED);
      functions.attendRows!(
        ...[scratch, qAt.address, rows, packed.address, padded.address, out.address, keyBytes, width],
        ...[valueBytes, keys, row, causal ? 1 : 0, 2],
      );
      expect([...guarded.subarray(bytes)]).toEqual(new Array<number>(64).fill(FILLED));
      expect(out.array.at(-1)).toBe(-77);
      return { q, k, values, out: [...out.array.slice(0, -1)] };
    });

  test('linear: scores weigh the values as they are, in every row those of the keys it sees', () => {
    fc.assert(
      fc.property(sizes, (drawn) => {
        const { rows, keys, dk, dv, row, causal } = drawn;
        const { q, k, values, out } = attend('linear', drawn);
        const expected = Array.from({ length: rows * dv }, (_, at) => {
          const [i, c] = [Math.floor(at / dv), at % dv];
          let sum = 0;
          for (let j = 0; j < keys && (!causal || j <= row + i); j++) {
            let score = 0;
            for (let l = 0; l < dk; l++) score += 2 * q[i * dk + l]! * k[j * dk + l]!;
            sum += score * values[j * dv + c]!;
          }
          return sum;
        });
        expect(out.map((one) => one + 0)).toEqual(expected.map((one) => one + 0));
      }),
      { numRuns: 40 },
    );
  });

  test('softmax: without coordinates every row is the mean of the values that it sees', () => {
    fc.assert(
      fc.property(sizes, (drawn) => {
        const { rows, keys, dv, row, causal } = drawn;
        const { values, out } = attend('softmax', { ...drawn, dk: 0 });
        const expected = Array.from({ length: rows * dv }, (_, at) => {
          const seen = causal ? Math.min(keys, row + Math.floor(at / dv) + 1) : keys;
          let sum = 0;
          for (let j = 0; j < seen; j++) sum += values[j * dv + (at % dv)]!;
          return format.name === 'binary64' ? sum / seen : Math.fround(sum / seen);
        });
        expect(out).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('the scratch holds a block of queries, of outputs, states and scores', () => {
    expect(attendScratch(8, 32)).toBe(BLOCK_ROWS * (8 + 32 + 32 + 256));
    expect(BLOCK_ROWS % 4).toBe(0);
  });
});
