import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOf, selfTokens, tokenSetNames, tokenSets, tokensOf } from '#report/play/tokens.ts';

const inner = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);

test('every set has as many tokens as it says, of one width', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tokenSets), fc.integer({ min: 2, max: 20 }), (set, n) => {
      const tokens = tokensOf(set, n, 2);
      expect(tokens).toHaveLength(countOf(set, n));
      expect(new Set(tokens.map((token) => token.length)).size).toBe(1);
      expect(tokenSetNames[set]).not.toBe('');
    }),
  );
});

test('inner products are those that the names promise', () => {
  const gram = (set: (typeof tokenSets)[number]): number[][] => {
    const tokens = tokensOf(set, 4, 2);
    return tokens.map((a) => tokens.map((b) => inner(a, b)));
  };
  expect(gram('written')).toEqual([
    [8, 0, 4],
    [0, 4, 0],
    [4, 0, 8],
  ]);
  expect(gram('orthogonal')[0]).toEqual([4, 0, 0, 0]);
  expect(gram('overlapping')[1]).toEqual([4, 8, 4, 0]);
  expect(gram('unequal').map((row, i) => row[i])).toEqual([4, 9, 16, 4]);
});

test('tokens attend to themselves', () => {
  const given = selfTokens([[1, 2]], [[3]]);
  expect(given).toEqual({
    q: Float64Array.of(1, 2),
    k: Float64Array.of(1, 2),
    v: Float64Array.of(3),
    n: 1,
    m: 1,
    dk: 2,
    dv: 1,
  });
});
