import { type Choosable, type Chosen, type ChosenKernel, inWords } from '#kernel/choice.ts';
import type { Declaration } from '#kernel/declaration.ts';
import { formatOf } from '#kernel/declaration.ts';
import { type LinearOptions, linearCall } from '#kernel/linear-attention.ts';
import { chooseState, chooseStates, type RecurrenceOptions, type StatesOptions } from '#kernel/rnn.ts';
import { type SoftmaxOptions, softmaxCall } from '#kernel/softmax-attention.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import type { Allowance } from './allowance.ts';
import { allowFinitePart } from './finite-part.ts';
import { linearAllowance } from './linear-attention.ts';
import { outputAllowance, withOutput } from './output.ts';
import { stateAllowance, statesAllowance } from './rnn.ts';
import { softmaxAllowance } from './softmax-attention.ts';

/**
 * What is certain of the result of a call, entry by entry, in the order of the result: a number alone is one entry.
 *
 * Where `fates[i]` is
 * - `bounded`, entry i is finite and no further than `bound[i]` from the exact value;
 * - `overflows`, entry i is infinite or NaN, for an intermediate result is certain to exceed the format;
 * - `open`, nothing is promised: an input is NaN or infinite, the exact value is so near to the largest number that rounding
 *   decides, or the sum is so ill-conditioned, with a denominator next to 0, that no bound can be given.
 *
 * `bound[i]` is infinite unless the fate is `bounded`. The exact value is within `exact.radius[i]` of `exact.high[i] +
 * exact.low[i]`, taken over the reals, wherever that is finite.
 */
export interface ErrorBound extends Allowance {
  /** The kernel that the bound is of: the one that answers the call. */
  readonly kernel: ChosenKernel;
}

/** The error bound of each call, by the arguments of the call; where its result should go is not looked at. */
export interface ErrorBounds {
  readonly recurrence: (x: FloatArray, h0: number, options?: RecurrenceOptions) => ErrorBound;
  readonly output: (x: FloatArray, h0: number, options?: RecurrenceOptions) => ErrorBound;
  readonly states: (x: FloatArray, h0: number, options?: StatesOptions<FloatArray>) => ErrorBound;
  readonly softmaxAttention: (tokens: Tokens, options?: SoftmaxOptions<FloatArray>) => ErrorBound;
  readonly linearAttention: (tokens: Tokens, options?: LinearOptions<FloatArray>) => ErrorBound;
}

/**
 * The certified error bound of a call, next to its result: `errorBound.output(x, h0, options)` says how far
 * `output(x, h0, options)` is from the exact output of these inputs, at most.
 *
 * It is derived, from what the kernel declares of its own rounding, and evaluated at the input itself with all roundings of
 * the evaluation upwards.
 *
 * @cost the exact value is computed as well: hundreds of times the call itself, and memory for every score of attention
 * @throws TypeError or RangeError as the call does
 */
export const errorBound: ErrorBounds = {
  recurrence: (x, h0, options = {}) => {
    const chosen = chooseState('recurrence', x, h0, options);
    return bounded(chosen, stateAllowance(x, h0, declared(chosen, x)));
  },
  output: (x, h0, options = {}) => {
    const chosen = chooseState('output', x, h0, options);
    return bounded(chosen, outputAllowance(x, h0, withOutput(declared(chosen, x))));
  },
  states: (x, h0, options = {}) => {
    const chosen = chooseStates('states', x, h0, options);
    return bounded(chosen, statesAllowance(x, h0, declared(chosen, x)));
  },
  softmaxAttention: (of, options = {}) => {
    const { chosen, tokens, settings } = softmaxCall('softmaxAttention', of, options);
    const declares = declared(chosen, tokens.q);
    const allow = (finite: Tokens): Allowance => softmaxAllowance(finite, settings, declares);
    return bounded(chosen, allowFinitePart(tokens, settings.causal, allow));
  },
  linearAttention: (of, options = {}) => {
    const { chosen, tokens, settings } = linearCall('linearAttention', of, options);
    const declares = declared(chosen, tokens.q);
    const allow = (finite: Tokens): Allowance => linearAllowance(finite, settings, declares);
    return bounded(chosen, allowFinitePart(tokens, settings.causal, allow));
  },
};

function declared(
  { kernel }: Chosen<Choosable & { readonly declares: (format: Declaration['format']) => Declaration }>,
  array: FloatArray,
): Declaration {
  return kernel.declares(formatOf(array));
}

function bounded<K extends Choosable>(chosen: Chosen<K>, allowance: Allowance): ErrorBound {
  return { ...allowance, kernel: inWords(chosen) };
}
