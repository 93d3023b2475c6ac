import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { sum } from '#arithmetic/space.ts';
import {
  identity,
  orthogonalMatrices,
  orthonormalRows,
  type RationalMatrix,
  reflected,
  rotated,
  signedPermutation,
  signedPermutations,
} from '#domain/orthogonal-matrix.ts';

const width = fc.integer({ min: 1, max: 5 });

function gram(rows: RationalMatrix): Rational[][] {
  return rows.map((u) =>
    rows.map((v) =>
      sum(
        rationals,
        u.map((entry, c) => rationals.mul(entry, v[c]!)),
      ),
    ),
  );
}

test('every generated matrix is orthogonal, exactly', () => {
  fc.assert(
    fc.property(
      width.chain((w) => orthogonalMatrices(w)),
      (rows) => {
        expect(gram(rows)).toEqual(identity(rows.length));
      },
    ),
  );
});

test('orthonormal rows come in their own dimension and in up to three more', () => {
  const widths = new Set<number>();
  fc.assert(
    fc.property(orthonormalRows(2), (rows) => {
      expect(rows).toHaveLength(2);
      expect(gram(rows)).toEqual(identity(2));
      widths.add(rows[0]!.length);
    }),
  );
  expect([...widths].sort()).toEqual([2, 3, 4, 5]);
});

test('a signed permutation has one entry in each row and column, 1 or -1', () => {
  fc.assert(
    fc.property(
      width.chain((w) => signedPermutations(w)),
      (rows) => {
        for (const line of [...rows, ...rows.map((_, c) => rows.map((row) => row[c]!))]) {
          const others = line.filter(({ num }) => num !== 0n);
          expect(others.map(({ num, den }) => num * num * den)).toEqual([1n]);
        }
      },
    ),
  );
});

test('row i of a signed permutation is the unit vector it was given, with its sign', () => {
  const [one, zero] = [fraction(1n), fraction(0n)];
  expect(signedPermutation([1, 0], [false, true])).toEqual([
    [zero, one],
    [fraction(-1n), zero],
  ]);
});

test('a rotation with half-angle tangent 1/2 has cosine 3/5 and sine 4/5, and leaves other rows alone', () => {
  const [c, s, zero] = [fraction(3n, 5n), fraction(4n, 5n), fraction(0n)];
  expect(rotated(identity(3), 0, 2, fraction(1n, 2n))).toEqual([
    [c, zero, rationals.neg(s)],
    [zero, fraction(1n), zero],
    [s, zero, c],
  ]);
});

test('a reflection turns its own vector around and is undone by itself', () => {
  const vector = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(
      vector.filter((v) => v.some((entry) => entry !== 0)),
      orthogonalMatrices(3),
      (integers, rows) => {
        const v = integers.map((n) => fraction(BigInt(n)));
        expect(reflected([v], v)).toEqual([v.map(rationals.neg)]);
        expect(reflected(reflected(rows, v), v)).toEqual(rows);
      },
    ),
  );
});

test('a reflection along the zero vector is refused', () => {
  expect(() => reflected(identity(1), [fraction(0n)])).toThrow('reflected: vector must be non-zero, got 0');
});

test('some generated matrices are neither permutations nor in one plane', () => {
  const matrices = fc.sample(orthogonalMatrices(4), { numRuns: 200, seed: 1 });
  const full = matrices.filter((rows) => rows.every((row) => row.filter(({ num }) => num !== 0n).length > 2));
  expect(full.length).toBeGreaterThan(20);
});
