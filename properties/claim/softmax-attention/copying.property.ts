import { expect, test } from 'vitest';
import { parseRational } from '#arithmetic/rational.ts';
import { copyingClaims } from '#claim/softmax-attention/copying.ts';
import type { AllOf, AsBetaGrows, BelowEps, ForAllBeta } from '#claim/statement.ts';
import { exactAt } from './exact.ts';
import { enclosed, sampling } from './truth.ts';

const [copying, unchanged] = copyingClaims;

test('all twelve coordinates of the outputs are compared with those of the tokens', () => {
  const { left, right } = copying!.readings[0]!.statement as ForAllBeta;
  expect(exactAt(left, 4, 2).slice(4, 8)).toEqual(['1/2', '1/4', '1/4', '1/2']);
  expect(exactAt(left, 4, 2)).toHaveLength(12);
  expect(exactAt(right, 4, 2)).toEqual(['0', '1', '0', '1', '1', '0', '0', '0', '0', '0', '1', '1']);
});

test('squared relative errors are 10 / (u + 2)^2 in row 2, and comply from where its formula says', () => {
  const { quantity, eps } = copying!.readings[1]!.statement as BelowEps;
  // (2 u^2 + 2 u + 3) / (2 (u^2 + u + 1)^2) in rows 1 and 3.
  expect(exactAt(quantity, 4, 2)).toEqual(['15/98', '5/8', '15/98']);
  for (const text of eps) {
    const beta = Math.sqrt(Math.log(Math.sqrt(10 / Number(text)) - 2));
    const bound = sampling.fromRational(parseRational(text));
    // A formula evaluated in doubles is within a relative 10^-9 of its value.
    const sides = [1 - 1e-9, 1 + 1e-9].map((factor) => enclosed(quantity, 4, beta * factor)[1]!);
    expect(sides.map((side) => sampling.compare(side, bound))).toEqual(['greater', 'less']);
  }
});

test('eps are the squares of 0.5, 0.1, 1e-3, 1e-6 and 1e-12', () => {
  const { eps } = copying!.readings[1]!.statement as BelowEps;
  expect(eps.map(Number)).toEqual([0.5 ** 2, 0.01, 1e-6, 1e-12, 1e-24]);
});

test('two equal tokens are copied by weights that are not those of the identity', () => {
  const [premise, conclusion] = (copying!.readings[2]!.statement as AllOf).parts.map(
    ({ statement }) => statement as ForAllBeta,
  );
  expect(exactAt(premise!.left, 1, 2, 3)).toEqual(['3', '3']);
  expect(exactAt(premise!.right, 1, 2, 3)).toEqual(['3', '3']);
  expect(exactAt(conclusion!.left, 1, 2)).toEqual(['1/2', '1/2', '1/2', '1/2']);
  expect(exactAt(conclusion!.right, 1, 2)).toEqual(['1', '0', '0', '1']);
});

test('what is left of copying is that all twelve errors vanish in the limit', () => {
  const { quantity, limits } = copying!.readings[3]!.statement as AsBetaGrows;
  expect(exactAt(quantity, 4, 2).slice(0, 4)).toEqual(['1/7', '-3/7', '2/7', '-1/7']);
  expect(limits).toEqual(Array.from({ length: 12 }, () => 0));
  const { left, right, zeroIncluded } = copying!.readings[4]!.statement as ForAllBeta;
  expect(exactAt(left, 4, 2)).toEqual(exactAt(right, 4, 2));
  expect(zeroIncluded).toBe(true);
});

test('two orthogonal tokens are mixed, a third of the one into the other where e^(beta^2) = 2', () => {
  const { left, right } = unchanged!.readings[0]!.statement as ForAllBeta;
  expect(exactAt(left, 2, 2)).toEqual(['2/3', '1/3', '1/3', '2/3']);
  expect(exactAt(right, 2, 2)).toEqual(['1', '0', '0', '1']);
});
