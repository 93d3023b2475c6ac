import { expect, test } from 'vitest';
import { standardClaims } from '#claim/linear-attention/standard.ts';
import { decided, witnessText, words } from './decided.ts';

test('the description of standard attention is a definition', () => {
  expect(words(decided(standardClaims, 'q3-standard-attention-description'))).toEqual([
    'definition',
    'definition',
  ]);
});

test('standard attention is quadratic in T for fixed widths, not for all at once, and needs two products', () => {
  const claim = decided(standardClaims, 'q3-standard-cost-T-squared');
  expect(words(claim)).toEqual(['proved', 'proved', 'refuted', 'refuted']);
  const [, uniform, oneProduct] = claim.readings;
  expect(witnessText(uniform!.verdict)).toBe('T = 1, dk = 2, dv = 1: 3 <= 2');
  expect(witnessText(oneProduct!.verdict)).toBe('T = 1, dk = 1, dv = 1: 2 = 1');
});
