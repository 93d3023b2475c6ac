import type { Arbitrary } from 'fast-check';
import type { Analytic } from '#arithmetic/ring.ts';
import type { Case, Layout, Lifted } from './case.ts';
import type { Grading } from './graded.ts';
import type { Grain } from './grain.ts';

/** What numbers of a case must satisfy to be in a domain. */
export type Condition<N> =
  | { readonly left: N; readonly is: '=' | '!=' | '<' | '<='; readonly right: N }
  | { readonly integer: N };

/** The conditions of a domain over any arithmetic, for who states them in another language. */
export type Conditions<C extends Case> = <N>(a: Analytic<N>, c: Lifted<C, N>) => readonly Condition<N>[];

/** The cases for which a statement is said to hold. */
export interface Domain<C extends Case> {
  /** In words and symbols: "even T >= 2, x in R^T, h_0 in R". */
  readonly name: string;
  /** Small cases in a fixed order, fewest tokens and coordinates first, then smallest numbers first; finite. */
  readonly graded: (grading?: Partial<Grading>) => Iterable<C>;
  /** Random cases of one grain. */
  readonly arbitrary: (grain: Grain) => Arbitrary<C>;
  /** Membership; shrinking never leaves the domain. */
  readonly includes: (c: C) => boolean;
  /** The sizes of each input by name, when shrinking may drop tokens and coordinates. */
  readonly layout?: Layout;
  /** What `includes` asks of the numbers of a case, whatever its sizes; absent means nothing. */
  readonly conditions?: Conditions<C> | 'untold';
}
