import { linearSpecimens } from './linear-attention.ts';
import { rnnSpecimens } from './rnn.ts';
import { softmaxSpecimens } from './softmax-attention.ts';
import type { Specimen } from './specimen.ts';

/** Every specimen. */
export const specimens: readonly Specimen[] = [...rnnSpecimens, ...softmaxSpecimens, ...linearSpecimens];
