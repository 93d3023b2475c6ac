/** A statement in the language of Coq with its proof, and a false twin of it that no proof may close. */
export interface Theorem {
  /** What it says, in words: the comment above it. */
  readonly says: string;
  /** The name of the theorem, an identifier that no other theorem of its reading has. */
  readonly name: string;
  /** The part of the statement it belongs to, when that has parts: a module of its own. */
  readonly part?: string;
  /** Whole sentences of Coq that the statement needs, in order: definitions, and lemmas with their proofs. */
  readonly definitions: readonly string[];
  /** The proposition, without a full stop. */
  readonly statement: string;
  /** One tactic expression that closes the statement, without a full stop: steps are joined by `;` and `[ | ]`. */
  readonly proof: string;
  /**
   * A false proposition that differs from the statement by one small change: a sign, a constant, a relation, an index.
   * It must be false where the statement is true; the proof is tried on it, and must not close it.
   */
  readonly altered: string;
}

/** What becomes of a statement: theorems that together say it, or why it has none. */
export type Certified =
  | { readonly theorems: readonly Theorem[] }
  /** Why nothing is stated: "introduces a notation", "no form for ... yet". */
  | { readonly inexpressible: string };
