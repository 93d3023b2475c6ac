import type { Claim } from '#claim/claim.ts';
import { copyingClaims } from './copying.ts';
import { emphasisClaims } from './emphasis.ts';
import { normClaims } from './norms.ts';
import { outputClaims } from './outputs.ts';
import { reasonClaims } from './reasons.ts';
import { scoreClaims } from './scores.ts';
import { setupClaims } from './setup.ts';
import { softmaxClaims } from './softmax.ts';
import { weightClaims, withoutLargeBetaClaim } from './weights.ts';

/** What the write-up says in answer to question 2, in document order. */
export const softmaxAttentionClaims: readonly Claim[] = [
  ...setupClaims,
  ...normClaims,
  ...scoreClaims,
  ...softmaxClaims,
  ...weightClaims,
  ...reasonClaims,
  withoutLargeBetaClaim,
  ...outputClaims,
  ...emphasisClaims,
  ...copyingClaims,
];
