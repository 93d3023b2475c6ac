import { expect, test } from 'vitest';
import {
  asWrittenSum,
  normalisedTimesSum,
  one,
  queryAndTokens,
  scoresOnly,
  sumOfWeights,
  throughState,
} from '#claim/linear-attention/folds.ts';
import { fromInitial } from '#claim/rnn/expansion.ts';
import { alternatingFromTail } from '#claim/rnn/folds.ts';
import { type ForAllLengths, forAllLengths } from '#claim/statement.ts';
import { byInduction, nested, stepped } from '#coq/induction.ts';
import { open } from '#coq/opened.ts';
import { invariantsOf } from '#judge/invariants.ts';
import { recurrence } from '#reference/rnn.ts';

const every = { first: 0, every: 1, readout: 'identity' } as const;

function proofOf(statement: ForAllLengths): string {
  return byInduction(open(statement), invariantsOf(statement)!);
}

test('the invariants of the judge are what the induction rests on', () => {
  const proof = proofOf(
    forAllLengths({ ...fromInitial, ...every, every: 2, left: recurrence, right: alternatingFromTail }),
  );
  expect(proof).toContain('    l_h - r_sum = 0 ->\n    r_sign + 1 = 0 ->\n');
  expect(proof).toContain('induction blocks as [|[x1 x2] blocks IH]');
  expect(proof).toContain('transitivity ((-x1 + x2) * (r_sign + 1) + (l_h - r_sum))');
});

test('what a step makes vanish by itself rests on no invariant', () => {
  const invariants = invariantsOf(
    forAllLengths({ ...fromInitial, ...every, every: 2, left: recurrence, right: alternatingFromTail }),
  )!;
  expect(stepped({ ...invariants, stepped: [[]] }, 'ring')).toEqual(['opened; ring']);
});

test('what is rewritten first is no part of what is rewritten later', () => {
  const statement = forAllLengths({
    ...fromInitial,
    ...every,
    every: 2,
    left: recurrence,
    right: alternatingFromTail,
  });
  const { members, ...rest } = invariantsOf(statement)!;
  const swapped = { ...rest, members: [...members].reverse() };
  expect(byInduction(open(statement), invariantsOf(statement)!)).toContain('rewrite ?I0, ?I1; ring');
  expect(byInduction(open(statement), swapped)).toContain('rewrite ?I1, ?I0; ring');
});

test('inner products are multiplied out before a ring compares them', () => {
  const proof = proofOf(
    forAllLengths({ ...queryAndTokens, ...every, left: asWrittenSum, right: throughState }),
  );
  expect(proof).toContain('transitivity (-inner q r_s + l_y)');
  expect(proof).toContain('[ products; ring | exact I0 ]');
});

test('where a side divides, its divisor is not zero by hypothesis', () => {
  const weights = proofOf(forAllLengths({ ...scoresOnly, ...every, left: sumOfWeights, right: one }));
  expect(weights).toContain('left_defined (fold_left left_step blocks (l_n, l_z)) ->');
  expect(weights).toContain(
    'transitivity ((l_n - l_z) / (l_z)); [ field; repeat split; first [ tauto | intros E; apply D0; rewrite <- E; ring ] | rewrite I0; apply Rmult_0_l ]',
  );
  const cancelled = proofOf(
    forAllLengths({ ...queryAndTokens, ...every, left: asWrittenSum, right: normalisedTimesSum }),
  );
  expect(cancelled).toContain(
    'transitivity (l_y - r_y); [ products; field; repeat split; first [ tauto | intros E; apply D0; rewrite <- E; ring ] | exact I0 ]',
  );
});

test('sides that are the same function of their states need no invariant', () => {
  const same = proofOf(forAllLengths({ ...scoresOnly, ...every, left: one, right: one }));
  expect(same).toContain('[ opened; apply Rminus_diag_uniq; ring\n');
  expect(same).toMatch(/\| apply IH \]/);
});

test('pairs are taken apart from the left', () => {
  expect(nested(['a'])).toBe('a');
  expect(nested(['a', 'b', 'c'])).toBe('[[a b] c]');
});

test('there are no invariants of what no induction proves', () => {
  const statement = forAllLengths({ ...fromInitial, ...every, left: recurrence, right: alternatingFromTail });
  expect(invariantsOf(statement)).toBeUndefined();
});
