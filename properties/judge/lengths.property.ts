import { expect, test } from 'vitest';
import * as folds from '#claim/rnn/folds.ts';
import type { ForAllLengths } from '#claim/statement.ts';
import { decideForAllLengths, proveFailure } from '#judge/lengths.ts';
import { recheck } from '#judge/recheck.ts';
import type { Fold } from '#reference/fold.ts';
import { type Initial, type Input, recurrence } from '#reference/rnn.ts';
import { ample } from './budget.ts';
import { equality } from './statements.ts';

/** The recurrence divided by its first parameter. */
const divided: Fold<Initial, Input, { h: 'scalar' }> = {
  ...recurrence,
  finish: ({ scalars }, { h }) => scalars.div(scalars.of(1), h),
};

test('proves what holds for every length', () => {
  const verdict = decideForAllLengths(equality(recurrence, folds.splitSums, 0, 2), ample);
  expect(verdict.verdict).toBe('proved');
});

test('locates the parity for which a statement about every length holds, and shows that it fails at every other', () => {
  const verdict = decideForAllLengths(equality(recurrence, folds.alternatingFromTail, 1, 1), ample);
  if (verdict.verdict !== 'conditional') throw new Error(verdict.verdict);
  expect(verdict.region.condition).toBe('T even, T >= 2');
  expect(verdict.region.outside?.argument).toContain(
    'the left side is -1 and the right side 1 at every length (T odd',
  );
  expect(verdict.witness?.inputs.map(({ name, decimal }) => [name, decimal])).toEqual([
    ['h0', '0'],
    ['x1', '1'],
  ]);
  for (const proof of [verdict.region.inside, verdict.region.outside!]) expect(recheck(proof)).toEqual([]);
});

test('finds the odd lengths as well as the even ones', () => {
  const negated: Fold<Initial, Input, { sum: 'scalar'; sign: 'scalar' }> = {
    ...folds.alternatingFromTail,
    finish: ({ scalars }, { sum }) => scalars.neg(sum),
  };
  const verdict = decideForAllLengths(equality(recurrence, negated, 1, 1), ample);
  expect(verdict).toMatchObject({ verdict: 'conditional', region: { condition: 'T odd, T >= 1' } });
});

test('refutes what holds for no parity, and says that it fails at every length where it can be proved', () => {
  const unamplified = equality(folds.amplified(recurrence), folds.pairedDifferences, 2, 2);
  const verdict = decideForAllLengths(unamplified, ample);
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    witness: { extent: { says: 'fails for some input at every length: T even, T >= 2' } },
  });
  const greedy = decideForAllLengths(equality(recurrence, folds.splitSumsWithInitialInside, 2, 2), ample);
  expect(greedy.verdict).toBe('refuted');
  expect(greedy).not.toHaveProperty('witness.extent');
});

test('is undecided when the budget lets it neither prove nor search', () => {
  const squaring: Fold<Initial, Input, { s: 'scalar' }> = {
    state: { s: 'scalar' },
    first: 0,
    every: 1,
    start: (_a, { h0 }) => ({ s: h0 }),
    step: ({ scalars }, { s }) => ({ s: scalars.mul(s, s) }),
    finish: (_a, { s }) => s,
  };
  const verdict = decideForAllLengths(equality(squaring, squaring, 0, 1), { ...ample, runs: 10 });
  expect(verdict).toEqual({
    verdict: 'undecided',
    tried: ['induction: not closed', 'search: no counterexample within the budget'],
  });
});

test('proves no failure where a side divides by zero, has vectors, or both sides agree at that input', () => {
  expect(proveFailure(equality(divided, folds.one, 1, 2))).toBeDefined();
  const atZero = { ...divided, start: () => ({ h: undefined }) } as unknown as typeof divided;
  expect(proveFailure(equality(recurrence, recurrence, 0, 2))).toBeUndefined();
  const fromNothing: typeof divided = { ...divided, start: ({ scalars }) => ({ h: scalars.of(0) }) };
  expect(proveFailure(equality(fromNothing, recurrence, 0, 2))).toBeUndefined();
  expect(() => proveFailure(equality(atZero, recurrence, 0, 2))).toThrow(TypeError);
  const vectors = { ...equality(recurrence, recurrence, 0, 2), params: { h0: 'vector' } } as ForAllLengths;
  expect(proveFailure(vectors)).toBeUndefined();
});
