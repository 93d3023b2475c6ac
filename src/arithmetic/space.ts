import type { Ring } from './ring.ts';

/**
 * Vectors with an inner product over the scalars N.
 *
 * A formula written over a space holds for coordinates of any width and for formal vectors of which
 * only the inner products are known; what is proved for the latter is proved for every width.
 */
export interface Space<N, V, A extends Ring<N> = Ring<N>> {
  readonly scalars: A;
  readonly zero: V;
  readonly add: (u: V, v: V) => V;
  readonly scale: (c: N, v: V) => V;
  readonly dot: (u: V, v: V) => N;
}

/**
 * The space N^width of coordinate vectors.
 *
 * @cost `dot` is `width` multiplications and `width - 1` additions: no addition to a leading zero,
 *   so that a tally counts what a reader would count by hand
 */
export function coordinates<N, A extends Ring<N> = Ring<N>>(
  scalars: A & Ring<N>,
  width: number,
): Space<N, readonly N[], A> {
  const zero = Array.from({ length: width }, () => scalars.of(0));
  return {
    scalars,
    zero,
    add: (u, v) => u.map((entry, c) => scalars.add(entry, v[c]!)),
    scale: (c, v) => v.map((entry) => scalars.mul(c, entry)),
    dot: (u, v) =>
      sum(
        scalars,
        u.map((entry, c) => scalars.mul(entry, v[c]!)),
      ),
  };
}

/** Left-to-right sum; the empty sum is zero. */
export function sum<N>(r: Ring<N>, terms: readonly N[]): N {
  return terms.length === 0 ? r.of(0) : terms.reduce((total, term) => r.add(total, term));
}

/** Left-to-right sum of vectors; the empty sum is the zero vector. */
export function sumVectors<N, V>(space: Space<N, V>, vectors: readonly V[]): V {
  return vectors.length === 0 ? space.zero : vectors.reduce((total, v) => space.add(total, v));
}
