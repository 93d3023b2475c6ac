import { rnnClaims } from '#claim/rnn/claims.ts';
import { decideInGate } from './decide-in-gate.ts';
import { verdicts } from './rnn.verdicts.ts';

decideInGate(rnnClaims, verdicts);
