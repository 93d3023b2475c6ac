import { type ChosenKernel, inWords } from './choice.ts';
import { type LinearOptions, linearCall } from './linear-attention.ts';
import { chooseState, chooseStates, type RecurrenceOptions, type StatesOptions } from './rnn.ts';
import { type SoftmaxOptions, softmaxCall } from './softmax-attention.ts';
import type { FloatArray, Tokens } from './tokens.ts';

/** What answers a call, by the call: the same arguments, and nothing is computed. */
export interface ChosenKernels {
  readonly recurrence: (x: FloatArray, h0: number, options?: RecurrenceOptions) => ChosenKernel;
  readonly output: (x: FloatArray, h0: number, options?: RecurrenceOptions) => ChosenKernel;
  readonly states: (x: FloatArray, h0: number, options?: StatesOptions<FloatArray>) => ChosenKernel;
  readonly softmaxAttention: (tokens: Tokens, options?: SoftmaxOptions<FloatArray>) => ChosenKernel;
  readonly linearAttention: (tokens: Tokens, options?: LinearOptions<FloatArray>) => ChosenKernel;
}

/**
 * The kernel that a call is answered by, and why that one: `chosenKernel.softmaxAttention(tokens, options)` says whether
 * vectors compute `softmaxAttention(tokens, options)`, or plain code does where the engine has no vectors.
 *
 * @throws TypeError or RangeError as the call does
 */
export const chosenKernel: ChosenKernels = {
  recurrence: (x, h0, options = {}) => inWords(chooseState('recurrence', x, h0, options)),
  output: (x, h0, options = {}) => inWords(chooseState('output', x, h0, options)),
  states: (x, h0, options = {}) => inWords(chooseStates('states', x, h0, options)),
  softmaxAttention: (tokens, options = {}) =>
    inWords(softmaxCall('softmaxAttention', tokens, options).chosen),
  linearAttention: (tokens, options = {}) => inWords(linearCall('linearAttention', tokens, options).chosen),
};
