import { expect, test } from 'vitest';
import * as folds from '#claim/rnn/folds.ts';
import { forAllLengths } from '#claim/statement.ts';
import { lengthsOf, proveByInduction } from '#judge/induction.ts';
import { recheck } from '#judge/recheck.ts';
import type { Fold } from '#reference/fold.ts';
import { type Initial, type Input, recurrence } from '#reference/rnn.ts';
import { equality } from './statements.ts';

/** <q, k> v summed token by token, against one state multiplied by q at the end. */
const reassociation = forAllLengths({
  params: { q: 'vector' },
  item: { k: 'vector', v: 'scalar' },
  first: 0,
  every: 1,
  readout: 'identity',
  left: {
    state: { y: 'scalar' },
    first: 0,
    every: 1,
    start: ({ scalars }) => ({ y: scalars.of(0) }),
    step: ({ scalars, dot }, { y }, { q }, [token]) => ({
      y: scalars.add(y, scalars.mul(dot(q, token!.k), token!.v)),
    }),
    finish: (_a, { y }) => y,
  },
  right: {
    state: { s: 'vector' },
    first: 0,
    every: 1,
    start: ({ zero }) => ({ s: zero }),
    step: ({ add, scale }, { s }, _params, [token]) => ({ s: add(s, scale(token!.v, token!.k)) }),
    finish: ({ dot }, { s }, { q }) => dot(q, s),
  },
});

test('proves the paired form for every even length, with the invariant it found', () => {
  const proof = proveByInduction(equality(recurrence, folds.pairedDifferences, 0, 2));
  expect(proof).toEqual({
    method: 'induction',
    argument:
      'Induction over T even, T >= 0. Left = right where p0 = 0, and p0 is 0 at the start and after every step: ' +
      'p0 = -h0 + l_h - r_sum.',
    obligations: [
      {
        kind: 'identity',
        says: 'left minus right, in the state',
        left: 'l_h - (r_sum + h0)',
        right: '-h0 + l_h - r_sum',
      },
      { kind: 'identity', says: 'p0 vanishes at the start', left: '-h0 + h0', right: '0' },
      {
        kind: 'identity',
        says: 'p0 after a step is a combination of what vanished before it',
        left: '-h0 + (x2 - (x1 - l_h)) - (r_sum + (x2 - x1))',
        right: '(1)*(-h0 + l_h - r_sum)',
      },
    ],
  });
});

test('finds the further invariants that the sides need', () => {
  const proof = proveByInduction(equality(recurrence, folds.alternatingFromTail, 0, 2));
  expect(proof?.argument).toContain('p0 = l_h - r_sum; p1 = r_sign + 1.');
  const lagging = equality(folds.stateTwoBefore, folds.inputTwoBeforeMinusStateThreeBefore, 4, 2);
  expect(proveByInduction(lagging)?.argument).toContain('p0 ... p1 are 0 at the start');
});

test('proves reassociation for every number of tokens and vectors of every width', () => {
  const proof = proveByInduction(reassociation);
  expect(proof?.argument).toContain('T >= 0 and vectors of every width');
  expect(proof?.argument).toContain('p0 = -dot(q,r_s) + l_y');
});

test('needs no invariant where both sides are one function of one state', () => {
  const trivial = equality(folds.one, folds.one, 0, 1);
  expect(proveByInduction(trivial)?.argument).toContain('the same function of the same state');
});

test.each([
  ['a sign flipped', equality(recurrence, folds.alternatingFromTail, 1, 2)],
  ['the domain widened to odd lengths', equality(recurrence, folds.pairsWithoutLast, 1, 2)],
  ['the domain widened to all lengths', equality(folds.changeByOneInInitial, folds.one, 0, 1)],
  ['an input left out', equality(recurrence, folds.pairsPaddedWithZero, 1, 2)],
  ['the initial state counted once a pair', equality(recurrence, folds.splitSumsWithInitialInside, 2, 2)],
])('does not prove a false statement: %s', (_name, statement) => {
  expect(proveByInduction(statement)).toBeUndefined();
});

test('gives up on a state that grows without end, and on a state that divides', () => {
  const squaring: Fold<Initial, Input, { s: 'scalar' }> = {
    state: { s: 'scalar' },
    first: 0,
    every: 1,
    start: (_a, { h0 }) => ({ s: h0 }),
    step: ({ scalars }, { s }) => ({ s: scalars.mul(s, s) }),
    finish: (_a, { s }) => s,
  };
  expect(proveByInduction(equality(squaring, recurrence, 0, 1))).toBeUndefined();
  const dividing: typeof squaring = {
    ...squaring,
    step: ({ scalars }, { s }, _params, [item]) => ({ s: scalars.div(item!.x, s) }),
  };
  expect(proveByInduction(equality(dividing, folds.one, 0, 1))).toBeUndefined();
  // 1/s - 1 is zero where s - 1 is, but the argument is about polynomials only.
  const inverting: typeof squaring = {
    ...squaring,
    start: ({ scalars }) => ({ s: scalars.of(1) }),
    step: ({ scalars }, { s }) => ({ s: scalars.div(scalars.of(1), s) }),
  };
  expect(proveByInduction(equality(inverting, folds.one, 0, 1))).toBeUndefined();
});

test('every proof is accepted by the independent checker', () => {
  const statements = [
    reassociation,
    equality(recurrence, folds.pairedDifferences, 0, 2),
    equality(recurrence, folds.alternatingFromTail, 0, 2),
    equality(recurrence, folds.oddAnswer, 1, 2),
    equality(folds.stateTwoBefore, folds.inputTwoBeforeMinusStateThreeBefore, 4, 2),
  ];
  for (const statement of statements) expect(recheck(proveByInduction(statement)!)).toEqual([]);
});

test('lengths are said in words', () => {
  expect([1, 2, 3].map((every) => lengthsOf({ first: 1, every }))).toEqual([
    'T >= 1',
    'T odd, T >= 1',
    'T = 1 + 3 k, k >= 0',
  ]);
});
