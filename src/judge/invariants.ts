import { factorsOf, formalSpace } from '#arithmetic/formal-space.ts';
import { type Monomial, monomial } from '#arithmetic/monomial.ts';
import {
  asConstant,
  collect,
  evaluate,
  isZeroPolynomial,
  orderedTerms,
  type Polynomial,
  type PolynomialTerm,
} from '#arithmetic/polynomial.ts';
import { rationals } from '#arithmetic/rational.ts';
import {
  isZeroRationalFunction,
  type RationalFunction,
  rationalFunctions,
} from '#arithmetic/rational-function.ts';
import { tidySpace } from '#arithmetic/tidy-space.ts';
import type { TidyTerm } from '#arithmetic/tidy-term.ts';
import type { ForAllLengths } from '#claim/statement.ts';
import { regroup } from '#reference/fold.ts';
import { type Combination, emptySpan, extend, reduce, type Span } from './span.ts';
import {
  named,
  type Replacement,
  replaced,
  replacing,
  symbolic,
  type TextBundle,
  together,
} from './symbols.ts';

/** Most invariants an induction may need; a linear two-state system needs a handful. */
const mostInvariants = 24;
/** Highest degree of an invariant: a state that steps affinely keeps the degree of the difference, a few at most. */
const mostDegree = 24;

const nameLeft = (entry: string): string => `l_${entry}`;
const nameRight = (entry: string): string => `r_${entry}`;
const asIs = (entry: string): string => entry;

/** Two folds on symbols: what their states become at the start and by one step, exactly and as text. */
export interface Opened {
  /** left - right of one symbolic state. */
  readonly difference: RationalFunction;
  readonly differenceText: string;
  readonly start: Moment;
  readonly step: Moment;
}

/** What the states become at a moment. */
export interface Moment {
  readonly replacement: Replacement;
  readonly text: ReadonlyMap<string, TidyTerm>;
  /** Whether a name belongs to the items consumed at this moment. */
  readonly isFresh: (name: string) => boolean;
}

/** The folds of a statement, and the invariants by which its sides are equal. */
export interface Closed {
  readonly opened: Opened;
  readonly span: Span;
}

/**
 * Finds polynomials in the states of both sides that vanish at every length, the difference of the sides among them.
 *
 * p, that difference in one symbolic state, has after one more step, with the items as fresh indeterminates, coefficients
 * that are again polynomials in the state; those outside the span of what is known are added, until the span is closed
 * under the step. If every member vanishes at the start, all of them vanish at every length. For states that step
 * affinely the span is always found, so a failure to vanish at the start is a failure of the statement.
 *
 * @returns undefined when the span is not closed within 24 members of degree 24, or does not vanish at the start
 */
export function closed(statement: ForAllLengths): Closed | undefined {
  const opened = open(statement);
  const span = closedSpan(opened.difference.num, opened.step);
  if (span === undefined) return undefined;
  const vanishes = (p: Polynomial): boolean => isZeroRationalFunction(after(opened.start, p));
  if (!span.members.every(vanishes)) return undefined;
  return { opened, span };
}

