import type { Analytic } from '#arithmetic/ring.ts';
import { type Space, sum } from '#arithmetic/space.ts';
import type { ForAllBeta, FrameSide } from '#claim/statement.ts';
import { norm } from '#reference/norm.ts';
import { attentionWeights, softmaxAttention } from '#reference/softmax-attention.ts';

/** The tokens d + b, a, c + d from four orthogonal vectors a, b, c, d. */
function tokens<N, V>(s: Space<N, V, Analytic<N>>, [a, b, c, d]: readonly V[]): V[] {
  return [s.add(d!, b!), a!, s.add(c!, d!)];
}

/** The weights W_11, W_12, ..., W_33 by rows. */
export const weights: FrameSide = (s, { vectors }) => {
  const x = tokens(s, vectors);
  return attentionWeights(s, x, x).flat();
};

/** The weights W_11, W_22, W_33, scores multiplied by a factor. */
export function diagonal(scale = 1): FrameSide {
  return (s, { vectors }) => {
    const x = tokens(s, vectors);
    return attentionWeights(s, x, x, { scale: s.scalars.of(scale) }).map((row, i) => row[i]!);
  };
}

/** The sums of the other weights of each row, scores multiplied by a factor. */
export function others(scale = 1): FrameSide {
  return (s, { vectors }) => {
    const x = tokens(s, vectors);
    return attentionWeights(s, x, x, { scale: s.scalars.of(scale) }).map((row, i) =>
      sum(
        s.scalars,
        row.filter((_, j) => j !== i),
      ),
    );
  };
}

/** What n orthogonal tokens of norm beta leave to the others in row 1. */
export function othersOf(n: number): FrameSide {
  return (s, { vectors }) => {
    const x = vectors.slice(0, n);
    return [sum(s.scalars, attentionWeights(s, x, x)[0]!.slice(1))];
  };
}

/** The coordinates of the first token's output. */
export const firstOutput: FrameSide = (s, { vectors, entries }) => {
  const x = tokens(s, vectors);
  return entries(softmaxAttention(s, s, x, x, x)[0]!);
};

/** The coordinates of the first token. */
export const firstToken: FrameSide = (s, { vectors, entries }) => entries(tokens(s, vectors)[0]!);

/** The norm of the first token. */
export const firstNorm: FrameSide = (s, { vectors }) => [norm(s, tokens(s, vectors)[0]!)];

/** Numbers that do not depend on the frame. */
export function numbers(...values: readonly number[]): FrameSide {
  return (s) => values.map((value) => s.scalars.of(value));
}

/** A function of beta alone. */
export function ofBeta(formula: <N>(a: Analytic<N>, beta: N) => N): FrameSide {
  return (s, { beta }) => [formula(s.scalars, beta)];
}

/** e^(beta^2). */
export function expOfSquare<N>(a: Analytic<N>, beta: N): N {
  return a.exp(a.mul(beta, beta));
}

/** A statement about all beta > 0 and four vectors. */
export function forBeta(left: FrameSide, relation: ForAllBeta['relation'], right: FrameSide): ForAllBeta {
  return { kind: 'beta', vectors: 4, zeroIncluded: false, left, relation, right };
}
