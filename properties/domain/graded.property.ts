import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradedNumbers, ordinaryGrading } from '#domain/graded.ts';
import { alphabet } from '#domain/grain.ts';

const rankSum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + alphabet.indexOf(value), 0);

test('changes the last number first', () => {
  const first = [...gradedNumbers(3, { alphabet, cases: 10 })];
  expect(first).toEqual([
    [0, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
    [1, 0, 0],
    [0, 0, -1],
    [0, 1, 1],
    [0, -1, 0],
    [1, 0, 1],
    [1, 1, 0],
    [-1, 0, 0],
  ]);
});

test('is the beginning of all lists in order, in whole grades, never more than allowed', () => {
  const few = alphabet.slice(0, 5);
  const everyList = (count: number): number[][] =>
    count === 0 ? [[]] : few.flatMap((value) => everyList(count - 1).map((rest) => [value, ...rest]));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 500 }), (count, cases) => {
      // The sort is stable and the lists are made in lexicographic order.
      const all = everyList(count).toSorted((a, b) => rankSum(a) - rankSum(b));
      const lists = [...gradedNumbers(count, { alphabet: few, cases })];
      expect(lists).toEqual(all.slice(0, lists.length));
      expect(lists.length).toBeLessThanOrEqual(cases);
      const next = all[lists.length];
      if (next) expect(rankSum(next)).toBeGreaterThan(rankSum(lists.at(-1)!));
    }),
    { numRuns: 40 },
  );
});

test('ends with the alphabet', () => {
  expect([...gradedNumbers(2, { alphabet: [0, 1], cases: 1000 })]).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
});

test('of no numbers there is one list, however few are allowed', () => {
  expect([...gradedNumbers(0, ordinaryGrading)]).toEqual([[]]);
  expect([...gradedNumbers(2, { alphabet, cases: 0 })]).toEqual([[0, 0]]);
});

test('is lazy', () => {
  const lists = gradedNumbers(6, { alphabet, cases: 1e9 });
  expect(lists.next().value).toEqual([0, 0, 0, 0, 0, 0]);
});
