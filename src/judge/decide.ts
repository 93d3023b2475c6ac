import type { Claim, Reading, Repair } from '#claim/claim.ts';
import type { Statement } from '#claim/statement.ts';
import { writeUp } from '#claim/write-up.ts';
import { accepted } from './accepted.ts';
import { decideForAllBeta } from './beta.ts';
import { decideBiorthogonal } from './biorthogonal.ts';
import { usualBudget } from './budget.ts';
import { decideCost } from './cost.ts';
import type { Decided, DecidedReading, DecidedRepair } from './decided.ts';
import { decideInFloats } from './floats.ts';
import { decideForAllCases } from './for-all-cases.ts';
import { decideForAllLengths } from './lengths.ts';
import { decideAsBetaGrows } from './limit.ts';
import { decideNotation } from './notation.ts';
import { decideAllOf, decideNot } from './parts.ts';
import { decideInScope } from './scope.ts';
import { decideBelowEps } from './threshold.ts';
import type { Budget, Verdict } from './verdict.ts';

/** Decides a statement by the strongest method its type allows. */
export function decideStatement(statement: Statement, budget: Budget): Verdict {
  switch (statement.kind) {
    case 'definition':
      return { verdict: 'definition' };
    case 'lengths':
      return decideForAllLengths(statement, budget);
    case 'cases':
      return decideForAllCases(statement, budget);
    case 'beta':
      return decideForAllBeta(statement, budget);
    case 'limit':
      return decideAsBetaGrows(statement, budget);
    case 'threshold':
      return decideBelowEps(statement, budget);
    case 'cost':
      return decideCost(statement, budget);
    case 'floats':
      return decideInFloats(statement, budget);
    case 'notation':
      return decideNotation(statement);
    case 'biorthogonal':
      return decideBiorthogonal(statement);
    case 'all':
      return decideAllOf(statement, decideStatement, budget);
    case 'not':
      return decideNot(statement, decideStatement, budget);
    case 'scope':
      return decideInScope(statement, decideStatement, budget);
  }
}

/**
 * Decides a claim, each of its readings and its repair.
 *
 * @param among the claims in which a repair may be found, beside the claim itself
 * @throws Error when a repair names a claim or a reading that does not exist, or a proof is not accepted by the
 *   independent checker
 */
export function decideClaim(
  claim: Claim,
  budget: Budget = usualBudget,
  among: readonly Claim[] = writeUp,
): Decided {
  const readings = claim.readings.map((reading) => decideReading(claim.id, reading, budget));
  const { verdict, decidedBy } = verdictOf(claim, readings, budget);
  const repair = claim.repair && decideRepair(claim, claim.repair, budget, among);
  return { claim, verdict, decidedBy, readings, ...(repair && { repair }) };
}

function decideReading(
  id: string,
  { name, says, latex, statement }: Reading,
  budget: Budget,
): DecidedReading {
  const verdict = accepted(`${id}, reading "${name}"`, decideStatement(statement, budget));
  return { name, says, latex, verdict };
}

/** The verdict of a claim is that of its literal reading, unless the sentence does not say one thing. */
function verdictOf(
  claim: Claim,
  readings: readonly DecidedReading[],
  budget: Budget,
): { readonly verdict: Verdict; readonly decidedBy: string } {
  if (claim.kind === 'definition')
    return { verdict: { verdict: 'definition' }, decidedBy: 'kind definition' };
  const notation = claim.notation && decideNotation(claim.notation);
  if (notation?.verdict === 'ill-posed') return { verdict: notation, decidedBy: 'notation' };
  const ambiguous = claim.ambiguity && ambiguityOf(claim, claim.ambiguity, budget);
  if (ambiguous !== undefined) return { verdict: ambiguous, decidedBy: 'ambiguity' };
  const literal = readings.find(({ name }) => name.startsWith('literal')) ?? readings[0]!;
  return { verdict: literal.verdict, decidedBy: `reading "${literal.name}"` };
}

function ambiguityOf(
  claim: Claim,
  { between: [one, other], agree }: NonNullable<Claim['ambiguity']>,
  budget: Budget,
): Verdict | undefined {
  const agreement = decideForAllCases(agree, budget);
  if (agreement.verdict !== 'refuted') return undefined;
  const faults = [`"${one}" and "${other}" are both admissible and differ`];
  const { witness } = agreement;
  return { verdict: 'ill-posed', fault: { displayed: claim.says, faults, ...(witness && { witness }) } };
}

function decideRepair(claim: Claim, repair: Repair, budget: Budget, among: readonly Claim[]): DecidedRepair {
  if ('statement' in repair) {
    const { says, latex, statement } = repair;
    return { says, latex, verdict: accepted(`${claim.id}, repair`, decideStatement(statement, budget)) };
  }
  const id = 'claim' in repair ? repair.claim : claim.id;
  const found = id === claim.id ? claim : among.find((other) => other.id === id);
  const reading = found?.readings.find(({ name }) => name === repair.reading) ?? found?.readings[0];
  if (reading === undefined || (repair.reading !== undefined && reading.name !== repair.reading)) {
    const wanted = repair.reading === undefined ? id : `${id}, "${repair.reading}"`;
    throw new Error(`${claim.id}: repair must name a reading that exists, got ${wanted}`);
  }
  const { says, latex, verdict } = decideReading(id, reading, budget);
  return { says, latex, verdict, refersTo: { claim: id, reading: reading.name } };
}
