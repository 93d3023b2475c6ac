import { factorsOf } from '#arithmetic/formal-space.ts';
import { formatPolynomial, type Polynomial } from '#arithmetic/polynomial.ts';
import { formatRationalFunction } from '#arithmetic/rational-function.ts';
import { tidySpace, writtenOut } from '#arithmetic/tidy-space.ts';
import { type TidyTerm, tidyName } from '#arithmetic/tidy-term.ts';
import type { ForAllLengths } from '#claim/statement.ts';
import { closed, type Moment, multiples, type Opened } from './invariants.ts';
import type { Span } from './span.ts';
import type { Obligation, Proof } from './verdict.ts';

/**
 * Proves left = right for every sequence of `first + k * every` items, by induction over k.
 *
 * The obligations: the difference of the sides in one symbolic state, its invariants 0 at the start, and each of them
 * after a step a combination of what vanished before it.
 *
 * @returns undefined when no invariants are found, see invariants.ts
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
