import { expect, test } from 'vitest';
import { forAllCases, forAllLengths, inFloats } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import { recurrence } from '#reference/rnn.ts';

const domain = inputs({ name: 'x in R', layout: { x: [] }, sizes: {} });

test('a statement keeps what it was made of and is told by its kind', () => {
  const left = () => [];
  const cases = { domain, left, relation: '=', right: left } as const;
  expect(forAllCases(cases)).toEqual({ kind: 'cases', ...cases });
  expect(inFloats({ domain, left, right: left })).toEqual({ kind: 'floats', domain, left, right: left });
  const lengths = {
    params: { h0: 'scalar' },
    item: { x: 'scalar' },
    first: 0,
    every: 1,
    readout: 'identity',
  } as const;
  const folds = { left: recurrence, right: recurrence };
  expect(forAllLengths({ ...lengths, ...folds })).toEqual({ kind: 'lengths', ...lengths, ...folds });
});
