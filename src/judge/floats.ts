import fc from 'fast-check';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { type FloatFormat, floatFormats, roundDouble } from '#arithmetic/float-format.ts';
import { exactly } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { tidyName, tidyTerms } from '#arithmetic/tidy-term.ts';
import type { InFloats } from '#claim/statement.ts';
import { type Case, lift, numbersOf } from '#domain/case.ts';
import type { Grain } from '#domain/grain.ts';
import { flat } from '#domain/layout.ts';
import { shrink } from './shrink.ts';
import type { Budget, Verdict, Witness } from './verdict.ts';
import { exactlyApart, exactNumber } from './witness.ts';

/** Graded cases a format; a rounding error wants three or four numbers, one of them large. */
const GRADED_CASES = 40_000;

/** Decisions a shrink of a random find may take; each is a handful of additions. */
const SHRINK_DECISIONS = 4000;

/** A double of ordinary size has at most 53 binary places behind the point, so this many digits show it exactly. */
const DIGITS = 60;

const grains: readonly Grain[] = ['dyadic', 'double'];

/** The results of both sides in a format, entry by entry. */
interface Results {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/**
 * Decides a statement about number formats: refuted when the sides differ in some format, with the smallest case found
 * in each of them.
 *
 * Only finite results count as different: where a format overflows, anything may come. Zeros of both signs are the same
 * number. A search proves nothing, so the statement is undecided when no difference is found.
 */
export function decideInFloats(statement: InFloats, budget: Budget): Verdict {
  const witnesses = floatFormats.flatMap((format) => witnessIn(statement, format, budget) ?? []);
  const [witness, ...otherFormats] = witnesses;
  if (witness !== undefined) {
    return { verdict: 'refuted', witness, ...(otherFormats.length > 0 && { otherFormats }) };
  }
  const names = floatFormats.map(({ name }) => name).join(', ');
  return { verdict: 'undecided', tried: [`search: both sides agree on every case tried in ${names}`] };
}

/** The first graded case on which the sides differ in a format, or a random one made simpler. */
function witnessIn(statement: InFloats, format: FloatFormat, budget: Budget): Witness | undefined {
  const { domain } = statement;
  const a = floats(format);
  const differs = (c: Case): boolean =>
    flat(c).every((value) => roundDouble(format, value) === value) &&
    domain.includes(c) &&
    differingEntry(resultsAt(statement, a, c)) > 0;
  const expired = budget.expired ?? (() => false);
  for (const c of domain.graded({ alphabet: alphabetOf(format), cases: GRADED_CASES })) {
    if (expired()) return undefined;
    if (differs(c)) return witnessAt(statement, format, c);
  }
  for (const grain of grains) {
    for (const drawn of fc.sample(domain.arbitrary(grain), { seed: budget.seed, numRuns: budget.runs })) {
      if (expired()) return undefined;
      const c = lift(drawn, a.of);
      if (!differs(c)) continue;
      const smallest = shrink(domain, c, differs, { decisions: SHRINK_DECISIONS, expired });
      return witnessAt(statement, format, smallest);
    }
  }
  return undefined;
}

/**
 * Small integers, 2^p and its neighbours, where integers cease to be numbers of the format, and roundings of short
 * decimals.
 */
function alphabetOf(format: FloatFormat): readonly number[] {
  const limit = 2 ** format.precision;
  const decimals = [0.1, 0.2, 0.3].map((x) => roundDouble(format, x));
  return [0, 1, -1, limit, -limit, 2, -2, 3, 1 / 2, limit - 1, limit + 2, ...decimals, 10];
}

function resultsAt({ left, right }: InFloats, a: Analytic<number>, c: Case): Results {
  const lifted = lift(c, a.of);
  return { left: left(a, lifted), right: right(a, lifted) };
}

/** The first entry, from 1, in which the results are different finite numbers; 0 when there is none. */
function differingEntry({ left, right }: Results): number {
  return 1 + left.findIndex((x, i) => x !== right[i] && Number.isFinite(x) && Number.isFinite(right[i]));
}

function witnessAt(statement: InFloats, format: FloatFormat, c: Case): Witness {
  const results = resultsAt(statement, floats(format), c);
  const entry = differingEntry(results);
  // Nothing is left out of these terms: where every operation is rounded, each of them counts.
  const a = tidyTerms(false);
  const names = lift(c, (_value, name) => tidyName(name));
  const [left, right] = [results.left[entry - 1]!, results.right[entry - 1]!];
  const apart = exactlyApart(exactly(left), exactly(right), DIGITS);
  return {
    inputs: [...numbersOf(c)].map(([name, value]) => exactNumber(name, value)),
    entry,
    left: { term: statement.left(a, names)[entry - 1]!.text, ...apart.left },
    relation: '=',
    right: { term: statement.right(a, names)[entry - 1]!.text, ...apart.right },
    digits: DIGITS,
    gap: apart.gap,
    format: format.name,
  };
}
