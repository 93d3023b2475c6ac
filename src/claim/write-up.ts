import type { Claim } from './claim.ts';
import { linearAttentionClaims } from './linear-attention/claims.ts';
import { rnnClaims } from './rnn/claims.ts';
import { cardClaims } from './softmax-attention/card.ts';
import { softmaxAttentionClaims } from './softmax-attention/claims.ts';

/** Every claim of the write-up, in document order. */
export const writeUp: readonly Claim[] = [
  ...rnnClaims,
  ...softmaxAttentionClaims,
  ...linearAttentionClaims,
  ...cardClaims,
];
