import { expect, test } from 'vitest';
import type { BelowEps, FrameSide } from '#claim/statement.ts';
import { certifyThreshold } from '#coq/threshold.ts';
import { usualBudget } from '#judge/budget.ts';
import { decideStatement } from '#judge/decide.ts';
import { decidedOf, theoremsOf } from './decided.ts';

const inexpressible = { inexpressible: 'a quantity was not shown to decrease through each eps once' };

function statement(quantity: FrameSide, eps: string): BelowEps {
  return { kind: 'threshold', vectors: 1, names: ['q'], quantity, eps: [eps] };
}

test('each quantity is above eps up to a double and at most eps from the next one on', () => {
  const theorems = theoremsOf('q2b-weights-diagonal-one', 2);
  expect(theorems.map(({ name }) => name)).toEqual(['threshold_1', 'threshold_2', 'threshold_3', 'fails']);
  const second = theorems[1]!;
  expect(second.statement.match(/<= beta -> q <= /g)).toHaveLength(5);
  const bounds = [...second.statement.matchAll(/beta <= \((\d+) \/ (\d+)\).*?\((\d+) \/ (\d+)\) <= beta/g)];
  expect(bounds).toHaveLength(5);
  for (const [, m, k, n, l] of bounds) {
    const [below, above] = [Number(m) / Number(k), Number(n) / Number(l)];
    expect(above - below).toBeLessThanOrEqual(2 ** -50);
    expect(above).toBeGreaterThan(below);
  }
  expect(second.altered).not.toBe(second.statement);
});

test('e^(beta^2 / k) is bounded by fractions between it and the crossing', () => {
  const [first] = theoremsOf('q2b-weights-diagonal-one', 3);
  expect(first!.proof).toContain('exp (beta * beta / 2)');
  expect(first!.proof).toContain('Rmult_le_compat_r');
  const { readings } = decidedOf('q2b-weights-diagonal-one');
  expect(readings[3]!.verdict.verdict).toBe('conditional');
});

test('a statement about one quantity fails by that quantity at the least eps', () => {
  const fails = theoremsOf('q2c-orthogonal-construction-gives-weight-one', 3).at(-1)!;
  expect(fails.statement).toContain('<= (1 / 1000000000000)');
  expect(fails.proof).toContain(`destruct G as ${'[_ '.repeat(6)}[G _]${']'.repeat(6)}`);
  expect(fails.proof).not.toContain('proj1');
});

test('what does not decrease through eps once is not stated', () => {
  const proved: FrameSide = ({ scalars: a }, { beta }) => [a.div(a.of(1), a.exp(a.mul(beta, beta)))];
  expect(certifyThreshold(statement(proved, '2'), { verdict: 'definition' })).toEqual(inexpressible);
  const exponential: FrameSide = ({ scalars }, { beta }) => [scalars.exp(beta)];
  expect(certifyThreshold(statement(exponential, '2'), { verdict: 'definition' })).toEqual(inexpressible);
  const rising = statement(({ scalars: a }, { beta }) => [a.exp(a.mul(beta, beta))], '2');
  expect(certifyThreshold(rising, decideStatement(rising, usualBudget))).toEqual(inexpressible);
});

test('a verdict without thresholds is not stated', () => {
  const falling = statement(({ scalars: a }, { beta }) => [a.div(a.of(1), a.exp(a.mul(beta, beta)))], '0.5');
  const decided = decideStatement(falling, usualBudget);
  if (decided.verdict !== 'conditional') throw new Error('must be conditional');
  const { condition, inside } = decided.region;
  expect(certifyThreshold(falling, { ...decided, region: { condition, inside } })).toEqual(inexpressible);
});
