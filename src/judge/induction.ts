import { factorsOf, formalSpace } from '#arithmetic/formal-space.ts';
import { type Monomial, monomial } from '#arithmetic/monomial.ts';
import {
  asConstant,
  collect,
  evaluate,
  formatPolynomial,
  isZeroPolynomial,
  orderedTerms,
  type Polynomial,
  type PolynomialTerm,
} from '#arithmetic/polynomial.ts';
import { rationals } from '#arithmetic/rational.ts';
import {
  formatRationalFunction,
  isZeroRationalFunction,
  type RationalFunction,
  rationalFunctions,
} from '#arithmetic/rational-function.ts';
import { tidySpace, writtenOut } from '#arithmetic/tidy-space.ts';
import { type TidyTerm, tidyName } from '#arithmetic/tidy-term.ts';
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
import type { Obligation, Proof } from './verdict.ts';

/** Most invariants an induction may need; a linear two-state system needs a handful. */
const mostInvariants = 24;
/** Highest degree of an invariant: a state that steps affinely keeps the degree of the difference, a few at most. */
const mostDegree = 24;

const nameLeft = (entry: string): string => `l_${entry}`;
const nameRight = (entry: string): string => `r_${entry}`;
const asIs = (entry: string): string => entry;

/** Two folds on symbols: what their states become at the start and by one step, exactly and as text. */
interface Opened {
  /** left - right of one symbolic state. */
  readonly difference: RationalFunction;
  readonly differenceText: string;
  readonly start: Moment;
  readonly step: Moment;
}

interface Moment {
  readonly replacement: Replacement;
  readonly text: ReadonlyMap<string, TidyTerm>;
  /** Whether a name belongs to the items consumed at this moment. */
  readonly isFresh: (name: string) => boolean;
}

/**
 * Proves left = right for every sequence of `first + k * every` items, by induction over k.
 *
 * The difference of the sides is a polynomial p in one symbolic state. p after one more step, with the items as fresh
 * indeterminates, has coefficients that are again polynomials in the state; those outside the span of what is known
 * are added, until the span is closed under the step. If every member vanishes at the start, all of them vanish at
 * every length, p among them. For states that step affinely the span is always found, so a failure to vanish at the
 * start is a failure of the statement.
 *
 * @returns undefined when the span is not closed within 24 members of degree 24, or does not vanish at the start
 */
export function proveByInduction(statement: ForAllLengths): Proof | undefined {
  const closing = closed(statement);
  if (closing === undefined) return undefined;
  const { opened, span } = closing;
  return {
    method: 'induction',
    argument: argue(statement, span),
    obligations: [finishing(opened), ...starting(opened, span), ...stepping(opened, span)],
  };
}

/** The folds of a statement with the span that proves it. */
function closed(statement: ForAllLengths): { readonly opened: Opened; readonly span: Span } | undefined {
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

function after(moment: Moment, p: Polynomial): RationalFunction {
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

/** The lengths of a statement in words: "T even, T >= 2". */
export function lengthsOf({ first, every }: Pick<ForAllLengths, 'first' | 'every'>): string {
  if (every === 1) return `T >= ${first}`;
  if (every === 2) return `T ${first % 2 === 0 ? 'even' : 'odd'}, T >= ${first}`;
  return `T = ${first} + ${every} k, k >= 0`;
}

function argue(statement: ForAllLengths, { members }: Span): string {
  const widths = Object.values(statement.item).includes('vector') ? ' and vectors of every width' : '';
  const opening = `Induction over ${lengthsOf(statement)}${widths}.`;
  const invariants = members.map((p, i) => `p${i} = ${formatPolynomial(p)}`).join('; ');
  if (members.length === 0) return `${opening} The sides are the same function of the same state.`;
  const which = members.length === 1 ? 'p0 is' : `p0 ... p${members.length - 1} are`;
  return `${opening} Left = right where p0 = 0, and ${which} 0 at the start and after every step: ${invariants}.`;
}

function finishing({ difference, differenceText }: Opened): Obligation {
  return {
    kind: 'identity',
    says: 'left minus right, in the state',
    left: differenceText,
    right: formatRationalFunction(difference),
  };
}

function asText(moment: Moment, p: Polynomial): string {
  return writtenOut(p, (name) => textOf(moment, name)).text;
}

function textOf(moment: Moment, name: string): TidyTerm {
  const factors = factorsOf(name);
  if (factors === undefined) return moment.text.get(name) ?? tidyName(name);
  const [u, v] = factors.map((factor) => moment.text.get(factor) ?? tidyName(factor));
  return tidySpace.dot(u!, v!);
}

function starting(opened: Opened, span: Span): Obligation[] {
  return span.members.map((p, i) => ({
    kind: 'identity',
    says: `p${i} vanishes at the start`,
    left: asText(opened.start, p),
    right: '0',
  }));
}

function stepping({ step }: Opened, span: Span): Obligation[] {
  return span.members.map((p, i) => ({
    kind: 'identity',
    says: `p${i} after a step is a combination of what vanished before it`,
    left: asText(step, p),
    right: combined(span, step, p),
  }));
}

/** The stepped polynomial as a sum of multiples of the members, factors in the fresh items. */
function combined(span: Span, step: Moment, p: Polynomial): string {
  const summands = multiples(span, step, p).map(
    ({ factor, member }) => `(${formatPolynomial(factor)})*(${formatPolynomial(span.members[member]!)})`,
  );
  return summands.length === 0 ? '0' : summands.join(' + ');
}

function multiples(span: Span, step: Moment, p: Polynomial): readonly Multiple[] {
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
