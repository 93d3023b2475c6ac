import {
  constant,
  indeterminate,
  indeterminates,
  isZeroPolynomial,
  polynomials,
} from '#arithmetic/polynomial.ts';
import { formatRational, fraction, type Rational, sign } from '#arithmetic/rational.ts';
import {
  asRationalFunction,
  evaluate,
  type RationalFunction,
  rationalFunctions,
} from '#arithmetic/rational-function.ts';
import { type Univariate, univariate } from '#arithmetic/sturm.ts';
import { type Entry, formulas, written } from './beta-entry.ts';
import { type Crossing, crossingAt } from './crossing.ts';
import { certifySign } from './sign-certificate.ts';
import { type SignChange, signChangesAboveOne } from './sign-change.ts';
import type { Obligation } from './verdict.ts';

/** Where in beta > 0 an entry is at most a bound. */
export interface Located {
  readonly bound: Rational;
  /** Whether it is for small beta. */
  readonly startsBelow: boolean;
  /** Where that changes, ascending. */
  readonly changes: readonly SignChange[];
  readonly crossings: readonly Crossing[];
}

/** A stretch of beta; an absent end is open towards 0 or infinity. */
export interface Stretch {
  readonly from?: number;
  readonly to?: number;
}

/**
 * Where an entry that is a fraction of polynomials in u = e^(beta^2 / parts) is at most a bound.
 *
 * @returns undefined for any other entry
 */
export function locate({ value }: Entry, bound: Rational, parts: number): Located | undefined {
  if ([value.num, value.den].some((p) => indeterminates(p).some((name) => name !== 'u'))) return undefined;
  const p = signPolynomial(value, bound);
  if (p.length === 0) return { bound, startsBelow: true, changes: [], crossings: [] };
  const changes = signChangesAboveOne(p);
  const first = changes[0]?.before ?? sign(p.at(-1)!);
  return {
    bound,
    startsBelow: first < 0,
    changes,
    crossings: changes.map((change) => crossingAt(p, change, parts)),
  };
}

/** A polynomial in u with the sign of the entry less the bound, wherever the denominator is not zero. */
function signPolynomial(value: RationalFunction, bound: Rational): Univariate {
  const { num, den } = rationalFunctions.sub(value, asRationalFunction(constant(bound)));
  return isZeroPolynomial(num) ? [] : univariate(polynomials.mul(num, den), 'u');
}

/** The stretches of doubles on which the entry is at most the bound. */
export function stretchesOf({ startsBelow, crossings }: Located): Stretch[] {
  const entered = crossings.filter((_, i) => (i % 2 === 0) !== startsBelow).map(({ above }) => above);
  const left = crossings.filter((_, i) => (i % 2 === 0) === startsBelow).map(({ below }) => below);
  const starts: Stretch[] = [...(startsBelow ? [{}] : []), ...entered.map((from) => ({ from }))];
  return starts.map((stretch, i) => (left[i] === undefined ? stretch : { ...stretch, to: left[i] }));
}

/**
 * Evidence for the sign of the entry less the bound on every piece between two changes: u = (lo + hi v)/(1 + v) runs
 * from lo to hi as v > 0 grows, and the difference is a fraction in v whose coefficients have one sign.
 */
export function signsBetween(
  entry: Entry,
  { bound, startsBelow, changes }: Located,
  says: string,
): Obligation[] {
  const ends = [fraction(1n), ...changes.flatMap(({ lo, hi }) => [lo, hi])];
  return Array.from({ length: changes.length + 1 }, (_, i) => {
    const [from, to] = [ends[2 * i]!, ends[2 * i + 1]];
    const holds = startsBelow === (i % 2 === 0);
    const piece = pieceOf(from, to);
    const difference = rationalFunctions.sub(
      asRationalFunction(constant(bound)),
      evaluate(rationalFunctions, entry.value, () => piece),
    );
    const moved = { ...entry.term, text: entry.term.text.replace(/\bu\b/g, `(${written(piece).text})`) };
    const limit = written(asRationalFunction(constant(bound)));
    const range = `u from ${formatRational(from)} to ${to === undefined ? 'infinity' : formatRational(to)}`;
    return certifySign({
      says: `${says}: ${holds ? 'at most' : 'above'} ${formatRational(bound)} for ${range}`,
      term: (holds ? formulas.sub(limit, moved) : formulas.sub(moved, limit)).text,
      value: holds ? difference : rationalFunctions.neg(difference),
      strict: true,
      above: true,
    });
  }).flatMap((obligation) => obligation ?? []);
}

function pieceOf(from: Rational, to: Rational | undefined): RationalFunction {
  const v = asRationalFunction(indeterminate('v'));
  const { add, mul, div } = rationalFunctions;
  const [lo, hi] = [from, to].map((end) => asRationalFunction(constant(end ?? fraction(0n))));
  if (to === undefined) return add(lo!, v);
  return div(add(lo!, mul(hi!, v)), add(rationalFunctions.of(1), v));
}
