import { writeUp } from '#claim/write-up.ts';
import { type CertifiedClaim, certifyClaim } from '#coq/certify.ts';
import type { Theorem } from '#coq/theorem.ts';
import { usualBudget } from '#judge/budget.ts';
import { decideClaim } from '#judge/decide.ts';
import type { Decided } from '#judge/decided.ts';

const known = new Map<string, Decided>();

/** A claim of the write-up as it is decided, once for all properties. */
export function decidedOf(id: string): Decided {
  const claim = writeUp.find((one) => one.id === id)!;
  const decided = known.get(id) ?? decideClaim(claim, usualBudget);
  known.set(id, decided);
  return decided;
}

/** What Coq is told of a claim of the write-up. */
export function certifiedOf(id: string): CertifiedClaim {
  return certifyClaim(decidedOf(id));
}

/** The theorems of a reading of a claim, from 0. */
export function theoremsOf(id: string, reading = 0): readonly Theorem[] {
  const { certified } = certifiedOf(id).readings[reading]!;
  if ('inexpressible' in certified) throw new Error(certified.inexpressible);
  return certified.theorems;
}
