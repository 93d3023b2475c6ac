import { expect, test } from 'vitest';
import { budgetOf } from '#command/budget.ts';

test('takes what was set and the usual for the rest', () => {
  expect(budgetOf({}, () => 5_000_000_000.5)).toEqual({
    digits: 25,
    mostDigits: 800,
    runs: 200,
    seed: 705032704,
  });
  expect(budgetOf({ seed: 0, runs: 7, digits: 900 }, () => 1)).toEqual({
    digits: 900,
    mostDigits: 900,
    runs: 7,
    seed: 0,
  });
});

test('expires when the time limit has passed, and never without one', () => {
  let clock = 10_000;
  const { expired } = budgetOf({ timeLimit: 1.5 }, () => clock);
  expect(expired?.()).toBe(false);
  clock = 11_499;
  expect(expired?.()).toBe(false);
  clock = 11_500;
  expect(expired?.()).toBe(true);
  expect(budgetOf({}, () => clock).expired).toBeUndefined();
});
