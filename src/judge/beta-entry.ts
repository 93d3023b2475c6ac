import { beta, exponentials } from '#arithmetic/exponential.ts';
import { formatRationalFunction, type RationalFunction } from '#arithmetic/rational-function.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { type TidyTerm, tidyName, tidyTerms } from '#arithmetic/tidy-term.ts';
import type { FrameSide } from '#claim/statement.ts';
import { formalFrame } from '#domain/orthogonal.ts';
import { hasRoots } from './sign-certificate.ts';

/** An entry of a side: its normal form in beta and u = e^(beta^2 / parts), and the formula it came from. */
export interface Entry {
  readonly value: RationalFunction;
  /** Infix in beta, u and roots. */
  readonly term: TidyTerm;
  /** Whether a root occurs in the term. */
  readonly rooted: boolean;
  /** A formula for the square of the entry in which no root occurs, where there is one. */
  readonly square: TidyTerm | undefined;
}

/** Sides evaluated over formal orthogonal vectors. */
export interface FormalSides {
  /** u stands for e^(beta^2 / parts). */
  readonly parts: number;
  readonly sides: readonly (readonly Entry[])[];
}

/** Formulas as they stand in obligations. */
export const formulas: Analytic<TidyTerm> = tidyTerms(true);

/** Scales of scores as small as 1/64 keep every exponent an integer multiple of beta^2 / parts. */
const MOST_PARTS = 64;

/**
 * The entries of sides over formal orthogonal vectors of norm beta.
 *
 * @returns undefined when some entry has no normal form over beta and e^(beta^2 / parts), parts <= 64
 */
export function formalSides(vectors: number, sides: readonly FrameSide[]): FormalSides | undefined {
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    try {
      const { space, frame } = formalFrame(entries(parts), symbol(beta, tidyName('beta')), vectors);
      return { parts, sides: sides.map((side) => side(space, frame)) };
    } catch (error) {
      // Outside the domain of exp or sqrt: a finer unit of the exponent may do.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return undefined;
}

/** What u stands for, in words for a reader. */
export function meaningOfU(parts: number): string {
  return parts === 1 ? 'u = e^(beta^2)' : `u = e^(beta^2/${parts})`;
}

/** Why a computation over formal vectors speaks for all vectors. */
export function setting(parts: number): string {
  return (
    `For mutually orthogonal vectors of norm beta, in any dimension, <e_i, e_j> = beta^2 [i = j] and nothing else is ` +
    `used: with ${meaningOfU(parts)}, so that u > 1 when beta > 0, every entry is a fraction of polynomials.`
  );
}

/**
 * Normal forms that remember the formula they came from; an exponential is written down as a power of u.
 *
 * @param parts exponents are integer multiples of beta^2 / parts
 */
export function entries(parts: number): Analytic<Entry> {
  return {
    of: (value) => symbol(exponentials.of(value), formulas.of(value)),
    add: (a, b) => linear(exponentials.add(a.value, b.value), formulas.add(a.term, b.term), a, b),
    sub: (a, b) => linear(exponentials.sub(a.value, b.value), formulas.sub(a.term, b.term), a, b),
    neg: (a) => ({ ...a, value: exponentials.neg(a.value), term: formulas.neg(a.term) }),
    mul: (a, b) => combined(exponentials.mul(a.value, b.value), formulas.mul, a, b),
    div: (a, b) => combined(exponentials.div(a.value, b.value), formulas.div, a, b),
    exp: (a) => {
      const power = exponentials.exp(exponentials.mul(exponentials.of(parts), a.value));
      return symbol(power, written(power));
    },
    sqrt: (a) => ({
      value: exponentials.sqrt(a.value),
      term: formulas.sqrt(a.term),
      rooted: true,
      square: a.rooted ? withoutRoots(a.value) : a.term,
    }),
  };
}

/** The square of an entry as a formula without roots, where there is one. */
export function squared(e: Entry): TidyTerm | undefined {
  return e.rooted ? e.square : formulas.mul(e.term, e.term);
}

function symbol(value: RationalFunction, term: TidyTerm): Entry {
  return { value, term, rooted: false, square: undefined };
}

/** A sum or difference: its square is free of roots when its normal form says so. */
function linear(value: RationalFunction, term: TidyTerm, a: Entry, b: Entry): Entry {
  const rooted = a.rooted || b.rooted;
  return { value, term, rooted, square: rooted ? withoutRoots(exponentials.mul(value, value)) : undefined };
}

function combined(
  value: RationalFunction,
  write: (a: TidyTerm, b: TidyTerm) => TidyTerm,
  a: Entry,
  b: Entry,
): Entry {
  const rooted = a.rooted || b.rooted;
  const [left, right] = [squared(a), squared(b)];
  const square = rooted && left !== undefined && right !== undefined ? write(left, right) : undefined;
  return { value, term: write(a.term, b.term), rooted, square };
}

function withoutRoots(value: RationalFunction): TidyTerm | undefined {
  return hasRoots(value) ? undefined : written(value);
}

/** A normal form as a formula. */
export function written(value: RationalFunction): TidyTerm {
  const text = formatRationalFunction(value);
  return /^\w+(\^\d+)?$/.test(text) ? { text, outermost: 'atom' } : { text, outermost: 'sum' };
}
