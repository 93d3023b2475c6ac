import { monomial } from './monomial.ts';
import {
  collect,
  constant,
  indeterminate,
  type Polynomial,
  type PolynomialTerm,
  polynomials,
  power,
} from './polynomial.ts';
import { fraction, type Rational, rationals } from './rational.ts';
import {
  asRationalFunction,
  evaluate,
  formatRationalFunction,
  isZeroRationalFunction,
  quotient,
  type RationalFunction,
  rationalFunctions,
} from './rational-function.ts';
import type { Analytic } from './ring.ts';
import { radicand, rationalise, reduceSurds, squareFreePart, surdName } from './surd.ts';

/** The common norm of the tokens, an indeterminate that stands for a real number >= 0. */
export const beta: RationalFunction = asRationalFunction(indeterminate('beta'));

/** The indeterminate that stands for e^(beta^2). */
export const u: RationalFunction = asRationalFunction(indeterminate('u'));

/**
 * The field in which claims about tokens of common norm beta >= 0 are decided: rational functions of beta, of
 * u = e^(beta^2), and of roots of square-free integers, named `sqrt2`, `sqrt3`, ..., in normal form.
 *
 * In the normal form a numerator has at most one root a term and a denominator none, so that, the roots of distinct
 * square-free integers being independent over the fractions, equal functions have equal forms.
 */
export const exponentials: Analytic<RationalFunction> = {
  of: rationalFunctions.of,
  add: rationalFunctions.add,
  sub: rationalFunctions.sub,
  mul: (a, b) => quotient(reduceSurds(polynomials.mul(a.num, b.num)), polynomials.mul(a.den, b.den)),
  neg: rationalFunctions.neg,
  div: (a, b) => {
    if (isZeroRationalFunction(b)) throw new RangeError('exponential.div: divisor must be non-zero, got 0');
    const [num, den] = rationalise(reduceSurds(polynomials.mul(a.num, b.den)), polynomials.mul(a.den, b.num));
    return quotient(num, den);
  },
  exp,
  sqrt,
};

/** The value at a number beta >= 0, with u and the roots computed in the arithmetic of that number. */
export function atBeta<N>(a: Analytic<N>, f: RationalFunction, norm: N): N {
  return evaluate(a, f, (name) => {
    if (name === 'beta') return norm;
    if (name === 'u') return a.exp(a.mul(norm, norm));
    return a.sqrt(a.of(Number(radicand(name))));
  });
}

function exp(f: RationalFunction): RationalFunction {
  if (isZeroRationalFunction(f)) return rationalFunctions.of(1);
  const term = asPowerOfBeta(f);
  if (term?.exponent !== 2 || term.coefficient.den !== 1n) {
    throw new RangeError(
      `exponential.exp: exponent must be an integer multiple of beta^2, got ${formatRationalFunction(f)}`,
    );
  }
  const times = Number(term.coefficient.num);
  const result = power(rationalFunctions, u, Math.abs(times));
  return times > 0 ? result : rationalFunctions.div(rationalFunctions.of(1), result);
}

function sqrt(f: RationalFunction): RationalFunction {
  if (isZeroRationalFunction(f)) return f;
  const term = asPowerOfBeta(f);
  if (!term || term.exponent % 2 !== 0 || term.coefficient.num < 0n) {
    throw new RangeError(
      `exponential.sqrt: argument must be c beta^(2m) with a fraction c >= 0, got ${formatRationalFunction(f)}`,
    );
  }
  const { num, den } = term.coefficient;
  // The root of num / den is that of num * den, divided by den.
  const { root, squareFree } = squareFreePart(num * den);
  const rational = constant(fraction(root, den));
  const surd = squareFree === 1n ? rational : polynomials.mul(rational, indeterminate(surdName(squareFree)));
  const size = betaTo(Math.abs(term.exponent) / 2);
  return term.exponent >= 0 ? asRationalFunction(polynomials.mul(surd, size)) : quotient(surd, size);
}

/** c and k of a function c beta^k, or undefined when it is none. */
function asPowerOfBeta({
  num,
  den,
}: RationalFunction): { coefficient: Rational; exponent: number } | undefined {
  const above = soleTerm(num);
  const below = soleTerm(den);
  if (!above || !below) return undefined;
  return {
    coefficient: rationals.div(above.coefficient, below.coefficient),
    exponent: above.monomial.degree - below.monomial.degree,
  };
}

/** The only term of a polynomial, if there is only one and no indeterminate but beta occurs in it. */
function soleTerm(p: Polynomial): PolynomialTerm | undefined {
  const [term, ...others] = p.byMonomial.values();
  return others.length === 0 && term?.monomial.powers.every(([name]) => name === 'beta') ? term : undefined;
}

function betaTo(exponent: number): Polynomial {
  const powers = exponent === 0 ? [] : [['beta', exponent] as const];
  return collect([{ monomial: monomial(powers), coefficient: fraction(1n) }]);
}
