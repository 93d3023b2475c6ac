import type { Statement } from '#claim/statement.ts';
import type { Decided } from '#judge/decided.ts';
import type { Verdict } from '#judge/verdict.ts';
import { certifyBeta } from './beta.ts';
import { certifyBiorthogonal } from './biorthogonal.ts';
import { certifyCases } from './cases.ts';
import { certifyCost } from './cost.ts';
import { certifyFloats } from './floats.ts';
import { certifyLengths } from './lengths.ts';
import { certifyLimit } from './limit.ts';
import { certifyAllOf, certifyInScope, certifyNot } from './parts.ts';
import type { Certified } from './theorem.ts';
import { certifyThreshold } from './threshold.ts';

/** A reading or a repair, and what Coq is told of it. */
export interface CertifiedReading {
  readonly name: string;
  /** The module that holds its theorems: `Reading1`, `Repair`. */
  readonly module: string;
  readonly says: string;
  readonly verdict: Verdict;
  readonly certified: Certified;
}

/** A claim, and what Coq is told of its readings and of its repair, when this is no other reading or claim. */
export interface CertifiedClaim {
  readonly decided: Decided;
  readonly readings: readonly CertifiedReading[];
}

/** States in Coq whatever was decided of a claim. */
export function certifyClaim(decided: Decided): CertifiedClaim {
  const { claim, readings, repair } = decided;
  const certified = readings.map(({ name, says, verdict }, i) => ({
    name,
    module: `Reading${i + 1}`,
    says,
    verdict,
    certified: certifyStatement(claim.readings[i]!.statement, verdict),
  }));
  if (repair === undefined || claim.repair === undefined || !('statement' in claim.repair)) {
    return { decided, readings: certified };
  }
  const { says, verdict } = repair;
  const own = { name: 'repair', module: 'Repair', says, verdict };
  return {
    decided,
    readings: [...certified, { ...own, certified: certifyStatement(claim.repair.statement, verdict) }],
  };
}

/** Theorems that say of a statement what was decided of it. */
export function certifyStatement(statement: Statement, verdict: Verdict): Certified {
  switch (statement.kind) {
    case 'lengths':
      return certifyLengths(statement, verdict);
    case 'cases':
      return certifyCases(statement, verdict);
    case 'beta':
      return certifyBeta(statement);
    case 'limit':
      return certifyLimit(statement);
    case 'threshold':
      return certifyThreshold(statement, verdict);
    case 'cost':
      return certifyCost(statement);
    case 'biorthogonal':
      return certifyBiorthogonal(statement);
    case 'all':
      return certifyAllOf(statement, verdict, certifyStatement);
    case 'not':
      return certifyNot(statement, verdict, certifyStatement);
    case 'scope':
      return certifyInScope(statement, verdict, certifyStatement);
    case 'definition':
      return { inexpressible: 'introduces a notation' };
    case 'notation':
      return { inexpressible: 'a matter of notation' };
    case 'floats':
      return certifyFloats(statement, verdict);
  }
}
