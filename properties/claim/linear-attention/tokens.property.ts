import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { fractionsOnly } from '#arithmetic/exact-analytic.ts';
import { formatRational, rationals } from '#arithmetic/rational.ts';
import {
  doubled,
  linearOutputs,
  normalisable,
  normalisableQueries,
  normalisedOutputs,
  queries,
  scored,
  softmaxOutputs,
  tokens,
} from '#claim/linear-attention/tokens.ts';
import { lift } from '#domain/case.ts';

/** Two tokens of different widths: scores 11, 14 and 25, 32. */
const inputs = {
  q: [
    [1, 2],
    [3, 4],
  ],
  k: [
    [3, 4],
    [4, 5],
  ],
  v: [[1], [2]],
};

function exactly(outputs: typeof linearOutputs): readonly string[] | undefined {
  return fractionsOnly((a) => outputs(a, lift(inputs, a.of)))?.map(formatRational);
}

test('computes linear attention, and the same over its sums of scores', () => {
  expect(exactly(linearOutputs)).toEqual(['39', '89']);
  expect(exactly(normalisedOutputs)).toEqual(['39/25', '89/57']);
});

test('computes softmax attention', () => {
  const a = enclosures(20);
  const [first] = softmaxOutputs(a, lift(inputs, a.of));
  const weight = a.div(a.exp(a.of(3)), a.add(a.exp(a.of(3)), a.of(1)));
  expect(a.compare(first!, a.add(a.of(1), weight))).toBe('overlap');
});

test('doubles every entry', () => {
  const field = { ...rationals, exp: rationals.neg, sqrt: rationals.neg };
  expect(doubled(field, [[rationals.of(3)], [rationals.of(-1)]])).toEqual([
    [rationals.of(6)],
    [rationals.of(-2)],
  ]);
});

test('holds small and random cases of every shape', () => {
  expect([...tokens.graded()][0]).toEqual({ q: [[0]], k: [[0]], v: [[0]] });
  expect([...queries.graded()][0]).toEqual({ q: [0], k: [[0]], v: [[0]] });
  expect([...scored.graded()][0]).toEqual({ q: [0], k: [[0]] });
  for (const domain of [tokens, queries, scored]) {
    fc.assert(
      fc.property(domain.arbitrary('integer'), (c) => domain.includes(c as never)),
      { numRuns: 30 },
    );
  }
});

test('leaves out exactly the queries whose scores sum to zero', () => {
  expect([...normalisable.graded()][0]).toEqual({ q: [1], k: [[1]] });
  expect(normalisable.includes({ q: [1], k: [[1], [-1]] })).toBe(false);
  // In doubles this sum is zero; it is 2^-60.
  expect(normalisable.includes({ q: [1], k: [[1], [2 ** -60], [-1]] })).toBe(true);
  expect(normalisableQueries.includes({ q: [1], k: [[1], [-1]], v: [[1], [1]] })).toBe(false);
  expect(normalisableQueries.includes({ q: [2], k: [[1]], v: [[1]] })).toBe(true);
  expect(normalisableQueries.name).toContain('sum_l <q, k_l> != 0');
});
