import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary16 } from '#arithmetic/float-format.ts';
import { columns } from '#judge/columns.ts';

const base = floats(binary16);

/** Numbers of the format, zeros of both signs, infinities and NaN among them. */
const entry = fc.oneof(
  fc.constantFrom(0, -0, 1, Number.POSITIVE_INFINITY, Number.NaN),
  fc.integer({ min: -40, max: 40 }).map((n) => n / 8),
);
const column = fc.array(entry, { minLength: 4, maxLength: 4 }).map((list) => Float64Array.from(list));

const binary = ['add', 'sub', 'mul', 'div'] as const;
const unary = ['neg', 'exp', 'sqrt'] as const;

test('every operation on columns is the operation on their entries, also the second time', () => {
  fc.assert(
    fc.property(column, column, (x, y) => {
      const a = columns(base, 4);
      for (const round of [1, 2]) {
        for (const op of binary) {
          const entries = Array.from(x, (value, i) => base[op](value, y[i]!));
          expect([round, op, ...a[op](x, y)]).toEqual([round, op, ...entries]);
        }
        for (const op of unary) expect([...a[op](x)]).toEqual(Array.from(x, (value) => base[op](value)));
        expect([...a.greatest(x, y)]).toEqual(Array.from(x, (value, i) => Math.max(value, y[i]!)));
      }
    }),
  );
});

test('a number is the same in every case, and rounded to the format', () => {
  expect([...columns(base, 3).of(0.1)]).toEqual([0.0999755859375, 0.0999755859375, 0.0999755859375]);
});

test('an operation on the same columns is done once', () => {
  let operations = 0;
  const counted = {
    ...base,
    mul: (x: number, y: number) => {
      operations++;
      return base.mul(x, y);
    },
  };
  const a = columns(counted, 2);
  const [x, y] = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
  expect(a.mul(x, y)).toBe(a.mul(x, y));
  expect(operations).toBe(2);
});

test('a multiple of zero is zero itself, and a sum with zero is the other column itself', () => {
  const a = columns(base, 2);
  const [x, zero] = [Float64Array.of(1, 2), a.of(0)];
  expect(a.mul(x, zero)).toBe(zero);
  expect(a.mul(zero, a.mul(zero, x))).toBe(zero);
  expect(a.add(zero, x)).toBe(x);
  expect(a.add(x, zero)).toBe(x);
});

test('negative zero stays apart from zero', () => {
  const a = columns(base, 2);
  const negative = a.neg(a.of(0));
  expect(negative).not.toBe(a.of(0));
  expect([...a.add(a.of(0), Float64Array.of(-0, 1))]).toEqual([0, 1]);
  expect([...a.div(a.of(1), negative)]).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});
