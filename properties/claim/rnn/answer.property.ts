import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rationals } from '#arithmetic/rational.ts';
import { answerClaims, formAt, regroupingClaims } from '#claim/rnn/answer.ts';
import { pairedDifferences } from '#claim/rnn/folds.ts';
import { finalState } from '#reference/rnn.ts';
import { witnesses } from './witnesses.ts';

test('the smallest counterexamples are those a person would write', () => {
  expect(witnesses(answerClaims, 'q1-dropped-factor-1000')).toEqual({ literal: 'h0=0 x1=0 x2=1' });
  expect(witnesses(answerClaims, 'q1-final-follows-from-previous-line')).toEqual({ literal: 'S=1' });
});

test('in binary64 both regroupings fail where a unit is lost beside 2^53', () => {
  const lost = `h0=1 x1=1 x2=${String(-(2 ** 53))}`;
  expect(witnesses(answerClaims, 'q1-final-formula-even-T')).toEqual({ 'floating point, bitwise': lost });
  expect(witnesses(regroupingClaims, 'q1-regrouping-is-harmless')).toEqual({ 'floating point': lost });
});

test('a form at a sequence is the recurrence for even lengths', () => {
  const integer = fc.integer().map(rationals.of);
  fc.assert(
    fc.property(fc.array(fc.tuple(integer, integer)), integer, (pairs, h0) => {
      const x = pairs.flat();
      expect(formAt(pairedDifferences, rationals, x, h0)).toEqual(finalState(rationals, x, h0));
    }),
  );
});
