import { cardClaims } from '#claim/softmax-attention/card.ts';
import { softmaxAttentionClaims } from '#claim/softmax-attention/claims.ts';
import { decideInGate } from './decide-in-gate.ts';
import { verdicts } from './softmax-attention.verdicts.ts';

decideInGate([...softmaxAttentionClaims, ...cardClaims], verdicts);
