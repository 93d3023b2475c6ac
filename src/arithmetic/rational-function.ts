import {
  constant,
  equalPolynomials,
  evaluate as evaluatePolynomial,
  formatPolynomial,
  isZeroPolynomial,
  type Polynomial,
  derivative as polynomialDerivative,
  polynomials,
} from './polynomial.ts';
import { exactQuotient, gcdPolynomials, leadingCoefficient, scaled } from './polynomial-gcd.ts';
import { exactly, fraction, rationals } from './rational.ts';
import type { Field } from './ring.ts';

/** A fraction of polynomials in normal form: nothing in common, leading coefficient of the denominator 1. */
export interface RationalFunction {
  readonly num: Polynomial;
  readonly den: Polynomial;
}

const one = constant(fraction(1n));

/** Fractions of polynomials over the fractions: an identity that holds here holds wherever no denominator is zero. */
export const rationalFunctions: Field<RationalFunction> = {
  of: (value) => asRationalFunction(constant(exactly(value))),
  add,
  sub: (a, b) => add(a, neg(b)),
  mul,
  neg,
  div: (a, b) => {
    if (isZeroRationalFunction(b))
      throw new RangeError('rationalFunction.div: divisor must be non-zero, got 0');
    return mul(a, quotient(b.den, b.num));
  },
};

/** A polynomial as a fraction with denominator 1. */
export function asRationalFunction(p: Polynomial): RationalFunction {
  return { num: p, den: one };
}

/**
 * The normal form of num / den.
 *
 * @throws RangeError when den is zero
 */
export function quotient(num: Polynomial, den: Polynomial): RationalFunction {
  if (isZeroPolynomial(den)) throw new RangeError('quotient: denominator must be non-zero, got 0');
  const [above, below] = withoutCommonFactor(num, den);
  return unitary(above, below);
}

/** @returns whether both are the same wherever both are defined */
export function equalRationalFunctions(a: RationalFunction, b: RationalFunction): boolean {
  return equalPolynomials(a.num, b.num) && equalPolynomials(a.den, b.den);
}

export function isZeroRationalFunction(f: RationalFunction): boolean {
  return isZeroPolynomial(f.num);
}

/** Infix text: `(u - 1)/(u + 2)`, or the numerator alone when the denominator is 1. */
export function formatRationalFunction({ num, den }: RationalFunction): string {
  return equalPolynomials(den, one)
    ? formatPolynomial(num)
    : `(${formatPolynomial(num)})/(${formatPolynomial(den)})`;
}

/** The derivative with respect to one indeterminate. */
export function derivative({ num, den }: RationalFunction, name: string): RationalFunction {
  const { mul, sub } = polynomials;
  const top = sub(mul(polynomialDerivative(num, name), den), mul(num, polynomialDerivative(den, name)));
  return quotient(top, mul(den, den));
}

/**
 * The value at a point of any field.
 *
 * @throws RangeError when the denominator is (or may be) zero there
 */
export function evaluate<N>(r: Field<N>, { num, den }: RationalFunction, value: (name: string) => N): N {
  const top = evaluatePolynomial(r, num, value);
  return equalPolynomials(den, one) ? top : r.div(top, evaluatePolynomial(r, den, value));
}

function add(a: RationalFunction, b: RationalFunction): RationalFunction {
  // With g = gcd(a.den, b.den), what is left to cancel from the sum is a divisor of g.
  const common = gcdPolynomials(a.den, b.den);
  const left = without(common, a.den);
  const top = polynomials.add(polynomials.mul(a.num, without(common, b.den)), polynomials.mul(b.num, left));
  const [above, rest] = withoutCommonFactor(top, common);
  return unitary(above, polynomials.mul(rest, polynomials.mul(left, without(common, b.den))));
}

function mul(a: RationalFunction, b: RationalFunction): RationalFunction {
  // Both are in lowest terms, so only crosswise is there anything to cancel.
  const [aNum, bDen] = withoutCommonFactor(a.num, b.den);
  const [bNum, aDen] = withoutCommonFactor(b.num, a.den);
  return unitary(polynomials.mul(aNum, bNum), polynomials.mul(aDen, bDen));
}

function neg(a: RationalFunction): RationalFunction {
  return { num: polynomials.neg(a.num), den: a.den };
}

function withoutCommonFactor(a: Polynomial, b: Polynomial): readonly [a: Polynomial, b: Polynomial] {
  const common = gcdPolynomials(a, b);
  return [without(common, a), without(common, b)];
}

/** p / divisor, for a monic divisor of p. */
function without(divisor: Polynomial, p: Polynomial): Polynomial {
  return equalPolynomials(divisor, one) ? p : exactQuotient(p, divisor)!;
}

/** The fraction with leading coefficient 1 below. */
function unitary(num: Polynomial, den: Polynomial): RationalFunction {
  const lead = leadingCoefficient(den);
  if (lead.num === lead.den) return { num, den };
  const factor = rationals.div(fraction(1n), lead);
  return { num: scaled(num, factor), den: scaled(den, factor) };
}
