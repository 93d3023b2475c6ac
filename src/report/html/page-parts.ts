import type { Measured } from './measured-times.ts';
import type { Specimens } from './specimens.ts';

/** What the page is assembled from, made by the build: see `src/report/page/build/page.mjs`. */
export interface PageParts {
  /** One script, for the page and for its worker. */
  readonly script: string;
  /** `sha256-...` of the script, as a content security policy names it. */
  readonly scriptHash: string;
  readonly style: string;
  readonly styleHash: string;
  /** The style sheet without what formulas need, for the page of a grade. */
  readonly plainStyle: string;
  readonly plainStyleHash: string;
  /** HTML of formulas by their LaTeX. */
  readonly formulas: Readonly<Record<string, string>>;
  /** Paths that the formulas point to, as they stand in an SVG. */
  readonly shapes: string;
  /** What laws found in specimens; absent where that was not known to the build. */
  readonly specimens?: Specimens;
  /** What the last benchmark measured; absent where none was run. */
  readonly measured?: Measured;
}
