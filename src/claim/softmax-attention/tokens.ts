import type { Analytic } from '#arithmetic/ring.ts';
import { type Space, sumVectors } from '#arithmetic/space.ts';

/** Tokens made from the mutually orthogonal vectors of a frame. */
export type TokenSystem = <N, V>(s: Space<N, V, Analytic<N>>, vectors: readonly V[]) => readonly V[];

/** How many vectors the write-up's tokens are made of: a, b, c, d. */
export const vectorsOfThreeTokens = 4;

/** The write-up's tokens x_1 = d + b, x_2 = a, x_3 = c + d. Source: write-up, question 2a, lines 27 to 36. */
export const threeTokens: TokenSystem = (s, vectors) => {
  const [a, b, c, d] = vectors;
  return [s.add(d!, b!), a!, s.add(c!, d!)];
};

/** The vectors of the frame themselves: mutually orthogonal tokens of norm beta. */
export const orthogonalTokens: TokenSystem = (_s, vectors) => vectors;

/** The first vector twice: two tokens that score each other as they score themselves. */
export const equalTokens: TokenSystem = (_s, [a]) => [a!, a!];

/** One token for each list of positions: the sum of the frame's vectors at these positions. */
export function sumsOfVectors(positions: readonly (readonly number[])[]): TokenSystem {
  return (s, vectors) =>
    positions.map((chosen) =>
      sumVectors(
        s,
        vectors.filter((_, position) => chosen.includes(position)),
      ),
    );
}

/** x_1 = a, x_2 = a + b: the first token is part of the second. */
export const nestedTokens: TokenSystem = sumsOfVectors([[0], [0, 1]]);
