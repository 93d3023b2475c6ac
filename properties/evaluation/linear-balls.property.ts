import { expect, test } from 'vitest';
import { linearBalls } from '#evaluation/linear-balls.ts';

// The values by balls are held to the definition beside those by doubles, in `linear-values.property.ts`.

test('a denominator that balls cannot tell from 0 leaves its quotients unknown', () => {
  const tokens = {
    ...{ q: Float64Array.of(1, 1), k: Float64Array.of(1, -1), v: Float64Array.of(5) },
    ...{ n: 1, m: 1, dk: 2, dv: 1 },
  };
  const question = { causal: false, normalize: true, featureMap: 'identity' } as const;
  const { outputs, denominators, numerators } = linearBalls(tokens, question, 0);
  expect([outputs.high[0], outputs.radius[0]]).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
  expect([denominators.high[0], denominators.radius[0], numerators.high[0]]).toEqual([0, 0, 0]);
});

test('without keys sums are 0', () => {
  const none = new Float64Array(0);
  const tokens = { q: Float64Array.of(1), k: none, v: none, n: 1, m: 0, dk: 1, dv: 1 };
  const { outputs, numeratorSizes, denominatorSizes, spreads } = linearBalls(
    tokens,
    { causal: true, normalize: false, featureMap: 'elu1' },
    0,
  );
  expect([outputs.high[0], outputs.radius[0], numeratorSizes[0], denominatorSizes[0]]).toEqual([0, 0, 0, 0]);
  expect(spreads.length).toBe(0);
});
