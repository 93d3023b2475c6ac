import type { Field } from '#arithmetic/ring.ts';
import type { Space } from '#arithmetic/space.ts';
import type { Bundle, Fold, Shape } from '#reference/fold.ts';

/** What a statement about every number of tokens takes: what all tokens share, and what each brings. */
export interface Taking<P extends Shape, X extends Shape> {
  readonly params: P;
  readonly item: X;
}

/** What one token adds to a total. */
export type Term<P extends Shape, X extends Shape> = <N, V>(
  space: Space<N, V, Field<N>>,
  params: Bundle<P, N, V>,
  item: Bundle<X, N, V>,
) => N;

/** The totals of several terms, by name. */
type Totals<K extends string, N> = { readonly [Name in K]: N };

/**
 * The fold that adds one term a token to each of its totals, and finishes with a formula in the totals.
 *
 * @param _taking the bundles the terms are written for
 */
export function sums<P extends Shape, X extends Shape, K extends string>(
  _taking: Taking<P, X>,
  terms: { readonly [Name in K]: Term<P, X> },
  finish: <N, V>(space: Space<N, V, Field<N>>, totals: Totals<K, N>, params: Bundle<P, N, V>) => N,
): Fold<P, X, { readonly [Name in K]: 'scalar' }> {
  const names = Object.keys(terms) as K[];
  const all = <T>(value: (name: K) => T): Record<K, T> =>
    Object.fromEntries(names.map((name) => [name, value(name)])) as Record<K, T>;
  return {
    state: all(() => 'scalar' as const),
    first: 0,
    every: 1,
    start: ({ scalars }) => all(() => scalars.of(0)),
    step: (space, totals, params, [item]) =>
      all((name) => space.scalars.add(totals[name], terms[name](space, params, item!))),
    finish,
  };
}

/** The fold whose value is one total. */
export function total<P extends Shape, X extends Shape>(
  taking: Taking<P, X>,
  term: Term<P, X>,
): Fold<P, X, { readonly y: 'scalar' }> {
  return sums(taking, { y: term }, (_space, { y }) => y);
}

/** One query against keys and one column of the values; the columns of an output do not mix. */
export const queryAndTokens = {
  params: { q: 'vector' },
  item: { k: 'vector', v: 'scalar' },
} as const;

type QueryAndTokens = typeof queryAndTokens;

/** <q, k_j> v_j: what token j adds to an output. */
const scoreTimesValue: Term<QueryAndTokens['params'], QueryAndTokens['item']> = (space, { q }, { k, v }) =>
  space.scalars.mul(space.dot(q, k), v);

/** Line 81 with the triple read as <q, k> v: y = sum_j <q, k_j> v_j. */
export const asWrittenSum: Fold<QueryAndTokens['params'], QueryAndTokens['item'], { readonly y: 'scalar' }> =
  total(queryAndTokens, scoreTimesValue);

/** The same output through the state s = sum_j v_j k_j, a column of K^T V: y = <q, s>. */
export const throughState: Fold<QueryAndTokens['params'], QueryAndTokens['item'], { readonly s: 'vector' }> =
  {
    state: { s: 'vector' },
    first: 0,
    every: 1,
    start: ({ zero }) => ({ s: zero }),
    step: (space, { s }, _params, [item]) => ({ s: space.add(s, space.scale(item!.v, item!.k)) }),
    finish: (space, { s }, { q }) => space.dot(q, s),
  };

/** The normalised output, sum_j <q, k_j> v_j / sum_l <q, k_l>, times that sum again. */
export const normalisedTimesSum: Fold<
  QueryAndTokens['params'],
  QueryAndTokens['item'],
  { readonly y: 'scalar'; readonly z: 'scalar' }
> = sums(
  queryAndTokens,
  { y: scoreTimesValue, z: (space, { q }, { k }) => space.dot(q, k) },
  ({ scalars }, { y, z }) => scalars.mul(scalars.div(y, z), z),
);

/** One row of weights that are not normalised, e^<q, k_j> or <q, k_j> itself, with one column of the values. */
export const weightsAndValues = {
  /** c stands for 1 / sum_l w_l; what is proved for every c is proved for that one. */
  params: { c: 'scalar' },
  item: { w: 'scalar', v: 'scalar' },
} as const;

type WeightsAndValues = typeof weightsAndValues;

/** sum_j (c w_j) v_j: each weight normalised before it meets its value. */
export const normalisedFirst: Fold<
  WeightsAndValues['params'],
  WeightsAndValues['item'],
  { readonly y: 'scalar' }
> = total(weightsAndValues, ({ scalars }, { c }, { w, v }) => scalars.mul(scalars.mul(c, w), v));

/** c sum_j w_j v_j: the sum normalised as a whole. */
export const normalisedLast: Fold<
  WeightsAndValues['params'],
  WeightsAndValues['item'],
  { readonly y: 'scalar' }
> = sums(
  weightsAndValues,
  { y: ({ scalars }, _params, { w, v }) => scalars.mul(w, v) },
  ({ scalars }, { y }, { c }) => scalars.mul(c, y),
);

/** One row of scores. */
export const scoresOnly = { params: {}, item: { s: 'scalar' } } as const;

type ScoresOnly = typeof scoresOnly;

/** sum_j s_j over sum_l s_l: the total of the weights s_j / sum_l s_l. */
export const sumOfWeights: Fold<
  ScoresOnly['params'],
  ScoresOnly['item'],
  { readonly n: 'scalar'; readonly z: 'scalar' }
> = sums(
  scoresOnly,
  { n: (_space, _params, { s }) => s, z: (_space, _params, { s }) => s },
  ({ scalars }, { n, z }) => scalars.div(n, z),
);

/** The number 1, whatever the scores. */
export const one: Fold<ScoresOnly['params'], ScoresOnly['item'], Shape> = {
  state: {},
  first: 0,
  every: 1,
  start: () => ({}),
  step: () => ({}),
  finish: ({ scalars }) => scalars.of(1),
};
