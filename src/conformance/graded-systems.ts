import type { Law } from '#law/law.ts';
import type { FunctionName } from './contract.ts';
import { functionNames } from './contract.ts';

/** The systems, and the functions of the contract that are of each. */
export const systemFunctions: Readonly<Record<Law['system'], readonly FunctionName[]>> = {
  rnn: ['alternatingSum', 'output'],
  'softmax-attention': ['softmaxAttention'],
  'linear-attention': ['linearAttention'],
  between: functionNames,
};

/** The systems that have functions of their own. */
export const ownSystems: readonly Exclude<Law['system'], 'between'>[] = [
  'rnn',
  'softmax-attention',
  'linear-attention',
];
