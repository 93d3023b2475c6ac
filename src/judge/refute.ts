import type { ForAllCases } from '#claim/statement.ts';
import type { Case } from '#domain/case.ts';
import { decideAt } from './compare.ts';
import { type Find, search } from './search.ts';
import { shrink } from './shrink.ts';
import type { Budget, Witness } from './verdict.ts';
import { certify } from './witness.ts';

/** Decisions a shrink may take; a shrink of a handful of numbers needs some hundreds. */
const SHRINK_DECISIONS = 4000;

/** Finds that may turn out to be uncertifiable before the search is given up. */
const MOST_FINDS = 8;

/**
 * The smallest counterexample found to a statement, certified at no less than twice the digits that decided it.
 *
 * A graded case is the witness as it is, the same for every seed; any other is shrunk first.
 *
 * @returns undefined when none is found and certified within the budget, which says nothing of the statement
 */
export function refute(statement: ForAllCases, budget: Budget): Witness | undefined {
  let finds = 0;
  for (const find of search(statement, budget)) {
    const witness = certified(statement, find, budget);
    if (witness !== undefined || ++finds === MOST_FINDS) return witness;
  }
  return undefined;
}

function certified(statement: ForAllCases, find: Find, budget: Budget): Witness | undefined {
  const { digits, mostDigits, expired } = budget;
  const fails = (c: Case): boolean => decideAt(statement, c, digits, digits).truth === 'fails';
  const smallest = find.isGraded
    ? find.found
    : shrink(statement.domain, find.found, fails, {
        decisions: SHRINK_DECISIONS,
        ...(expired && { expired }),
      });
  const decision = smallest === find.found ? find : decideAt(statement, smallest, digits, mostDigits);
  const start = 2 * Math.max(digits, decision.digits);
  return certify(statement, smallest, decision.entry, start, 2 * mostDigits);
}
