import { expect, test } from 'vitest';
import { comparatorClaims } from '#claim/rnn/comparator.ts';
import type { ForAllCases } from '#claim/statement.ts';
import { witnesses } from './witnesses.ts';

test('a tie is the counterexample to "0 otherwise", and a thousandth to real inputs', () => {
  expect(witnesses(comparatorClaims, 'q1-output-is-a-comparator')).toEqual({
    '"1 if greater, 0 otherwise"': 'x1=0 x2=0',
    'real inputs': 'x1=0 x2=0.001',
  });
});

test('the domains hold what their names say', () => {
  const [claim] = comparatorClaims;
  const [integers, otherwise, reals] = claim!.readings.map(({ statement }) => statement);
  const { domain } = otherwise as ForAllCases;
  expect(domain.includes({ x: [1, 0] })).toBe(true);
  expect(domain.includes({ x: [0, 1] })).toBe(false);
  expect(domain.includes({ x: [0.5, 0] })).toBe(false);
  expect(domain.includes({ x: [0, 0, 0, 0] })).toBe(false);
  const real = (reals as ForAllCases).domain;
  expect(real.includes({ x: [0.25, 7] })).toBe(true);
  expect(real.includes({ x: [1, 2, 3] })).toBe(false);
  const parts =
    integers?.kind === 'all' ? integers.parts.map(({ statement }) => statement as ForAllCases) : [];
  expect(parts[1]!.domain.includes({ S: 0 })).toBe(true);
  expect(parts[1]!.domain.includes({ S: 1 })).toBe(false);
  expect(parts[3]!.domain.includes({ S: 1 })).toBe(true);
  expect(parts[3]!.domain.includes({ S: 0.5 })).toBe(false);
});
