import type { Analytic, Ring } from '#arithmetic/ring.ts';
import type { Space } from '#arithmetic/space.ts';

/** The squared norm <v, v>. */
export function squaredNorm<N, V>(space: Space<N, V>, v: V): N {
  return space.dot(v, v);
}

/** The norm sqrt(<v, v>). Source: write-up, question 2a. */
export function norm<N, V>(space: Space<N, V, Analytic<N>>, v: V): N {
  return space.scalars.sqrt(space.dot(v, v));
}

/**
 * All inner products <q_i, k_j>, the scores of attention.
 *
 * @param q queries, [n] vectors
 * @param k keys, [m] vectors of the same width
 * @returns shape [n][m]; the Gram matrix when q and k are the same tokens
 * @cost n m dk multiplications, n m (dk - 1) additions
 * @source write-up, question 2b, line 36
 */
export function innerProducts<N, V>(space: Space<N, V, Ring<N>>, q: readonly V[], k: readonly V[]): N[][] {
  return q.map((qi) => k.map((kj) => space.dot(qi, kj)));
}
