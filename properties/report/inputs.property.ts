import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lift } from '#domain/case.ts';
import { inputsText } from '#report/inputs.ts';
import { exact } from './sample.ts';

type Nested = number | readonly number[] | readonly (readonly number[])[];

function named(c: Readonly<Record<string, Nested>>): ReturnType<typeof exact>[] {
  const inputs: ReturnType<typeof exact>[] = [];
  lift(c, (value, name) => inputs.push(exact(name, `${value}`, `0x${value}`)));
  return inputs;
}

function written(value: Nested | readonly Nested[]): string {
  return typeof value === 'number' ? `${value}` : `(${value.map((entry) => written(entry)).join(', ')})`;
}

test('gathers the entries of vectors and matrices, and leaves scalars alone', () => {
  const inputs = named({
    x: [0, 1],
    h0: 2,
    k: [
      [1, 0],
      [0, 1],
      [3, 4],
    ],
    beta: 5,
  });
  expect(inputsText(inputs, 'decimal')).toBe('x = (0, 1), h0 = 2, k = ((1, 0), (0, 1), (3, 4)), beta = 5');
  expect(inputsText(inputs.slice(0, 3), 'hex')).toBe('x = (0x0, 0x1), h0 = 0x2');
});

test('writes any case as it is', () => {
  const number = fc.integer({ min: 0, max: 9 });
  const vector = fc.array(number, { minLength: 1, maxLength: 12 });
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  const someCase = fc.dictionary(
    fc.constantFrom('a', 'b', 'q', 'k', 'v', 'x', 'h0', 'beta'),
    fc.oneof(number, vector, matrix),
  );
  fc.assert(
    fc.property(someCase, (c) => {
      const plain = Object.entries(c).filter(([name, value]) => name !== 'h0' || typeof value === 'number');
      const text = plain.map(([name, value]) => `${name} = ${written(value)}`).join(', ');
      expect(inputsText(named(Object.fromEntries(plain)), 'decimal')).toBe(text);
    }),
  );
});

test('keeps apart what is not in order', () => {
  expect(inputsText(named({ h0: [1, 2], x1: [[3]] }), 'decimal')).toBe('h0 = (1, 2), x1 = ((3))');
  const odd = ['x2', 'x1', 'x3', 'y1_2', 'a11', 'S'].map((name) => exact(name, '7', '0x7'));
  expect(inputsText(odd, 'decimal')).toBe('x2 = 7, x = (7), x3 = 7, y1_2 = 7, a11 = 7, S = 7');
  expect(inputsText([], 'decimal')).toBe('');
});
