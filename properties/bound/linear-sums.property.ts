import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addKeys, newKeySums, sizeOfFeatures } from '#bound/linear-sums.ts';
import { cases, integers } from '../kernel/linear-attention/cases.ts';

test('sums over keys are of the sizes of keys, of values and of their products, column by column', () => {
  fc.assert(
    fc.property(cases(integers), fc.nat(10), ({ tokens }, some) => {
      const { k, v, m, dk, dv } = tokens;
      const seen = Math.min(some, m);
      const sums = newKeySums(dv);
      // In two parts, as a causal row adds to what the row before has seen.
      addKeys(sums, tokens, 'identity', seen >> 1);
      addKeys(sums, tokens, 'identity', seen);
      const key = (j: number): number =>
        Array.from(k.slice(j * dk, (j + 1) * dk), Math.abs).reduce((a, b) => a + b, 0);
      const over = (term: (j: number) => number): number =>
        Array.from({ length: seen }, (_, j) => term(j)).reduce((a, b) => a + b, 0);
      expect(sums.count).toBe(seen);
      expect(sums.keys).toBe(over(key));
      for (let c = 0; c < dv; c++) {
        expect(sums.values[c]).toBe(over((j) => Math.abs(v[j * dv + c]!)));
        expect(sums.products[c]).toBe(over((j) => key(j) * Math.abs(v[j * dv + c]!)));
      }
    }),
  );
});

test('the size of features is bounded from above, by no more than 1 for each', () => {
  const x = Float64Array.of(7, -3, -0.5, 0, 0.5, 2, 7);
  const exact = Array.from(x.slice(1, 6), (value) => (value > 0 ? value + 1 : Math.exp(value))).reduce(
    (a, b) => a + b,
  );
  const bound = sizeOfFeatures(x, 1, 5, 'elu1');
  expect(bound).toBeGreaterThanOrEqual(exact);
  expect(bound).toBeLessThan(exact + 3);
  expect(sizeOfFeatures(x, 1, 5, 'identity')).toBe(6);
});
