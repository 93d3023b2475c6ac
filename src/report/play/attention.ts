import { twoPass } from '#kernel/softmax-attention/two-pass.ts';
import { type Rows, selfTokens, type TokenSet, tokensOf } from './tokens.ts';

/** What softmax self-attention makes of tokens, by the project's own kernel in binary64. */
export interface Attended {
  readonly tokens: Rows;
  /** W_ij, shape [n][n]. */
  readonly weights: Rows;
  /** y_i, as wide as the tokens. */
  readonly outputs: Rows;
  /** 1 - W_ii, as the sum of what goes to the other tokens: no cancellation. */
  readonly givenAway: readonly number[];
}

/** Runs the kernel once, on values that are the identity and the tokens side by side: the weights come with the outputs. */
export function attend(tokens: Rows): Attended {
  const n = tokens.length;
  const values = tokens.map((token, i) => [
    ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
    ...token,
  ]);
  const given = selfTokens(tokens, values);
  const out = new Float64Array(n * given.dv);
  twoPass.run(given, { scale: 1, causal: false }, out);
  const row = (i: number): number[] => [...out.subarray(i * given.dv, (i + 1) * given.dv)];
  const weights = tokens.map((_, i) => row(i).slice(0, n));
  return {
    tokens,
    weights,
    outputs: tokens.map((_, i) => row(i).slice(n)),
    givenAway: weights.map((weight, i) => weight.reduce((sum, w, j) => (i === j ? sum : sum + w), 0)),
  };
}

/** 1 - W_ii of the tokens at each beta; rows that are alike everywhere come once, under the first of their names. */
export interface Curve {
  /** Tokens from 1. */
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** The curves of a set over values of beta. */
export function curvesOf(set: TokenSet, n: number, betas: readonly number[]): readonly Curve[] {
  const columns = betas.map((beta) => attend(tokensOf(set, n, beta)).givenAway);
  const curves: { rows: number[]; values: readonly number[] }[] = [];
  for (let i = 0; i < columns[0]!.length; i++) {
    const values = columns.map((column) => column[i]!);
    const alike = curves.find((curve) => values.every((value, j) => isAlike(value, curve.values[j]!)));
    if (alike === undefined) curves.push({ rows: [i + 1], values });
    else alike.rows.push(i + 1);
  }
  return curves;
}

/** Whether two values would be drawn as one: sums in another order differ in their last digits. */
function isAlike(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(a, b);
}
