import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Rational, rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import * as folds from '#claim/rnn/folds.ts';
import { type Bundle, type Fold, runFold, type Shape } from '#reference/fold.ts';
import type { Input } from '#reference/rnn.ts';
import { finalState, recurrence } from '#reference/rnn.ts';

const space = coordinates<Rational, typeof rationals>(rationals, 0);
const integer = fc.integer({ min: -99, max: 99 });
const inputs = (lengths: readonly number[]) =>
  fc.constantFrom(...lengths).chain((T) => fc.array(integer, { minLength: T, maxLength: T }));
const even = inputs([0, 2, 4, 6]);
const odd = inputs([1, 3, 5, 7]);
const any = inputs([0, 1, 2, 3, 4, 5]);

/** The value of a fold on plain integers. */
function at<P extends Shape, S extends Shape>(
  fold: Fold<P, Input, S>,
  x: readonly number[],
  params: Readonly<Record<string, number>>,
): number {
  const lifted = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, rationals.of(value)]),
  );
  const value = runFold(
    fold,
    space,
    lifted as Bundle<P, Rational, readonly Rational[]>,
    x.map((input) => ({ x: rationals.of(input) })),
  );
  return Number(value.num);
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
const evens = (x: readonly number[]) => total(x.filter((_, i) => i % 2 === 1));
const odds = (x: readonly number[]) => total(x.filter((_, i) => i % 2 === 0));
const state = (x: readonly number[], h0: number): number => x.reduce((h, input) => input - h, h0);

/** Each form beside what it says, on its own lengths. */
const forms: readonly [
  string,
  fc.Arbitrary<number[]>,
  (x: number[], h0: number) => number,
  (x: number[], h0: number) => number,
][] = [
  ['the recurrence', any, (x, h0) => at(recurrence, x, { h0 }), state],
  ['the nested brackets', any, (x, h0) => at(folds.nestedBrackets, x, { h0 }), state],
  [
    '1000 times the state',
    any,
    (x, h0) => at(folds.amplified(recurrence), x, { h0 }),
    (x, h0) => 1000 * state(x, h0),
  ],
  [
    'the last input less the state before',
    odd,
    (x, h0) => at(folds.lastInputMinusStateBefore, x, { h0 }),
    state,
  ],
  [
    'the state two before',
    even.filter((x) => x.length >= 2),
    (x, h0) => at(folds.stateTwoBefore, x, { h0 }),
    (x, h0) => state(x.slice(0, -2), h0),
  ],
  [
    'input two before less state three before',
    odd.filter((x) => x.length >= 3),
    (x, h0) => at(folds.inputTwoBeforeMinusStateThreeBefore, x, { h0 }),
    (x, h0) => x.at(-3)! - state(x.slice(0, -3), h0),
  ],
  [
    'signs from the tail',
    any,
    (x, h0) => at(folds.alternatingFromTail, x, { h0 }),
    (x, h0) => evens(x) - odds(x) + h0,
  ],
  [
    'signs from the head',
    any,
    (x, h0) => at(folds.alternatingFromHead, x, { h0 }),
    (x, h0) => (x.length % 2 === 0 ? 1 : -1) * (evens(x) - odds(x)) + h0,
  ],
  ['split sums', even, (x, h0) => at(folds.splitSums, x, { h0 }), (x, h0) => evens(x) - odds(x) + h0],
  [
    'split sums with the initial state inside',
    even,
    (x, h0) => at(folds.splitSumsWithInitialInside, x, { h0 }),
    (x, h0) => evens(x) - odds(x) - (x.length / 2) * h0,
  ],
  [
    'paired differences',
    even,
    (x, h0) => at(folds.pairedDifferences, x, { h0 }),
    (x, h0) => evens(x) - odds(x) + h0,
  ],
  [
    'pairs without the last',
    odd,
    (x, h0) => at(folds.pairsWithoutLast, x, { h0 }),
    (x, h0) => evens(x) - odds(x.slice(0, -1)) + h0,
  ],
  [
    'pairs padded with zero',
    odd,
    (x, h0) => at(folds.pairsPaddedWithZero, x, { h0 }),
    (x, h0) => evens(x) - odds(x) + h0,
  ],
  [
    'the answer for odd lengths',
    odd,
    (x, h0) => at(folds.oddAnswer, x, { h0 }),
    (x, h0) => odds(x) - evens(x) - h0,
  ],
  [
    'the coefficient of the initial state',
    any,
    (x, h0) => at(folds.changeByOneInInitial, x, { h0 }),
    (x) => (x.length % 2 === 0 ? 1 : -1),
  ],
  ['one', any, (x, h0) => at(folds.one, x, { h0 }), () => 1],
  [
    'from the first of two initial states',
    any,
    (x, h0) => at(folds.fromFirstInitial, x, { h0, g0: h0 + 1 }),
    state,
  ],
  [
    'from the second of two initial states',
    any,
    (x, h0) => at(folds.fromSecondInitial, x, { h0, g0: h0 + 1 }),
    (x, h0) => state(x, h0 + 1),
  ],
  ['from zero', any, (x) => at(folds.fromZero, x, {}), (x) => state(x, 0)],
  ['even less odd', even, (x) => at(folds.evenMinusOdd, x, {}), (x) => evens(x) - odds(x)],
];

test.each(forms)('%s is what it says', (_name, sequences, form, expected) => {
  fc.assert(
    fc.property(sequences, integer, (x, h0) => {
      expect(form(x, h0)).toBe(expected(x, h0));
    }),
    { numRuns: 60 },
  );
});

test('the recurrence as a fold and as a function are one', () => {
  fc.assert(
    fc.property(any, integer, (x, h0) => {
      expect(at(recurrence, x, { h0 })).toBe(
        Number(finalState(rationals, x.map(rationals.of), rationals.of(h0)).num),
      );
    }),
    { numRuns: 60 },
  );
});
