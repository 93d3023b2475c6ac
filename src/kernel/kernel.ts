import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { Declaration } from './declaration.ts';
import type { FloatArray, Tokens } from './tokens.ts';

/**
 * How a kernel is executed: as plain code on typed arrays; by 128-bit vectors with every operation rounded as in
 * plain code, the same bits on every machine; or by vectors whose products are fused into sums where the machine can.
 */
export type Tier = 'plain' | 'simd' | 'relaxed';

/** What every kernel has: its place in the table of kernels, and what its bound depends on. */
interface Described {
  readonly form: string;
  readonly tier: Tier;
  readonly declares: (format: FloatFormat) => Declaration;
}

/** Final state of the recurrence. The format is that of `x`; `h0` is a number of it. */
export interface StateKernel extends Described {
  readonly run: (x: FloatArray, h0: number) => number;
}

/** Every state of the recurrence, h_1 ... h_T into `out`, shape [T]. */
export interface StatesKernel extends Described {
  readonly run: (x: FloatArray, h0: number, out: FloatArray) => void;
}

/** What softmax attention is asked for, complete: the scale is a number of the format. */
export interface SoftmaxSettings {
  readonly scale: number;
  readonly causal: boolean;
}

/** Softmax attention into `out`, shape [n][dv]. At least one key where there are queries. */
export interface SoftmaxKernel extends Described {
  readonly run: (tokens: Tokens, settings: SoftmaxSettings, out: FloatArray) => void;
}

/** The feature maps of linear attention: the coordinates themselves, or elu + 1. */
export type FeatureName = 'identity' | 'elu1';

/** What linear attention is asked for, complete. */
export interface LinearSettings {
  readonly causal: boolean;
  readonly normalize: boolean;
  readonly featureMap: FeatureName;
  /** Tokens a chunk, at least 1; read by the chunkwise form. */
  readonly chunk: number;
}

/** Linear attention into `out`, shape [n][dv]. */
export interface LinearKernel extends Described {
  /** Whether it can be asked for the causal sum, the sum over all keys, or both. */
  readonly serves: { readonly causal: boolean; readonly whole: boolean };
  readonly run: (tokens: Tokens, settings: LinearSettings, out: FloatArray) => void;
}
