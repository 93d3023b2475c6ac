import { expect, test } from 'vitest';
import type { ForAllBeta, FrameSide } from '#claim/statement.ts';
import { certifyBeta } from '#coq/beta.ts';
import type { Theorem } from '#coq/theorem.ts';
import { theoremsOf } from './decided.ts';

const beta: FrameSide = (_s, frame) => [frame.beta];
const one: FrameSide = ({ scalars }) => [scalars.of(1)];
const two: FrameSide = ({ scalars }) => [scalars.of(2)];
const power: FrameSide = ({ scalars: a }, frame) => [a.exp(a.mul(frame.beta, frame.beta))];
const three: FrameSide = ({ scalars }) => [scalars.of(3)];

function statement(left: FrameSide, relation: ForAllBeta['relation'], right: FrameSide): ForAllBeta {
  return { kind: 'beta', vectors: 1, zeroIncluded: false, left, relation, right };
}

function theorems(s: ForAllBeta): readonly Theorem[] {
  const certified = certifyBeta(s);
  if ('inexpressible' in certified) throw new Error(certified.inexpressible);
  return certified.theorems;
}

test('what is proved is stated of every space and every frame, with the sides of the claim', () => {
  const [theorem, ...others] = theoremsOf('q2b-pairs-12-and-23-orthogonal');
  expect(others).toEqual([]);
  expect(theorem!.statement).toBe(
    'forall (V : space) (a b c d : vector V) (beta : R),\n  frame beta [a; b; c; d] -> 0 <= beta ->\n' +
      '  inner (vadd d b) a = 0 /\\\n  inner a (vadd c d) = 0',
  );
  expect(theorem!.altered).toContain('inner (vadd d b) a = 1 + 0 /\\');
});

test('an inequality is proved by the certificate of the judge, and its twin turned round', () => {
  const [theorem] = theoremsOf('q2b-holds-without-large-beta', 2);
  expect(theorem!.proof).toContain('apply (lt_by ((w^2 + w) / (w^3 + 6*w^2 + 12*w + 9)))');
  expect(theorem!.altered).toMatch(/ > [^/]/);
});

test('a weight that is not 1 is less at every beta > 0, and so the claim fails at beta = 1', () => {
  const [everywhere, fails, ...others] = theoremsOf('q2b-weights-diagonal-one');
  expect(others).toEqual([]);
  expect(everywhere).toMatchObject({ name: 'fails_everywhere' });
  expect(everywhere!.statement).toMatch(/ < 1$/);
  expect(everywhere!.altered).toMatch(/ > 1$/);
  expect(fails!.statement).toMatch(/^~ \(forall/);
  expect(fails!.proof).toContain('apply proj1 in H; ');
  expect(fails!.altered).not.toMatch(/ = 1\b/);
});

test('sides with roots are compared by facts about the root of 2', () => {
  const [everywhere, fails] = theoremsOf('q2a-norm-x1-additive');
  expect(everywhere!.proof).toContain('in_roots beta');
  expect(fails!.proof).toContain('(Rlt_le _ _ Rlt_0_1)');
});

test('what is at least something else is no less than it', () => {
  const [everywhere] = theoremsOf('card-near-identity-only-when-beta-large', 1);
  expect(everywhere!.statement).toMatch(/ >= 1$/);
  expect(everywhere!.proof).toContain('apply Rle_ge');
  expect(everywhere!.altered).toMatch(/ < 1$/);
});

test('an entry that is false at some beta only is refuted at beta = 1', () => {
  const [fails, ...others] = theorems(statement(beta, '=', two));
  expect(others).toEqual([]);
  expect(fails!.proof).toContain('cbn in H; lra');
  expect(fails!.altered).toBe(fails!.statement.replace('beta = 2', 'beta = beta'));
});

test('what the judge has no evidence for is not stated', () => {
  const none = { inexpressible: 'no entry is shown to fail at every beta > 0, nor at beta = 1' };
  expect(certifyBeta(statement(beta, '<', one))).toEqual(none);
  expect(certifyBeta(statement(power, '=', three))).toEqual(none);
  expect(certifyBeta(statement(beta, '=', one))).toEqual(none);
  const exponential: FrameSide = ({ scalars }, frame) => [scalars.exp(frame.beta)];
  expect(certifyBeta(statement(exponential, '=', one))).toEqual({
    inexpressible: 'a side is no fraction in beta and e^(beta^2)',
  });
});
