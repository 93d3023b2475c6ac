import { expect, test } from 'vitest';
import { forAllCases, type Relation } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import { decideForAllCases } from '#judge/for-all-cases.ts';
import { ample } from './budget.ts';

const real = inputs({ name: 'x in R', layout: { x: [] }, sizes: {} });

const square = (relation: Relation, shapes?: readonly { x: number }[]) =>
  forAllCases({
    domain: real,
    left: (a, { x }) => [a.mul(x, x)],
    relation,
    right: (a, { x }) => [a.mul(a.neg(x), a.neg(x))],
    ...(shapes && { shapes }),
  });

test('proves by normal forms at every shape', () => {
  expect(decideForAllCases(square('=', [{ x: 0 }]), ample).verdict).toBe('proved');
});

test('refutes with the smallest counterexample', () => {
  expect(decideForAllCases(square('!='), ample)).toMatchObject({
    verdict: 'refuted',
    witness: { inputs: [{ name: 'x', decimal: '0' }] },
  });
});

test('never takes a search without a counterexample for a proof', () => {
  const hint = 'search: no counterexample within the budget';
  expect(decideForAllCases(square('='), ample)).toEqual({
    verdict: 'undecided',
    tried: ['normal forms: no finite list of shapes', hint],
  });
  const nonNegative = forAllCases({
    domain: real,
    left: (a, { x }) => [a.mul(x, x)],
    relation: '>=',
    right: (a) => [a.of(0)],
    shapes: [{ x: 0 }],
  });
  expect(decideForAllCases(nonNegative, ample)).toEqual({
    verdict: 'undecided',
    tried: ['normal forms: no identity and no sign certificate', hint],
  });
});
