import type { Claim } from '#claim/claim.ts';
import { answerClaims, regroupingClaims } from './answer.ts';
import { comparatorClaims } from './comparator.ts';
import { expansionClaims } from './expansion.ts';
import { scopeClaims } from './scope.ts';
import { setupClaims } from './setup.ts';

/** The claims of question 1, in document order. */
export const rnnClaims: readonly Claim[] = [
  ...setupClaims,
  ...expansionClaims,
  ...answerClaims,
  ...scopeClaims,
  ...comparatorClaims,
  ...regroupingClaims,
];
