import { expect, test } from 'vitest';
import type { Cost } from '#claim/statement.ts';
import { certifyCost } from '#coq/cost.ts';
import { theoremsOf } from './decided.ts';

const counts = 'operations of the addition of two vectors';

function vectors(is: Cost['is'], measure: Cost['measure'] = ({ d }) => d!): Cost {
  return { kind: 'cost', sizes: ['d'], counts, measure, is };
}

function namesOf(cost: Cost): readonly string[] {
  const certified = certifyCost(cost);
  if ('inexpressible' in certified) return [certified.inexpressible];
  return certified.theorems.map(({ name }) => name);
}

test('loops are checked against the tallies, and the count is the formula at all sizes', () => {
  const [tallies, equals] = theoremsOf('q3-standard-cost-T-squared');
  expect(tallies!.statement).toContain(
    "map (fun '(T, dk, dv) => (softmax_attention (among [mul]) T T dk dv)%Z) [(1, 1, 1); ",
  );
  expect(tallies!.statement).toContain(']%nat =\n  [2; ');
  expect(tallies!.altered).toContain(']%nat =\n  [3; ');
  // The last of the larger, unequal sizes, on which no polynomial was fitted.
  expect(tallies!.statement).toContain('(14, 15, 16)]%nat');
  expect(equals!.statement).toBe(
    'forall T dk dv : nat, (1 <= T)%nat -> (1 <= dk)%nat -> (1 <= dv)%nat -> \n' +
      '  (softmax_attention (among [mul]) T T dk dv = T * T * (dk + dv))%Z',
  );
  expect(equals!.altered).toContain('= 1 + (T * T * (dk + dv))');
});

test('halves are cleared', () => {
  const [, equals] = theoremsOf('q2c-attends-to-all', 2);
  expect(equals!.statement).toContain('(2 * weights (among [exponential]) n d (fun i => S i) = n^2 + n)%Z');
});

test('a wrong formula fails at small sizes, and at all of them where the difference has one sign', () => {
  expect(theoremsOf('q3-standard-cost-T-squared', 2).map(({ name }) => name)).toEqual([
    'tallies_1',
    'fails_everywhere',
    'fails',
  ]);
  expect(namesOf(vectors({ says: 'equals', formula: (r) => r.of(3) }))).toEqual(['tallies_1', 'fails']);
  expect(namesOf(vectors({ says: 'equals', formula: (r, { d }) => r.add(d!, r.of(1)) }))).toContain(
    'fails_everywhere',
  );
});

test('at least a formula, with a factor or without', () => {
  const [, , order, , atLeast] = theoremsOf('q3-standard-cost-T-squared');
  expect(order!.name).toBe('tallies_1');
  expect(atLeast!.name).toBe('tallies_1');
  expect(theoremsOf('q3-matmul-is-primary-source').at(-1)!.statement).toContain('3 * softmax_attention');
  expect(namesOf(vectors({ says: 'at-least', formula: (r) => r.of(1) }))).toEqual(['tallies_1', 'at_least']);
  expect(namesOf(vectors({ says: 'at-least', formula: (r) => r.of(2) }))).toEqual(['no certificate of sign']);
});

test('a count below another is so in a region, or at all sizes', () => {
  const [, , region, fails] = theoremsOf('q3-more-efficient-for-large-inputs');
  expect(region!.statement).toContain('<-> 0 < (dk + dv) * T - (2*dk*dv))%Z');
  expect(region!.altered).toContain('<-> 0 <= ');
  expect(fails!.name).toBe('fails');
  const [, , atMost] = theoremsOf('q3-more-efficient-for-large-inputs', 1);
  expect(atMost!.altered).toContain('<-> 0 < ');
});

test('a count is below another at all sizes, or in no region of the kind', () => {
  const squares: Cost = {
    ...vectors({
      says: 'below',
      measure: ({ d }) => 3 * d!,
      counts: 'operations of the normalisation of a vector to length one',
      size: 'd',
      strict: true,
    }),
  };
  expect(namesOf(squares)).toEqual(['tallies_1', 'tallies_2', 'below']);
  const same = vectors({ says: 'below', measure: ({ d }) => d!, counts, size: 'd', strict: true });
  expect(namesOf(same)).toEqual(['no certificate of sign']);
});

test('what has no loops, or is no polynomial, is not stated', () => {
  const unknown = { ...vectors({ says: 'equals', formula: (_r, { d }) => d! }), counts: 'wonders' };
  expect(namesOf(unknown)).toEqual(['no loops are written for wonders']);
  const powers = vectors({ says: 'equals', formula: (_r, { d }) => d! }, ({ d }) => 2 ** d!);
  expect(namesOf(powers)).toEqual([`no loops are written for ${counts}`]);
});
