import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { exactly, type Rational, rationals } from '#arithmetic/rational.ts';
import { largestScore, type ScoreWork, scoreErrors, scoresFate, scoreWork } from '#bound/softmax-scores.ts';
import { softmaxValues } from '#evaluation/softmax-values.ts';
import { inOrder, roundingTo } from '#kernel/declaration.ts';
import { score } from '#kernel/softmax-attention/score.ts';
import {
  cancelling,
  caseOf,
  type Kind,
  kinds,
  type SoftmaxCase,
  softmaxCases,
} from '../evaluation/softmax-cases.ts';

function workOf({ format, tokens, settings }: SoftmaxCase, scalings = inOrder.scalings): ScoreWork {
  const declares = { ...inOrder, format, scalings, shifted: true };
  return scoreWork(tokens, settings.scale, declares, softmaxValues(tokens, settings));
}

/** scale <q_i, k_j>, exactly. */
function exactScore({ tokens, settings }: SoftmaxCase, i: number, j: number): Rational {
  const { q, k, dk } = tokens;
  let sum = exactly(0);
  for (let l = 0; l < dk; l++) {
    sum = rationals.add(sum, rationals.mul(exactly(q[i * dk + l]!), exactly(k[j * dk + l]!)));
  }
  return rationals.mul(exactly(settings.scale), sum);
}

/** |found - exact| / bound. */
function shareOf(found: number, exact: Rational, bound: number): number {
  const { num, den } = rationals.sub(exactly(found), exact);
  if (num === 0n) return 0;
  const { num: over, den: under } = rationals.div({ num: num < 0n ? -num : num, den }, exactly(bound));
  return Number((over * 2n ** 60n) / under) * 2 ** -60;
}

const everyKind = fc.oneof(
  ...(Object.keys(kinds) as Kind[]).map((kind) => softmaxCases(kind)),
  softmaxCases('spread').map(cancelling),
);

test('scores are within their bounds, scaled at the end or before the products', () => {
  let largest = 0;
  fc.assert(
    fc.property(everyKind, (one) => {
      const { tokens, settings } = one;
      const { q, m, dk } = tokens;
      const round = roundingTo(q);
      const work = workOf({ ...one, settings: { ...settings, causal: false } });
      scoreErrors(work, 0, m);
      if (scoresFate(work, 0, m) !== 'bounded') return;
      const scaled = { ...tokens, q: q.map((x) => x * settings.scale) };
      for (let j = 0; j < m; j++) {
        const exact = exactScore(one, 0, j);
        const last = shareOf(score(tokens, 0, j, settings.scale, round), exact, work.room.errors[j]!);
        const first = shareOf(score(scaled, 0, j, 1, round), exact, work.room.errors[j]!);
        expect(Math.max(last, first)).toBeLessThanOrEqual(1);
        if (dk > 0) largest = Math.max(largest, last, first);
      }
    }),
    { numRuns: 100 },
  );
  expect(largest).toBeGreaterThan(1 / 4);
});

test('the largest bound and the largest score are those of the keys seen', () => {
  const one = caseOf(binary64, [[1], [3, -5, 8], [0, 0, 0]]);
  const work = workOf(one);
  expect([1, 2, 3].map((seen) => largestScore(work, 0, seen))).toEqual([3, 3, 8]);
  expect(scoreErrors(work, 0, 2)).toBe(work.room.errors[1]);
  expect(scoreErrors(work, 0, 3)).toBe(work.room.errors[2]);
  expect(largestScore(work, 0, 0)).toBe(Number.NEGATIVE_INFINITY);
});

test('every rounding by the scale widens the bounds, and none is assumed where the scale is 1', () => {
  const one = caseOf(binary64, [[3], [5], [0]]);
  const [none, four] = [undefined, () => 4].map((scalings) => scoreErrors(workOf(one, scalings), 0, 1));
  // 1 product, and 4 roundings more.
  expect(four! / none!).toBeCloseTo(5, 10);
  const scaled = { ...one, settings: { ...one.settings, scale: 3 } };
  expect(scoreErrors(workOf(scaled), 0, 1) / none!).toBeCloseTo(6, 10);
});

test('a product of a tiny scale and large sizes does not vanish from the bounds', () => {
  const one = caseOf(binary64, [[1e250], [1e50], [0]], { scale: 2 ** -1074 });
  expect(scoreErrors(workOf(one), 0, 1)).toBeGreaterThan(1e-40);
});

test('without coordinates every score is 0, and its bound next to nothing', () => {
  const one = caseOf(binary32, [[], [], [1, 2]], { dk: 0 });
  expect(scoreErrors(workOf(one), 0, 2)).toBe(0);
});

test('what a product loses below the smallest number is scaled with it', () => {
  // 2.2 * 2^-150 becomes 2^-149, and the scale brings it among the numbers of many bits.
  const one = caseOf(binary32, [[1.3 * 2 ** -75], [1.7 * 2 ** -75], [0]], { scale: 2 ** 100 });
  const work = workOf(one);
  const bound = scoreErrors(work, 0, 1);
  const found = score(one.tokens, 0, 0, 2 ** 100, Math.fround);
  expect(shareOf(found, exactScore(one, 0, 0), bound)).toBeLessThanOrEqual(1);
  expect(shareOf(found, exactScore(one, 0, 0), bound)).toBeGreaterThan(2 ** -8);
});
