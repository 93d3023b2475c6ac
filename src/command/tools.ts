import type { Claim } from '#claim/claim.ts';
import type { Decided } from '#judge/decided.ts';
import type { Budget } from '#judge/verdict.ts';

/** What the commands work with. */
export interface Tools {
  readonly version: string;
  /** The claims of the write-up, in document order. */
  readonly claims: readonly Claim[];
  readonly decide: (claim: Claim, budget: Budget) => Decided;
  /** Answers one line of requests with one line. */
  readonly evaluateLine: (line: string, lineNumber: number, digits: number) => string;
}
