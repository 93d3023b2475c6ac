import { expect, test } from 'vitest';
import { filterOf, isShown } from '#report/play/filter.ts';

const row = {
  question: 'Q2',
  verdict: 'refuted',
  kind: 'value',
  text: 'q2b-weights Each token gives itself 1',
};

test.each([
  [{}, true],
  [{ question: 'Q2', verdict: 'refuted', kind: 'value' }, true],
  [{ question: 'Q1' }, false],
  [{ verdict: 'proved' }, false],
  [{ kind: 'identity' }, false],
  [{ search: ' EACH  token ' }, true],
  [{ search: 'each cat' }, false],
])('%o leaves the claim in the list: %s', (choices: Readonly<Record<string, string>>, shown) => {
  expect(
    isShown(
      row,
      filterOf((name) => choices[name]),
    ),
  ).toBe(shown);
});
