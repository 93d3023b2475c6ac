import type { Field } from '#arithmetic/ring.ts';
import type { Space } from '#arithmetic/space.ts';

/** The names of a bundle's entries, each a number or a vector. */
export type Shape = Readonly<Record<string, 'scalar' | 'vector'>>;

type Entry<Kind, N, V> = Kind extends 'scalar' ? N : V;

/** Named numbers and vectors of one arithmetic. */
export type Bundle<S extends Shape, N, V> = { readonly [K in keyof S]: Entry<S[K], N, V> };

/**
 * A quantity computed from a sequence of items by a state that is started on the first few and stepped over the rest.
 *
 * A recurrence and a finite sum are both folds. Start, step and finish are written once over any field (the state of
 * a fold is polynomial in practice; only `finish` may divide), so the same fold is run on numbers to find a
 * counterexample and on symbols to prove a statement for every length.
 */
export interface Fold<P extends Shape, X extends Shape, S extends Shape> {
  readonly state: S;
  /** Items consumed by `start`. */
  readonly first: number;
  /** Items consumed by each `step`. */
  readonly every: number;
  readonly start: <N, V>(
    a: Space<N, V, Field<N>>,
    params: Bundle<P, N, V>,
    items: readonly Bundle<X, N, V>[],
  ) => Bundle<S, N, V>;
  readonly step: <N, V>(
    a: Space<N, V, Field<N>>,
    state: Bundle<S, N, V>,
    params: Bundle<P, N, V>,
    items: readonly Bundle<X, N, V>[],
  ) => Bundle<S, N, V>;
  readonly finish: <N, V>(a: Space<N, V, Field<N>>, state: Bundle<S, N, V>, params: Bundle<P, N, V>) => N;
}

/**
 * The same fold, started on `first` items and stepped over `every`.
 *
 * @throws RangeError when the blocks of the fold do not divide the new ones
 */
export function regroup<P extends Shape, X extends Shape, S extends Shape>(
  fold: Fold<P, X, S>,
  first: number,
  every: number,
): Fold<P, X, S> {
  if (first < fold.first || (first - fold.first) % fold.every !== 0 || every % fold.every !== 0) {
    throw new RangeError(
      `regroup: blocks must be made of ${fold.first} + k * ${fold.every} items, got first ${first}, every ${every}`,
    );
  }
  return {
    ...fold,
    first,
    every,
    start: (a, params, items) =>
      stepOver(fold, a, fold.start(a, params, items.slice(0, fold.first)), params, items.slice(fold.first)),
    step: (a, state, params, items) => stepOver(fold, a, state, params, items),
  };
}

function stepOver<P extends Shape, X extends Shape, S extends Shape, N, V>(
  fold: Fold<P, X, S>,
  a: Space<N, V, Field<N>>,
  state: Bundle<S, N, V>,
  params: Bundle<P, N, V>,
  items: readonly Bundle<X, N, V>[],
): Bundle<S, N, V> {
  let current = state;
  for (let i = 0; i < items.length; i += fold.every) {
    current = fold.step(a, current, params, items.slice(i, i + fold.every));
  }
  return current;
}

/**
 * The value of a fold on a sequence.
 *
 * @throws RangeError when the number of items is not `first + k * every`
 */
export function runFold<P extends Shape, X extends Shape, S extends Shape, N, V>(
  fold: Fold<P, X, S>,
  a: Space<N, V, Field<N>>,
  params: Bundle<P, N, V>,
  items: readonly Bundle<X, N, V>[],
): N {
  const whole = regroup(fold, items.length, fold.every);
  return fold.finish(a, whole.start(a, params, items), params);
}
