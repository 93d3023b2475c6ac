import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import { elu1 } from '#kernel/linear-attention/feature.ts';
import { vectorExp } from '#kernel/simd/exp.ts';
import { loader } from '#kernel/simd/job.ts';
import { loadLinear } from '#kernel/simd/linear-attention/module.ts';
import { bytesOf } from '#kernel/simd/workspace.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import type { Exported } from '#wasm/engine.ts';
import { get, set } from '#wasm/instruction.ts';
import { define } from '#wasm/module.ts';
import { type Rounding, VECTOR, v128 } from '#wasm/vector.ts';
import { roundings } from '../../../wasm/relaxed.ts';
import { arrayOf, expectSame, formats } from '../../linear-attention/cases.ts';
import { drawn } from '../drawn.ts';
import { withPlaced } from '../in-workspace.ts';

/** A function of the module by its name. */
function functionOf(format: FloatFormat, name: string, rounding: Rounding = 'deterministic'): Exported {
  return loadLinear(format, rounding).functions[name]!;
}

/** Images under elu + 1 as a module computes them. */
function imagesOf(format: FloatFormat, rounding: Rounding, x: FloatArray): FloatArray {
  return withPlaced(format, [x, [...x, 0, 0, 0]], (from, to) => {
    functionOf(format, 'elu1', rounding)(from.at, from.at + from.bytes, to.at);
    return to.array.slice(0, x.length);
  });
}

const numbers = fc.array(fc.oneof(fc.double(), fc.double({ min: -800, max: 100 })), { maxLength: 9 });

test('elu + 1 by vectors has the bits of plain code, for every number', () => {
  fc.assert(
    fc.property(fc.constantFrom(...formats), numbers, (format, list) => {
      const x = arrayOf(format, list);
      const expected = x.slice();
      elu1(x, 0, x.length, expected);
      expectSame(imagesOf(format, 'deterministic', x), expected);
    }),
  );
});

/** The exponential of a vector in memory, in place. */
function exponential(format: FloatFormat, rounding: Rounding): Exported {
  const { functions } = loader('one exponential', rounding, (v) => [
    define('exponential', { x: 'i32' }, [], ({ of: { x }, local }) => {
      const one = local(VECTOR);
      const exp = vectorExp(v, local, 'nonPositive');
      return [exp.prepare, set(one, v128.load(get(x))), exp.apply(one), v128.store(get(x), get(one))];
    }),
  ])(format);
  return functions.exponential!;
}

describe.each(roundings)('%s', (rounding) => {
  test('elu + 1 is x + 1 above zero, and the exponential of the vectors elsewhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.array(fc.double({ min: -120, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (format, list) => {
          const x = arrayOf(format, list);
          const below = withPlaced(format, [x.map((value) => Math.min(value, 0)), []], (placed) => {
            for (let at = 0; at < placed.bytes; at += 16) exponential(format, rounding)(placed.at + at);
            return placed.array.slice();
          });
          expectSame(
            imagesOf(format, rounding, x),
            x.map((value, i) => (value > 0 ? value + 1 : below[i]!)),
          );
        },
      ),
    );
  });
});

test('rows are widened by a one and zeros, and nothing behind them is written', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...formats),
      fc.nat(5),
      fc.integer({ min: 1, max: 11 }),
      fc.nat(9),
      fc.boolean(),
      (format, rows, dv, more, ones) => {
        const bytes = bytesOf(format);
        const columns = dv + (ones ? 1 : 0) + more;
        const values = drawn(format, rows * dv, 1);
        const room = drawn(format, rows * columns + 4, 2);
        const behind = room.slice(rows * columns);
        withPlaced(format, [values, room], (from, to) => {
          functionOf(
            format,
            'widen',
          )(...[from.at, from.at + from.bytes, dv * bytes, to.at, columns * bytes, ones ? 1 : 0]);
          const expected = Array.from({ length: rows * columns }, (_, place) => {
            const column = place % columns;
            if (column < dv) return values[Math.floor(place / columns) * dv + column]!;
            return ones && column === dv ? 1 : 0;
          });
          expectSame(to.array, arrayOf(format, [...expected, ...behind]));
        });
      },
    ),
  );
});

test('rows are narrowed, divided by what follows them or not, elsewhere or in place', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...formats),
      fc.nat(5),
      fc.integer({ min: 1, max: 11 }),
      fc.nat(9),
      fc.boolean(),
      fc.boolean(),
      (format, rows, dv, more, divided, inPlace) => {
        const bytes = bytesOf(format);
        const columns = dv + 1 + more;
        const wide = drawn(format, rows * columns, 1);
        const room = inPlace ? wide : drawn(format, rows * dv + 4, 2);
        const behind = room.slice(rows * dv);
        withPlaced(format, inPlace ? [wide] : [wide, room], (from, ...others) => {
          const to = others[0] ?? from;
          functionOf(
            format,
            'narrow',
          )(...[from.at, columns * bytes, to.at, to.at + rows * dv * bytes, dv * bytes, divided ? 1 : 0]);
          const expected = Array.from({ length: rows * dv }, (_, place) => {
            const row = Math.floor(place / dv) * columns;
            return wide[row + (place % dv)]! / (divided ? wide[row + dv]! : 1);
          });
          expectSame(to.array, arrayOf(format, [...expected, ...behind]));
        });
      },
    ),
  );
});

test('vectors of numbers are added to others, and cleared', () => {
  for (const format of formats) {
    for (const vectors of [0, 1, 5]) {
      const length = (vectors * 16) / bytesOf(format);
      const [a, b] = [drawn(format, length, 1), drawn(format, length + 4, 2)];
      withPlaced(format, [a, b], (from, to) => {
        functionOf(format, 'add')(from.at, from.at + from.bytes, to.at);
        expectSame(
          to.array,
          b.map((entry, i) => entry + (a[i] ?? 0)),
        );
        functionOf(format, 'clear')(to.at, to.at + from.bytes);
        expectSame(
          to.array,
          b.map((entry, i) => (i < length ? 0 : entry)),
        );
        expect([...from.array]).toEqual([...a]);
      });
    }
  }
});
