import type { Subject } from '#law/subject.ts';
import { correctLinear } from './linear-attention.ts';
import { correctRecurrences } from './rnn.ts';
import { correctSoftmax } from './softmax-attention.ts';

/** Every correct implementation, by genuinely different algorithms: none may ever be failed. */
export const correctImplementations: readonly Subject[] = [
  ...correctRecurrences,
  ...correctSoftmax,
  ...correctLinear,
];
