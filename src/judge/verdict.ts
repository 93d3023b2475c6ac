import type { Relation } from '#claim/statement.ts';

/** The words of a verdict, in the order of a summary. */
export const verdictWords = [
  'definition',
  'proved',
  'conditional',
  'refuted',
  'ill-posed',
  'undecided',
] as const;
export type VerdictWord = (typeof verdictWords)[number];

/** A double as people and programs write it, exactly. */
export interface ExactNumber {
  readonly name: string;
  /** Shortest decimal that reads back to the same double. */
  readonly decimal: string;
  /** C99 hexadecimal, as Python's float.fromhex reads it. */
  readonly hex: string;
}

/** One side of a relation at a witness: the formula in the named inputs, and decimals that enclose its value. */
export interface EnclosedSide {
  readonly term: string;
  readonly lo: string;
  readonly hi: string;
}

/** A counterexample that a third party can recheck without us. */
export interface Witness {
  readonly inputs: readonly ExactNumber[];
  /** Which entry of the sides, from 1. */
  readonly entry: number;
  readonly left: EnclosedSide;
  readonly relation: Relation;
  readonly right: EnclosedSide;
  /** Significant digits of the enclosures. */
  readonly digits: number;
  /** Lower bound on the distance between the sides; "0" when both are the same exact number. */
  readonly gap: string;
  /** Present when every operation is rounded to this format. */
  readonly format?: string;
  /** How far the failure extends beyond this case, where that is proved. */
  readonly extent?: { readonly says: string; readonly proof: Proof };
}

/**
 * What a proof rests on, each piece checkable by itself at any point.
 *
 * Terms are infix with + - * / ^, `exp(.)`, `sqrt(.)`, `dot(.,.)` and names; names inside `dot` are vectors.
 */
export type Obligation =
  /** left = right for all real values of the names, where the denominators do not vanish. */
  | { readonly kind: 'identity'; readonly says: string; readonly left: string; readonly right: string }
  /**
   * `term` is >= 0 (> 0 when strict) whenever every named variable is at least its least value (above it when
   * `above`): after the shift name = least + w_name it equals numerator / denominator, polynomials in the w's whose
   * coefficients are all >= 0, the constant term of the denominator > 0 (and of the numerator, when strict, unless
   * all variables are above their least value and the numerator is not zero).
   */
  | {
      readonly kind: 'sign';
      readonly says: string;
      readonly term: string;
      readonly strict: boolean;
      readonly above: boolean;
      readonly least: Readonly<Record<string, string>>;
      readonly numerator: string;
      readonly denominator: string;
    }
  /** `term`, a fraction of polynomials in `name`, tends to `limit` as `name` grows: by degrees and leading coefficients. */
  | {
      readonly kind: 'limit';
      readonly says: string;
      readonly term: string;
      readonly name: string;
      readonly limit: string;
      readonly numerator: string;
      readonly denominator: string;
    }
  /** A polynomial that was fitted to counts agrees with counts at sizes not used for the fit. */
  | {
      readonly kind: 'counts';
      readonly says: string;
      readonly polynomial: string;
      readonly fitted: readonly {
        readonly sizes: Readonly<Record<string, number>>;
        readonly count: number;
      }[];
      readonly checked: readonly {
        readonly sizes: Readonly<Record<string, number>>;
        readonly count: number;
      }[];
    };

/** Why a statement holds: the argument in words, and everything it needs that is not words. */
export interface Proof {
  readonly method:
    | 'normal forms'
    | 'induction'
    | 'signs of coefficients'
    | 'degrees'
    | 'operation counts'
    | 'construction'
    | 'counterexample'
    | 'several methods';
  readonly argument: string;
  readonly obligations: readonly Obligation[];
  /** The case that proves a statement of the form "not for all". */
  readonly witness?: Witness;
}

/** A boundary between adjacent doubles, with certified and opposite signs on its two sides. */
export interface Threshold {
  readonly name: string;
  readonly eps?: string;
  /** The largest double on the one side and the smallest on the other. */
  readonly below: ExactNumber;
  readonly above: ExactNumber;
  /** The quantity enclosed at both. */
  readonly quantityBelow: { readonly lo: string; readonly hi: string };
  readonly quantityAbove: { readonly lo: string; readonly hi: string };
  readonly formula?: string;
}

/** Where a number format seems to confirm a statement about all beta, or fails to return a number. */
export interface FormatRegion {
  readonly format: string;
  readonly softmax: 'shifted' | 'unshifted';
  /** First and last value of the format that seem to confirm it, absent when none does. */
  readonly confirms?: {
    readonly from: ExactNumber;
    readonly to: ExactNumber;
    readonly everyValueBetween: boolean;
  };
  /** First value from which a NaN is returned, absent when none is. */
  readonly nanFrom?: ExactNumber;
  /** "every value of the format" or "bracketed, N neighbours on each side". */
  readonly search: string;
}

/** Where a conditional statement holds. */
export interface Region {
  /** The exact condition: "T even", "beta >= beta*". */
  readonly condition: string;
  readonly inside: Proof;
  /** Why it fails outside, everywhere; absent when only the witness is known to. */
  readonly outside?: Proof;
  readonly thresholds?: readonly Threshold[];
}

/** Why a displayed line says nothing yet. */
export interface Fault {
  readonly displayed: string;
  readonly faults: readonly string[];
  /** Where two admissible readings differ. */
  readonly witness?: Witness;
}

/** What became of a statement. */
export type Verdict =
  | { readonly verdict: 'definition' }
  | { readonly verdict: 'proved'; readonly proof: Proof }
  | {
      readonly verdict: 'conditional';
      readonly region: Region;
      /** Absent only when the statement fails outside its region by naming terms that do not exist. */
      readonly witness?: Witness;
      readonly missing?: string;
      readonly formats?: readonly FormatRegion[];
    }
  | {
      readonly verdict: 'refuted';
      /** Absent only when the contrary is proved outright. */
      readonly witness?: Witness;
      readonly contrary?: Proof;
      readonly formats?: readonly FormatRegion[];
      readonly otherFormats?: readonly Witness[];
    }
  | { readonly verdict: 'ill-posed'; readonly fault: Fault }
  | { readonly verdict: 'undecided'; readonly tried: readonly string[] };

/** What the judge may spend; never decides a verdict, only whether there is one. */
export interface Budget {
  /** Digits of the first enclosure, doubled until the sides are disjoint. */
  readonly digits: number;
  /** Digits at which the judge gives up. */
  readonly mostDigits: number;
  /** Random cases a grain. */
  readonly runs: number;
  readonly seed: number;
  /** Milliseconds since start after which a search stops; absent means none. */
  readonly expired?: () => boolean;
}
