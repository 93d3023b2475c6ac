import type { Claim } from '#claim/claim.ts';
import { linearAttentionClaims } from '#claim/linear-attention/claims.ts';
import type { Statement } from '#claim/statement.ts';
import { decideClaim, decideStatement } from '#judge/decide.ts';
import type { Decided } from '#judge/decided.ts';
import type { Budget, Verdict, Witness } from '#judge/verdict.ts';

const budget: Budget = { digits: 25, mostDigits: 200, runs: 20, seed: 1 };

/** The claim of an id, decided among the claims of question 3. */
export function decided(claims: readonly Claim[], id: string): Decided {
  const claim = claims.find((one) => one.id === id);
  if (claim === undefined) throw new Error(`decided: id must be that of a claim, got ${id}`);
  return decideClaim(claim, budget, linearAttentionClaims);
}

/** The words of the verdicts: of the claim, of its readings in order, and of its repair. */
export function words({ verdict, readings, repair }: Decided): readonly string[] {
  const all = [verdict, ...readings.map((reading) => reading.verdict), ...(repair ? [repair.verdict] : [])];
  return all.map((one) => one.verdict);
}

/** A statement, decided. */
export function decide(statement: Statement): Verdict {
  return decideStatement(statement, budget);
}

/** A witness as a person would write it: its inputs, and the sides as they begin. */
export function witnessText(verdict: Verdict): string {
  const { inputs, left, relation, right } = witnessOf(verdict);
  const at = inputs.map(({ name, decimal }) => `${name} = ${decimal}`).join(', ');
  return `${at}: ${left.lo.slice(0, 8)} ${relation} ${right.lo.slice(0, 8)}`;
}

function witnessOf(verdict: Verdict): Witness {
  const holder = verdict.verdict === 'proved' ? verdict.proof : verdict;
  if (!('witness' in holder))
    throw new Error(`witnessOf: verdict must carry a witness, got ${verdict.verdict}`);
  return holder.witness;
}
