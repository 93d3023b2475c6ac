import type { Analytic, Ring } from '#arithmetic/ring.ts';
import type { Space } from '#arithmetic/space.ts';
import type { Case, Lifted } from '#domain/case.ts';
import type { Domain } from '#domain/domain.ts';
import type { Frame } from '#domain/orthogonal.ts';
import type { Fold, Shape } from '#reference/fold.ts';
import type { Notation } from './notation.ts';

/** How the entries of the left side are said to stand to those of the right, entry by entry. */
export type Relation = '=' | '!=' | '<' | '<=' | '>' | '>=';

/**
 * A function applied to both sides of a statement. The logistic is an increasing bijection onto (0, 1), so the
 * relation of the sides is that of its arguments: exact there, and enclosed only to show what the reader sees.
 */
export type Readout = 'identity' | 'logistic';

/** A side of a statement about cases: its entries over any analytic arithmetic. */
export type Side<C extends Case> = <N>(a: Analytic<N>, c: Lifted<C, N>) => readonly N[];

/** For every case of a domain: left relation right. Decided by search, and by normal forms at each of finitely many shapes. */
export interface ForAllCases<C extends Case = Case> {
  readonly kind: 'cases';
  readonly domain: Domain<C>;
  readonly left: Side<C>;
  readonly relation: Relation;
  readonly right: Side<C>;
  /** Applied to every entry of both sides; absent means none is. */
  readonly readout?: Readout;
  /** One case of every shape of the domain, when there are finitely many. */
  readonly shapes?: readonly C[];
  /** Least value of a named input, where the domain has one ("S >= 1"): used by sign certificates. */
  readonly least?: Readonly<Record<string, number>>;
}

/** For every sequence of `first + k * every` items (k >= 0) and vectors of every width: left = right. Decided by induction. */
export interface ForAllLengths<
  P extends Shape = Shape,
  X extends Shape = Shape,
  L extends Shape = Shape,
  R extends Shape = Shape,
> {
  readonly kind: 'lengths';
  readonly params: P;
  readonly item: X;
  readonly first: number;
  readonly every: number;
  readonly left: Fold<P, X, L>;
  readonly right: Fold<P, X, R>;
  readonly readout: Readout;
}

/** A quantity of a frame, in any space that holds it. */
export type FrameSide = <N, V>(s: Space<N, V, Analytic<N>>, frame: Frame<N, V>) => readonly N[];

/** For every beta > 0 (or >= 0) and every frame of `vectors` vectors: left relation right. Decided over Q(beta, e^(beta^2)). */
export interface ForAllBeta {
  readonly kind: 'beta';
  readonly vectors: number;
  readonly zeroIncluded: boolean;
  readonly left: FrameSide;
  readonly relation: Relation;
  readonly right: FrameSide;
  /** Also locate the region of beta in which each number format seems to confirm the statement, or returns NaN. */
  readonly inFloats?: boolean;
}

/** As beta grows, the entries tend to the limits; on request strictly increasing in beta > 0. */
export interface AsBetaGrows {
  readonly kind: 'limit';
  readonly vectors: number;
  readonly quantity: FrameSide;
  readonly limits: readonly number[];
  readonly strictlyIncreasing: boolean;
}

/** For every beta >= 0: quantity <= eps; the region of beta is located for each eps. */
export interface BelowEps {
  readonly kind: 'threshold';
  readonly vectors: number;
  /** Named non-negative quantities, each with one entry a name. */
  readonly names: readonly string[];
  readonly quantity: FrameSide;
  /** Exact decimals: "0.5", "1e-3". */
  readonly eps: readonly string[];
  /** Closed form of a threshold, where there is one, for the reader. */
  readonly formula?: string;
}

/** Sizes of a cost claim by name; every size is at least 1. */
export type Sizes = Readonly<Record<string, number>>;

/** What is counted: operations by kind while a reference runs at the given sizes. */
export type Measure = (sizes: Sizes) => number;

