import { expect, test } from 'vitest';
import { availabilityOf } from '#kernel/simd/tier.ts';
import { softmaxAttention } from '#kernel/softmax-attention.ts';
import { beyondReach, checkTier, tiers, tiersOf } from '#kernel/tiers.ts';
import { onBareEngine } from './bare-engine.ts';
import { goodTokens } from './wrong-calls.ts';

const full = tiersOf(() => ({ available: true }));

test('every tier says whether it is there, and what it is or why it is not', () => {
  expect(full).toMatchObject({
    plain: { available: true },
    simd: { available: true },
    relaxed: { available: true },
  });
  expect(new Set([full.plain.why, full.simd.why, full.relaxed.why]).size).toBe(3);
  const partly = tiersOf((tier) =>
    tier === 'relaxed' ? { available: false, why: 'an old engine' } : { available: true },
  );
  expect(partly).toEqual({ ...full, relaxed: { available: false, why: 'an old engine' } });
  const here = tiers();
  for (const tier of ['plain', 'simd', 'relaxed'] as const) {
    expect(here[tier].available).toBe(availabilityOf(tier).available);
  }
});

test('an engine without vectors is said to have none, and answers in plain code', () => {
  onBareEngine(() => {
    expect(tiers()).toMatchObject({
      plain: { available: true },
      simd: { available: false },
      relaxed: { available: false },
    });
    const tokens = goodTokens();
    expect(softmaxAttention(tokens)).toEqual(softmaxAttention(tokens, { tier: 'plain' }));
    expect(() => softmaxAttention(tokens, { tier: 'simd' })).toThrow(
      /^softmaxAttention: tier must be one that can answer here, got "simd": ./,
    );
  });
  // What was missing is asked for again.
  expect(softmaxAttention(goodTokens(), { tier: 'simd' })).toHaveLength(8);
});

test('a call is too large for vector code exactly when copies of its arrays are', () => {
  const none = new Float64Array(0);
  const tokens = { q: none, k: none, v: none, m: 2 ** 20, dk: 0, dv: 1 };
  // Outputs, values twice, and rows of values filled up to 64 bytes twice, 8 n + 144 m bytes, and 1024 for a width of 1.
  const n = (2 ** 32 - 2 ** 24 - 144 * tokens.m - 1024) / 8;
  expect(beyondReach({ ...tokens, n })).toBeUndefined();
  expect(beyondReach({ ...tokens, n: n + 1 })).toBe(
    'they reach 4 GiB, of which this call may take 4278190088 bytes',
  );
  const single = new Float32Array(0);
  expect(beyondReach({ ...tokens, q: single, k: single, v: single, n: n + 1 })).toBeUndefined();
  // Queries and outputs once, keys and values twice; and few tokens of great width, which fill a tile.
  const wide = { q: none, k: none, v: none, n: 2 ** 14, m: 2 ** 15, dk: 2 ** 12, dv: 2 ** 12 };
  expect(beyondReach(wide)).toBe(
    `they reach 4 GiB, of which this call may take ${2 ** 30 + 2 ** 32 + 2 ** 22 + 2 ** 23} bytes`,
  );
  expect(beyondReach({ ...wide, n: 1, m: 1, dk: 2 ** 23, dv: 1 })).toMatch(/^they reach 4 GiB/);
});

test('names of tiers are checked', () => {
  for (const tier of [undefined, 'plain', 'simd', 'relaxed'] as const) checkTier('f', tier);
  expect(() => {
    checkTier('f', 'fast' as 'simd');
  }).toThrow(new RangeError('f: tier must be one of plain, simd, relaxed, got "fast"'));
});
