import { expect, test } from 'vitest';
import { productClaims } from '#claim/linear-attention/products.ts';
import { type ForAllCases, forAllCases } from '#claim/statement.ts';
import { decide, decided, witnessText, words } from './decided.ts';

test('linear attention multiplies matrices, and can compute any product, but forms nothing of size T x T', () => {
  const claim = decided(productClaims, 'q3-avoids-matrix-multiplication');
  expect(words(claim)).toEqual(['refuted', 'refuted', 'proved', 'proved', 'proved']);
  expect(witnessText(claim.verdict)).toBe('T = 1, dk = 1, dv = 1: 2 = 0');
});

test('a product with one entry of the other factor negated is not linear attention', () => {
  const { readings } = productClaims.find(({ id }) => id === 'q3-avoids-matrix-multiplication')!;
  const statement = readings[2]!.statement as ForAllCases;
  expect(statement.domain.includes({ Q: [[1, 2, 3]], V: [[1], [2], [3]] })).toBe(false);
  const twin = forAllCases({
    ...statement,
    right: (a, c) => statement.right(a, c).map((entry, i) => (i === 0 ? a.neg(entry) : entry)),
  });
  expect(witnessText(decide(twin))).toBe('Q1_1 = 1, V1_1 = 1: 1 = -1');
});

test('without the exponential the cost is as quadratic as before', () => {
  const claim = decided(productClaims, 'q3-dropping-exp-alone-gives-linear-time');
  expect(words(claim)).toEqual(['refuted', 'refuted', 'proved']);
  expect(witnessText(claim.verdict)).toBe('T = 2, dk = 1, dv = 1: 8 <= 4');
  expect(claim.repair!.refersTo).toEqual({
    claim: 'q3-overall-linear-time',
    reading: 'reassociated, fixed d',
  });
});

test('the products are most of the quadratic cost and not all of it', () => {
  const claim = decided(productClaims, 'q3-matmul-is-primary-source');
  expect(words(claim)).toEqual(['proved', 'proved', 'refuted', 'proved']);
  expect(witnessText(claim.readings[1]!.verdict)).toBe('T = 2, dk = 1, dv = 1: 8 <= 4');
});
