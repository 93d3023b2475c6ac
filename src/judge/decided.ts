import type { Claim } from '#claim/claim.ts';
import type { Verdict } from './verdict.ts';

/** A reading and what became of it. */
export interface DecidedReading {
  readonly name: string;
  readonly says: string;
  readonly latex: string;
  readonly verdict: Verdict;
}

/** The repair of a claim, decided like any other statement. */
export interface DecidedRepair {
  readonly says: string;
  readonly latex: string;
  readonly verdict: Verdict;
  /** Where the repair is stated, when it is another claim's or reading's statement. */
  readonly refersTo?: { readonly claim: string; readonly reading?: string };
}

/** A claim and what became of it. */
export interface Decided {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** The reading or rule that gave the verdict: 'reading "literal"', "kind definition", "notation", "ambiguity". */
  readonly decidedBy: string;
  readonly readings: readonly DecidedReading[];
  readonly repair?: DecidedRepair;
}
