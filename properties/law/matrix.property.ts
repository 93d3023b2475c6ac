import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import * as matrix from '#law/matrix.ts';

const small = fc.integer({ min: -6, max: 6 }).map(exactly);
const matricesOf = (rows: number, columns: number): fc.Arbitrary<Rational[][]> =>
  fc.array(fc.array(small, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const squares = fc.integer({ min: 1, max: 4 }).chain((n) => matricesOf(n, n));
const exact = (...rows: number[][]): Rational[][] => rows.map((row) => row.map(exactly));
const pairs = fc.integer({ min: 1, max: 3 }).chain((n) => fc.tuple(matricesOf(n, n), matricesOf(n, n)));

test('the identity is neutral for products on both sides', () => {
  fc.assert(
    fc.property(squares, (x) => {
      const one = matrix.oneHot(rationals, x.length);
      expect(matrix.product(rationals, x, one)).toEqual(x);
      expect(matrix.product(rationals, one, x)).toEqual(x);
    }),
  );
});

test('products, sums, multiples and translations are entry by entry as by hand', () => {
  const x = exact([1, 2], [3, 4]);
  const y = exact([5, 6, 7], [8, 9, 10]);
  expect(matrix.product(rationals, x, y)).toEqual(exact([21, 24, 27], [47, 54, 61]));
  expect(matrix.transposed(y)).toEqual(exact([5, 8], [6, 9], [7, 10]));
  expect(matrix.plus(rationals, x, x)).toEqual(matrix.scaled(rationals, exactly(2), x));
  expect(matrix.translated(rationals, x, [10, 20].map(exactly))).toEqual(exact([11, 22], [13, 24]));
  expect(matrix.pairing(rationals, x, exact([1, 10], [100, 1000]))).toEqual(exactly(4321));
  expect([0, 1, 2].map((k) => matrix.alternate(rationals, k, exactly(3)))).toEqual([3, -3, 3].map(exactly));
  expect(matrix.without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
});

test('turned rows keep their inner products, and the other coordinates', () => {
  fc.assert(
    fc.property(matricesOf(3, 3), small, (x, t) => {
      const y = matrix.turned(rationals, t, x);
      expect(matrix.product(rationals, y, matrix.transposed(y))).toEqual(
        matrix.product(rationals, x, matrix.transposed(x)),
      );
      expect(y.map((row) => row[2])).toEqual(x.map((row) => row[2]));
    }),
  );
  expect(matrix.turned(rationals, exactly(1), exact([1, 0]))).toEqual(exact([0, 1]));
});

test('the determinant is multiplicative and alternating, and 1 for the identity and for no rows', () => {
  fc.assert(
    fc.property(pairs, ([x, y]) => {
      const det = (rows: Rational[][]): Rational => matrix.determinant(rationals, rows);
      expect(det(matrix.product(rationals, x, y))).toEqual(rationals.mul(det(x), det(y)));
      if (x.length > 1) expect(det([x[1]!, x[0]!, ...x.slice(2)])).toEqual(rationals.neg(det(x)));
    }),
  );
  expect(matrix.determinant(rationals, matrix.oneHot(rationals, 4))).toEqual(exactly(1));
  expect(matrix.determinant(rationals, [])).toEqual(exactly(1));
});

test('rows changed by a matrix against rows changed by its inverse transposed keep their inner products', () => {
  fc.assert(
    fc.property(matricesOf(2, 3), matricesOf(2, 3), matricesOf(2, 2), (q, k, M) => {
      fc.pre(matrix.determinant(rationals, M).num !== 0n);
      const queries = matrix.changed(rationals, q, M);
      const keys = matrix.changed(rationals, k, matrix.inverseTransposed(rationals, M));
      expect(matrix.product(rationals, queries, matrix.transposed(keys))).toEqual(
        matrix.product(rationals, q, matrix.transposed(k)),
      );
    }),
  );
});

test('subsets and minors are all there, once', () => {
  expect(matrix.subsets(4, 2).toSorted()).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
  expect(matrix.subsets(2, 0)).toEqual([[]]);
  expect(matrix.subsets(2, 3)).toEqual([]);
  const minors = matrix.minors(rationals, exact([1, 2, 3], [4, 5, 6]), 2);
  expect(minors.map(({ num }) => num).toSorted()).toEqual([-3n, -3n, -6n]);
});

test('the symmetric functions are those of the diagonal for triangular matrices', () => {
  fc.assert(
    fc.property(matricesOf(3, 3), (x) => {
      const triangular = x.map((row, i) => row.map((entry, j) => (j < i ? exactly(0) : entry)));
      const [p, q, r] = triangular.map((row, i) => row[i]!);
      const { add, mul } = rationals;
      expect(matrix.symmetricFunctions(rationals, triangular)).toEqual([
        add(add(p!, q!), r!),
        add(add(mul(p!, q!), mul(p!, r!)), mul(q!, r!)),
        mul(mul(p!, q!), r!),
      ]);
    }),
  );
});

test('doubles are compared as the fractions they are', () => {
  expect(
    matrix.exactScores(
      [[0.1, 1]],
      [
        [10, 0],
        [0, 3],
      ],
    ),
  ).toEqual([[rationals.mul(exactly(0.1), exactly(10)), exactly(3)]]);
  // As doubles the product is 1: exactly it is above.
  expect(rationals.compare(matrix.exactScores([[0.1]], [[10]])[0]![0]!, exactly(1))).toBe('greater');
  const three = [2, -7, 5].map(exactly);
  expect([matrix.largest(three), matrix.smallest(three)]).toEqual([exactly(5), exactly(-7)]);
  expect([-2, 0, 2].map((x) => matrix.magnitude(exactly(x)))).toEqual([2, 0, 2].map(exactly));
  expect(matrix.greatestDistance([1, 2], [4, -3])).toEqual(exactly(5));
  expect(matrix.greatestDistance([], [])).toEqual(fraction(0n));
});
