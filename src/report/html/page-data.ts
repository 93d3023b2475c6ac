import type { FormatRegion } from '#judge/verdict.ts';
import type { Ledger } from '#report/ledger.ts';

/** Where a number format seems to confirm a statement about all beta, and from where it returns NaN, in decimals. */
export interface LocatedFormat {
  readonly format: string;
  readonly softmax: FormatRegion['softmax'];
  readonly from?: string;
  readonly to?: string;
  readonly nan?: string;
}

/** From this beta on a quantity is at most eps. */
export interface LocatedThreshold {
  readonly name: string;
  readonly eps: string;
  readonly beta: string;
}

/** What the script of the page reads of the ledger. */
export interface PageData {
  /** Where each format seems to confirm that every weight of a token to itself is 1. */
  readonly formats: readonly LocatedFormat[];
  /** From which beta on the tokens of the write-up give away at most eps. */
  readonly thresholds: readonly LocatedThreshold[];
}

const falseClaim = 'q2b-weights-diagonal-one';
const located = 'q2b-holds-without-large-beta';

/** The regions of the claims about the diagonal of W; nothing where they were not decided. */
export function pageData({ decided }: Ledger): PageData {
  const verdictOf = (id: string) => decided.find(({ claim }) => claim.id === id)?.verdict;
  const [about, within] = [verdictOf(falseClaim), verdictOf(located)];
  const formats = about?.verdict === 'refuted' ? (about.formats ?? []) : [];
  const thresholds = within?.verdict === 'conditional' ? (within.region.thresholds ?? []) : [];
  return {
    formats: formats.map(locatedFormat),
    thresholds: thresholds.map(({ name, eps = '', above }) => ({ name, eps, beta: above.decimal })),
  };
}

function locatedFormat({ format, softmax, confirms, nanFrom }: FormatRegion): LocatedFormat {
  return {
    format,
    softmax,
    ...(confirms && { from: confirms.from.decimal, to: confirms.to.decimal }),
    ...(nanFrom && { nan: nanFrom.decimal }),
  };
}
