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

test('an order has its constant, for each of the other sizes or for all', () => {
  const order = theoremsOf('q3-formula-computable-in-linear-time').at(-1)!;
  expect(order.statement).toContain('exists C : Z, forall T : nat');
  expect(order.proof).toContain('exists (dk + dv)%Z');
  expect(order.altered).toContain('+ T ^ 2 <= C * T');
  const uniform = vectors({ says: 'order', size: 'd', degree: 1, uniform: true });
  expect(namesOf(uniform)).toEqual(['tallies_1', 'order']);
  const quadratic = vectors({ says: 'order', size: 'd', degree: 2, uniform: false });
  const certified = certifyCost(quadratic);
  expect('theorems' in certified && certified.theorems[1]!.statement).toContain('<= C * d ^ 2');
});

test('an order that is too low is outgrown, in the size or in another one', () => {
  expect(theoremsOf('q3-dropping-exp-alone-gives-linear-time').at(-1)!.proof).toContain('(H 1%nat 1%nat');
  expect(theoremsOf('q3-standard-cost-T-squared', 1).at(-1)!.proof).toContain(
    'specialize (B 1%nat (Z.to_nat (Z.abs C + 1)) 1%nat',
  );
  const constant = vectors({ says: 'order', size: 'd', degree: 0, uniform: false });
  expect(namesOf(constant)).toEqual(['tallies_1', 'outgrows']);
});

test('a constant is made of magnitudes: 2 d - 1 is at most 3 d', () => {
  const order = theoremsOf('q3-vector-ops-linear-time').find(
    ({ name, statement }) => name === 'order' && statement.includes('inner_product'),
  );
  expect(order!.proof).toContain('exists (3)%Z');
});
