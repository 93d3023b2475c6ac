import { expect, test } from 'vitest';
import { asWrittenSum, queryAndTokens, throughState } from '#claim/linear-attention/folds.ts';
import { fromInitial } from '#claim/rnn/expansion.ts';
import { alternatingFromTail, oddAnswer, pairsWithoutLast } from '#claim/rnn/folds.ts';
import { forAllLengths } from '#claim/statement.ts';
import { everyLengthFails } from '#coq/failure.ts';
import { open } from '#coq/opened.ts';
import { recurrence } from '#reference/rnn.ts';

const odd = { ...fromInitial, first: 1, every: 2, readout: 'logistic' } as const;

test('sides that are two numbers at every length, for items 0 and parameters 1, are told apart by induction', () => {
  const opened = open(forAllLengths({ ...odd, left: recurrence, right: pairsWithoutLast }));
  const [theorem] = everyLengthFails(opened, 'outside', ['Definition a := 0.']);
  expect(theorem).toMatchObject({ name: 'outside', definitions: ['Definition a := 0.'] });
  expect(theorem!.statement).toContain(
    'length blocks = n /\\ logistic (left_side h0 x_1 blocks) <> logistic (right_side h0 x_1 blocks)',
  );
  expect(theorem!.proof).toContain('exists 1; exists 0; exists (repeat (0, 0) n)');
  expect(theorem!.proof).toContain('assert (left_value : left_side 1 0 (repeat (0, 0) n) = (-1))');
  expect(theorem!.proof).toContain('assert (right_value : right_side 1 0 (repeat (0, 0) n) = 1)');
  expect(theorem!.proof).toContain('apply logistic_injective in H');
  expect(theorem!.altered).toContain('<> logistic (left_side h0 x_1 blocks)');
});

test('nothing is said of sides that agree there, that are not constant, or that take vectors', () => {
  const none = (statement: Parameters<typeof open>[0]) => everyLengthFails(open(statement), 'outside', []);
  expect(none(forAllLengths({ ...odd, left: recurrence, right: oddAnswer }))).toEqual([]);
  expect(none(forAllLengths({ ...odd, every: 1, left: recurrence, right: alternatingFromTail }))).toEqual([]);
  expect(
    none(
      forAllLengths({
        ...queryAndTokens,
        first: 0,
        every: 1,
        readout: 'identity',
        left: asWrittenSum,
        right: throughState,
      }),
    ),
  ).toEqual([]);
});
