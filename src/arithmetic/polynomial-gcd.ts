import { compareMonomials, over } from './monomial.ts';
import {
  coefficients,
  collect,
  constant,
  degree,
  equalPolynomials,
  indeterminate,
  indeterminates,
  isZeroPolynomial,
  type Polynomial,
  type PolynomialTerm,
  polynomials,
  power,
  substitute,
} from './polynomial.ts';
import { fraction, type Rational, rationals } from './rational.ts';

const one = constant(fraction(1n));

/**
 * The quotient a / b, or undefined when b does not divide a.
 *
 * @throws RangeError when b is zero
 */
export function exactQuotient(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (isZeroPolynomial(b)) throw new RangeError('exactQuotient: divisor must be non-zero, got 0');
  const lead = leadingTerm(b);
  const quotient: PolynomialTerm[] = [];
  let rest = a;
  while (!isZeroPolynomial(rest)) {
    const top = leadingTerm(rest);
    const monomial = over(top.monomial, lead.monomial);
    if (!monomial) return undefined;
    const term = { monomial, coefficient: rationals.div(top.coefficient, lead.coefficient) };
    quotient.push(term);
    rest = polynomials.sub(rest, polynomials.mul(collect([term]), b));
  }
  return collect(quotient);
}

/**
 * The greatest common divisor of two polynomials, with leading coefficient 1; zero only for two zeros.
 *
 * @cost primitive remainder sequences, recursive in the indeterminates, and only in those in which a point shows
 *   that there may be a common factor: meant for small polynomials
 */
export function gcdPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  if (isZeroPolynomial(b) || equalPolynomials(a, b)) return monic(a);
  if (isZeroPolynomial(a)) return monic(b);
  const name = mainIndeterminate(a, b);
  if (name === undefined) return one;
  const contentA = content(a, name);
  const contentB = content(b, name);
  const common = gcdPolynomials(contentA, contentB);
  if (coprimeAtPoint(a, b, name)) return common;
  const primitive = gcdPrimitive(exactQuotient(a, contentA)!, exactQuotient(b, contentB)!, name);
  return monic(polynomials.mul(common, primitive));
}

/** The polynomial divided by its leading coefficient; zero stays zero. */
export function monic(p: Polynomial): Polynomial {
  return isZeroPolynomial(p) ? p : scaled(p, rationals.div(fraction(1n), leadingCoefficient(p)));
}

/** The coefficient of the largest monomial of a polynomial that is not zero. */
export function leadingCoefficient(p: Polynomial): Rational {
  return leadingTerm(p).coefficient;
}

/** The polynomial times a fraction. */
export function scaled(p: Polynomial, factor: Rational): Polynomial {
  return polynomials.mul(p, constant(factor));
}

function leadingTerm(p: Polynomial): PolynomialTerm {
  return [...p.byMonomial.values()].reduce((best, term) =>
    compareMonomials(term.monomial, best.monomial) < 0 ? term : best,
  );
}

/** The indeterminate of lowest degree in one of the two, best one that does not occur there; none for constants. */
function mainIndeterminate(a: Polynomial, b: Polynomial): string | undefined {
  const rank = (name: string): number => Math.min(degree(a, name), degree(b, name));
  const names = [...new Set([...indeterminates(a), ...indeterminates(b)])];
  return names.sort((left, right) => rank(left) - rank(right))[0];
}

/**
 * Whether, as one point of the other indeterminates shows, no common factor has the indeterminate `name` in it.
 *
 * Where the leading coefficient of a does not vanish, neither does that of a common factor, so that the factor
 * keeps its degree and divides the greatest common divisor of what the two are there.
 */
function coprimeAtPoint(a: Polynomial, b: Polynomial, name: string): boolean {
  if (degree(a, name) === 0 || degree(b, name) === 0) return true;
  const others = [...new Set([...indeterminates(a), ...indeterminates(b)])].filter((other) => other !== name);
  // Any point would be sound; at distinct cubes few coefficients vanish by accident.
  const at = (p: Polynomial): Polynomial =>
    substitute(p, (other) => (other === name ? undefined : polynomials.of((others.indexOf(other) + 3) ** 3)));
  if (others.length === 0) return false;
  const [left, right] = [at(a), at(b)];
  if (degree(left, name) < degree(a, name) || isZeroPolynomial(right)) return false;
  return degree(gcdPrimitive(monic(left), monic(right), name), name) === 0;
}

/** The greatest common divisor of the coefficients with respect to one indeterminate. */
function content(p: Polynomial, name: string): Polynomial {
  return coefficients(p, name).reduce(gcdPolynomials);
}

/** The greatest common divisor of two primitive polynomials in one indeterminate. */
function gcdPrimitive(a: Polynomial, b: Polynomial, name: string): Polynomial {
  if (degree(a, name) < degree(b, name)) return gcdPrimitive(b, a, name);
  if (degree(b, name) === 0) return one;
  const rest = pseudoRemainder(a, b, name);
  if (isZeroPolynomial(rest)) return b;
  // Dividing by content and leading coefficient keeps the fractions of the sequence small.
  return gcdPrimitive(b, monic(exactQuotient(rest, content(rest, name))!), name);
}

/** The remainder of c^k a by b in one indeterminate, c the leading coefficient of b. */
function pseudoRemainder(a: Polynomial, b: Polynomial, name: string): Polynomial {
  const lower = degree(b, name);
  const lead = coefficients(b, name)[lower]!;
  const x = indeterminate(name);
  let rest = a;
  while (degree(rest, name) >= lower && !isZeroPolynomial(rest)) {
    const excess = degree(rest, name) - lower;
    const top = coefficients(rest, name)[excess + lower]!;
    const multiple = polynomials.mul(top, b);
    const shifted = excess === 0 ? multiple : polynomials.mul(multiple, power(polynomials, x, excess));
    rest = polynomials.sub(polynomials.mul(lead, rest), shifted);
  }
  return rest;
}
