import type { System } from './system-names.ts';

/** How the laws of the suite and its specimens were tried against each other: `reports/specimens.json`. */
export interface Specimens {
  /** Every law of a grade, in its order. */
  readonly laws: readonly { readonly id: string; readonly system: System }[];
  /** Implementations that are wrong in one way each. */
  readonly specimens: readonly Specimen[];
  /** Subjects that break off or break the protocol, and how that is told. */
  readonly hostile: readonly { readonly kind: string; readonly file: string; readonly named: string }[];
  /** Implementations that are right, by other algorithms than the kernels; the largest error over its bound. */
  readonly correct: readonly {
    readonly name: string;
    readonly system: System;
    readonly format: string;
    readonly share: number;
  }[];
  /** The sharpest recorded case of each kernel. */
  readonly kernels: readonly KernelShare[];
}

/** An implementation that is wrong on purpose. */
export interface Specimen {
  readonly system: System;
  /** What is wrong with it. */
  readonly wrong: string;
  /** The law that must catch it. */
  readonly named: string;
  /** All laws that do. */
  readonly caughtBy: readonly string[];
}

/** The largest error of a kernel that was ever found, over its bound. */
export interface KernelShare {
  readonly kernel: string;
  readonly system: System;
  readonly tier: string;
  readonly format: string;
  readonly share: number;
}
