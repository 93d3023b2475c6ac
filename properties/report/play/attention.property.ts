import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attend, curvesOf } from '#report/play/attention.ts';
import { tokenSets, tokensOf } from '#report/play/tokens.ts';

test('weights are those of the definition, and outputs their sums of tokens', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...tokenSets),
      fc.integer({ min: 2, max: 6 }),
      fc.double({ min: 0.1, max: 3, noNaN: true }),
      (set, n, beta) => {
        const tokens = tokensOf(set, n, beta);
        const { weights, outputs, givenAway } = attend(tokens);
        for (const [i, token] of tokens.entries()) {
          const scores = tokens.map((other) => Math.exp(token.reduce((sum, x, l) => sum + x * other[l]!, 0)));
          const total = scores.reduce((a, b) => a + b);
          for (const [j, score] of scores.entries()) expect(weights[i]![j]).toBeCloseTo(score / total, 12);
          expect(givenAway[i]).toBeCloseTo(1 - scores[i]! / total, 12);
          for (const c of token.keys()) {
            expect(outputs[i]![c]).toBeCloseTo(
              tokens.reduce((sum, other, j) => sum + weights[i]![j]! * other[c]!, 0),
              10,
            );
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('what is given away is told to the last digits, far below one', () => {
  const [first] = attend(tokensOf('orthogonal', 2, 8)).givenAway;
  expect(first! / Math.exp(-64)).toBeCloseTo(1, 10);
});

test('rows that are alike have one curve', () => {
  const betas = [0.5, 1, 2];
  expect(curvesOf('orthogonal', 7, betas).map(({ rows }) => rows)).toEqual([[1, 2, 3, 4, 5, 6, 7]]);
  expect(curvesOf('written', 3, betas).map(({ rows }) => rows)).toEqual([[1, 3], [2]]);
  expect(curvesOf('overlapping', 5, betas).map(({ rows }) => rows)).toEqual([
    [1, 5],
    [2, 3, 4],
  ]);
  expect(curvesOf('written', 3, betas)[1]!.values.map((value) => value.toFixed(3))).toEqual([
    '0.609',
    '0.424',
    '0.035',
  ]);
});
