import { expect, test } from 'vitest';
import type { AsBetaGrows, FrameSide } from '#claim/statement.ts';
import { certifyLimit } from '#coq/limit.ts';
import { theoremsOf } from './decided.ts';

const inexpressible = {
  inexpressible: 'an entry was not shown to tend to its limit as fast as beta / e^(beta^2)',
};
const over =
  (numerator: number): FrameSide =>
  ({ scalars: a }, { beta }) => [a.div(a.of(numerator), a.exp(a.mul(beta, beta)))];

function statement(quantity: FrameSide, limit: number, strictlyIncreasing = false): AsBetaGrows {
  return { kind: 'limit', vectors: 1, quantity, limits: [limit], strictlyIncreasing };
}

test('a limit is that of Coquelicot, of a frame that varies with beta, and increase is strict', () => {
  const [tends, increases, ...others] = theoremsOf('q2b-weights-diagonal-one', 1);
  expect(others).toEqual([]);
  expect(tends!.statement).toContain(
    '(forall beta, 0 < beta -> frame beta [a beta; b beta; c beta; d beta]) ->',
  );
  expect(tends!.statement.match(/is_lim \(fun beta => .*\) p_infty \(1\)/g)).toHaveLength(3);
  expect(tends!.altered).toContain('p_infty (1 + 1)');
  expect(increases!.statement).toContain("forall beta beta' : R, 0 < beta -> beta < beta' ->");
  expect(increases!.proof).toContain('exp_step');
  expect(increases!.altered).toContain(' > ');
});

test('a coordinate is within C beta / u of its limit', () => {
  const [tends] = theoremsOf('q2b-y1-equals-x1', 1);
  expect(tends!.proof).toContain('exists beta; split');
});

test('a wrong limit is refuted by the true one', () => {
  const [elsewhere, fails, ...others] = theoremsOf('q2b-because-inference', 1);
  expect(others).toEqual([]);
  expect(elsewhere!.statement).toContain('p_infty (1/2)');
  expect(fails!.statement).toMatch(/^~ \(forall/);
  expect(fails!.proof).toContain('apply proj1 in H; ');
  expect(fails!.altered).toContain('p_infty (1/2)');
});

test('one wrong entry needs no taking apart', () => {
  const certified = certifyLimit(statement(over(1), 1));
  expect('theorems' in certified && certified.theorems[1]!.proof).not.toContain('destruct H');
});

test('what the judge has no evidence for is not stated', () => {
  expect(certifyLimit(statement(over(100), 0))).toEqual(inexpressible);
  expect(certifyLimit(statement(over(1), 0, true))).toEqual(inexpressible);
  expect(certifyLimit(statement((_s, { beta }) => [beta], 0))).toEqual(inexpressible);
  expect(certifyLimit(statement(({ scalars }, { beta }) => [scalars.exp(beta)], 0))).toEqual(inexpressible);
});
