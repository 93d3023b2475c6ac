import { expect, test } from 'vitest';
import { computingClaims } from '#claim/linear-attention/computing.ts';
import { decided, witnessText, words } from './decided.ts';

test('the formula is linear for one output, reassociated for all, and constant for a streamed token', () => {
  const claim = decided(computingClaims, 'q3-formula-computable-in-linear-time');
  expect(words(claim)).toEqual(['proved', 'proved', 'refuted', 'proved', 'proved']);
  expect(witnessText(claim.readings[1]!.verdict)).toBe('T = 2, dk = 1, dv = 1: 8 <= 4');
});

test('the linear formula is another function, and copies no more tokens than its keys are wide', () => {
  const claim = decided(computingClaims, 'q3-linear-replaces-softmax');
  expect(words(claim)).toEqual(['refuted', 'refuted', 'conditional', 'proved']);
  expect(witnessText(claim.verdict)).toBe('q1 = 0, k1_1 = 0, v1_1 = 1: 0 = 1');
  expect(claim.readings[1]!.verdict).toMatchObject({ region: { condition: 'T <= dk, for T vectors' } });
});
