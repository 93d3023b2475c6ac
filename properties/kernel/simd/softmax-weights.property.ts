import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { exps } from '#kernel/exp.ts';
import { COLUMN_BYTES, ROWS } from '#kernel/simd/block.ts';
import { tileKeys } from '#kernel/simd/softmax-tile.ts';
import { clearStatesFunction, weightsFunction } from '#kernel/simd/softmax-weights.ts';
import { unitNumbers } from '../softmax-attention/cases.ts';
import { functionsOf, kinds, onWorkspace, place } from './placed.ts';

const lowest = Number.NEGATIVE_INFINITY;

describe.each(kinds)('$name', ({ format, v }) => {
  const functions = functionsOf([weightsFunction(v), clearStatesFunction(v)]);
  const { add, sub, mul, of } = floats(format);
  const exp = exps(format);
  const keys = tileKeys(v);
  const columns = COLUMN_BYTES / v.bytes;

  /** One row after a tile of which it sees `count` keys: its weights, sums of lanes, largest score and outputs. */
  const after = (
    scores: readonly number[],
    count: number,
    most: number,
    sums: number[],
    outputs: number[],
  ) => {
    if (count <= 0) return { weights: [], most, sums, outputs };
    const seen = scores.slice(0, count);
    const highest = Math.max(most, ...seen);
    const factor = highest > most && most > lowest ? exp(sub(most, highest)) : 1;
    const weights = seen.map((score) => exp(sub(score, highest === lowest ? 0 : highest)));
    const scaled = sums.map((sum) => mul(sum, factor));
    weights.forEach((weight, j) => {
      scaled[j % v.lanes] = add(scaled[j % v.lanes]!, weight);
    });
    return { weights, most: highest, sums: scaled, outputs: outputs.map((one) => mul(one, factor)) };
  };

  test('scores become weights, and what was summed before is scaled, row by row of those that see a key', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: keys }),
        fc.integer({ min: -4, max: keys + 2 }),
        fc.constantFrom(0, 1),
        fc.constantFrom(lowest, -50, 0, 50),
        fc.integer(),
        (available, seen, step, before, seed) => {
          const unit = unitNumbers(seed);
          const countOf = (r: number): number => Math.min(available, seen + r * step);
          const scores = Array.from({ length: ROWS }, (_, r) =>
            Array.from({ length: keys }, (__, j) => {
              if (j >= countOf(r)) return Number.NaN;
              return unit() < 0.05 ? lowest : of(20 * unit() - 10);
            }),
          );
          const sums = scores.map(() =>
            Array.from({ length: v.lanes }, () => (before > lowest ? of(unit()) : 0)),
          );
          const outputs = scores.map(() => Array.from({ length: columns }, () => of(unit() - 0.5)));
          const expected = scores.map((row, r) => after(row, countOf(r), before, sums[r]!, outputs[r]!));
          const most = new Array<number>(v.lanes).fill(before);
          onWorkspace(() => {
            const s = place(format, scores.flat());
            const o = place(format, outputs.flat());
            const state = place(
              format,
              sums.flatMap((row) => [...most, ...row]),
            );
            functions.weights!(...[s.address, o.address, state.address, COLUMN_BYTES, available, seen, step]);
            expected.forEach((row, r) => {
              expect([...s.array.slice(r * keys, r * keys + row.weights.length)]).toEqual(row.weights);
              expect([...o.array.slice(r * columns, (r + 1) * columns)]).toEqual(row.outputs);
              expect([...state.array.slice(2 * v.lanes * r, 2 * v.lanes * (r + 1))]).toEqual([
                ...new Array<number>(v.lanes).fill(row.most),
                ...row.sums,
              ]);
            });
          });
        },
      ),
    );
  });

  test('a cleared state has no score and no weight, and no other is touched', () => {
    const states = onWorkspace(() => {
      const { address, array } = place(format, new Array<number>(6 * v.lanes).fill(7));
      functions.clearStates!(address, address + 64);
      return [...array];
    });
    const cleared = [...new Array<number>(v.lanes).fill(lowest), ...new Array<number>(v.lanes).fill(0)];
    expect(states).toEqual([...cleared, ...cleared, ...new Array<number>(2 * v.lanes).fill(7)]);
  });
});
