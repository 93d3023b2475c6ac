import { expect, test } from 'vitest';
import { collect, formatPolynomial, type Polynomial, polynomials } from '#arithmetic/polynomial.ts';
import { isZeroRationalFunction } from '#arithmetic/rational-function.ts';
import * as folds from '#claim/rnn/folds.ts';
import { after, closed, invariantsOf } from '#judge/invariants.ts';
import { recurrence } from '#reference/rnn.ts';
import { equality } from './statements.ts';

const proved = [
  ['pairs', equality(recurrence, folds.pairedDifferences, 0, 2), 1],
  ['from the tail', equality(recurrence, folds.alternatingFromTail, 0, 2), 2],
  ['two before', equality(folds.stateTwoBefore, folds.inputTwoBeforeMinusStateThreeBefore, 4, 2), 2],
  ['the same', equality(folds.one, folds.one, 0, 1), 0],
] as const;

test.each(proved)(
  '%s: invariants vanish at the start, and after a step are multiples of each other',
  (_, statement, count) => {
    const { opened, span } = closed(statement)!;
    const { members, denominator, stepped } = invariantsOf(statement)!;
    expect(members).toHaveLength(count);
    expect(members).toEqual(span.members);
    expect(formatPolynomial(denominator)).toBe('1');
    for (const [i, member] of members.entries()) {
      expect(isZeroRationalFunction(after(opened.start, member))).toBe(true);
      const summands = stepped[i]!.map(({ factor, member: at }) => polynomials.mul(factor, members[at]!));
      const sum = summands.reduce((total: Polynomial, one) => polynomials.add(total, one), collect([]));
      expect(formatPolynomial(after(opened.step, member).num)).toBe(formatPolynomial(sum));
    }
  },
);

test('the first invariant is left minus right', () => {
  const [first] = invariantsOf(proved[0][1])!.members;
  expect(formatPolynomial(first!)).toBe('-h0 + l_h - r_sum');
});

test('sides that differ have none', () => {
  expect(invariantsOf(equality(recurrence, folds.one, 0, 1))).toBeUndefined();
  expect(closed(equality(folds.one, folds.pairedDifferences, 0, 2))).toBeUndefined();
});
