import type { Claim } from '#claim/claim.ts';
import type { Decided } from '#judge/decided.ts';
import type { Budget } from '#judge/verdict.ts';
import type { PageParts } from '#report/html/page-parts.ts';
import type { Grading } from './grading.ts';

/** What the commands work with. */
export interface Tools {
  readonly version: string;
  /** The claims of the write-up, in document order. */
  readonly claims: readonly Claim[];
  readonly decide: (claim: Claim, budget: Budget) => Decided;
  /** What the page of the reports is assembled from; without it none is written. */
  readonly pageParts?: () => PageParts | undefined;
  /** Answers one line of requests with one line. */
  readonly evaluateLine: (line: string, lineNumber: number, digits: number) => string;
  readonly grading: Grading;
}
