import { unit } from '#arithmetic/monomial.ts';
import {
  formatPolynomial,
  indeterminate,
  indeterminates,
  orderedTerms,
  type Polynomial,
  polynomials,
  substitute,
} from '#arithmetic/polynomial.ts';
import { sign } from '#arithmetic/rational.ts';
import type { Obligation } from './verdict.ts';

/**
 * The certificate that a polynomial in sizes is >= 0 (> 0 when strict) whenever every size is at least 1.
 *
 * After size = 1 + w_size all coefficients must be >= 0, and the constant term > 0 when strict: enough, not necessary.
 *
 * @returns the obligation, or undefined when the signs of the coefficients do not show it
 */
export function signFromOne(says: string, p: Polynomial, strict: boolean): Obligation | undefined {
  const one = polynomials.of(1);
  const shifted = substitute(p, (name) => polynomials.add(one, indeterminate(`w_${name}`)));
  const constantTerm = shifted.byMonomial.get(unit.key)?.coefficient;
  if (strict && constantTerm === undefined) return undefined;
  if (orderedTerms(shifted).some(({ coefficient }) => sign(coefficient) < 0)) return undefined;
  return {
    kind: 'sign',
    says,
    term: formatPolynomial(p),
    strict,
    above: false,
    least: Object.fromEntries(indeterminates(p).map((name) => [name, '1'])),
    numerator: formatPolynomial(shifted),
    denominator: '1',
  };
}
