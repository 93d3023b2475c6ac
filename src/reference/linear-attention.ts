import type { Analytic, Field } from '#arithmetic/ring.ts';
import { type Space, sum, sumVectors } from '#arithmetic/space.ts';
import { innerProducts } from './norm.ts';

/** A matrix by rows. */
export type Matrix<N> = readonly (readonly N[])[];

/**
 * Linear attention as the write-up has it: y_i = sum_j <q_i, k_j> v_j, scores first.
 *
 * @param keys space of queries and keys (width dk)
 * @param values space of values and outputs (width dv)
 * @param causal row i sums over j <= i only
 * @returns [n] vectors of the value space
 * @cost non-causal, n = m = T: T^2 (dk + dv) multiplications
 * @source write-up, question 3, line 81, the triple read as <q, k> v
 */
export function asWritten<N, V, W>(
  keys: Space<N, V>,
  values: Space<N, W>,
  q: readonly V[],
  k: readonly V[],
  v: readonly W[],
  causal = false,
): W[] {
  return q.map((qi, i) => {
    const [row] = innerProducts(keys, [qi], causal ? k.slice(0, i + 1) : k);
    return sumVectors(
      values,
      row!.map((score, j) => values.scale(score, v[j]!)),
    );
  });
}

/**
 * The shared state K^T V, one vector of the key space for each column of V.
 *
 * @returns [dv] vectors of width dk: no entry depends on the number of tokens
 * @cost T dk dv multiplications, (T - 1) dk dv additions
 */
export function keyValueState<N, V>(keys: Space<N, V>, k: readonly V[], v: Matrix<N>, width: number): V[] {
  return Array.from({ length: width }, (_, m) =>
    sumVectors(
      keys,
      k.map((kj, j) => keys.scale(v[j]![m]!, kj)),
    ),
  );
}

/**
 * Linear attention reassociated: Q (K^T V).
 *
 * @param v values, shape [m][dv]
 * @returns shape [n][dv]; without keys nothing tells dv, and the rows are empty
 * @cost 2 T dk dv multiplications, 2 T dk dv - dk dv - T dv additions
 */
export function reassociated<N, V>(keys: Space<N, V>, q: readonly V[], k: readonly V[], v: Matrix<N>): N[][] {
  const state = keyValueState(keys, k, v, v[0]?.length ?? 0);
  return q.map((qi) => state.map((column) => keys.dot(qi, column)));
}

/**
 * Causal linear attention, token by token: S_t = S_{t-1} + k_t v_t^T, y_t = q_t S_t.
 *
 * @param v values, shape [T][dv]
 * @returns shape [T][dv]
 * @cost 2 dk dv multiplications a token, whatever came before
 */
export function recurrent<N, V>(keys: Space<N, V>, q: readonly V[], k: readonly V[], v: Matrix<N>): N[][] {
  let state: readonly V[] | undefined;
  return q.map((qt, t) => {
    const added = v[t]!.map((value) => keys.scale(value, k[t]!));
    const previous = state;
    state = previous === undefined ? added : added.map((column, m) => keys.add(previous[m]!, column));
    return state.map((column) => keys.dot(qt, column));
  });
}

/**
 * Causal linear attention by chunks: quadratic inside a chunk, the shared state of all chunks before it outside.
 *
 * @param chunk tokens a chunk, at least 1; the last chunk may be shorter
 * @returns shape [T][dv]
 * @cost for a chunk of C tokens C (C + 1) / 2 (dk + dv) multiplications, C dk dv more unless it is the first and C dk dv
 *   more unless it is the last: linear in T for a fixed chunk
 * @throws RangeError when `chunk` is not a positive integer
 */
export function chunkwise<N, V>(
  keys: Space<N, V>,
  values: Space<N, readonly N[]>,
  q: readonly V[],
  k: readonly V[],
  v: Matrix<N>,
  chunk: number,
): N[][] {
  if (!Number.isInteger(chunk) || chunk < 1) {
    throw new RangeError(`chunkwise: chunk must be a positive integer, got ${chunk}`);
  }
  const width = v[0]?.length ?? 0;
  const rows: N[][] = [];
  let state: readonly V[] | undefined;
  for (let start = 0; start < q.length; start += chunk) {
    const within = <T>(rowsOf: readonly T[]): readonly T[] => rowsOf.slice(start, start + chunk);
    const before = state;
    const inside = asWritten(keys, values, within(q), within(k), within(v), true);
    const add = (entry: N, i: number, m: number): N =>
      before === undefined ? entry : keys.scalars.add(keys.dot(q[start + i]!, before[m]!), entry);
    rows.push(...inside.map((row, i) => row.map((entry, m) => add(entry, i, m))));
    // Nothing comes after the last chunk that would read its state.
    if (start + chunk >= q.length) break;
    const added = keyValueState(keys, within(k), within(v), width);
    state = before === undefined ? added : added.map((column, m) => keys.add(before[m]!, column));
  }
  return rows;
}

/**
 * Linear attention with the normaliser: y_i / sum_j <q_i, k_j>.
 *
 * @cost non-causal: T^2 (2 dk + dv) multiplications, T dv divisions; the scores are formed once for each part
 * @throws RangeError when the arithmetic cannot exclude a denominator of zero (the mechanism is undefined there)
 */
export function normalised<N, V>(
  keys: Space<N, V, Field<N>>,
  values: Space<N, readonly N[]>,
  q: readonly V[],
  k: readonly V[],
  v: Matrix<N>,
  causal = false,
): N[][] {
  const numerators = asWritten(keys, values, q, k, v, causal);
  return q.map((qi, i) => {
    const [row] = innerProducts(keys, [qi], causal ? k.slice(0, i + 1) : k);
    const total = sum(keys.scalars, row!);
    return numerators[i]!.map((entry) => keys.scalars.div(entry, total));
  });
}

/** A feature map applied to a coordinate that is known exactly, as a double. */
export type FeatureMap = <N>(a: Analytic<N>, x: number) => N;

/** The identity feature map. */
export const identityFeature: FeatureMap = (a, x) => a.of(x);

/** elu(x) + 1 = x + 1 for x > 0, e^x otherwise: positive everywhere. */
export const elu1: FeatureMap = (a, x) => (x > 0 ? a.add(a.of(x), a.of(1)) : a.exp(a.of(x)));

/** A matrix of doubles under a feature map. */
export function features<N>(a: Analytic<N>, map: FeatureMap, rows: readonly (readonly number[])[]): N[][] {
  return rows.map((row) => row.map((x) => map(a, x)));
}
