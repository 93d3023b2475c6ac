import { expect, test } from 'vitest';
import { vectorOperationClaims } from '#claim/linear-attention/vector-operations.ts';
import type { AllOf, Cost } from '#claim/statement.ts';
import { decided, witnessText, words } from './decided.ts';

test('each vector operation is linear in the width and at most linear in T', () => {
  const claim = decided(vectorOperationClaims, 'q3-vector-ops-linear-time');
  expect(words(claim)).toEqual(['proved', 'proved', 'proved']);
});

test('counts add, scale, inner product and normalisation of vectors of length 7', () => {
  const [width, length] = vectorOperationClaims[0]!.readings.map(({ statement }) => statement as AllOf);
  const counts = (all: AllOf, sizes: Readonly<Record<string, number>>) =>
    all.parts.map(({ statement }) => (statement as Cost).measure(sizes));
  expect(counts(width!, { d: 7 })).toEqual([7, 7, 7, 7, 13, 13, 21, 21]);
  expect(counts(length!, { T: 5, d: 7 })).toEqual([7, 7, 13, 21, 9]);
});

test('T outputs of linear cost each have quadratic cost together', () => {
  const claim = decided(vectorOperationClaims, 'q3-linear-ops-imply-linear-total');
  expect(words(claim)).toEqual(['refuted', 'refuted', 'proved']);
  expect(witnessText(claim.verdict)).toBe('T = 2, dk = 1, dv = 1: 8 <= 4');
});
