import type { Tokens } from '#kernel/tokens.ts';

/** Sets of tokens that attention can be played with. */
export const tokenSets = ['written', 'orthogonal', 'overlapping', 'unequal'] as const;
export type TokenSet = (typeof tokenSets)[number];

/** What each set is, for a reader. */
export const tokenSetNames: Readonly<Record<TokenSet, string>> = {
  written: "the write-up's three: d + b, a, c + d",
  orthogonal: 'n orthogonal tokens of norm β',
  overlapping: 'n overlapping tokens: each shares a vector with the next',
  unequal: 'n orthogonal tokens of norms β, 3β/2, 2β in turn',
};

/** Tokens by rows, shape [n][width]. */
export type Rows = readonly (readonly number[])[];

/** How many tokens the write-up has. */
const WRITTEN = 3;

/** The tokens of a set at a common norm beta of the vectors they are made of; `n` is not asked of the write-up's. */
export function tokensOf(set: TokenSet, n: number, beta: number): Rows {
  switch (set) {
    case 'written':
      return [
        [0, beta, 0, beta],
        [beta, 0, 0, 0],
        [0, 0, beta, beta],
      ];
    case 'orthogonal':
      return rows(n, n, (i, j) => (i === j ? beta : 0));
    case 'overlapping':
      return rows(n, n + 1, (i, j) => (j === i || j === i + 1 ? beta : 0));
    case 'unequal':
      return rows(n, n, (i, j) => (i === j ? beta * (1 + (i % 3) / 2) : 0));
  }
}

/** How many tokens a set has. */
export function countOf(set: TokenSet, n: number): number {
  return set === 'written' ? WRITTEN : n;
}

/** Queries and keys that are the tokens, and values that are the rows given. */
export function selfTokens(tokens: Rows, values: Rows): Tokens<Float64Array> {
  const q = Float64Array.from(tokens.flat());
  const [n, dk, dv] = [tokens.length, tokens[0]!.length, values[0]!.length];
  return { q, k: q, v: Float64Array.from(values.flat()), n, m: n, dk, dv };
}

function rows(count: number, width: number, entry: (i: number, j: number) => number): number[][] {
  return Array.from({ length: count }, (_, i) => Array.from({ length: width }, (__, j) => entry(i, j)));
}
