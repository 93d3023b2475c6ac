import { expect, test } from 'vitest';
import { inputs } from '#domain/layout.ts';
import { type Part, relation } from '#law/law.ts';
import { laws } from '#law/laws.ts';
import { referenceSystem } from '#law/reference-system.ts';
import { specimens } from '../specimen/specimens.ts';
import { rejects } from './bite.ts';
import { outcomeAt } from './check.ts';

const ids = `
  r-linearity r-signed-summation r-streaming-split-merge r-affine-monoid-scan r-prefix-consistency
  r-shift-invariance-even r-negation-symmetry r-reversal r-parity-permutation r-append-zero r-prepend-zero
  r-append-pair r-power-of-two-scaling r-monotone r-lipschitz r-gradient r-not-bibo-stable r-inverse-filter
  r-integer-exactness r-comparator r-certified-sign
  a-row-stochastic a-convex-hull a-token-permutation-equivariance a-rotation-invariance a-score-shift-invariance
  a-key-translation-invariance a-value-affine-equivariance a-temperature a-duplication-invariance
  a-mask-equals-removal a-single-token a-streaming-equals-batch a-tile-size-invariance
  a-causal-prefix-consistency a-margin-bound a-monotone-in-beta a-hardmax-limit a-lipschitz-scores
  a-detailed-balance a-spectrum a-diagonal-dominates-equal-norms a-antichain-copy a-never-exact-copy
  l-reassociation l-trilinearity l-homogeneity l-kv-permutation-invariance l-chunk-size-invariance
  l-state-split-merge l-streaming-equals-batch l-causal-prefix l-causal-plus-anticausal l-gl-invariance
  l-value-right-linearity l-zero-key-padding l-duplicate l-unlearning l-adjoint l-rank l-orthogonal-retrieval
  l-normalised-row-sum l-d1-collapse l-positive-feature-map l-op-count
  x-rnn-is-retention x-sigmoid-two-token-softmax x-linear-copies-what-softmax-does-not x-single-token
  x-taylor-feature-map x-uniform-limit
`
  .trim()
  .split(/\s+/);

const prefixes: Readonly<Record<string, string>> = {
  r: 'rnn',
  a: 'softmax-attention',
  l: 'linear-attention',
  x: 'between',
};

test('every law is there once, in order', () => {
  expect(laws.map(({ id }) => id)).toEqual(ids);
});

test('every law is of the system that its id names, says something, and has a part with cases', () => {
  for (const { id, system, says, parts } of laws) {
    expect([id, system]).toEqual([id, prefixes[id[0]!]]);
    expect(says.length).toBeGreaterThan(10);
    expect(parts.length).toBeGreaterThan(0);
  }
});

test('no two specimens of a system have one name', () => {
  const names = specimens.map(({ system, name }) => `${system}: ${name}`);
  expect(new Set(names).size).toBe(specimens.length);
});

test.each(specimens)('$system: a subject that $name is rejected by $caughtBy', (one) => {
  const law = laws.find(({ id }) => id === one.caughtBy);
  expect(law?.parts.some((part) => rejects(part, one))).toBe(true);
});

test('a check that cannot tell says so, and one that can is not fooled by 2^-90', () => {
  const domain = inputs({ name: 'x', layout: { x: [] }, sizes: {} });
  const about = (holds: '=' | '<', more: number): Part =>
    relation({
      domain,
      left: (a, _s, { x }) => [a.exp(x)],
      relation: holds,
      right: (a, _s, { x }) => [a.add(a.exp(x), a.of(more))],
      inFloats: 'exact only',
    });
  const outcomes = [about('<', 0), about('=', 0), about('=', 2 ** -90), about('<', 2 ** -200)].map((part) =>
    outcomeAt(part, referenceSystem, { x: 1 }),
  );
  expect(outcomes).toEqual(['undecided', 'holds', 'broken', 'holds']);
});

test('what holds over the reals and not in floats is broken where it is said to be bitwise', () => {
  const fortyNinths = (inFloats: 'bitwise' | 'within bound'): Part =>
    relation({
      domain: inputs({ name: 'x', layout: { x: [] }, sizes: {} }),
      left: (a, _s, { x }) => [a.mul(a.div(x, a.of(49)), a.of(49))],
      relation: '=',
      right: (_a, _s, { x }) => [x],
      inFloats,
    });
  expect(outcomeAt(fortyNinths('within bound'), referenceSystem, { x: 1 })).toBe('holds');
  expect(outcomeAt(fortyNinths('bitwise'), referenceSystem, { x: 1 })).toBe('broken');
});

test('sides of different lengths are a mistake of the law', () => {
  const lopsided = relation({
    domain: inputs({ name: 'x', layout: { x: [] }, sizes: {} }),
    left: (_a, _s, { x }) => [x, x],
    relation: '=',
    right: (_a, _s, { x }) => [x],
    inFloats: 'exact only',
  });
  expect(() => outcomeAt(lopsided, referenceSystem, { x: 1 })).toThrow(
    new TypeError('law: both sides must have as many entries, got 2 and 1'),
  );
});
