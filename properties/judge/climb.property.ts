import { expect, test } from 'vitest';
import { inputs } from '#domain/layout.ts';
import { climb, distanceAt } from '#judge/climb.ts';
import { aboutX } from './statements.ts';

const square = (relation: '<=' | '<' | '>' | '>=' | '=' | '!=') =>
  aboutX(
    (a, { x }) => [a.mul(x, x), x],
    relation,
    (a) => [a.of(9), a.of(100)],
  );

test('the distance grows towards a failure, over all entries', () => {
  const at = (relation: Parameters<typeof square>[0], x: number) => distanceAt(square(relation), { x });
  expect(at('<=', 4)).toBe(7);
  expect(at('<', 4)).toBe(7);
  expect(at('>=', 4)).toBe(96);
  expect(at('>', 4)).toBe(96);
  expect(at('=', 4)).toBe(96);
  expect(at('!=', 4)).toBe(-7);
});

test('all operations are those of doubles, and what is no number is as far away as can be', () => {
  const all = aboutX(
    (a, { x }) => [a.div(a.sqrt(a.exp(a.neg(x))), a.sub(a.add(x, a.of(1)), a.mul(x, x)))],
    '<=',
    (a) => [a.of(0)],
  );
  expect(distanceAt(all, { x: 1 })).toBe(Math.sqrt(Math.exp(-1)));
  expect(
    distanceAt(
      aboutX(
        (a, { x }) => [a.sqrt(x)],
        '<=',
        (a) => [a.of(0)],
      ),
      { x: -1 },
    ),
  ).toBe(Number.NEGATIVE_INFINITY);
});

test('a climb reaches a summit that no single step widens', () => {
  // -(x - 20)^2 rises towards 20 from both sides.
  const hill = aboutX(
    (a, { x }) => [a.neg(a.mul(a.sub(x, a.of(20)), a.sub(x, a.of(20))))],
    '<=',
    (a) => [a.of(-0.25)],
  );
  for (const start of [0.3, -7, 25.5, 1000]) {
    const path = [...climb(hill, { x: start })] as { x: number }[];
    const distances = [{ x: start }, ...path].map((c) => distanceAt(hill, c));
    expect(distances).toEqual([...new Set(distances)].toSorted((a, b) => a - b));
    expect(path.at(-1)!.x).toBeCloseTo(20, 1);
  }
  expect([...climb(hill, { x: 20 })]).toEqual([]);
});

test('a climb stays in the domain and ends after 40 rounds', () => {
  const small = inputs({ name: 'x <= 50', layout: { x: [] }, sizes: {}, admits: (x) => Math.abs(x) <= 50 });
  const slope = aboutX(
    (_a, { x }) => [x],
    '<=',
    (a) => [a.of(1e6)],
  );
  const path = [...climb({ ...slope, domain: small as never }, { x: 1 })] as { x: number }[];
  expect(path.at(-1)!.x).toBe(50);
  expect([...climb(slope, { x: 1 })]).toHaveLength(40);
});
