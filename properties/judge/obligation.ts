import {
  degree,
  indeterminate,
  isZeroPolynomial,
  type Polynomial,
  polynomials,
} from '#arithmetic/polynomial.ts';
import { leadingCoefficient } from '#arithmetic/polynomial-gcd.ts';
import { parseRational, type Rational, rationals, sign } from '#arithmetic/rational.ts';
import {
  asRationalFunction,
  equalRationalFunctions,
  type RationalFunction,
  rationalFunctions,
} from '#arithmetic/rational-function.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { evaluateTerm } from '#arithmetic/term-parser.ts';
import type { Obligation } from '#judge/verdict.ts';

const refused = (): never => {
  throw new RangeError('an obligation has neither exponentials nor roots in it');
};

const arithmetic: Analytic<RationalFunction> = { ...rationalFunctions, exp: refused, sqrt: refused };

/** The normal form of an obligation's text. */
export function normalForm(
  term: string,
  lookup: (name: string) => RationalFunction = symbol,
): RationalFunction {
  return evaluateTerm(arithmetic, term, lookup);
}

/** Whether a piece of evidence is what it says, read from its text alone. */
export function isEvidence(obligation: Obligation): boolean {
  switch (obligation.kind) {
    case 'identity':
      return equalRationalFunctions(normalForm(obligation.left), normalForm(obligation.right));
    case 'sign':
      return isSign(obligation);
    case 'limit':
      return isLimit(obligation);
    case 'counts':
      return false;
  }
}

function isSign({
  term,
  strict,
  above,
  least,
  numerator,
  denominator,
}: Obligation & { kind: 'sign' }): boolean {
  const shifted = normalForm(term, (name) =>
    rationalFunctions.add(normalForm(least[name]!), symbol(`w_${name}`)),
  );
  const [num, den] = [normalForm(numerator).num, normalForm(denominator).num];
  const value = rationalFunctions.div(asRationalFunction(num), asRationalFunction(den));
  if (!equalRationalFunctions(shifted, value) || !isNonNegative(num) || !isNonNegative(den)) return false;
  if (constantTerm(den) <= 0) return false;
  return !strict || (above ? !isZeroPolynomial(num) : constantTerm(num) > 0);
}

function isLimit({ term, name, limit, numerator, denominator }: Obligation & { kind: 'limit' }): boolean {
  const [num, den] = [normalForm(numerator).num, normalForm(denominator).num];
  const value = rationalFunctions.div(asRationalFunction(num), asRationalFunction(den));
  if (!equalRationalFunctions(normalForm(term), value)) return false;
  return rationals.compare(limitByDegrees(num, den, name), parseRational(limit)) === 'equal';
}

function limitByDegrees(num: Polynomial, den: Polynomial, name: string): Rational {
  const excess = degree(num, name) - degree(den, name);
  if (excess > 0) throw new RangeError('a limit needs a numerator of no higher degree');
  return excess < 0 || isZeroPolynomial(num)
    ? parseRational('0')
    : rationals.div(leadingCoefficient(num), leadingCoefficient(den));
}

function isNonNegative(p: Polynomial): boolean {
  return [...p.byMonomial.values()].every(({ coefficient }) => sign(coefficient) > 0);
}

function constantTerm(p: Polynomial): number {
  const found = [...p.byMonomial.values()].find(({ monomial }) => monomial.degree === 0);
  return found ? sign(found.coefficient) : 0;
}

function symbol(name: string): RationalFunction {
  return asRationalFunction(polynomials.add(indeterminate(name), polynomials.of(0)));
}
