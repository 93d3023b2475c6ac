import { expect, test } from 'vitest';
import { answerClaims, regroupingClaims } from '#claim/rnn/answer.ts';
import { rnnClaims } from '#claim/rnn/claims.ts';
import { comparatorClaims } from '#claim/rnn/comparator.ts';
import { expansionClaims } from '#claim/rnn/expansion.ts';
import { scopeClaims } from '#claim/rnn/scope.ts';
import { setupClaims } from '#claim/rnn/setup.ts';

test('are those of question 1, each once, by the lines of the write-up', () => {
  const parts = [setupClaims, expansionClaims, answerClaims, scopeClaims, comparatorClaims, regroupingClaims];
  expect(rnnClaims).toEqual(parts.flat());
  expect(new Set(rnnClaims.map(({ id }) => id)).size).toBe(rnnClaims.length);
  for (const { source } of rnnClaims) {
    expect(source.question).toBe('Q1');
    expect(source.lines.every((line) => line >= 10 && line <= 20)).toBe(true);
  }
});
