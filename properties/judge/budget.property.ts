import { expect, test } from 'vitest';
import { usualBudget } from '#judge/budget.ts';

test('starts with few digits and may double them several times', () => {
  expect(usualBudget.digits).toBeLessThan(usualBudget.mostDigits / 16);
  expect(usualBudget).not.toHaveProperty('expired');
});