function open({ params, item, first, every, left, right }: ForAllLengths): Opened {
  const l = regroup(left, first, every);
  const r = regroup(right, first, every);
  const space = formalSpace;
  const p = symbolic(params, asIs);
  const pText = named(params, asIs);
  const itemsOf = (count: number) => range(count).map((i) => symbolic(item, (entry) => `${entry}${i}`));
  const itemTextOf = (count: number) => range(count).map((i) => named(item, (entry) => `${entry}${i}`));
  const states = { l: symbolic(l.state, nameLeft), r: symbolic(r.state, nameRight) };
  const texts = { l: named(l.state, nameLeft), r: named(r.state, nameRight) };
  const moment = (count: number, at: typeof states, textAt: typeof texts): Moment => ({
    replacement: together(replacing(l.state, nameLeft, at.l), replacing(r.state, nameRight, at.r)),
    text: new Map([...entries(textAt.l, nameLeft), ...entries(textAt.r, nameRight)]),
    isFresh: (name) => {
      const fresh = itemTextOf(count).flatMap((bundle) => Object.values(bundle).map(({ text }) => text));
      return (factorsOf(name) ?? [name]).some((factor) => fresh.includes(factor));
    },
  });
  return {
    difference: rationalFunctions.sub(l.finish(space, states.l, p), r.finish(space, states.r, p)),
    differenceText: tidySpace.scalars.sub(
      l.finish(tidySpace, texts.l, pText),
      r.finish(tidySpace, texts.r, pText),
    ).text,
    start: moment(
      first,
      { l: l.start(space, p, itemsOf(first)), r: r.start(space, p, itemsOf(first)) },
      { l: l.start(tidySpace, pText, itemTextOf(first)), r: r.start(tidySpace, pText, itemTextOf(first)) },
    ),
    step: moment(
      every,
      { l: l.step(space, states.l, p, itemsOf(every)), r: r.step(space, states.r, p, itemsOf(every)) },
      {
        l: l.step(tidySpace, texts.l, pText, itemTextOf(every)),
        r: r.step(tidySpace, texts.r, pText, itemTextOf(every)),
      },
    ),
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}

function entries(bundle: TextBundle, nameOf: (entry: string) => string): [string, TidyTerm][] {
  return Object.entries(bundle).map(([entry, text]) => [nameOf(entry), text]);
}

/** A polynomial in the states as it is after a moment. */
export function after(moment: Moment, p: Polynomial): RationalFunction {
  return evaluate(rationalFunctions, p, (name) => replaced(moment.replacement, name));
}

/** The parts of a stepped polynomial by what they owe to the fresh items: fresh monomial, and coefficient in the state. */
function parts(
  moment: Moment,
  p: Polynomial,
): { readonly fresh: Monomial; readonly coefficient: Polynomial }[] {
  const groups = new Map<string, { fresh: Monomial; terms: PolynomialTerm[] }>();
  for (const { monomial: m, coefficient } of p.byMonomial.values()) {
    const fresh = monomial(m.powers.filter(([name]) => moment.isFresh(name)));
    const known = monomial(m.powers.filter(([name]) => !moment.isFresh(name)));
    const group = groups.get(fresh.key) ?? { fresh, terms: [] };
    group.terms.push({ monomial: known, coefficient });
    groups.set(fresh.key, group);
  }
  return [...groups.values()].map(({ fresh, terms: found }) => ({ fresh, coefficient: collect(found) }));
}

function totalDegree(p: Polynomial): number {
  return orderedTerms(p)[0]!.monomial.degree;
}

function closedSpan(difference: Polynomial, step: Moment): Span | undefined {
  let span = emptySpan;
  const waiting = [difference];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (isZeroPolynomial(reduce(span, next).rest)) continue;
    if (span.members.length === mostInvariants || totalDegree(next) > mostDegree) return undefined;
    span = extend(span, next);
    const stepped = after(step, next);
    // A state that divides at a step is no polynomial in its predecessor, and the argument does not cover it.
    if (asConstant(stepped.den) === undefined) return undefined;
    waiting.push(...parts(step, stepped.num).map(({ coefficient }) => coefficient));
  }
  return span;
}

/** A stepped member as a sum of multiples of the members. */
export function multiples(span: Span, step: Moment, p: Polynomial): readonly Multiple[] {
  const factors = new Map<number, PolynomialTerm[]>();
  for (const { fresh, coefficient } of parts(step, after(step, p).num)) {
    const { combination }: { combination: Combination } = reduce(span, coefficient);
    for (const [position, c] of combination) {
      if (rationals.compare(c, rationals.of(0)) === 'equal') continue;
      factors.set(position, [...(factors.get(position) ?? []), { monomial: fresh, coefficient: c }]);
    }
  }
  return [...factors].map(([member, found]) => ({ factor: collect(found), member }));
}

/** A factor in the items of one step, and the invariant it multiplies, by its position. */
export interface Multiple {
  readonly factor: Polynomial;
  readonly member: number;
}

/**
 * What an induction rests on, for who writes it out in another language: polynomials in `l_` and `r_` with the names of
 * the entries of both states, which vanish at the start; the first is the numerator of left - right.
 */
export interface Invariants {
  readonly members: readonly Polynomial[];
  /** The denominator of left - right. */
  readonly denominator: Polynomial;
  /** What each becomes by one step: a sum of multiples of the members, the items of the step named `x1`, `x2`. */
  readonly stepped: readonly (readonly Multiple[])[];
}

/** The invariants by which `proveByInduction` proves a statement, undefined when it does not. */
export function invariantsOf(statement: ForAllLengths): Invariants | undefined {
  const closing = closed(statement);
  if (closing === undefined) return undefined;
  const { span, opened } = closing;
  const { den } = opened.difference;
  return {
    members: span.members,
    denominator: den,
    stepped: span.members.map((p) => multiples(span, opened.step, p)),
  };
}
