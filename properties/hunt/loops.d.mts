import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { Allowance } from '#bound/allowance.ts';
import type { Declaration } from '#kernel/declaration.ts';
import type { HuntInput } from './recorded.mjs';

/** A kernel in a format: how it is run on an input, and what it may return there. */
export interface Hunted {
  readonly system: 'recurrence' | 'softmax' | 'linear';
  readonly name: string;
  readonly format: FloatFormat;
  readonly declares: Declaration;
  readonly serves: (input: HuntInput) => boolean;
  readonly run: (input: HuntInput) => ArrayLike<number>;
  readonly allowance: (input: HuntInput, declares: Declaration) => Allowance;
}

export declare const formats: readonly FloatFormat[];
export declare function subjects(): readonly Hunted[];
export declare function compare(
  allowance: Allowance,
  values: ArrayLike<number>,
): { readonly worst: number; readonly entries: number; readonly violation?: number };
