import type { Decided } from '#judge/decided.ts';
import { type CertifiedClaim, certifyClaim } from './certify.ts';
import { claimFile, identifier } from './file.ts';

/** What Coq is told of a claim. */
export interface ClaimProof {
  readonly claim: CertifiedClaim;
  /** Name and text of its file; absent when nothing of the claim can be stated. */
  readonly file?: { readonly name: string; readonly text: string };
}

/**
 * A claim in the language of Coq, the same bytes for the same verdicts.
 *
 * @param place where the write-up says it: "question 1, step 6, line 19"
 */
export function claimProof(decided: Decided, place: string): ClaimProof {
  const claim = certifyClaim(decided);
  const text = claimFile(claim, place);
  return text === undefined ? { claim } : { claim, file: { name: proofFile(decided), text } };
}

/** The name of the file of a claim. */
export function proofFile({ claim }: Decided): string {
  return `${identifier(claim.id)}.v`;
}
