import { expect, test } from 'vitest';
import { bounds } from '#coq/bounds.ts';

test('bounds of rounding errors are proved of every length and every order, with nothing admitted', () => {
  const theorems = [...bounds.matchAll(/^Theorem (\w+)/gm)].map(([, name]) => name);
  expect(theorems).toEqual(['recurrence_bound', 'inner_product_bound', 'sum_bound', 'gamma_bound']);
  expect(bounds).not.toMatch(/Admitted|Axiom|admit/);
  expect(bounds).toContain('Rabs (computed h0 x - exact h0 x) <= bound h0 x');
  expect(bounds).toContain('Rabs (rounded_value o - value o) <= INR (products o) * u * magnitude o');
  expect(bounds.split('\n').filter((line) => line.length > 110)).toEqual([]);
});
