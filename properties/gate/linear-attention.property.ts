import { linearAttentionClaims } from '#claim/linear-attention/claims.ts';
import { decideInGate } from './decide-in-gate.ts';
import { verdicts } from './linear-attention.verdicts.ts';

decideInGate(linearAttentionClaims, verdicts);
