/** What an expression denotes; sizes are names ("T", "dk"), different names are different sizes. */
export type Kind =
  | { readonly is: 'scalar' }
  | { readonly is: 'vector'; readonly size: string }
  | { readonly is: 'matrix'; readonly rows: string; readonly columns: string };

/** A displayed formula as written, to be checked before anything is said of its truth. */
export type Expression =
  | { readonly form: 'symbol'; readonly name: string; readonly kind: Kind }
  /** x_i: an entry or member chosen by an index. */
  | { readonly form: 'indexed'; readonly name: string; readonly by: readonly string[]; readonly kind: Kind }
  | { readonly form: 'inner'; readonly left: Expression; readonly right: Expression }
  | { readonly form: 'product'; readonly left: Expression; readonly right: Expression }
  | { readonly form: 'softmax'; readonly of: Expression }
  | { readonly form: 'sum'; readonly index: string; readonly of: Expression }
  /** (a, b) or (a, b, c) with no operation between the parts. */
  | { readonly form: 'tuple'; readonly parts: readonly Expression[] };

/** A displayed line, to be read before it can be judged. */
export type Notation =
  /** A formula that defines `defines` (with its free indices) by an expression. */
  | {
      readonly kind: 'notation';
      readonly displayed: string;
      readonly defines: Expression;
      readonly by: Expression;
    }
  /** A string that must at least have balanced brackets. */
  | { readonly kind: 'notation'; readonly displayed: string }
  /** Indices that must each name one of the members that exist. */
  | {
      readonly kind: 'notation';
      readonly displayed: string;
      readonly indices: { readonly from: number; readonly to: number | 'infinity' };
      readonly members: { readonly symbol: string; readonly from: number; readonly to: number };
    };