/** A formula in sizes. */
export type SizeFormula = <N>(r: Ring<N>, sizes: Readonly<Record<string, N>>) => N;

/**
 * What a statement says of its own cases is checked only by the statement itself, so a family of statements with
 * different case types can be held in one list: the judge hands each statement nothing but cases of its own domain.
 */
export function forAllCases<C extends Case>(statement: Omit<ForAllCases<C>, 'kind'>): ForAllCases {
  return { kind: 'cases', ...statement } as unknown as ForAllCases;
}

/** As `forAllCases`, for folds over bundles of their own shapes. */
export function forAllLengths<P extends Shape, X extends Shape, L extends Shape, R extends Shape>(
  statement: Omit<ForAllLengths<P, X, L, R>, 'kind'>,
): ForAllLengths {
  return { kind: 'lengths', ...statement } as unknown as ForAllLengths;
}

/** As `forAllCases`, for sides computed in a number format. */
export function inFloats<C extends Case>(statement: Omit<InFloats<C>, 'kind'>): InFloats {
  return { kind: 'floats', ...statement } as unknown as InFloats;
}

/** A claim about operation counts, decided on exact polynomials recovered from tallies. */
export interface Cost {
  readonly kind: 'cost';
  readonly sizes: readonly string[];
  /** In words: "multiplications of the as-written form". */
  readonly counts: string;
  readonly measure: Measure;
  readonly is:
    | { readonly says: 'equals'; readonly formula: SizeFormula }
    | { readonly says: 'at-least'; readonly formula: SizeFormula; readonly factor?: number }
    /** exists C for all sizes: count <= C size^degree, the other sizes fixed (or C the same for all of them). */
    | { readonly says: 'order'; readonly size: string; readonly degree: number; readonly uniform: boolean }
    /** for all sizes: count (strictly) below another count; the region in `size` is located. */
    | {
        readonly says: 'below';
        readonly measure: Measure;
        readonly counts: string;
        readonly size: string;
        readonly strict: boolean;
      };
}

/** Left and right computed in a number format are the same number, bit for bit (up to the sign of zero). */
export interface InFloats<C extends Case = Case> {
  readonly kind: 'floats';
  readonly domain: Domain<C>;
  readonly left: Side<C>;
  readonly right: Side<C>;
}

/** Every part holds. */
export interface AllOf {
  readonly kind: 'all';
  readonly parts: readonly { readonly says: string; readonly statement: Statement }[];
}

/** The statement does not hold for all its cases ("is not linear"). */
export interface Not {
  readonly kind: 'not';
  readonly statement: Statement;
}

/** There are `count` vectors q_i and k_j in R^width with <q_i, k_j> = [i = j]: asked for every value of the size that varies. */
export interface Biorthogonal {
  readonly kind: 'biorthogonal';
  /** The number of vectors: fixed, or a size of its own. */
  readonly count: number | 'every';
  /** Name of the width in the write-up: "D", "dk". */
  readonly width: string;
}

/**
 * A displayed line refers to named terms of a sequence by index; it is a statement only where they all exist, and there
 * it is `body`.
 */
export interface InScope {
  readonly kind: 'scope';
  /** Lengths said to be covered: T = first + k * every. */
  readonly first: number;
  readonly every: number;
  /** Terms such as X_{T-2}: symbol, shift from T, and the least index that exists. */
  readonly terms: readonly { readonly symbol: string; readonly shift: number; readonly least: number }[];
  readonly body: Statement;
}

/** A line that introduces a notation: nothing to decide. */
export interface Definition {
  readonly kind: 'definition';
}

/** What a reading says, in a form whose type tells how it can be decided. */
export type Statement =
  | Definition
  | ForAllCases
  | ForAllLengths
  | ForAllBeta
  | AsBetaGrows
  | BelowEps
  | Cost
  | InFloats
  | AllOf
  | Not
  | Biorthogonal
  | InScope
  | Notation;
