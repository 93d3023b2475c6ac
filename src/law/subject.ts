import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { Declaration } from '#kernel/declaration.ts';
import type { FeatureName } from '#kernel/kernel.ts';

/** A matrix of computed numbers, by rows. */
export type Rows = readonly (readonly number[])[];

/** The functions that an implementation offers, under the public contract: plain numbers, arrays of arrays. */
export interface SubjectFunctions {
  readonly alternatingSum?: (x: readonly number[], h0: number) => number;
  readonly output?: (x: readonly number[], h0: number) => number;
  readonly softmaxAttention?: (
    q: Rows,
    k: Rows,
    v: Rows,
    options: { readonly scale?: number; readonly causal?: boolean },
  ) => Rows;
  readonly linearAttention?: (
    q: Rows,
    k: Rows,
    v: Rows,
    options: { readonly causal?: boolean; readonly normalize?: boolean; readonly featureMap?: FeatureName },
  ) => Rows;
}

/** An implementation under test, ours or foreign. */
export interface Subject {
  readonly name: string;
  readonly format: FloatFormat;
  /** What it promises of the rounding of a function; every correct implementation keeps to that of `contract`. */
  readonly declares: (fn: keyof SubjectFunctions) => Declaration;
  /**
   * The laws that it keeps in its computed numbers as they stand, beyond what the contract asks: sums in one order,
   * the same bits in every run. None when absent.
   */
  readonly keeps?: ReadonlySet<string>;
  readonly functions: SubjectFunctions;
}
