import { type Rational, rationals } from '#arithmetic/rational.ts';
import type { Field, Ring } from '#arithmetic/ring.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import type { Matrix } from '#reference/linear-attention.ts';
import { innerProducts } from '#reference/norm.ts';

/** The identity matrix: as values it makes the weights the output, as keys it makes the scores the queries. */
export function oneHot<N>(r: Pick<Ring<N>, 'of'>, width: number): N[][] {
  return Array.from({ length: width }, (_, i) =>
    Array.from({ length: width }, (__, j) => r.of(i === j ? 1 : 0)),
  );
}

/** (-1)^k x. */
export function alternate<N>(r: Ring<N>, k: number, x: N): N {
  return k % 2 === 0 ? x : r.neg(x);
}

export function scaled<N>(r: Ring<N>, c: N, rows: Matrix<N>): N[][] {
  return rows.map((row) => row.map((entry) => r.mul(c, entry)));
}

export function plus<N>(r: Ring<N>, x: Matrix<N>, y: Matrix<N>): N[][] {
  return x.map((row, i) => row.map((entry, j) => r.add(entry, y[i]![j]!)));
}

/** The rows, each with the same vector added. */
export function translated<N>(r: Ring<N>, rows: Matrix<N>, by: readonly N[]): N[][] {
  return rows.map((row) => row.map((entry, c) => r.add(entry, by[c]!)));
}

export function transposed<N>(rows: Matrix<N>): N[][] {
  return rows[0]!.map((_, c) => rows.map((row) => row[c]!));
}

/** The matrix product x y. */
export function product<N>(r: Ring<N>, x: Matrix<N>, y: Matrix<N>): N[][] {
  return innerProducts(coordinates(r, y.length), x, transposed(y));
}

/** The sum of products of entries in the same place. */
export function pairing<N>(r: Ring<N>, x: Matrix<N>, y: Matrix<N>): N {
  return sum(
    r,
    x.flatMap((row, i) => row.map((entry, j) => r.mul(entry, y[i]![j]!))),
  );
}

/**
 * The rows turned in the plane of the first two axes, by the angle whose half has tangent t: exact over a field.
 *
 * @param rows shape [n][d], d >= 2
 */
export function turned<N>(f: Field<N>, t: N, rows: Matrix<N>): N[][] {
  const square = f.mul(t, t);
  const norm = f.add(f.of(1), square);
  const cosine = f.div(f.sub(f.of(1), square), norm);
  const sine = f.div(f.add(t, t), norm);
  return rows.map(([x, y, ...rest]) => [
    f.sub(f.mul(cosine, x!), f.mul(sine, y!)),
    f.add(f.mul(sine, x!), f.mul(cosine, y!)),
    ...rest,
  ]);
}

/** Everything but the entry in one place. */
export function without<T>(list: readonly T[], place: number): T[] {
  return list.filter((_, i) => i !== place);
}

/** The determinant of a square matrix by its first row; for widths up to 4. */
export function determinant<N>(r: Ring<N>, rows: Matrix<N>): N {
  const [first, ...rest] = rows;
  if (first === undefined) return r.of(1);
  return sum(
    r,
    first.map((entry, c) => {
      const minor = determinant(
        r,
        rest.map((row) => without(row, c)),
      );
      return alternate(r, c, r.mul(entry, minor));
    }),
  );
}

/** The rows with the first two coordinates multiplied by a matrix from the right. */
export function changed<N>(f: Field<N>, rows: Matrix<N>, M: Matrix<N>): N[][] {
  return rows.map((row) => [...product(f, [row.slice(0, 2)], M)[0]!, ...row.slice(2)]);
}

/** The inverse of a 2 x 2 matrix, transposed. */
export function inverseTransposed<N>(f: Field<N>, M: Matrix<N>): N[][] {
  const [[p, q], [r, s]] = M as [[N, N], [N, N]];
  const over = determinant(f, M);
  return [
    [f.div(s, over), f.div(f.neg(r), over)],
    [f.div(f.neg(q), over), f.div(p, over)],
  ];
}

/** The subsets of 0 ... count - 1 with `size` members. */
export function subsets(count: number, size: number): number[][] {
  if (size === 0) return [[]];
  if (count < size) return [];
  return [...subsets(count - 1, size), ...subsets(count - 1, size - 1).map((some) => [...some, count - 1])];
}

/** All minors of a size. */
export function minors<N>(r: Ring<N>, rows: Matrix<N>, size: number): N[] {
  return subsets(rows.length, size).flatMap((some) =>
    subsets(rows[0]!.length, size).map((columns) =>
      determinant(
        r,
        some.map((i) => columns.map((c) => rows[i]![c]!)),
      ),
    ),
  );
}

/** The elementary symmetric functions e_1 ... e_n of the eigenvalues: the sums of the principal minors of each size. */
export function symmetricFunctions<N>(r: Ring<N>, rows: Matrix<N>): N[] {
  return rows.map((_, i) =>
    sum(
      r,
      subsets(rows.length, i + 1).map((some) =>
        determinant(
          r,
          some.map((row) => some.map((column) => rows[row]![column]!)),
        ),
      ),
    ),
  );
}

/** The scores <q_i, k_j> of doubles, exactly. */
export function exactScores(q: Matrix<number>, k: Matrix<number>): Rational[][] {
  const exact = (rows: Matrix<number>): Rational[][] => rows.map((row) => row.map(rationals.of));
  return innerProducts(coordinates(rationals, 0), exact(q), exact(k));
}

/** The largest of some fractions. */
export function largest(values: readonly Rational[]): Rational {
  return values.reduce((most, value) => (rationals.compare(value, most) === 'greater' ? value : most));
}

/** The smallest of some fractions. */
export function smallest(values: readonly Rational[]): Rational {
  return rationals.neg(largest(values.map(rationals.neg)));
}

/** |r|. */
export function magnitude(r: Rational): Rational {
  return r.num < 0n ? rationals.neg(r) : r;
}

/** The greatest |s - t| of entries in the same place; 0 when there are none. */
export function greatestDistance(s: readonly number[], t: readonly number[]): Rational {
  const distances = s.map((entry, i) => magnitude(rationals.sub(rationals.of(entry), rationals.of(t[i]!))));
  return largest([rationals.of(0), ...distances]);
}
