import { exponentials } from '#arithmetic/exponential.ts';
import {
  formatRationalFunction,
  isZeroRationalFunction,
  type RationalFunction,
} from '#arithmetic/rational-function.ts';
import type { TidyTerm } from '#arithmetic/tidy-term.ts';
import type { Relation } from '#claim/statement.ts';
import { type Entry, formulas, squared } from './beta-entry.ts';
import { complete } from './complete.ts';
import { certifySign } from './sign-certificate.ts';
import type { Obligation } from './verdict.ts';

/** The relation that holds of two numbers exactly when the given one does not. */
export const contrary: Readonly<Record<Relation, Relation>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** Two numbers that can be compared by their difference, as formulas and normal forms. */
interface Compared {
  readonly left: { readonly term: TidyTerm; readonly value: RationalFunction };
  readonly right: { readonly term: TidyTerm; readonly value: RationalFunction };
  /** What must hold besides, so that comparing these compares the entries. */
  readonly besides: readonly Obligation[];
}

/**
 * Evidence that two entries stand in a relation at every beta > 0 (every beta >= 0 unless `above`).
 *
 * Entries with roots are compared by their squares, which is the same when neither is negative.
 *
 * @returns undefined when no evidence was found, which says nothing of the relation
 */
export function certifyRelation(
  left: Entry,
  relation: Relation,
  right: Entry,
  above: boolean,
  says: string,
): readonly Obligation[] | undefined {
  const compared = comparable(left, right, says);
  if (compared === undefined) return undefined;
  const found = certifyDifference(compared, relation, above, says);
  return found && [...compared.besides, found];
}

function certifyDifference(
  { left, right }: Compared,
  relation: Relation,
  above: boolean,
  says: string,
): Obligation | undefined {
  const greater = {
    says,
    term: formulas.sub(left.term, right.term).text,
    value: minus(left.value, right.value),
    above,
  };
  const less = {
    says,
    term: formulas.sub(right.term, left.term).text,
    value: minus(right.value, left.value),
    above,
  };
  switch (relation) {
    case '=':
      return isZeroRationalFunction(greater.value)
        ? { kind: 'identity', says, left: left.term.text, right: right.term.text }
        : undefined;
    case '!=':
      return certifySign({ ...less, strict: true }) ?? certifySign({ ...greater, strict: true });
    case '<':
    case '<=':
      return certifySign({ ...less, strict: relation === '<' });
    case '>':
    case '>=':
      return certifySign({ ...greater, strict: relation === '>' });
  }
}

/** The entries themselves when no root occurs; their squares when both can be squared away and are not negative. */
function comparable(left: Entry, right: Entry, says: string): Compared | undefined {
  if (!left.rooted && !right.rooted) return { left, right, besides: [] };
  const [squareOfLeft, squareOfRight] = [squared(left), squared(right)];
  if (squareOfLeft === undefined || squareOfRight === undefined) return undefined;
  const obligations = [left, right].map(({ value }, i) =>
    certifySign({
      says: `${says}: the ${i === 0 ? 'left' : 'right'} side is not negative, so that its square decides`,
      term: formatRationalFunction(value),
      value,
      strict: false,
      above: false,
    }),
  );
  const besides = complete(obligations);
  if (besides === undefined) return undefined;
  return {
    left: { term: squareOfLeft, value: exponentials.mul(left.value, left.value) },
    right: { term: squareOfRight, value: exponentials.mul(right.value, right.value) },
    besides,
  };
}

function minus(a: RationalFunction, b: RationalFunction): RationalFunction {
  return exponentials.sub(a, b);
}
