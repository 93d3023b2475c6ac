import { expect, test } from 'vitest';
import { asWrittenSum, normalisedTimesSum, queryAndTokens } from '#claim/linear-attention/folds.ts';
import { fromInitial } from '#claim/rnn/expansion.ts';
import { pairedDifferences } from '#claim/rnn/folds.ts';
import { forAllLengths } from '#claim/statement.ts';
import { definitionsOf, equation, evaluation, forAll, open } from '#coq/opened.ts';
import { recurrence } from '#reference/rnn.ts';

const pairs = open(
  forAllLengths({
    ...fromInitial,
    first: 0,
    every: 2,
    left: recurrence,
    right: pairedDifferences,
    readout: 'logistic',
  }),
  'inside_',
);
const divided = open(
  forAllLengths({
    ...queryAndTokens,
    first: 1,
    every: 1,
    left: asWrittenSum,
    right: normalisedTimesSum,
    readout: 'identity',
  }),
);

test('a statement is one about all its variables', () => {
  expect(forAll(pairs)).toBe(
    'forall (h0 : R) (blocks : list (R * R)),\n' +
      '  logistic (inside_left_side h0 blocks) = logistic (inside_right_side h0 blocks)',
  );
  expect(forAll(divided)).toBe(
    'forall (V : space) (q : vector V) (k_1 : vector V) (v_1 : R) (blocks : list (vector V * R)),\n' +
      '  right_defined V q (fold_left (right_step V q) blocks (right_start V q k_1 v_1)) ->\n' +
      '  left_side V q k_1 v_1 blocks = right_side V q k_1 v_1 blocks',
  );
  expect(equation(divided, ['a', 'b'], '<>')).toBe('a <> b');
});

test('definitions end with the tactic that unfolds them', () => {
  expect(definitionsOf(pairs).at(-1)).toBe(
    'Ltac inside_opened := cbv beta iota delta [inside_left_start inside_left_step inside_left_finish ' +
      'inside_right_start inside_right_step inside_right_finish].',
  );
});

test('a side at numbers is computed to a term of the reals', () => {
  expect(evaluation(divided, ' in H')).toBe(
    'cbv beta iota delta [left_side left_start left_step left_finish right_side right_start right_step ' +
      'right_finish right_defined fold_left] in H; numbers in H',
  );
  expect([pairs.normal, divided.normal]).toEqual(['ring', 'products; ring']);
});
