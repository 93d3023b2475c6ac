import {
  coefficients,
  degree,
  formatPolynomial,
  indeterminate,
  indeterminates,
  isZeroPolynomial,
  type Polynomial,
  polynomials,
  power,
  substitute,
} from '#arithmetic/polynomial.ts';
import { leadingCoefficient } from '#arithmetic/polynomial-gcd.ts';
import { formatRational, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import {
  formatRationalFunction,
  isZeroRationalFunction,
  quotient,
  type RationalFunction,
} from '#arithmetic/rational-function.ts';
import type { TidyTerm } from '#arithmetic/tidy-term.ts';
import { type Entry, formulas, meaningOfU, written } from './beta-entry.ts';
import { complete } from './complete.ts';
import type { Obligation } from './verdict.ts';

/** Where an entry tends as beta grows, with the evidence. */
export interface Growth {
  readonly limit: Rational | 'none';
  readonly obligations: readonly Obligation[];
}

const zero = fraction(0n);

/**
 * The limit of an entry as beta grows.
 *
 * An entry in u alone, or in beta alone, is a fraction of polynomials: degrees and leading coefficients tell. One in
 * both is split by powers of beta. A part beta^j f(u) with j > 0 tends to 0 when s f(s^2) does: e^B > B^j/j! with
 * B = beta^2/parts gives beta^j < sqrt(j! parts^j) s for s = sqrt(u).
 *
 * @param name what the entry is called in the evidence
 * @returns undefined when the entry is of no such kind
 */
export function growthOf({ value, term }: Entry, parts: number, name: string): Growth | undefined {
  const names = [...new Set([...indeterminates(value.num), ...indeterminates(value.den)])];
  if (names.length <= 1) return ofOneName(value, term, names[0] ?? 'u', parts, name);
  const expected = names.every((other) => other === 'beta' || other === 'u');
  return expected && degree(value.den, 'beta') === 0 ? byPowersOfBeta(value, term, parts, name) : undefined;
}

function ofOneName(
  value: RationalFunction,
  term: TidyTerm,
  variable: string,
  parts: number,
  name: string,
): Growth {
  const limit = limitByDegrees(value, variable);
  const grows = variable === 'u' ? `u grows (${meaningOfU(parts)})` : `${variable} grows`;
  if (limit !== undefined) {
    const says = `${name} tends to ${formatRational(limit)} as ${grows}`;
    return { limit, obligations: [limitObligation(says, term.text, value, variable, limit)] };
  }
  const says = `${name} has no limit: its reciprocal tends to 0 as ${grows}`;
  const reciprocal = formulas.div(formulas.of(1), term).text;
  const inverse = quotient(value.den, value.num);
  return { limit: 'none', obligations: [limitObligation(says, reciprocal, inverse, variable, zero)] };
}

function byPowersOfBeta(
  value: RationalFunction,
  term: TidyTerm,
  parts: number,
  name: string,
): Growth | undefined {
  const pieces = coefficients(value.num, 'beta').map((num) => quotient(num, value.den));
  const rest = ofOneName(pieces[0]!, written(pieces[0]!), 'u', parts, `what is free of beta in ${name}`);
  const powers = pieces.flatMap((f, j) => (j === 0 || isZeroRationalFunction(f) ? [] : [{ f, j }]));
  const vanishing = complete(powers.map(({ f, j }) => vanishes(f, j, parts)));
  if (rest.limit === 'none' || vanishing === undefined) return undefined;
  const isRestZero = isZeroRationalFunction(pieces[0]!);
  const shown = powers.map(({ f, j }) => partText(f, j));
  const right = (isRestZero ? shown : [formatRationalFunction(pieces[0]!), ...shown]).join(' + ');
  return {
    limit: rest.limit,
    obligations: [
      { kind: 'identity', says: `${name} by powers of beta`, left: term.text, right },
      ...(isRestZero ? [] : rest.obligations),
      ...vanishing,
    ],
  };
}

function partText(f: RationalFunction, j: number): string {
  return `${j === 1 ? 'beta' : `beta^${j}`}*(${formatRationalFunction(f)})`;
}

/** Evidence that beta^j f(u) tends to 0. */
function vanishes(f: RationalFunction, j: number, parts: number): Obligation | undefined {
  const s = indeterminate('s');
  // u, the only name in f, is s^2.
  const inRoot = (p: Polynomial): Polynomial => substitute(p, () => power(polynomials, s, 2));
  const [num, den] = [inRoot(f.num), inRoot(f.den)];
  const bound = quotient(polynomials.mul(s, num), den);
  if (degree(bound.num, 's') >= degree(bound.den, 's')) return undefined;
  const says =
    `${partText(f, j)} tends to 0: with ${meaningOfU(parts)} and s = sqrt(u), e^B > B^j/j! for B > 0 makes ` +
    `beta^j, j = ${j}, less than a constant times s, and s times the rest tends to 0`;
  const term = `s*(${formatPolynomial(num)})/(${formatPolynomial(den)})`;
  return limitObligation(says, term, bound, 's', zero);
}

function limitByDegrees({ num, den }: RationalFunction, name: string): Rational | undefined {
  const excess = degree(num, name) - degree(den, name);
  if (isZeroPolynomial(num) || excess < 0) return zero;
  return excess > 0 ? undefined : rationals.div(leadingCoefficient(num), leadingCoefficient(den));
}

function limitObligation(
  says: string,
  term: string,
  { num, den }: RationalFunction,
  name: string,
  limit: Rational,
): Obligation {
  return {
    kind: 'limit',
    says,
    term,
    name,
    limit: formatRational(limit),
    numerator: formatPolynomial(num),
    denominator: formatPolynomial(den),
  };
}
