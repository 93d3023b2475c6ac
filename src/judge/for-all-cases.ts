import type { ForAllCases } from '#claim/statement.ts';
import { proveForAllCases } from './normal-forms.ts';
import { refute } from './refute.ts';
import type { Budget, Verdict } from './verdict.ts';

/** Decides a statement about cases: by normal forms at each of its shapes, or by its smallest counterexample. */
export function decideForAllCases(statement: ForAllCases, budget: Budget): Verdict {
  const proof = proveForAllCases(statement);
  if (proof !== undefined) return { verdict: 'proved', proof };
  const witness = refute(statement, budget);
  if (witness !== undefined) return { verdict: 'refuted', witness };
  const shapes =
    statement.shapes === undefined ? 'no finite list of shapes' : 'no identity and no sign certificate';
  return {
    verdict: 'undecided',
    tried: [`normal forms: ${shapes}`, 'search: no counterexample within the budget'],
  };
}
