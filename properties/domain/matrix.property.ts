import { expect, test } from 'vitest';
import { attentionInputs, matrices, tokens } from '#domain/matrix.ts';

test('tokens start with one number and reach three of three', () => {
  const cases = [...tokens.graded()];
  expect(cases[0]).toEqual({ x: [[0]] });
  expect(cases.at(-1)!.x).toHaveLength(3);
  expect(cases.at(-1)!.x[0]).toHaveLength(3);
  expect(tokens.includes({ x: [[1, 2, 3, 4]] })).toBe(true);
  expect(tokens.includes({ x: [] })).toBe(false);
});

test('attention is tried with different numbers of queries and keys, and different widths', () => {
  const shapes = [...attentionInputs.graded()].map(({ q, k, v }) => [
    q.length,
    k.length,
    k[0]!.length,
    v[0]!.length,
  ]);
  expect(shapes.some(([n, m, dk, dv]) => n! < m! && dk! > dv!)).toBe(true);
  expect(shapes.some(([n, m, dk, dv]) => n! > m! && dk! < dv!)).toBe(true);
  expect(shapes[0]).toEqual([1, 1, 1, 1]);
});

test('sizes may be narrowed', () => {
  const square = matrices(
    'one row of two',
    { x: ['n', 'd'] },
    { sizes: { n: [1], d: [2] }, allows: (s, n) => n === (s === 'n' ? 1 : 2) },
  );
  expect([...square.graded({ cases: 2 })]).toEqual([{ x: [[0, 0]] }]);
  expect(square.name).toBe('one row of two');
  expect(square.includes({ x: [[1, 2]] })).toBe(true);
  expect(square.includes({ x: [[1]] })).toBe(false);
});
