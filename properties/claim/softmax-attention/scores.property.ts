import { expect, test } from 'vitest';
import { scoreClaims, sharedVectors } from '#claim/softmax-attention/scores.ts';
import type { ForAllBeta, Statement } from '#claim/statement.ts';
import { exactAt } from './exact.ts';

const statementOf = (id: string, reading: number): Statement =>
  scoreClaims.find((claim) => claim.id === id)!.readings[reading]!.statement;

/** Both sides where beta = 3; scores hold no exponential. */
const sides = (statement: Statement): readonly (readonly string[])[] => {
  const { left, right, vectors } = statement as ForAllBeta;
  return [exactAt(left, vectors, 2, 3), exactAt(right, vectors, 2, 3)];
};

const nine = sharedVectors.map((shared) => `${9 * shared}`);

test('the nine scores are beta^2 times the number of vectors shared', () => {
  expect(nine).toEqual(['18', '0', '9', '0', '9', '0', '9', '0', '18']);
  expect(sides(statementOf('q2b-score-equals-token-product', 0))).toEqual([nine, nine]);
  expect(sides(statementOf('q2b-score-equals-token-product', 2))).toEqual([nine, nine]);
});

test('one letter for score and weight makes 2 beta^2 and 1 the same number', () => {
  const statement = statementOf('q2b-score-equals-token-product', 1);
  const parts = statement.kind === 'all' ? statement.parts : [];
  expect(parts.map((part) => sides(part.statement))).toEqual([
    [['18'], ['18']],
    [['18'], ['1']],
  ]);
});

test('only the pair 1 and 3 is not orthogonal', () => {
  expect(sides(statementOf('q2b-tokens-pairwise-orthogonal', 0))).toEqual([
    ['0', '9', '0'],
    ['0', '0', '0'],
  ]);
  expect(sides(statementOf('q2b-pairs-12-and-23-orthogonal', 0))).toEqual([
    ['0', '0'],
    ['0', '0'],
  ]);
});

test('the index of the write-up starts before the first token and does not end', () => {
  const { notation, readings } = scoreClaims.find(({ id }) => id === 'q2b-index-range')!;
  expect(notation).toEqual(readings[0]!.statement);
  expect(notation).toMatchObject({ indices: { from: 0, to: 'infinity' }, members: { from: 1, to: 3 } });
  expect(readings[1]!.statement).toMatchObject({ indices: { from: 1, to: 3 }, members: { from: 1, to: 3 } });
});
