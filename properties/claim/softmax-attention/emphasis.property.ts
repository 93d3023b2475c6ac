import { expect, test } from 'vitest';
import { emphasisClaims, incomparablePairs } from '#claim/softmax-attention/emphasis.ts';
import type { AllOf, AsBetaGrows, Cost, ForAllBeta, ForAllCases } from '#claim/statement.ts';
import { lift } from '#domain/case.ts';
import { exactAt } from './exact.ts';
import { sampling } from './truth.ts';

const [attends, construction, emphasis] = emphasisClaims;

test('scores are counted: n^2 without a mask and n (n + 1) / 2 with one, whatever the width', () => {
  const [free, causal] = attends!.readings.map(({ statement }) => (statement as Cost).measure);
  for (const d of [1, 3]) {
    expect([1, 2, 3, 7].map((n) => free!({ n, d }))).toEqual([1, 4, 9, 49]);
    expect([1, 2, 3, 7].map((n) => causal!({ n, d }))).toEqual([1, 3, 6, 28]);
  }
});

test('tokens a and b keep u / (u + 1) each, and a beside a + b keeps one half', () => {
  const literal = construction!.readings[0]!.statement as ForAllBeta;
  expect(exactAt(literal.left, 2, 2)).toEqual(['2/3', '2/3']);
  const asymptotic = construction!.readings[1]!.statement as AsBetaGrows;
  expect(exactAt(asymptotic.quantity, 2, 2)).toEqual(['1/2', '2/3']);
  expect(exactAt(asymptotic.quantity, 2, 8)).toEqual(['1/2', '8/9']);
});

test('nine pairs of sums are such that neither is part of the other', () => {
  const names = incomparablePairs.map((pair) => pair.map((set) => set.join('')).join(' '));
  expect(names).toEqual(['0 1', '0 2', '0 12', '1 2', '1 02', '2 01', '01 02', '01 12', '02 12']);
});

test('a sum of vectors that is no part of the other keeps more the larger u is, for each of the nine pairs', () => {
  const { parts } = construction!.readings.at(-1)!.statement as AllOf;
  expect(parts.map(({ says }) => says.split(':')[0])).toContain('x_1 = b, x_2 = a + c');
  for (const { statement } of parts) {
    const { quantity, vectors } = statement as AsBetaGrows;
    const shares = exactAt(quantity, vectors, 2);
    expect(shares.every((share) => share === '2/3' || share === '4/5')).toBe(true);
  }
});

test('own weights of the three tokens are compared with every other of their row', () => {
  const { left, right, relation } = emphasis!.readings[0]!.statement as ForAllBeta;
  expect(relation).toBe('>');
  expect(exactAt(left, 4, 2)).toEqual(['4/7', '4/7', '1/2', '1/2', '4/7', '4/7']);
  expect(exactAt(right, 4, 2)).toEqual(['1/7', '2/7', '1/4', '1/4', '2/7', '1/7']);
});

test('the smallest tokens of which one prefers the other are 1 and 2', () => {
  const a = sampling;
  const { domain, left, relation, right } = emphasis!.readings[1]!.statement as ForAllCases;
  expect(relation).toBe('>=');
  const found = [...domain.graded()].find((c) => {
    const lifted = lift(c, a.of);
    const others = right(a, lifted);
    return left(a, lifted).some((own, i) => a.compare(own, others[i]!) === 'less');
  });
  expect(found).toEqual({ x: [[1], [2]] });
});
