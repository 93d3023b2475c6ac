import { expect, test } from 'vitest';
import {
  exponentialClaims,
  normalisedEitherWay,
  weightsSumToOne,
} from '#claim/linear-attention/exponential.ts';
import { decide, decided, witnessText, words } from './decided.ts';

test('dropping the exponential leaves two mechanisms, which differ at one token', () => {
  const claim = decided(exponentialClaims, 'q3-drop-exponential-definition');
  expect(words(claim)).toEqual(['ill-posed', 'proved', 'proved', 'proved']);
  expect(claim.decidedBy).toBe('ambiguity');
  const { agree } = claim.claim.ambiguity!;
  expect(witnessText(decide(agree))).toBe('q1 = 1, k1_1 = -1: 1 = -1');
});

test('the product QK is none, and e to the power of the scores is neither a matrix exponential nor the weights', () => {
  const claim = decided(exponentialClaims, 'q3-exp-QK-notation');
  expect(words(claim)).toEqual(['ill-posed', 'ill-posed', 'refuted', 'refuted', 'proved']);
  expect(claim.verdict).toMatchObject({
    fault: { faults: ['product of Q, a T x dk matrix, and K, a T x dk matrix, is not defined'] },
  });
  const [, matrixExponential, weights] = claim.readings;
  expect(witnessText(matrixExponential!.verdict)).toBe('s1 = 0, s2 = 0: 1 = 0');
  expect(witnessText(weights!.verdict)).toMatch(/^q1 = 1, k1_1 = 1: .* = 2.718281$/);
});

test('what both forms have in common holds at every length', () => {
  expect(decide(normalisedEitherWay)).toMatchObject({ verdict: 'proved', proof: { method: 'induction' } });
  expect(decide(weightsSumToOne)).toMatchObject({ verdict: 'proved', proof: { method: 'induction' } });
});
