import type { FunctionName } from './contract.ts';
import type { Failure } from './failure.ts';

/**
 * What became of a law: held in every case, broken in one, not asked for it has no case that the subject serves, not asked for a
 * law that it builds on is broken, or not answered for the subject broke off.
 */
export type LawStatus = 'passed' | 'failed' | 'skipped' | 'blocked' | 'errored';

/** A number as it is written: in shortest decimals that read back to it, and in hexadecimal. */
export interface WrittenNumber {
  readonly decimal: string;
  readonly hex: string;
}

/** A case on which a law is broken, small, with all that is needed to see it again. */
export interface LawWitness {
  readonly fn: FunctionName;
  /** The arguments of the call as the protocol writes them. */
  readonly args: unknown;
  /** All calls in order, where it takes more than the one. */
  readonly calls?: readonly { readonly fn: FunctionName; readonly args: unknown }[];
  /** What the subject returned or said. */
  readonly returned: unknown;
  /** The place of the entry that is wrong: row and column from 0, or undefined for a number. */
  readonly place?: readonly [row: number, column: number];
  readonly value?: WrittenNumber;
  /** The exact value to 20 digits. */
  readonly exact?: string;
  readonly bound?: string;
  /** What must hold and what came, in a line. */
  readonly why: string;
  /** What kind of wrong it looks like, where that can be told. */
  readonly looksLike?: string;
  /** Whether the same call failed again; if not, what came then. */
  readonly repeats: boolean;
  readonly again?: unknown;
  /** One command that replays it. */
  readonly replay: string;
}

/** The largest error over bound among the cases of a law, and at which call. */
export interface Worst {
  readonly share: number;
  readonly where: string;
}

/** One law of a grade. */
export interface LawGrade {
  readonly law: string;
  readonly system: string;
  readonly says: string;
  readonly status: LawStatus;
  readonly cases: number;
  readonly worst?: Worst;
  readonly witness?: LawWitness;
  /** Why it was skipped, blocked or not answered. */
  readonly why?: string;
}

/** The grade of one subject. */
export interface Grade {
  readonly version: 1;
  /** The version of the suite. */
  readonly suite: string;
  readonly subject: {
    readonly spec: string;
    readonly name: string;
    readonly language: string;
    readonly format: string;
    readonly implements: readonly FunctionName[];
  };
  readonly seed: number;
  readonly laws: readonly LawGrade[];
  /** Why the run broke off, if it did. */
  readonly failure?: Failure;
  /** What the subject printed, printable and short. */
  readonly printed: string;
}
