import {
  type Arbitrary,
  array,
  boolean,
  constantFrom,
  integer,
  option,
  shuffledSubarray,
  tuple,
} from 'fast-check';
import { fraction, isZero, type Rational, rationals } from '#arithmetic/rational.ts';
import { sum } from '#arithmetic/space.ts';

/** A matrix of fractions by rows. */
export type RationalMatrix = readonly (readonly Rational[])[];

const { add, sub, mul, neg, div } = rationals;
const zero = fraction(0n);
const one = fraction(1n);

/** The identity matrix. */
export function identity(width: number): RationalMatrix {
  return Array.from({ length: width }, (_, i) =>
    Array.from({ length: width }, (_, j) => (i === j ? one : zero)),
  );
}

/**
 * The matrix whose row i is the unit vector number order[i], negated where asked.
 *
 * @param order a permutation of 0 ... width - 1
 * @param negated one flag a row
 */
export function signedPermutation(order: readonly number[], negated: readonly boolean[]): RationalMatrix {
  const rows = identity(order.length);
  return order.map((from, i) => (negated[i]! ? rows[from]!.map(neg) : rows[from]!));
}

/**
 * The rotation of rows i and j by the angle whose half has tangent t: cosine (1 - t^2)/(1 + t^2), sine 2t/(1 + t^2).
 * It is the Cayley transform of the skew-symmetric matrix that has t at (j, i), and every rotation of a plane but the
 * half turn is one, up to the choice of t; those with a rational t are exact.
 */
export function rotated(rows: RationalMatrix, i: number, j: number, t: Rational): RationalMatrix {
  const square = mul(t, t);
  const norm = add(one, square);
  const cosine = div(sub(one, square), norm);
  const sine = div(add(t, t), norm);
  const [u, v] = [rows[i]!, rows[j]!];
  return rows.map((row, k) => {
    if (k === i) return u.map((entry, c) => sub(mul(cosine, entry), mul(sine, v[c]!)));
    if (k === j) return v.map((entry, c) => add(mul(cosine, entry), mul(sine, u[c]!)));
    return row;
  });
}

/**
 * The rows reflected in the hyperplane orthogonal to v: r - 2 <r, v>/<v, v> v.
 *
 * @throws RangeError when v is zero
 */
export function reflected(rows: RationalMatrix, v: readonly Rational[]): RationalMatrix {
  const length = dot(v, v);
  if (isZero(length)) throw new RangeError('reflected: vector must be non-zero, got 0');
  return rows.map((row) => {
    const twice = div(mul(fraction(2n), dot(row, v)), length);
    return row.map((entry, c) => sub(entry, mul(twice, v[c]!)));
  });
}

/** Permutations of the axes with signs. */
export function signedPermutations(width: number): Arbitrary<RationalMatrix> {
  return tuple(
    shuffledSubarray(axesOf(width), { minLength: width }),
    array(boolean(), { minLength: width, maxLength: width }),
  ).map(([order, negated]) => signedPermutation(order, negated));
}

/** Signed permutations, rotated in up to three planes and reflected once or not at all: exactly orthogonal. */
export function orthogonalMatrices(width: number): Arbitrary<RationalMatrix> {
  const small = tuple(integer({ min: -5, max: 5 }), integer({ min: 1, max: 5 })).map(([n, d]) =>
    fraction(BigInt(n), BigInt(d)),
  );
  const axes = Math.min(2, width);
  const planes = shuffledSubarray(axesOf(width), { minLength: axes, maxLength: axes });
  const turns = array(tuple(planes, small), { maxLength: width > 1 ? 3 : 0 });
  const mirror = array(small, { minLength: width, maxLength: width }).filter((v) => !v.every(isZero));
  return tuple(signedPermutations(width), turns, option(mirror, { nil: undefined })).map(
    ([start, rotations, v]) => {
      const turned = rotations.reduce((rows, [[i, j], t]) => rotated(rows, i!, j!, t), start);
      return v === undefined ? turned : reflected(turned, v);
    },
  );
}

/**
 * Orthonormal rows, in the smallest dimension that has room for them and in up to three more.
 *
 * @param count number of rows, at least 1
 * @returns shape [count][width]
 */
export function orthonormalRows(count: number): Arbitrary<RationalMatrix> {
  return constantFrom(0, 1, 2, 3)
    .chain((more) => orthogonalMatrices(count + more))
    .map((rows) => rows.slice(0, count));
}

function axesOf(width: number): number[] {
  return Array.from({ length: width }, (_, i) => i);
}

function dot(u: readonly Rational[], v: readonly Rational[]): Rational {
  return sum(
    rationals,
    u.map((entry, c) => mul(entry, v[c]!)),
  );
}
