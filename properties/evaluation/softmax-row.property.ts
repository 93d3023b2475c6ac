import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary64 } from '#arithmetic/float-format.ts';
import { softmaxRowByBalls } from '#evaluation/softmax-row.ts';
import { softmaxValues } from '#evaluation/softmax-values.ts';
import type { SoftmaxOracle } from '#evaluation/values.ts';
import { caseOf, type SoftmaxCase, softmaxCases } from './softmax-cases.ts';
import { expectHolds, reachable, truthOf } from './softmax-truth.ts';

/** All rows by balls, over whatever the oracle held. */
function byBalls({ tokens, settings }: SoftmaxCase): SoftmaxOracle {
  const oracle = softmaxValues(tokens, settings);
  const { high, low, radius } = oracle.outputs;
  for (const array of [high, low, radius, oracle.scores, oracle.sizes, oracle.weights]) {
    array.fill(12345);
  }
  for (let i = 0; i < tokens.n; i++) {
    const seen = settings.causal ? Math.min(tokens.m, i + 1) : tokens.m;
    softmaxRowByBalls(tokens, settings.scale, i, seen, oracle);
  }
  return oracle;
}

test('a row by balls holds the definition, to 2^-100 of the sizes', () => {
  fc.assert(
    fc.property(fc.oneof(softmaxCases('plain'), softmaxCases('spread')).filter(reachable), (one) => {
      const { outputs } = byBalls(one);
      const largest = Math.max(...Array.from(one.tokens.v, Math.abs));
      truthOf(one).forEach(({ lo, hi }, at) => {
        expectHolds(outputs, at, lo, hi);
        expect(outputs.radius[at]).toBeLessThanOrEqual(largest * 2 ** -100 + 2 ** -1072);
      });
    }),
    { numRuns: 30 },
  );
});

test('scores and sizes are correctly rounded, infinite beyond the doubles', () => {
  const one = caseOf(
    binary64,
    [
      [1e200, 3],
      [1e200, 1, -1, 0.1],
      [1, 2],
    ],
    { dk: 2, scale: -2 },
  );
  const { scores, sizes, weights } = byBalls(one);
  expect([...scores]).toEqual([Number.NEGATIVE_INFINITY, 2e200]);
  expect([...sizes]).toEqual([Number.POSITIVE_INFINITY, 1e200]);
  expect([...weights]).toEqual([0, 1]);
});

test('what is below the doubles has the smallest of radii, and nothing has none', () => {
  const far = byBalls(caseOf(binary64, [[1], [0, -1e7], [0, 1]])).outputs;
  expect([far.high[0], far.low[0], far.radius[0]]).toEqual([0, 0, 2 ** -1074]);
  const zero = byBalls(caseOf(binary64, [[1], [0, 1], [0, 0]])).outputs;
  expect([zero.high[0], zero.low[0], zero.radius[0]]).toEqual([0, 0, 0]);
});
