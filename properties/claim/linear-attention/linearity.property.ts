import { expect, test } from 'vitest';
import { linearityClaims, softmaxLinearityClaims } from '#claim/linear-attention/linearity.ts';
import { decided, witnessText, words } from './decided.ts';

test('softmax attention is nonlinear in q, and linear in V', () => {
  const claim = decided(softmaxLinearityClaims, 'q3-softmax-is-nonlinear');
  expect(words(claim)).toEqual(['proved', 'proved', 'refuted', 'refuted', 'proved']);
  const [inQueries, , , notEvenAffine] = claim.readings;
  expect(witnessText(inQueries!.verdict)).toBe('q1 = 0, k1_1 = 0, v1_1 = 1: 1 = 2');
  expect(witnessText(notEvenAffine!.verdict)).toBe(
    'q1 = 1, k1_1 = 0, k2_1 = 1, v1_1 = 0, v2_1 = 1: 1.380797 = 1.462117',
  );
});

test('linear attention is linear in each argument, not in the tokens, and not with the normaliser', () => {
  const claim = decided(linearityClaims, 'q3-no-nonlinear-operation');
  expect(words(claim)).toEqual(['proved', 'proved', 'refuted', 'refuted']);
  const [, selfAttention, normalised] = claim.readings;
  expect(witnessText(selfAttention!.verdict)).toBe('x1_1 = 1: 8 = 2');
  expect(witnessText(normalised!.verdict)).toBe('q1 = 1, k1_1 = 1, v1_1 = 1: 1 = 2');
});
