import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalRationalFunctions } from '#arithmetic/rational-function.ts';
import { sum } from '#arithmetic/space.ts';
import {
  allPlaces,
  columnSoftmax,
  constants,
  errorEntries,
  globalSoftmax,
  outputEntries,
  placesOffDiagonal,
  rowSums,
  scoresAt,
  squaredRelativeErrors,
  subtractedEntries,
  timesBetaSquared,
  tokenEntries,
  weightOfOthers,
  weightsAt,
} from '#claim/softmax-attention/quantities.ts';
import { sumsOfVectors, type TokenSystem, threeTokens } from '#claim/softmax-attention/tokens.ts';
import type { FrameSide } from '#claim/statement.ts';
import { exactAt, normalForms } from './exact.ts';
import { enclosed, middle, sampling } from './truth.ts';

const rows = [1, 2, 3];

/** Up to three sums of up to four vectors. */
const systems = fc
  .array(fc.subarray([0, 1, 2, 3], { minLength: 1 }), { minLength: 1, maxLength: 3 })
  .map((positions) => ({ count: positions.length, system: sumsOfVectors(positions) }));

function same(left: FrameSide, right: FrameSide): boolean {
  const [lefts, rights] = [normalForms(left, 4), normalForms(right, 4)];
  return (
    lefts.length === rights.length && lefts.every((entry, i) => equalRationalFunctions(entry, rights[i]!))
  );
}

test('places are listed by rows, with and without the diagonal', () => {
  expect(allPlaces(2)).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ]);
  expect(placesOffDiagonal(2)).toEqual([
    [1, 2],
    [2, 1],
  ]);
});

test('constants and multiples of beta^2 are what they say', () => {
  expect(exactAt(constants([2, 0.5]), 1, 2, 3)).toEqual(['2', '1/2']);
  expect(exactAt(timesBetaSquared([2, 0]), 1, 2, 3)).toEqual(['18', '0']);
});

test('weights of the three tokens where e^(beta^2) = 2 are [[4, 1, 2], [., ., .], [2, 1, 4]] / 7 and (1, 2, 1) / 4', () => {
  const weights = exactAt(weightsAt(threeTokens, allPlaces(3)), 4, 2);
  expect(weights).toEqual(['4/7', '1/7', '2/7', '1/4', '1/2', '1/4', '2/7', '1/7', '4/7']);
  expect(exactAt(weightsAt(threeTokens, [[1, 3]]), 4, 2)).toEqual(['2/7']);
});

test('the softmax over columns where e^(beta^2) = 2 is the transpose, and that over all scores has sum 18', () => {
  const columns: FrameSide = (s, { vectors }) => columnSoftmax(s, threeTokens(s, vectors)).flat();
  expect(exactAt(columns, 4, 2)).toEqual(['4/7', '1/4', '2/7', '1/7', '1/2', '1/7', '2/7', '1/4', '4/7']);
  const global = ['2/9', '1/18', '1/9', '1/18', '1/9', '1/18', '1/9', '1/18', '2/9'];
  expect(exactAt(globalSoftmax(threeTokens), 4, 2)).toEqual(global);
});

test('the softmax over columns sums to one along columns, also where the scores are not symmetric', () => {
  // x_1 = a, x_2 = a + b: W is not symmetric although S is.
  const system = sumsOfVectors([[0], [0, 1]]);
  const columns: FrameSide = (s, { vectors }) => {
    const [first, second] = columnSoftmax(s, system(s, vectors));
    return [sum(s.scalars, [first![0]!, second![0]!]), sum(s.scalars, [first![1]!, second![1]!])];
  };
  expect(exactAt(columns, 2, 5)).toEqual(['1', '1']);
});

