import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forAllCases } from '#claim/statement.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { search } from '#judge/search.ts';
import { ample } from './budget.ts';
import { aboutX } from './statements.ts';

const squareBelow = (limit: number) =>
  aboutX(
    (a, { x }) => [a.mul(x, x)],
    '<',
    (a) => [a.of(limit)],
  );

test('graded cases come first, in their order', () => {
  const finds = [...search(squareBelow(9), { ...ample, runs: 0 })];
  expect(finds.slice(0, 3)).toEqual([
    { found: { x: 3 }, isGraded: true, entry: 1, digits: 0 },
    { found: { x: 10 }, isGraded: true, entry: 1, digits: 0 },
    { found: { x: -3 }, isGraded: true, entry: 1, digits: 0 },
  ]);
});

test('random cases follow, from coarse to fine, the same for the same seed', () => {
  const between = aboutX(
    (a, { x }) => [a.mul(a.sub(x, a.of(10.5)), a.sub(x, a.of(15)))],
    '>=',
    (a) => [a.of(0)],
  );
  const random = (seed: number) =>
    [...search(between, { ...ample, runs: 300, seed })]
      .filter(({ isGraded }) => !isGraded)
      .map(({ found }) => found.x as number);
  const [first, again, other] = [random(1), random(1), random(2)];
  expect(first).toEqual(again);
  expect(first).not.toEqual(other);
  expect(Number.isInteger(first[0])).toBe(true);
  expect(first.some((x) => !Number.isInteger(x * 64))).toBe(true);
  expect(first.every((x) => x > 10.5 && x < 15)).toBe(true);
});

test('a case that no draw reaches is climbed to', () => {
  // Only numbers above 60 fail, and no random number is above 32.
  const rare = aboutX(
    (_a, { x }) => [x],
    '<',
    (a) => [a.of(60)],
    {
      domain: inputs({ name: 'small', layout: { x: [] }, sizes: {}, alphabet: [0, 1] }),
    },
  );
  const [find] = search(rare, ample);
  expect(find!.found.x).toBeGreaterThanOrEqual(60);
  expect(find!.isGraded).toBe(false);
});

test('climbs start where the sides are farthest towards a failure', () => {
  // From 0.75 and 1 every step but the one to each other leaves the domain.
  const islands = inputs({
    name: 'x in [1/2, 1] or x >= 25',
    layout: { x: [] },
    sizes: {},
    alphabet: [1],
    admits: (x) => (x >= 0.5 && x <= 1) || x >= 25,
    numbers: () => fc.constantFrom(0.75, 1, 0.5, 0.75, 1, 25),
  });
  const rare = aboutX(
    (_a, { x }) => [x],
    '<',
    (a) => [a.of(60)],
    { domain: islands },
  );
  expect([...search(rare, { ...ample, runs: 30 })].length).toBeGreaterThan(0);
});

test('cases outside of the domain are never decided', () => {
  const loose = restricted(matrices('x', { x: ['n'] }), {
    name: 'x1 = 7 exactly',
    where: ({ x }) => x[0] === 7,
  });
  const statement = forAllCases({
    domain: loose,
    left: (_a, { x }) => x,
    relation: '=' as const,
    right: (a, { x }) => x.map(() => a.of(7)),
  });
  for (const { found } of search(statement, ample)) expect((found.x as number[])[0]).toBe(7);
});

test('a true statement has no finds', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const cube = aboutX(
        (a, { x }) => [a.mul(x, x)],
        '>=',
        (a) => [a.of(0)],
      );
      expect([...search(cube, { ...ample, seed, runs: 20 })]).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test('cases that need many digits are given them while patience lasts', () => {
  const near = aboutX(
    (a, { x }) => [a.exp(x)],
    '=',
    (a, { x }) => [a.add(a.exp(x), a.exp(a.of(-300)))],
  );
  const finds = [...search(near, { ...ample, runs: 0, mostDigits: 200 })];
  expect(finds).toHaveLength(12);
  expect(new Set(finds.map(({ digits }) => digits))).toEqual(new Set([200]));
  expect([...search(near, { ...ample, runs: 0, mostDigits: 100 })]).toEqual([]);
});

test('the search stops when its time is over, wherever it is', () => {
  const never = aboutX(
    (_a, { x }) => [x],
    '>=',
    (a) => [a.of(-1e9)],
  );
  let asked = 0;
  const after = (cases: number) => {
    asked = 0;
    return [...search(never, { ...ample, runs: 10, expired: () => ++asked > cases })];
  };
  for (const cases of [0, 5, 25, 60]) {
    expect(after(cases)).toEqual([]);
    expect(asked).toBe(cases + 1);
  }
});
