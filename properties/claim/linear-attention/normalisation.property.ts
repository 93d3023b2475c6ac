import { expect, test } from 'vitest';
import { normalisationClaims } from '#claim/linear-attention/normalisation.ts';
import type { ForAllCases } from '#claim/statement.ts';
import { decided, witnessText, words } from './decided.ts';

test('with and without the normaliser are different mechanisms, and normalised weights can be negative', () => {
  const claim = decided(normalisationClaims, 'q3-normalisation-step');
  expect(words(claim)).toEqual(['refuted', 'refuted', 'refuted', 'proved', 'proved']);
  const [consistency, average] = claim.readings;
  expect(witnessText(consistency!.verdict)).toBe('q1 = 1, k1_1 = -1, v1_1 = 1: 1 = -1');
  expect(witnessText(average!.verdict)).toBe('s1 = 1, s2 = -2: -1 >= 0');
});

test('rows of scores that sum to zero have no weights', () => {
  const { domain } = normalisationClaims[0]!.readings[1]!.statement as ForAllCases;
  expect(domain.includes({ s: [1, -1] })).toBe(false);
  expect(domain.includes({ s: [1, 2 ** -60, -1] })).toBe(true);
});
