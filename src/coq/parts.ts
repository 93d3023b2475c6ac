import type { AllOf, InScope, Not, Statement } from '#claim/statement.ts';
import { usualBudget } from '#judge/budget.ts';
import { decideStatement } from '#judge/decide.ts';
import type { Verdict } from '#judge/verdict.ts';
import type { Certified, Theorem } from './theorem.ts';

/** How a part is stated: handed down, because parts may be statements of any kind. */
type Certify = (statement: Statement, verdict: Verdict) => Certified;

/**
 * Each part by what is decided of it: all of them when the whole is proved; of a whole that is refuted those that can be
 * stated, among them one that is refuted.
 */
export function certifyAllOf({ parts }: AllOf, { verdict }: Verdict, certify: Certify): Certified {
  const theorems: Theorem[] = [];
  const unstated: string[] = [];
  let isRefuted = false;
  for (const [i, { statement, says }] of parts.entries()) {
    const decided = decideStatement(statement, usualBudget);
    const certified = certify(statement, decided);
    if ('inexpressible' in certified) unstated.push(`part ${i + 1}: ${certified.inexpressible}`);
    else {
      isRefuted ||= decided.verdict === 'refuted';
      theorems.push(...certified.theorems.map((theorem) => within(`Part${i + 1}`, says, theorem)));
    }
  }
  const isWhole = verdict === 'proved' ? unstated.length === 0 : isRefuted;
  return isWhole ? { theorems } : { inexpressible: unstated.join('; ') };
}

function within(part: string, says: string, theorem: Theorem): Theorem {
  return {
    ...theorem,
    part: theorem.part === undefined ? part : `${part}_${theorem.part.replace('Part', '')}`,
    says: `${says}: ${theorem.says}`,
  };
}

/** The contrary: its counterexample, or its proof. */
export function certifyNot({ statement }: Not, verdict: Verdict, certify: Certify): Certified {
  if (verdict.verdict === 'proved' && verdict.proof.witness !== undefined) {
    return certify(statement, { verdict: 'refuted', witness: verdict.proof.witness });
  }
  if (verdict.verdict === 'refuted' && verdict.contrary !== undefined) {
    return certify(statement, { verdict: 'proved', proof: verdict.contrary });
  }
  return { inexpressible: `the contrary of a statement that is ${verdict.verdict}` };
}

/** What the line says where all its terms exist; that they do not elsewhere is no theorem. */
export function certifyInScope({ body }: InScope, verdict: Verdict, certify: Certify): Certified {
  if (verdict.verdict === 'conditional' && verdict.witness === undefined) {
    return certify(body, { verdict: 'proved', proof: verdict.region.inside });
  }
  return certify(body, verdict);
}
