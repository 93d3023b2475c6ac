import { expect, test } from 'vitest';
import { scopeClaims } from '#claim/rnn/scope.ts';
import { witnesses } from './witnesses.ts';

test('the smallest counterexamples are those a person would write', () => {
  expect(witnesses(scopeClaims, 'q1-final-formula-odd-T')).toEqual({
    'floor: sum to (T-1)/2': 'h0=0 x1=1',
    'ceil, missing X_{T+1} := 0': 'h0=0 x1=1',
  });
  expect(witnesses(scopeClaims, 'q1-answer-depends-only-on-inputs')).toEqual({
    'literal (function of X alone)': 'h0=0 g0=1 x1=0 x2=0',
  });
});
