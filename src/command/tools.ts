import type { Claim } from '#claim/claim.ts';
import type { Decided } from '#judge/decided.ts';
import type { Budget } from '#judge/verdict.ts';
import type { PageParts } from '#report/html/page-parts.ts';
import type { Grading } from './grading.ts';

/** The claims of the write-up, in document order. */
export interface Listing {
  readonly claims: readonly Claim[];
}

/** What decides them. */
export interface Deciding extends Listing {
  readonly version: string;
  readonly decide: (claim: Claim, budget: Budget) => Decided;
  /** What the page of the reports is assembled from; without it none is written. */
  readonly pageParts?: () => PageParts | undefined;
}

/** What answers requests. */
export interface Evaluating {
  /** Answers one line of requests with one line. */
  readonly evaluateLine: (line: string, lineNumber: number, digits: number) => string;
}

/** What grades subjects. */
export interface Conforming {
  readonly version: string;
  readonly grading: Grading;
  /** What the page of a grade is assembled from; without it none can be written. */
  readonly pageParts?: () => PageParts | undefined;
}

/** What the commands work with, loaded when a command needs it: one that grades waits for no claim. */
export interface Tools {
  readonly version: string;
  readonly listing: () => Promise<Listing>;
  readonly deciding: () => Promise<Deciding>;
  readonly evaluating: () => Promise<Evaluating>;
  /** @param operands the subjects that are named */
  readonly conforming: (operands: readonly string[]) => Promise<Conforming>;
}
