import {
  compareMonomials,
  compareNames,
  exponentOf,
  type Monomial,
  monomial,
  times,
  unit,
} from './monomial.ts';
import { exactly, formatRational, fraction, isZero, type Rational, rationals } from './rational.ts';
import type { Field, Ring } from './ring.ts';

/**
 * A polynomial with rational coefficients in normal form: no zero coefficient, one entry a monomial.
 *
 * Two polynomials are equal for all real values of their indeterminates exactly when they are `equalPolynomials`.
 */
export interface Polynomial {
  readonly byMonomial: ReadonlyMap<string, PolynomialTerm>;
}

/** One entry of a normal form. */
export interface PolynomialTerm {
  readonly monomial: Monomial;
  readonly coefficient: Rational;
}

/** Polynomials over the fractions: an identity that holds here holds for all reals. */
export const polynomials: Ring<Polynomial> = {
  of: (value) => constant(exactly(value)),
  add: (a, b) => collect([...a.byMonomial.values(), ...b.byMonomial.values()]),
  sub: (a, b) => collect([...a.byMonomial.values(), ...negated(b)]),
  mul: (a, b) => collect(products(a, b)),
  neg: (a) => collect(negated(a)),
};

/** The polynomial with the given terms, in any order and with repetitions. */
export function collect(entries: Iterable<PolynomialTerm>): Polynomial {
  const byMonomial = new Map<string, PolynomialTerm>();
  for (const entry of entries) {
    const { key } = entry.monomial;
    const known = byMonomial.get(key);
    const coefficient = known ? rationals.add(known.coefficient, entry.coefficient) : entry.coefficient;
    if (isZero(coefficient)) byMonomial.delete(key);
    else byMonomial.set(key, known ? { monomial: entry.monomial, coefficient } : entry);
  }
  return { byMonomial };
}

/** The polynomial that is one indeterminate; a name is any string. */
export function indeterminate(name: string): Polynomial {
  return collect([{ monomial: monomial([[name, 1]]), coefficient: fraction(1n) }]);
}

/** The polynomial that is one fraction. */
export function constant(r: Rational): Polynomial {
  return collect([{ monomial: unit, coefficient: r }]);
}

/** @returns whether both are the same for all real values of all indeterminates */
export function equalPolynomials(a: Polynomial, b: Polynomial): boolean {
  if (a.byMonomial.size !== b.byMonomial.size) return false;
  for (const [key, { coefficient }] of a.byMonomial) {
    const other = b.byMonomial.get(key)?.coefficient;
    if (other?.num !== coefficient.num || other.den !== coefficient.den) return false;
  }
  return true;
}

export function isZeroPolynomial(p: Polynomial): boolean {
  return p.byMonomial.size === 0;
}

/** The constant a polynomial is, or undefined when an indeterminate occurs in it. */
export function asConstant(p: Polynomial): Rational | undefined {
  if (p.byMonomial.size === 0) return fraction(0n);
  return p.byMonomial.size === 1 ? p.byMonomial.get(unit.key)?.coefficient : undefined;
}

/** The entries of the normal form in graded lexicographic order, largest monomial first. */
export function orderedTerms(p: Polynomial): readonly PolynomialTerm[] {
  return [...p.byMonomial.values()].sort((a, b) => compareMonomials(a.monomial, b.monomial));
}

/** The terms in graded lexicographic order, each with the exponents of its indeterminates. */
export function terms(
  p: Polynomial,
): readonly { readonly coefficient: Rational; readonly powers: ReadonlyMap<string, number> }[] {
  return orderedTerms(p).map(({ coefficient, monomial: { powers } }) => ({
    coefficient,
    powers: new Map(powers),
  }));
}

/** The names of the indeterminates that occur, in order. */
export function indeterminates(p: Polynomial): readonly string[] {
  const names = new Set<string>();
  for (const { monomial: m } of p.byMonomial.values()) for (const [name] of m.powers) names.add(name);
  return [...names].sort(compareNames);
}

/** Infix text such as `2*x1^2*u - 1/3*h0 + 1`, terms in graded lexicographic order; zero is `0`. */
export function formatPolynomial(p: Polynomial): string {
  if (isZeroPolynomial(p)) return '0';
  return orderedTerms(p)
    .map(({ coefficient, monomial: m }, i) => {
      const negative = coefficient.num < 0n;
      const lead = i === 0 ? (negative ? '-' : '') : negative ? ' - ' : ' + ';
      return lead + formatMagnitude(negative ? rationals.neg(coefficient) : coefficient, m);
    })
    .join('');
}

