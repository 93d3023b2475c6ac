import { expect, test } from 'vitest';
import { reasonClaims } from '#claim/softmax-attention/reasons.ts';
import type { AllOf, AsBetaGrows, ForAllBeta } from '#claim/statement.ts';
import { exactAt } from './exact.ts';

const [selfScore, because] = reasonClaims;

test('two of the three self-scores are 2 beta^2', () => {
  const [all, second] = selfScore!.readings.map(({ statement }) => statement as ForAllBeta);
  expect([exactAt(all!.left, 4, 2, 3), exactAt(all!.right, 4, 2, 3)]).toEqual([
    ['18', '9', '18'],
    ['9', '9', '9'],
  ]);
  expect([exactAt(second!.left, 4, 2, 3), exactAt(second!.right, 4, 2, 3)]).toEqual([['9'], ['9']]);
});

test('the token whose self-score is beta^2 keeps half of its weight where e^(beta^2) = 2', () => {
  const { left, right, vectors } = because!.readings[0]!.statement as ForAllBeta;
  expect([exactAt(left, vectors, 2), exactAt(right, vectors, 2)]).toEqual([['1/2'], ['1']]);
});

test('two equal tokens share evenly, however large their score', () => {
  const { quantity, vectors, limits } = because!.readings[1]!.statement as AsBetaGrows;
  for (const u of [2, 2 ** 40]) expect(exactAt(quantity, vectors, u)).toEqual(['1/2', '1/2']);
  expect(limits).toEqual([1, 1]);
  const even = because!.readings[2]!.statement as ForAllBeta;
  expect(exactAt(even.left, 1, 2)).toEqual(exactAt(even.right, 1, 2));
});

test('the repair gives W_22 as u / (u + 2)', () => {
  const { repair } = because!;
  const [closed] = repair && 'statement' in repair ? (repair.statement as AllOf).parts : [];
  const { left, right } = closed!.statement as ForAllBeta;
  for (const u of [1, 2, 5]) {
    expect([exactAt(left, 4, u), exactAt(right, 4, u)]).toEqual(u === 2 ? [['1/2'], ['1/2']] : both(u));
  }
});

function both(u: number): readonly (readonly string[])[] {
  return [[`${u}/${u + 2}`], [`${u}/${u + 2}`]];
}
