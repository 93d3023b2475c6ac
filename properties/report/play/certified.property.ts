import { expect, test } from 'vitest';
import { attend } from '#report/play/attention.ts';
import { certifiedGivenAway } from '#report/play/certified.ts';
import { tokenSets, tokensOf } from '#report/play/tokens.ts';

test('what the kernel gives away is within what is certified, but for its last digits', () => {
  for (const set of tokenSets) {
    const tokens = tokensOf(set, 4, 1.5);
    const { givenAway } = attend(tokens);
    for (const [i, text] of certifiedGivenAway(tokens).entries()) {
      const [lo, hi] = JSON.parse(text) as [number, number];
      expect(givenAway[i]! / lo).toBeGreaterThan(1 - 1e-10);
      expect(givenAway[i]! / hi).toBeLessThan(1 + 1e-10);
      expect(hi / lo - 1).toBeLessThan(1e-10);
    }
  }
});
