import { binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Allowance } from '#bound/allowance.ts';
import { linearAllowance } from '#bound/linear-attention.ts';
import { loosest, loosestOutput } from '#bound/loosest.ts';
import { outputAllowance } from '#bound/output.ts';
import { stateAllowance } from '#bound/rnn.ts';
import { softmaxAllowance } from '#bound/softmax-attention.ts';
import type { Declaration } from '#kernel/declaration.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import type { Rows, Subject } from './subject.ts';
import type { Call } from './subject-call.ts';

/** What the contract asks of the rounding of each function in a format, and no more. */
export function contract(format: FloatFormat): Subject['declares'] {
  return (fn) => (fn === 'output' ? loosestOutput(format) : loosest(format));
}

/**
 * What a correct implementation of a declaration may reply to a call of the contract, entry by entry, row by row.
 *
 * @param call at least one key; its numbers are of the format that is declared. What it does not ask for has the
 *   default of the contract: scale 1, every key seen, not normalised, features that are the coordinates
 */
export function allowanceOf(call: Call, declares: Declaration): Allowance {
  switch (call.fn) {
    case 'alternatingSum':
      return stateAllowance(arrayOf(declares, call.x), call.h0, declares);
    case 'output':
      return outputAllowance(arrayOf(declares, call.x), call.h0, declares);
    case 'softmaxAttention':
      return softmaxAllowance(
        tokensOf(declares, call),
        { scale: 1, causal: false, ...call.options },
        declares,
      );
    case 'linearAttention': {
      const defaults = { causal: false, normalize: false, featureMap: 'identity' } as const;
      return linearAllowance(tokensOf(declares, call), { ...defaults, ...call.options }, declares);
    }
  }
}

/** Queries, keys and values of a call in the arrays that kernels read. */
export function tokensOf(
  { format }: Pick<Declaration, 'format'>,
  { q, k, v }: { readonly q: Rows; readonly k: Rows; readonly v: Rows },
): Tokens {
  return {
    q: arrayOf({ format }, q.flat()),
    k: arrayOf({ format }, k.flat()),
    v: arrayOf({ format }, v.flat()),
    n: q.length,
    m: k.length,
    dk: k[0]!.length,
    dv: v[0]!.length,
  };
}

/** Numbers of a format in an array of it. */
export function arrayOf({ format }: Pick<Declaration, 'format'>, numbers: readonly number[]): FloatArray {
  return format === binary64 ? Float64Array.from(numbers) : Float32Array.from(numbers);
}
