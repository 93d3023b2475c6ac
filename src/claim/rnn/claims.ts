import type { Claim } from '#claim/claim.ts';
import { answerClaims, regroupingClaims } from './answer.ts';
import { comparatorClaims } from './comparator.ts';
import { expansionClaims } from './expansion.ts';

/** The claims of question 1, in document order. */
export const rnnClaims: readonly Claim[] = [
  ...expansionClaims,
  ...answerClaims,
  ...comparatorClaims,
  ...regroupingClaims,
];
