import { type Atomic, atoms } from '#arithmetic/atoms.ts';
import {
  constant,
  evaluate as evaluatePolynomial,
  indeterminate,
  indeterminates,
  polynomials,
} from '#arithmetic/polynomial.ts';
import { fraction } from '#arithmetic/rational.ts';
import {
  evaluate,
  formatRationalFunction,
  quotient,
  type RationalFunction,
} from '#arithmetic/rational-function.ts';
import { type Atom, separated } from '#arithmetic/separated-atoms.ts';
import { type TidyTerm, tidyName, tidyTerms } from '#arithmetic/tidy-term.ts';
import { certifySign } from './sign-certificate.ts';
import type { Obligation } from './verdict.ts';

/** A number as a normal form and as a formula, under the same names. */
export interface Named {
  readonly value: Atomic;
  readonly term: TidyTerm;
}

/** What a sign is wanted for, and which names are of numbers >= 0. */
export interface SignContext {
  readonly says: string;
  readonly isExcess: (name: string) => boolean;
}

/** An exponential under the name it has in a certificate. */
interface NamedAtom {
  /** `e_i` for the exponential itself, `f_i` for what it exceeds 1 by. */
  readonly name: string;
  readonly means: TidyTerm;
  readonly atLeastOne: boolean;
}

const tidy = tidyTerms(true);
const one = constant(fraction(1n));

/**
 * Evidence that a - b >= 0, or > 0 when strict: the difference as a quotient of polynomials in the excesses and in
 * exponentials, and the signs of its coefficients.
 *
 * @returns undefined when a number of unknown sign is left, or no certificate was found
 */
export function certifyPositive(
  a: Named,
  b: Named,
  strict: boolean,
  { says, isExcess }: SignContext,
): readonly Obligation[] | undefined {
  const difference = separated(atoms.sub(a.value, b.value));
  const named = difference.atoms.map((atom, place) => nameAtom(atom, place, isExcess));
  const { num, den } = difference.with((_atom, place) => {
    const { name, atLeastOne } = named[place]!;
    return atLeastOne ? polynomials.add(one, indeterminate(name)) : indeterminate(name);
  });
  const value = quotient(num, den);
  const names = namesOf(value);
  if (!names.every((name) => isExcess(name) || named.some((atom) => atom.name === name))) return undefined;
  const sign = certifySign({
    says: [says, ...named.map(({ name, means }) => `${name} = ${means.text}`)].join(', '),
    term: formatRationalFunction(value),
    value,
    strict,
    above: names.every((name) => name.startsWith('e_')),
  });
  if (sign === undefined) return undefined;
  const spelled = evaluate(
    tidy,
    value,
    (name) => named.find((atom) => atom.name === name)?.means ?? tidyName(name),
  );
  const left = tidy.sub(a.term, b.term).text;
  return [{ kind: 'identity', says: `${says}: the difference`, left, right: spelled.text }, sign];
}

/** e^f >= 1 where f has no negative coefficient and nothing in it but excesses. */
function nameAtom({ exponent }: Atom, place: number, isExcess: (name: string) => boolean): NamedAtom {
  const atLeastOne = indeterminates(exponent).every(isExcess);
  const power = tidy.exp(evaluatePolynomial(tidy, exponent, tidyName));
  return atLeastOne
    ? { name: `f_${place + 1}`, means: tidy.sub(power, tidy.of(1)), atLeastOne }
    : { name: `e_${place + 1}`, means: power, atLeastOne };
}

function namesOf({ num, den }: RationalFunction): readonly string[] {
  return [...new Set([...indeterminates(num), ...indeterminates(den)])];
}
