import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  equalTokens,
  nestedTokens,
  orthogonalTokens,
  sumsOfVectors,
  type TokenSystem,
  threeTokens,
  vectorsOfThreeTokens,
} from '#claim/softmax-attention/tokens.ts';
import { framedAlong } from '#domain/orthogonal.ts';
import { orthonormalRows } from '#domain/orthogonal-matrix.ts';
import { innerProducts } from '#reference/norm.ts';
import { exactAt } from './exact.ts';
import { apart, sampling } from './truth.ts';

/** The inner products of a system's tokens at beta = 3, divided by 9. */
function gram(system: TokenSystem, vectors: number): readonly number[] {
  const products = exactAt(
    (s, frame) => {
      const x = system(s, frame.vectors);
      return innerProducts(s, x, x).flat();
    },
    vectors,
    2,
    3,
  );
  return products.map((text) => Number(text) / 9);
}

test('three tokens have the Gram matrix beta^2 [[2, 0, 1], [0, 1, 0], [1, 0, 2]]', () => {
  expect(gram(threeTokens, vectorsOfThreeTokens)).toEqual([2, 0, 1, 0, 1, 0, 1, 0, 2]);
});

test('three tokens are d + b, a and c + d', () => {
  const entries = exactAt(
    (s, frame) => threeTokens(s, frame.vectors).flatMap((x) => [...frame.entries(x)]),
    vectorsOfThreeTokens,
    2,
    3,
  );
  expect(entries).toEqual(['0', '3', '0', '3', '3', '0', '0', '0', '0', '0', '3', '3']);
});

test('three tokens have the same Gram matrix whatever directions the orthogonal vectors take', () => {
  const a = sampling;
  fc.assert(
    fc.property(orthonormalRows(vectorsOfThreeTokens), fc.integer({ min: 1, max: 9 }), (rows, beta) => {
      const directions = rows.map((row) => row.map(a.fromRational));
      const { space, frame } = framedAlong(a, a.of(beta), directions);
      const x = threeTokens(space, frame.vectors);
      const wanted = [2, 0, 1, 0, 1, 0, 1, 0, 2].map((shared) => a.of(shared * beta * beta));
      return innerProducts(space, x, x)
        .flat()
        .every((product, i) => !apart(product, wanted[i]!));
    }),
    { numRuns: 20 },
  );
});

test('orthogonal tokens score themselves only', () => {
  expect(gram(orthogonalTokens, 3)).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
});

test('equal tokens score each other as they score themselves', () => {
  expect(gram(equalTokens, 1)).toEqual([1, 1, 1, 1]);
});

test('nested tokens a and a + b score each other as the first scores itself', () => {
  expect(gram(nestedTokens, 2)).toEqual([1, 1, 1, 2]);
});

test('sums of vectors score each other by the number of vectors they share', () => {
  const sets = fc.uniqueArray(fc.subarray([0, 1, 2, 3], { minLength: 1 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sets, (positions) => {
      const shared = positions.flatMap((p) => positions.map((q) => p.filter((i) => q.includes(i)).length));
      expect(gram(sumsOfVectors(positions), 4)).toEqual(shared);
    }),
    { numRuns: 40 },
  );
});
