import { isZero, rationals } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import { type Lifted, lift } from '#domain/case.ts';
import type { Condition, Domain } from '#domain/domain.ts';
import { restricted, type Shaped } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { asWritten, type Matrix, normalised } from '#reference/linear-attention.ts';
import { innerProducts } from '#reference/norm.ts';
import { softmaxAttention } from '#reference/softmax-attention.ts';

const tokenLayout = { q: ['T', 'dk'], k: ['T', 'dk'], v: ['T', 'dv'] } as const;
const scoredLayout = { q: ['dk'], k: ['T', 'dk'] } as const;
const queryLayout = { q: ['dk'], k: ['T', 'dk'], v: ['T', 'dv'] } as const;

/** T tokens, each with a query, a key and a value. */
export type Tokens = Shaped<typeof tokenLayout>;
/** One query against T keys. */
export type Scored = Shaped<typeof scoredLayout>;
/** One query against T keys and values. */
export type Query = Shaped<typeof queryLayout>;

/** All T, dk, dv >= 1. */
export const tokens: Domain<Tokens> = matrices(
  'T, dk, dv >= 1; q, k in R^(T x dk), v in R^(T x dv)',
  tokenLayout,
);

/** One output is that of one query. */
export const queries: Domain<Query> = matrices(
  'T, dk, dv >= 1; q in R^dk, k in R^(T x dk), v in R^(T x dv)',
  queryLayout,
);

/** One query against T keys, where only scores and weights matter. */
export const scored: Domain<Scored> = matrices('T, dk >= 1; q in R^dk, k in R^(T x dk)', scoredLayout);

/** Where the normalised form is defined: the scores of the query do not sum to zero, decided exactly. */
export const normalisableQueries: Domain<Query> = restricted(queries, {
  name: `${queries.name}; sum_l <q, k_l> != 0`,
  where: scoresHaveSum,
  conditions: sumIsNotZero,
});

/** As `normalisableQueries`, without values. */
export const normalisable: Domain<Scored> = restricted(scored, {
  name: `${scored.name}; sum_l <q, k_l> != 0`,
  where: scoresHaveSum,
  conditions: sumIsNotZero,
});

function scoresHaveSum({ q, k }: Scored): boolean {
  const exact = lift({ q, k }, rationals.of);
  const [scores] = innerProducts(coordinates(rationals, q.length), [exact.q], exact.k);
  return !isZero(sum(rationals, scores!));
}

function sumIsNotZero<N>(a: Analytic<N>, { q, k }: Lifted<Scored, N>): readonly Condition<N>[] {
  const [scores] = innerProducts(coordinates(a, q.length), [q], k);
  return [{ left: sum(a, scores!), is: '!=', right: a.of(0) }];
}

/** Inputs in another arithmetic. */
export interface Attending<N> {
  readonly q: Matrix<N>;
  readonly k: Matrix<N>;
  readonly v: Matrix<N>;
}

/** Softmax attention, its outputs entry by entry. */
export function softmaxOutputs<N>(a: Analytic<N>, { q, k, v }: Attending<N>): N[] {
  const [keys, values] = [coordinates(a, widthOf(k)), coordinates(a, widthOf(v))];
  return softmaxAttention(keys, values, q, k, v).flat();
}

/** Linear attention as written in line 81, the triple read as <q, k> v. */
export function linearOutputs<N>(a: Analytic<N>, { q, k, v }: Attending<N>): N[] {
  return asWritten(coordinates(a, widthOf(k)), coordinates(a, widthOf(v)), q, k, v).flat();
}

/** Linear attention with the normaliser. */
export function normalisedOutputs<N>(a: Analytic<N>, { q, k, v }: Attending<N>): N[] {
  return normalised(coordinates(a, widthOf(k)), coordinates(a, widthOf(v)), q, k, v).flat();
}

/** Each entry doubled. */
export function doubled<N>(a: Analytic<N>, rows: Matrix<N>): N[][] {
  return rows.map((row) => row.map((entry) => a.mul(a.of(2), entry)));
}

function widthOf<N>(rows: Matrix<N>): number {
  return rows[0]!.length;
}
