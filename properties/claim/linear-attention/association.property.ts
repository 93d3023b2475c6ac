import { expect, test } from 'vitest';
import { associationClaims } from '#claim/linear-attention/association.ts';
import { decided, witnessText, words } from './decided.ts';

test('both masks take linear time, each with an argument of its own, and are not one formula', () => {
  const claim = decided(associationClaims, 'q3-causal-vs-noncausal');
  expect(words(claim)).toEqual(['proved', 'proved', 'proved', 'refuted']);
  expect(witnessText(claim.readings[2]!.verdict)).toBe(
    'q1_1 = 1, q2_1 = 0, k1_1 = 0, k2_1 = 1, v1_1 = 0, v2_1 = 1: 1 = 0',
  );
});

test('the two products may be exchanged in exact arithmetic and not in any number format', () => {
  const claim = decided(associationClaims, 'q3-reassociation-identity');
  expect(words(claim)).toEqual(['proved', 'proved', 'refuted']);
  const { verdict } = claim.readings[1]!;
  expect(verdict).toMatchObject({ witness: { format: 'binary64' } });
});
