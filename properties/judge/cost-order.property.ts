import { expect, test } from 'vitest';
import type { Measure } from '#claim/statement.ts';
import { decideOrder } from '#judge/cost-order.ts';
import { recoverCount } from '#judge/count-polynomial.ts';
import type { Verdict } from '#judge/verdict.ts';
import { ample } from './budget.ts';

function order(measure: Measure, degree: number, uniform: boolean, sizes = ['T', 'dk', 'dv']): Verdict {
  const count = recoverCount(sizes, 'operations', measure, () => false)!;
  return decideOrder(sizes, count, { says: 'order', size: 'T', degree, uniform }, ample);
}

const square: Measure = ({ T, dk, dv }) => T! * T! * (dk! + dv!);

test('proves an order by naming a constant for it', () => {
  expect(order(square, 2, false)).toMatchObject({
    verdict: 'proved',
    proof: {
      method: 'degrees',
      argument: 'The count is T^2*dk + T^2*dv, of degree 2 in T; C = dk + dv serves at all sizes.',
      obligations: [{ kind: 'counts' }, { kind: 'sign', term: '0' }],
    },
  });
  expect(order(square, 3, false).verdict).toBe('proved');
  expect(order(({ dk, dv }) => dk! * dv!, 0, false).verdict).toBe('proved');
});

test('proves an order of counts with negative terms', () => {
  const additions: Measure = ({ T, dk, dv }) => 2 * T! * dk! * dv! - dk! * dv! - T! * dv!;
  expect(order(additions, 1, false)).toMatchObject({
    verdict: 'proved',
    proof: { obligations: [{}, { term: 'T*dk*dv + 2*T*dv + dk*dv', strict: false }] },
  });
});

test('refutes an order below the degree, with the constant of the smallest case and the reason for all', () => {
  expect(order(square, 1, false)).toMatchObject({
    verdict: 'refuted',
    witness: {
      inputs: [
        { name: 'T', decimal: '2' },
        { name: 'dk', decimal: '1' },
        { name: 'dv', decimal: '1' },
      ],
      left: { term: 'T^2*dk + T^2*dv', lo: '8' },
      relation: '<=',
      right: { term: '2*T', lo: '4' },
    },
    contrary: {
      method: 'degrees',
      argument:
        'With dk = 1, dv = 1 held and T growing, (T)/(2*T^2) tends to 0 from above: for every C the count exceeds ' +
        'C T^1 at all large enough T; the C that serves at T = 1 is only the first to fail.',
      obligations: [
        { kind: 'counts' },
        { kind: 'identity', left: expect.not.stringContaining('d') as unknown, right: '2*T^2' },
        { kind: 'limit', term: '(T)/(2*T^2)', name: 'T', limit: '0', numerator: 'T', denominator: '2*T^2' },
      ],
    },
  });
});

test('searches as far as it must for the constant of the smallest case to fail', () => {
  expect(order(({ T }) => T! * T! + 7, 1, false, ['T'])).toMatchObject({
    witness: { inputs: [{ name: 'T', decimal: '8' }], left: { lo: '71' }, right: { term: '8*T', lo: '64' } },
    contrary: { argument: expect.stringMatching(/^With T growing, /) as unknown },
  });
});

test('refutes without a witness what only very large sizes show', () => {
  const verdict = order(({ T }) => T! * T! + 5000, 1, false, ['T']);
  expect(verdict).toMatchObject({ verdict: 'refuted', contrary: { method: 'degrees' } });
  expect(verdict).not.toHaveProperty('witness');
  expect(order(({ T }) => T! * T! + 1000, 1, false, ['T'])).toHaveProperty('witness.left.term', 'T^2 + 1000');
});

test('refutes a uniform order when another size is in the count', () => {
  expect(order(square, 2, true)).toMatchObject({
    verdict: 'refuted',
    witness: {
      inputs: [
        { name: 'T', decimal: '1' },
        { name: 'dk', decimal: '2' },
        { name: 'dv', decimal: '1' },
      ],
      left: { lo: '3' },
      right: { term: '2*T^2', lo: '2' },
    },
    contrary: {
      obligations: [
        {},
        { right: 'dk + 1' },
        { kind: 'limit', name: 'dk', limit: '0', numerator: '1', denominator: 'dk + 1' },
      ],
    },
  });
  expect(order(({ T }) => T! * T!, 2, true).verdict).toBe('proved');
  expect(order(square, 1, true)).toMatchObject({ witness: { inputs: [{ decimal: '2' }, {}, {}] } });
});

test('holds the other sizes where the highest power is there', () => {
  const measure: Measure = ({ T, dk }) => T! * T! * (dk! - 1) + T!;
  expect(order(measure, 1, false, ['T', 'dk'])).toMatchObject({
    witness: {
      inputs: [{ decimal: '2' }, { name: 'dk', decimal: '2' }],
      left: { lo: '6' },
      right: { term: '2*T', lo: '4' },
    },
  });
  const shifted: Measure = ({ T, dk }) => (T! - 1) * dk! + T!;
  expect(order(shifted, 1, true, ['T', 'dk'])).toMatchObject({
    witness: {
      inputs: [
        { name: 'T', decimal: '2' },
        { name: 'dk', decimal: '2' },
      ],
      left: { lo: '4' },
      right: { term: '3/2*T', lo: '3' },
    },
  });
});

test('leaves undecided a count that would become negative', () => {
  const verdict = order(({ T }) => 40 - T!, 0, false, ['T']);
  expect(verdict).toEqual({
    verdict: 'undecided',
    tried: ['a positive coefficient of the highest power of T in -T + 40'],
  });
});
