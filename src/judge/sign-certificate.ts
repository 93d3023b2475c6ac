import { exponentOf } from '#arithmetic/monomial.ts';
import {
  constant,
  formatPolynomial,
  indeterminate,
  indeterminates,
  isZeroPolynomial,
  type Polynomial,
  polynomials,
  substitute,
} from '#arithmetic/polynomial.ts';
import { formatRational, fraction, type Rational, sign } from '#arithmetic/rational.ts';
import type { RationalFunction } from '#arithmetic/rational-function.ts';
import { radicand } from '#arithmetic/surd.ts';
import type { Obligation } from './verdict.ts';

/** What is to be certified: a term, its normal form, and where. */
export interface SignQuestion {
  readonly says: string;
  readonly term: string;
  readonly value: RationalFunction;
  /** Greater than zero, not only at least zero. */
  readonly strict: boolean;
  /** Every name strictly above its least value. */
  readonly above: boolean;
}

/**
 * Powers of (1 + w_1 + ... + w_n) tried as a common factor. By Pólya's theorem some power makes all coefficients of
 * a polynomial positive that is positive wherever the w's are >= 0 (and at infinity). In one indeterminate 24 clear
 * a pair of roots of size 1 at an angle of 0.4 to the positive axis; in several the number of terms grows too fast.
 */
const mostFactors = (indeterminates: number): number => (indeterminates === 1 ? 24 : 4);

const one = constant(fraction(1n));
const zero = fraction(0n);

/**
 * The least value of a name: u = e^(beta^2 / m) is at least 1, and beta, a root of an integer, or the increase of one
 * of them is at least 0.
 */
function leastOf(name: string): Rational {
  return fraction(name === 'u' ? 1n : 0n);
}

/**
 * A certificate that a rational function is >= 0 (or > 0): after the shift name = least + w_name, numerator and
 * denominator have no negative coefficient.
 *
 * @returns undefined when no such certificate was found, which says nothing of the sign
 */
export function certifySign({ says, term, value, strict, above }: SignQuestion): Obligation | undefined {
  const names = [...new Set([...namesIn(term), ...indeterminates(value.num), ...indeterminates(value.den)])];
  const shift = (p: Polynomial): Polynomial => substitute(p, shifted);
  const certificate = nonNegative(shift(value.num), shift(value.den));
  if (certificate === undefined) return undefined;
  const { numerator, denominator } = certificate;
  if (sign(constantTerm(denominator)) === 0) return undefined;
  if (strict && isZeroPolynomial(numerator)) return undefined;
  if (strict && !above && sign(constantTerm(numerator)) === 0) return undefined;
  return {
    kind: 'sign',
    says,
    term,
    strict,
    above,
    least: Object.fromEntries(names.map((name) => [name, formatRational(leastOf(name))])),
    numerator: formatPolynomial(numerator),
    denominator: formatPolynomial(denominator),
  };
}

/**
 * The same fraction with no negative coefficient above or below, if a few common factors bring that about.
 *
 * @param den with leading coefficient 1, as in every normal form, so that a shared sign is a positive one
 */
function nonNegative(
  num: Polynomial,
  den: Polynomial,
): { readonly numerator: Polynomial; readonly denominator: Polynomial } | undefined {
  const names = [...new Set([...spread(num), ...spread(den)])];
  const factor = names.reduce((total, name) => polynomials.add(total, indeterminate(name)), one);
  let [numerator, denominator] = [num, den];
  for (let k = 0; k <= mostFactors(names.length); k++) {
    const isSettled = sharedSign(denominator) !== undefined;
    const shared = sharedSign(numerator);
    if (shared !== undefined && isSettled) return shared < 0 ? undefined : { numerator, denominator };
    numerator = polynomials.mul(numerator, factor);
    denominator = polynomials.mul(denominator, factor);
  }
  return undefined;
}

/** The names that occur in different powers: one that every term has in the same power has no part in the sign. */
function spread(p: Polynomial): string[] {
  return indeterminates(p).filter(
    (name) => new Set([...p.byMonomial.values()].map(({ monomial }) => exponentOf(monomial, name))).size > 1,
  );
}

function sharedSign(p: Polynomial): -1 | 0 | 1 | undefined {
  const signs = new Set([...p.byMonomial.values()].map(({ coefficient }) => sign(coefficient)));
  if (signs.size > 1) return undefined;
  const [shared = 0] = signs;
  return shared;
}

function constantTerm(p: Polynomial): Rational {
  return [...p.byMonomial.values()].find(({ monomial }) => monomial.degree === 0)?.coefficient ?? zero;
}

function shifted(name: string): Polynomial {
  return polynomials.add(indeterminate(offset(name)), constant(leastOf(name)));
}

function offset(name: string): string {
  return `w_${name}`;
}

/** The names of numbers in a term: functions, which are followed by a parenthesis, left out. */
function namesIn(term: string): string[] {
  return [...term.matchAll(/[a-z]\w*(?!\w*\()/g)].map(([name]) => name);
}

/** Whether a root of an integer occurs in a normal form. */
export function hasRoots({ num, den }: RationalFunction): boolean {
  return [num, den].some((p) => indeterminates(p).some((name) => radicand(name) !== undefined));
}
