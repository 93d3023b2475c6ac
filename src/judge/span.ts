import { constant, orderedTerms, type Polynomial, polynomials } from '#arithmetic/polynomial.ts';
import { type Rational, rationals } from '#arithmetic/rational.ts';

/** A polynomial as a combination of the members of a span, by their position. */
export type Combination = ReadonlyMap<number, Rational>;

interface Row {
  /** Reduced so that no other row has its leading monomial. */
  readonly reduced: Polynomial;
  readonly lead: string;
  readonly combination: Combination;
}

/** A growing list of linearly independent polynomials over the fractions. */
export interface Span {
  readonly members: readonly Polynomial[];
  readonly rows: readonly Row[];
}

/** The span of nothing. */
export const emptySpan: Span = { members: [], rows: [] };

/** The part of a polynomial outside a span, and the combination of members that the rest is. */
export function reduce(
  span: Span,
  p: Polynomial,
): { readonly rest: Polynomial; readonly combination: Combination } {
  let rest = p;
  const combination = new Map<number, Rational>();
  for (const row of span.rows) {
    const coefficient = rest.byMonomial.get(row.lead)?.coefficient;
    if (coefficient === undefined) continue;
    const factor = rationals.div(coefficient, row.reduced.byMonomial.get(row.lead)!.coefficient);
    rest = polynomials.sub(rest, polynomials.mul(constant(factor), row.reduced));
    accumulate(combination, row.combination, factor);
  }
  return { rest, combination };
}

/** The span with one more member, which must not lie in it. */
export function extend(span: Span, member: Polynomial): Span {
  const { rest, combination } = reduce(span, member);
  const own = new Map<number, Rational>([[span.members.length, rationals.of(1)]]);
  accumulate(own, combination, rationals.of(-1));
  const row = { reduced: rest, lead: orderedTerms(rest)[0]!.monomial.key, combination: own };
  return { members: [...span.members, member], rows: [...span.rows, row] };
}

function accumulate(into: Map<number, Rational>, from: Combination, factor: Rational): void {
  for (const [position, coefficient] of from) {
    const added = rationals.mul(factor, coefficient);
    into.set(position, rationals.add(into.get(position) ?? rationals.of(0), added));
  }
}
