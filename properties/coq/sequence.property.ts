import { expect, test } from 'vitest';
import { asWrittenSum, queryAndTokens, throughState } from '#claim/linear-attention/folds.ts';
import { splitSums } from '#claim/rnn/folds.ts';
import { forAllLengths } from '#claim/statement.ts';
import { sequenceAt } from '#coq/sequence.ts';
import { recurrence } from '#reference/rnn.ts';

function inputs(numbers: Readonly<Record<string, number>>) {
  return {
    inputs: Object.entries(numbers).map(([name, value]) => ({ name, decimal: String(value), hex: '' })),
  };
}

test('numbers of a witness become parameters, first items and blocks', () => {
  const statement = forAllLengths({
    params: { h0: 'scalar' },
    item: { x: 'scalar' },
    first: 1,
    every: 2,
    left: recurrence,
    right: { ...splitSums, first: 1 },
    readout: 'identity',
  });
  const at = (numbers: Readonly<Record<string, number>>) => sequenceAt(statement, inputs(numbers));
  expect(at({ h0: -1, x1: 0.5 })).toEqual(['(-1)', '(1 / 2)', '[]']);
  expect(at({ h0: 0, x1: 1, x2: 2, x3: 3, x4: 4, x5: -5 })).toEqual(['0', '1', '[(2, 3); (4, (-5))]']);
});

test('vectors of a witness are coordinates of the width that it has', () => {
  const statement = forAllLengths({
    ...queryAndTokens,
    first: 0,
    every: 1,
    left: asWrittenSum,
    right: throughState,
    readout: 'identity',
  });
  const numbers = { q1: 1, q2: 0, k1_1: 2, k1_2: 3, k2_1: 4, k2_2: 5, v1: 6, v2: 7 };
  expect(sequenceAt(statement, inputs(numbers))).toEqual([
    '(coordinates 2)',
    '(entries [1; 0])',
    '[((entries [2; 3]), 6); ((entries [4; 5]), 7)]',
  ]);
});
