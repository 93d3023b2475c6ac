import { expect, test } from 'vitest';
import { caseOf } from '#coq/case-of.ts';

function inputs(numbers: Readonly<Record<string, number>>) {
  return {
    inputs: Object.entries(numbers).map(([name, value]) => ({ name, decimal: String(value), hex: '' })),
  };
}

test('numbers, lists and matrices are found by the names that a witness gives their entries', () => {
  const layout = { h0: [], x: ['T'], k: ['T', 'd'], q1: ['d'] } as const;
  const numbers = { h0: -1, x1: 2, x2: 0.5, k1_1: 3, k1_2: 4, k2_1: 5, k2_2: 6, q1_1: 7 };
  expect(caseOf(layout, inputs(numbers))).toEqual({
    h0: -1,
    x: [2, 0.5],
    k: [
      [3, 4],
      [5, 6],
    ],
    q1: [7],
  });
});

test('there is no case where an input has no number', () => {
  expect(caseOf({ h0: [] }, inputs({}))).toBeUndefined();
  expect(caseOf({ x: ['T'] }, inputs({ h0: 1 }))).toBeUndefined();
  expect(caseOf({ k: ['T', 'd'] }, inputs({ k1: 1 }))).toBeUndefined();
});
