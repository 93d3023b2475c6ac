import type { Notation } from './notation.ts';
import type { ForAllCases, Statement } from './statement.ts';

/** Where in the write-up something is said. */
export interface Source {
  readonly question: string;
  readonly part: string;
  /** Lines of the write-up, from 1; empty for the design card. */
  readonly lines: readonly number[];
}

/** One way to read a claim, made precise. */
export interface Reading {
  readonly name: string;
  /** The formal statement with its quantifiers, in plain text. */
  readonly says: string;
  readonly latex: string;
  readonly statement: Statement;
}

/** The nearest true statement: a reading of this claim, another claim, or a statement of its own. */
export type Repair =
  | { readonly reading: string }
  | { readonly claim: string; readonly reading?: string }
  | { readonly says: string; readonly latex: string; readonly statement: Statement };

/** A sentence of the write-up made precise; it may be false, and does not know. */
export interface Claim {
  readonly id: string;
  readonly source: Source;
  readonly kind: string;
  /** Whether an answer to the question stands or falls with it. */
  readonly core: boolean;
  /** The sentence in our own words. */
  readonly says: string;
  readonly domain: string;
  /** The literal reading first, where there is one; a definition has none to decide. */
  readonly readings: readonly Reading[];
  /** The line as displayed, when it must be read before it can be judged. */
  readonly notation?: Notation;
  /** Two admissible readings of one sentence, said to agree; where they differ the sentence has no single meaning. */
  readonly ambiguity?: { readonly between: readonly [string, string]; readonly agree: ForAllCases };
  readonly repair?: Repair;
}