test('a scale of 1/2 leaves the others what they have without it at beta / sqrt(2)', () => {
  const scaled = enclosed(weightOfOthers(threeTokens, 3, 1 / 2), 4, 2);
  // At u = e^(beta^2 / 2) = e^2 row 2 gives 2 / (u + 2) away, and row 1 (1 + u) / (1 + u + u^2).
  const u = Math.exp(2);
  for (const [i, wanted] of [(1 + u) / (1 + u + u * u), 2 / (u + 2), (1 + u) / (1 + u + u * u)].entries()) {
    expect(middle(scaled[i]!)).toBeCloseTo(wanted, 14);
  }
  const [own] = enclosed(weightsAt(threeTokens, [[2, 2]], 1 / 2), 4, 2);
  expect(middle(own!)).toBeCloseTo(u / (u + 2), 14);
});

test('what is given away where e^(beta^2) = 2 is 3/7, 1/2, 3/7, for as many rows as asked', () => {
  expect(exactAt(weightOfOthers(threeTokens, 3), 4, 2)).toEqual(['3/7', '1/2', '3/7']);
  expect(exactAt(weightOfOthers(threeTokens, 1), 4, 2)).toEqual(['3/7']);
});

test('own weight and weight of the others make one, and so does every row, for any sums of vectors', () => {
  fc.assert(
    fc.property(systems, ({ count, system }) => {
      const own = weightsAt(
        system,
        Array.from({ length: count }, (_, i) => [i + 1, i + 1]),
      );
      const whole: FrameSide = (s, frame) => {
        const others = weightOfOthers(system, count)(s, frame);
        return own(s, frame).map((weight, i) => s.scalars.add(weight, others[i]!));
      };
      const ones = constants(Array.from({ length: count }, () => 1));
      expect(same(whole, ones)).toBe(true);
      expect(same(rowSums(system), ones)).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test('outputs of the three tokens where e^(beta^2) = 2 and beta = 1', () => {
  // y_1 = (4 (d + b) + a + 2 (c + d)) / 7 and y_2 = ((d + b) + 2 a + (c + d)) / 4, by hand.
  expect(exactAt(outputEntries(threeTokens, [1, 2]), 4, 2)).toEqual([
    ...['1/7', '4/7', '2/7', '6/7'],
    ...['1/2', '1/4', '1/4', '1/2'],
  ]);
  expect(exactAt(tokenEntries(threeTokens, [3, 2]), 4, 2)).toEqual(['0', '0', '1', '1', '1', '0', '0', '0']);
});

test('output less token is the same however it is formed, for any sums of vectors', () => {
  fc.assert(
    fc.property(systems, ({ count, system }) => {
      const all = rows.slice(0, count);
      expect(same(subtractedEntries(system, all), errorEntries(system, all))).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test('squared relative errors are those of the subtracted outputs, for any sums of vectors', () => {
  const bySubtraction = (system: TokenSystem, row: number): FrameSide => {
    return (s, frame) => {
      const entries = subtractedEntries(system, [row])(s, frame);
      const square = sum(
        s.scalars,
        entries.map((entry) => s.scalars.mul(entry, entry)),
      );
      return [s.scalars.div(square, scoresAt(system, [[row, row]])(s, frame)[0]!)];
    };
  };
  fc.assert(
    fc.property(systems, ({ count, system }) => {
      expect(same(squaredRelativeErrors(system, [count]), bySubtraction(system, count))).toBe(true);
    }),
    { numRuns: 12 },
  );
  expect(exactAt(squaredRelativeErrors(threeTokens, rows), 4, 1)).toEqual(['7/18', '10/9', '7/18']);
});

test('an error formed without cancellation keeps its digits where subtraction loses all of them', () => {
  const beta = 10;
  const [formed] = enclosed(errorEntries(threeTokens, [2]), 4, beta);
  const [subtracted] = enclosed(subtractedEntries(threeTokens, [2]), 4, beta);
  const zero = sampling.of(0);
  expect(sampling.compare(formed!, zero)).toBe('less');
  expect(sampling.compare(subtracted!, zero)).toBe('overlap');
});
