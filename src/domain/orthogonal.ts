import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates, type Space, sum } from '#arithmetic/space.ts';

/** Mutually orthogonal vectors of common norm beta, with the entries of a vector in their span. */
export interface Frame<N, V> {
  readonly beta: N;
  readonly vectors: readonly V[];
  /** The coordinates along the frame's directions, scaled by beta: coordinates for an axis-aligned frame. */
  readonly entries: (v: V) => readonly N[];
}

/** A frame and the space it lives in. */
export interface Framed<N, V> {
  readonly space: Space<N, V, Analytic<N>>;
  readonly frame: Frame<N, V>;
}

/** A combination of base vectors by their position; absent coefficients are zero. */
export type Combination<N> = ReadonlyMap<number, N>;

/**
 * The vectors beta e_1 ... beta e_count of coordinate space.
 *
 * @param width dimension of the space, at least `count`
 * @throws RangeError when there is no room for `count` orthogonal vectors
 */
export function axisFrame<N>(
  a: Analytic<N>,
  beta: N,
  count: number,
  width: number = count,
): Frame<N, readonly N[]> {
  if (width < count) {
    throw new RangeError(`axisFrame: width must be at least ${count}, got ${width}`);
  }
  const axis = (i: number): N[] => Array.from({ length: width }, (_, c) => (c === i ? beta : a.of(0)));
  return {
    beta,
    vectors: Array.from({ length: count }, (_, i) => axis(i)),
    entries: (v) => v.slice(0, count),
  };
}

/**
 * Vectors beta q_1 ... beta q_count along orthonormal directions.
 *
 * @param directions shape [count][width], orthonormal rows
 * @returns exactly orthogonal when the arithmetic is exact
 */
export function framedAlong<N>(
  a: Analytic<N>,
  beta: N,
  directions: readonly (readonly N[])[],
): Framed<N, readonly N[]> {
  const space = coordinates(a, directions[0]?.length ?? 0);
  return {
    space,
    frame: {
      beta,
      vectors: directions.map((q) => space.scale(beta, q)),
      entries: (v) => directions.map((q) => space.dot(v, q)),
    },
  };
}

/**
 * Formal combinations of base vectors e_i of which only <e_i, e_j> = beta^2 [i = j] is known.
 *
 * The span of any mutually orthogonal vectors of norm beta is an image of it, whatever their dimension and
 * direction, so what is proved here is proved for all of them.
 */
export function formalFrame<N>(a: Analytic<N>, beta: N, count: number): Framed<N, Combination<N>> {
  const one = a.of(1);
  const space: Space<N, Combination<N>, Analytic<N>> = {
    scalars: a,
    zero: new Map(),
    add: (u, v) => {
      const total = new Map(u);
      for (const [i, c] of v) {
        const known = total.get(i);
        total.set(i, known === undefined ? c : a.add(known, c));
      }
      return total;
    },
    scale: (c, v) => new Map([...v].map(([i, d]) => [i, a.mul(c, d)])),
    dot: (u, v) => {
      const shared = [...u].filter(([i]) => v.has(i)).map(([i, c]) => a.mul(c, v.get(i)!));
      return shared.length === 0 ? a.of(0) : a.mul(sum(a, shared), a.mul(beta, beta));
    },
  };
  return {
    space,
    frame: {
      beta,
      vectors: Array.from({ length: count }, (_, i) => new Map([[i, one]])),
      entries: (v) =>
        Array.from({ length: count }, (_, i) => {
          const c = v.get(i);
          return c === undefined ? a.of(0) : a.mul(c, beta);
        }),
    },
  };
}
