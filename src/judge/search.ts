import fc from 'fast-check';
import type { ForAllCases } from '#claim/statement.ts';
import type { Case } from '#domain/case.ts';
import type { Grain } from '#domain/grain.ts';
import { climb, distanceAt } from './climb.ts';
import { decideAt } from './compare.ts';
import type { Budget } from './verdict.ts';

/** A case at which a statement fails. */
export interface Find {
  readonly found: Case;
  /** The entry that fails, from 1. */
  readonly entry: number;
  /** Digits that decided, 0 when the decision was exact. */
  readonly digits: number;
  /** Whether it is the first of the graded cases that fails; others are to be shrunk. */
  readonly isGraded: boolean;
}

/** From coarse to fine: what fails for integers is the easiest to read. */
const grains: readonly Grain[] = ['integer', 'dyadic', 'double'];

/** Cases whose decision may take all the digits of the budget, one after the other; then only the first digits. */
const PATIENCE = 12;

/** Random cases from which a climb starts: those with the sides farthest towards a failure. */
const CLIMBS = 3;

/**
 * The cases found at which a statement fails: graded cases in their order, then random ones from coarse to fine, then
 * cases climbed to from the most promising random ones.
 *
 * @param budget `runs` random cases a grain from `seed`; the graded part does not depend on either
 * @returns lazily, so that a find that cannot be certified may be followed by another
 */
export function* search(statement: ForAllCases, budget: Budget): Generator<Find> {
  const { domain } = statement;
  const expired = budget.expired ?? (() => false);
  let patience = PATIENCE;
  const finding = function* (found: Case, isGraded: boolean): Generator<Find> {
    // Graded cases are members by the way they are made.
    if (!isGraded && !domain.includes(found)) return;
    const { digits, mostDigits } = budget;
    let decision = decideAt(statement, found, digits, digits);
    if (decision.truth === 'unknown' && patience > 0) {
      patience--;
      decision = decideAt(statement, found, 2 * digits, mostDigits);
    }
    if (decision.truth === 'fails') yield { found, isGraded, entry: decision.entry, digits: decision.digits };
  };
  for (const c of domain.graded()) {
    if (expired()) return;
    yield* finding(c, true);
  }
  const drawn: Case[] = [];
  for (const grain of grains) {
    for (const c of fc.sample(domain.arbitrary(grain), { seed: budget.seed, numRuns: budget.runs })) {
      if (expired()) return;
      drawn.push(c);
      yield* finding(c, false);
    }
  }
  for (const start of mostPromising(statement, drawn)) {
    for (const c of climb(statement, start)) {
      if (expired()) return;
      yield* finding(c, false);
    }
  }
}

function mostPromising(statement: ForAllCases, drawn: readonly Case[]): readonly Case[] {
  return drawn
    .filter((c) => statement.domain.includes(c))
    .map((c) => ({ c, distance: distanceAt(statement, c) }))
    .sort((a, b) => b.distance - a.distance)
    .slice(0, CLIMBS)
    .map(({ c }) => c);
}