/** The polynomial with some indeterminates replaced; those for which `replacement` has none stay. */
export function substitute(p: Polynomial, replacement: (name: string) => Polynomial | undefined): Polynomial {
  let total: Polynomial = { byMonomial: new Map() };
  for (const { coefficient, monomial: m } of p.byMonomial.values()) {
    const term = m.powers.reduce(
      (product, [name, exponent]) =>
        polynomials.mul(product, power(polynomials, replacement(name) ?? indeterminate(name), exponent)),
      constant(coefficient),
    );
    total = polynomials.add(total, term);
  }
  return total;
}

/** The value at a point of any field, terms summed in graded lexicographic order. */
export function evaluate<N>(r: Field<N>, p: Polynomial, value: (name: string) => N): N {
  const summands = orderedTerms(p).map(({ coefficient, monomial: m }) =>
    m.powers.reduce(
      (product, [name, exponent]) => r.mul(product, power(r, value(name), exponent)),
      rationalIn(r, coefficient),
    ),
  );
  return summands.reduce((total, summand) => r.add(total, summand), r.of(0));
}

/** A fraction as an element of a field: its numerator and denominator enter in pieces that are doubles. */
export function rationalIn<N>(r: Field<N>, { num, den }: Rational): N {
  return den === 1n ? integerIn(r, num) : r.div(integerIn(r, num), integerIn(r, den));
}

/** The degree in one indeterminate; 0 for the zero polynomial. */
export function degree(p: Polynomial, name: string): number {
  let highest = 0;
  for (const { monomial: m } of p.byMonomial.values()) highest = Math.max(highest, exponentOf(m, name));
  return highest;
}

/** The coefficients by power of one indeterminate, constant term first, `degree + 1` of them. */
export function coefficients(p: Polynomial, name: string): Polynomial[] {
  const parts: PolynomialTerm[][] = Array.from({ length: degree(p, name) + 1 }, () => []);
  for (const { coefficient, monomial: m } of p.byMonomial.values()) {
    const rest = monomial(m.powers.filter(([other]) => other !== name));
    parts[exponentOf(m, name)]!.push({ coefficient, monomial: rest });
  }
  return parts.map(collect);
}

/** The derivative with respect to one indeterminate. */
export function derivative(p: Polynomial, name: string): Polynomial {
  const x = indeterminate(name);
  // Horner's scheme on the coefficients k c_k, highest first.
  return coefficients(p, name)
    .map((c, k) => polynomials.mul(polynomials.of(k), c))
    .slice(1)
    .reduceRight<Polynomial>((total, c) => polynomials.add(polynomials.mul(total, x), c), collect([]));
}

/** base^exponent for an exponent >= 1, by repeated squaring. */
export function power<N>(r: Ring<N>, base: N, exponent: number): N {
  if (exponent === 1) return base;
  const half = power(r, base, Math.floor(exponent / 2));
  const square = r.mul(half, half);
  return exponent % 2 === 1 ? r.mul(square, base) : square;
}

function* negated(p: Polynomial): Generator<PolynomialTerm> {
  for (const { monomial: m, coefficient } of p.byMonomial.values()) {
    yield { monomial: m, coefficient: rationals.neg(coefficient) };
  }
}

function* products(a: Polynomial, b: Polynomial): Generator<PolynomialTerm> {
  for (const left of a.byMonomial.values()) {
    for (const right of b.byMonomial.values()) {
      const coefficient = rationals.mul(left.coefficient, right.coefficient);
      yield { monomial: times(left.monomial, right.monomial), coefficient };
    }
  }
}

function formatMagnitude(coefficient: Rational, m: Monomial): string {
  const factors = m.powers.map(([name, exponent]) => (exponent === 1 ? name : `${name}^${exponent}`));
  const isOne = coefficient.num === coefficient.den;
  return (isOne && factors.length > 0 ? factors : [formatRational(coefficient), ...factors]).join('*');
}

/** An integer as an element of a ring; above 2^53 it is built from digits of base 2^53. */
function integerIn<N>(r: Ring<N>, n: bigint): N {
  const base = 2n ** 53n;
  if (-base <= n && n <= base) return r.of(Number(n));
  const digit = n % base;
  return r.add(r.mul(integerIn(r, (n - digit) / base), r.of(Number(base))), r.of(Number(digit)));
}
