import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { COLUMN_BYTES, ROWS } from '#kernel/simd/block.ts';
import {
  gatherFunction,
  normaliseFunction,
  STATE_BYTES,
  SUM_OFFSET,
  scoresFunction,
  TILE_BYTES,
  tileKeys,
} from '#kernel/simd/softmax-tile.ts';
import { unitNumbers } from '../softmax-attention/cases.ts';
import { functionsOf, kinds, onWorkspace, place } from './placed.ts';

describe.each(kinds)('$name', ({ format, v }) => {
  const functions = functionsOf([
    scoresFunction(v),
    gatherFunction(v, 'gather', ROWS),
    gatherFunction(v, 'gatherOne', 1),
  ]);
  const { add, mul, div, of } = floats(format);
  const keys = tileKeys(v);
  const block = COLUMN_BYTES / v.bytes;
  const random = (seed: number) => {
    const unit = unitNumbers(seed);
    return (length: number): number[] => Array.from({ length }, () => of(unit() - 0.5));
  };

  test('a tile has 256 bytes of scores, and a state two vectors', () => {
    expect([keys * v.bytes, TILE_BYTES, STATE_BYTES, SUM_OFFSET]).toEqual([256, 256, 32, 16]);
  });

  test('scores of four queries and a tile are sums from left to right, scaled at last', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.integer(), (dk, seed) => {
        const numbers = random(seed);
        const [q, k, [scale]] = [numbers(dk * ROWS), numbers(dk * keys), numbers(1)];
        const expected = Array.from({ length: ROWS * keys }, (_, at) => {
          const [i, j] = [Math.floor(at / keys), at % keys];
          const products = Array.from({ length: dk }, (__, l) => mul(q[l * ROWS + i]!, k[l * keys + j]!));
          return mul(products.reduce(add, 0), scale!);
        });
        const computed = onWorkspace(() => {
          const [a, b, s] = [
            place(format, q),
            place(format, k),
            place(
              format,
              expected.map(() => -1),
            ),
          ];
          functions.scores!(a.address, b.address, b.address + dk * TILE_BYTES, s.address, scale!);
          return [...s.array];
        });
        expect(computed).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['gather', ROWS],
    ['gatherOne', 1],
  ] as const)('%s adds weighted values to %i rows, from first to last', (name, rows) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: keys }), fc.nat(2), fc.integer(), (count, blocks, seed) => {
        const numbers = random(seed);
        const width = blocks * block;
        const [p, values, o] = [numbers(rows * keys), numbers(count * width), numbers(rows * width)];
        const expected = o.map((start, at) => {
          const [row, column] = [Math.floor(at / width), at % width];
          return Array.from({ length: count }, (_, j) =>
            mul(p[row * keys + j]!, values[j * width + column]!),
          ).reduce(add, start);
        });
        const computed = onWorkspace(() => {
          const [a, b, c] = [place(format, p), place(format, values), place(format, o)];
          const end = b.address + count * width * v.bytes;
          functions[name]!(a.address, b.address, end, c.address, width * v.bytes);
          return [...c.array];
        });
        expect(computed).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['divided by', 'deterministic'],
    ['multiplied by reciprocals of', 'relaxed'],
  ] as const)(
    'outputs are %s sums of lanes from left to right, and written without what fills their rows',
    (_, rounding) => {
      // Nothing is fused here, so that engines without the relaxed instructions have this function too.
      const { normalise } = functionsOf([normaliseFunction({ ...v, rounding })]);
      fc.assert(
        fc.property(fc.nat(5), fc.nat(2 * block + 1), fc.integer(), (rows, dv, seed) => {
          const numbers = random(seed);
          const columns = Math.ceil(dv / block) * block;
          const [o, states] = [numbers(rows * columns), numbers(rows * 2 * v.lanes)];
          const expected = Array.from({ length: rows * dv }, (__, at) => {
            const row = Math.floor(at / dv);
            const from = row * 2 * v.lanes + v.lanes;
            const total = states.slice(from, from + v.lanes).reduce(add);
            const output = o[row * columns + (at % dv)]!;
            return rounding === 'relaxed' ? mul(output, div(1, total)) : div(output, total);
          });
          const computed = onWorkspace(() => {
            const [a, b] = [place(format, o), place(format, states)];
            const to = place(format, [...expected.map(() => -1), -1]);
            const end = to.address + rows * dv * v.bytes;
            normalise!(...[a.address, columns * v.bytes, b.address, to.address, end, dv * v.bytes]);
            return [...to.array];
          });
          expect(computed).toEqual([...expected, -1]);
        }),
      );
    },
  );
});
