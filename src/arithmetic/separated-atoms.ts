import type { Atomic, ExponentialSum } from './atoms.ts';
import type { Monomial } from './monomial.ts';
import { collect, constant, orderedTerms, type Polynomial, polynomials, power } from './polynomial.ts';
import { fraction, type Rational, rationals } from './rational.ts';

/** An exponential that the sums of a quotient are powers of: e^exponent, the exponent a multiple of one monomial. */
export interface Atom {
  readonly exponent: Polynomial;
}

/** A quotient with the exponentials that occur in it told apart. */
export interface Separated {
  readonly atoms: readonly Atom[];
  /** Numerator and denominator, once each atom is replaced by a polynomial, such as an indeterminate. */
  readonly with: (replacement: (atom: Atom, place: number) => Polynomial) => {
    readonly num: Polynomial;
    readonly den: Polynomial;
  };
}

interface Base {
  readonly monomial: Monomial;
  /** The greatest fraction of which every coefficient of the monomial is an integer multiple. */
  readonly unit: Rational;
  /** The least of those multiples, or 0: what both sums are divided by, so that no power is negative. */
  readonly least: bigint;
}

/** Writes a quotient of exponential sums as one of polynomials in as few exponentials as there are monomials in the exponents. */
export function separated({ num, den }: Atomic): Separated {
  const bases = basesOf([...num.values(), ...den.values()].map(({ exponent }) => exponent));
  const atoms = bases.map(({ monomial: m, unit }) => ({
    exponent: collect([{ monomial: m, coefficient: unit }]),
  }));
  return {
    atoms,
    with: (replacement) => {
      const replaced = atoms.map(replacement);
      return { num: inPolynomials(num, bases, replaced), den: inPolynomials(den, bases, replaced) };
    },
  };
}

function basesOf(exponents: readonly Polynomial[]): Base[] {
  const found = new Map<string, { monomial: Monomial; coefficients: Rational[] }>();
  for (const { monomial: m, coefficient } of exponents.flatMap(orderedTerms)) {
    const base = found.get(m.key) ?? { monomial: m, coefficients: [] };
    base.coefficients.push(coefficient);
    found.set(m.key, base);
  }
  return [...found.values()].map(({ monomial: m, coefficients }) => {
    const unit = coefficients.reduce(largestUnit, fraction(0n));
    const multiples = coefficients.map((coefficient) => rationals.div(coefficient, unit).num);
    return { monomial: m, unit, least: multiples.reduce((a, b) => (b < a ? b : a), 0n) };
  });
}

function inPolynomials(
  sum: ExponentialSum,
  bases: readonly Base[],
  replaced: readonly Polynomial[],
): Polynomial {
  let total = constant(fraction(0n));
  for (const { coefficient, exponent } of sum.values()) {
    let term = coefficient;
    for (const [i, { monomial: m, unit, least }] of bases.entries()) {
      const multiple = exponent.byMonomial.get(m.key)?.coefficient ?? fraction(0n);
      const times = Number(rationals.div(multiple, unit).num - least);
      if (times > 0) term = polynomials.mul(term, power(polynomials, replaced[i]!, times));
    }
    total = polynomials.add(total, term);
  }
  return total;
}

/** The greatest fraction of which both are integer multiples. */
function largestUnit(a: Rational, b: Rational): Rational {
  let [x, y] = [a.num * b.den, b.num * a.den];
  while (y !== 0n) [x, y] = [y, x % y];
  return fraction(x < 0n ? -x : x, a.den * b.den);
}
