import { expect, test } from 'vitest';
import type { Cost, Measure, SizeFormula } from '#claim/statement.ts';
import { decideCost } from '#judge/cost.ts';
import { ample } from './budget.ts';

const square: Measure = ({ T, dk, dv }) => T! * T! * (dk! + dv!);

function cost(measure: Measure, is: Cost['is'], sizes: readonly string[] = ['T', 'dk', 'dv']): Cost {
  return { kind: 'cost', sizes, counts: 'multiplications', measure, is };
}

const equals = (formula: SizeFormula): Cost['is'] => ({ says: 'equals', formula });
const squareFormula: SizeFormula = (r, { T, dk, dv }) => r.mul(r.mul(T!, T!), r.add(dk!, dv!));

test('proves a formula that is the count', () => {
  expect(decideCost(cost(square, equals(squareFormula)), ample)).toMatchObject({
    verdict: 'proved',
    proof: {
      method: 'operation counts',
      obligations: [
        { kind: 'counts', polynomial: 'T^2*dk + T^2*dv' },
        { kind: 'identity', left: 'T^2*dk + T^2*dv', right: 'T^2*dk + T^2*dv' },
      ],
    },
  });
});

test('refutes a formula that leaves a term out, at the smallest sizes and at all', () => {
  const oneProduct = equals((r, { T, dk }) => r.mul(r.mul(T!, T!), dk!));
  expect(decideCost(cost(square, oneProduct), ample)).toMatchObject({
    verdict: 'refuted',
    witness: {
      inputs: [
        { name: 'T', decimal: '1' },
        { name: 'dk', decimal: '1' },
        { name: 'dv', decimal: '1' },
      ],
      left: { term: 'T^2*dk + T^2*dv', lo: '2', hi: '2' },
      relation: '=',
      right: { term: 'T^2*dk', lo: '1', hi: '1' },
      digits: 25,
      gap: '1',
      extent: {
        says: 'fails at all sizes T, dk, dv >= 1',
        proof: { obligations: [{ kind: 'counts' }, { kind: 'sign', term: 'T^2*dv', strict: true }] },
      },
    },
  });
});

test('refutes a formula that is too large at all sizes', () => {
  const tooMuch = equals((r, sizes) => r.add(squareFormula(r, sizes), r.of(1)));
  expect(decideCost(cost(square, tooMuch), ample)).toMatchObject({
    verdict: 'refuted',
    witness: { gap: '1', extent: { proof: { obligations: [{}, { kind: 'sign', term: '1' }] } } },
  });
});

test('refutes a formula that is right at some sizes, at the smallest where it is not', () => {
  const verdict = decideCost(
    cost(
      square,
      equals((r, { T }) => r.mul(r.of(2), T!)),
    ),
    ample,
  );
  expect(verdict).toMatchObject({
    verdict: 'refuted',
    witness: { inputs: [{ decimal: '1' }, { decimal: '1' }, { decimal: '2' }], gap: '1' },
  });
  expect(verdict).not.toHaveProperty('witness.extent');
});

test('proves a lower bound, with a factor on the count', () => {
  const bound: SizeFormula = (r, { T, dk, dv }) =>
    r.mul(r.of(2), r.mul(r.mul(T!, T!), r.add(r.add(dk!, dv!), r.of(1))));
  expect(decideCost(cost(square, { says: 'at-least', formula: bound, factor: 3 }), ample)).toMatchObject({
    verdict: 'proved',
    proof: {
      obligations: [
        { kind: 'counts' },
        { kind: 'sign', strict: false, term: 'T^2*dk + T^2*dv - 2*T^2', least: { T: '1', dk: '1', dv: '1' } },
      ],
    },
  });
  expect(decideCost(cost(square, { says: 'at-least', formula: bound }), ample)).toMatchObject({
    verdict: 'refuted',
    witness: { left: { lo: '2' }, relation: '>=', right: { lo: '6' } },
  });
});

test('leaves a lower bound undecided when neither coefficients nor small sizes decide it', () => {
  // (T - 2)^2 >= 0: true, but not by the signs of coefficients.
  const formula: SizeFormula = (r, { T }) => r.sub(r.mul(r.of(4), T!), r.of(4));
  const measure: Measure = ({ T }) => T! * T!;
  expect(decideCost(cost(measure, { says: 'at-least', formula }, ['T']), ample)).toEqual({
    verdict: 'undecided',
    tried: ['signs of coefficients of T^2 - 4*T + 4', 'search: no counterexample at small sizes'],
  });
});

test('hands statements about orders and other counts on', () => {
  const order: Cost['is'] = { says: 'order', size: 'T', degree: 2, uniform: false };
  expect(decideCost(cost(square, order), ample).verdict).toBe('proved');
  const below: Cost['is'] = {
    says: 'below',
    measure: (sizes) => square(sizes) + 1,
    counts: 'more',
    size: 'T',
    strict: true,
  };
  expect(decideCost(cost(square, below), ample).verdict).toBe('proved');
});

test('leaves undecided what follows no polynomial, naming which count', () => {
  const parity: Measure = ({ T }) => T! % 2;
  const tried = (counts: string) => [
    `${counts}: no polynomial of degree up to 6 in the sizes predicts the counts within the budget`,
  ];
  expect(
    decideCost(
      cost(
        parity,
        equals((_r, { T }) => T!),
      ),
      ample,
    ),
  ).toEqual({
    verdict: 'undecided',
    tried: tried('multiplications'),
  });
  const below: Cost['is'] = { says: 'below', measure: parity, counts: 'odd', size: 'T', strict: true };
  expect(decideCost(cost(square, below), ample)).toEqual({ verdict: 'undecided', tried: tried('odd') });
});

test('leaves undecided what it has no time for', () => {
  const budget = { ...ample, expired: () => true };
  expect(decideCost(cost(square, equals(squareFormula)), budget).verdict).toBe('undecided');
});
