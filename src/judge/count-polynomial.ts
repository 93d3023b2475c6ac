import { monomial } from '#arithmetic/monomial.ts';
import {
  collect,
  constant,
  evaluate,
  formatPolynomial,
  indeterminate,
  type Polynomial,
  polynomials,
} from '#arithmetic/polynomial.ts';
import { exactly, fraction, type Rational, rationals, sign } from '#arithmetic/rational.ts';
import type { Measure, Sizes } from '#claim/statement.ts';
import type { Obligation } from './verdict.ts';

/** A count as a polynomial in the sizes, with the counts it was fitted to and those it was checked on. */
export interface CountPolynomial {
  readonly polynomial: Polynomial;
  readonly evidence: Obligation;
}

/** Total degrees tried: attention is cubic in its three sizes, and a size may itself be a sum of two others. */
const highestDegree = 6;

/**
 * The polynomial of a count in the sizes, recovered from counts at small sizes.
 *
 * For degree 0, 1, 2, ... the counts at all sizes with sum of (size - 1) <= degree determine one polynomial of that
 * total degree (Newton's forward differences); it is taken once it predicts the next two layers of sizes and two
 * points of larger, unequal sizes, none of which were used for the fit.
 *
 * @throws RangeError when a count is not a whole number >= 0
 * @returns undefined when no polynomial of degree up to 6 predicts the counts, or the budget ended
 * @cost one measurement for each size looked at: at most 165 + 2 a degree for three sizes
 */
export function recoverCount(
  sizes: readonly string[],
  counts: string,
  measure: Measure,
  expired: () => boolean,
): CountPolynomial | undefined {
  const known = new Map<string, number>();
  const count = (at: readonly number[]): number => {
    const value = known.get(at.join()) ?? measure(named(sizes, at));
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`recoverCount: ${counts} must be a whole number >= 0, got ${value}`);
    }
    known.set(at.join(), value);
    return value;
  };
  for (let degree = 0; degree <= highestDegree && !expired(); degree++) {
    const fitted = layersUpTo(sizes.length, degree);
    const polynomial = interpolate(sizes, fitted, count);
    const checked = pointsToPredict(sizes.length, degree);
    if (!checked.every((at) => valueAt(polynomial, named(sizes, at)).num === BigInt(count(at)))) continue;
    const rows = (points: readonly (readonly number[])[]): { sizes: Sizes; count: number }[] =>
      points.map((at) => ({ sizes: named(sizes, at), count: count(at) }));
    const evidence: Obligation = {
      kind: 'counts',
      says: `${counts}, as a polynomial in ${sizes.join(', ')}`,
      polynomial: formatPolynomial(polynomial),
      fitted: rows(fitted),
      checked: rows(checked),
    };
    return { polynomial, evidence };
  }
  return undefined;
}

/** The value of a polynomial in sizes at given sizes, exactly. */
export function valueAt(p: Polynomial, sizes: Sizes): Rational {
  return evaluate(rationals, p, (name) => exactly(sizes[name]!));
}

/**
 * Layers of sizes searched for a counterexample. A polynomial that is not zero is not zero on the layers up to its
 * degree, and 12 is more than the degree of a count times that of a formula.
 */
const layersSearched = 12;

/** The first sizes, by sum and then by the first of them, at which the sign of a polynomial is as wanted. */
export function firstSizes(
  sizes: readonly string[],
  p: Polynomial,
  wanted: (sign: -1 | 0 | 1) => boolean,
): Sizes | undefined {
  return layersUpTo(sizes.length, layersSearched)
    .map((at) => named(sizes, at))
    .find((at) => wanted(sign(valueAt(p, at))));
}

/** size^exponent, for an exponent >= 0. */
export function powerOf(size: string, exponent: number): Polynomial {
  const powers: [string, number][] = exponent === 0 ? [] : [[size, exponent]];
  return collect([{ monomial: monomial(powers), coefficient: fraction(1n) }]);
}

function named(sizes: readonly string[], at: readonly number[]): Sizes {
  return Object.fromEntries(sizes.map((name, i) => [name, at[i]!]));
}

function layersUpTo(width: number, degree: number): number[][] {
  return Array.from({ length: degree + 1 }, (_, sum) => layer(width, sum)).flat();
}

/** All points of positive sizes with sum of (size - 1) = sum. */
function layer(width: number, sum: number): number[][] {
  if (width === 0) return sum === 0 ? [[]] : [];
  return Array.from({ length: sum + 1 }, (_, first) =>
    layer(width - 1, sum - first).map((rest) => [1 + first, ...rest]),
  ).flat();
}

function pointsToPredict(width: number, degree: number): number[][] {
  const beyond = [5, 11].map((offset) => Array.from({ length: width }, (_, i) => degree + offset + i));
  return [...layer(width, degree + 1), ...layer(width, degree + 2), ...beyond];
}

/** Newton's form: sum over a of (difference of order a at 1) * prod C(size_i - 1, a_i). */
function interpolate(
  sizes: readonly string[],
  points: readonly (readonly number[])[],
  count: (at: readonly number[]) => number,
): Polynomial {
  return points.reduce((total, point) => {
    const orders = point.map((size) => size - 1);
    const difference = constant(fraction(forwardDifference(orders, [], count)));
    const basis = sizes.map((name, i) => binomial(name, orders[i]!));
    return polynomials.add(total, basis.reduce(polynomials.mul, difference));
  }, polynomials.of(0));
}

function forwardDifference(
  orders: readonly number[],
  at: readonly number[],
  count: (at: readonly number[]) => number,
): bigint {
  if (at.length === orders.length) return BigInt(count(at));
  const order = orders[at.length]!;
  let total = 0n;
  let choose = 1n;
  for (let step = 0; step <= order; step++) {
    const term = choose * forwardDifference(orders, [...at, 1 + step], count);
    total += (order - step) % 2 === 0 ? term : -term;
    choose = (choose * BigInt(order - step)) / BigInt(step + 1);
  }
  return total;
}

/** C(size - 1, order) as a polynomial in the size. */
function binomial(name: string, order: number): Polynomial {
  let product = polynomials.of(1);
  for (let i = 1; i <= order; i++) {
    const factor = polynomials.sub(indeterminate(name), polynomials.of(i));
    product = polynomials.mul(polynomials.mul(product, factor), constant(fraction(1n, BigInt(i))));
  }
  return product;
}
