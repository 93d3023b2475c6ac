import type { FloatArray } from '#kernel/tokens.ts';
import type { Features } from './feature.ts';
import type { Loops } from './loops.ts';

/** What linear attention keeps of keys and values: sums of a size that does not depend on how many there were. */
export interface LinearState<A extends FloatArray = FloatArray> {
  readonly dk: number;
  readonly dv: number;
  /** sum_j k_jl v_jc of the features, shape [dk][dv]. */
  readonly S: A;
  /** sum_j k_jl of the features, shape [dk]. */
  readonly z: A;
}

/** The state before any key. */
export function newState<A extends FloatArray>(loops: Loops<A>, dk: number, dv: number): LinearState<A> {
  return { dk, dv, S: loops.zeros(dk * dv), z: loops.zeros(dk) };
}

/**
 * Adds keys with their values to a state, in order.
 *
 * @param keys features of the keys, shape [count][dk]
 * @param from place in `v` of the first value, shape [count][dv]
 * @cost count dk dv products
 */
export function addKeys<A extends FloatArray>(
  loops: Loops<A>,
  { dk, dv, S, z }: LinearState<A>,
  keys: Features<A>,
  v: A,
  from: number,
  count: number,
): void {
  for (let l = 0; l < dk; l++) {
    loops.addWeighted(keys.rows, keys.at + l, dk, v, from, count, dv, S, l * dv);
  }
  for (let j = 0; j < count; j++) loops.add(keys.rows, keys.at + j * dk, dk, z, 0);
}

/**
 * What a query reads of a state: y_c = sum_l q_l S_lc, over sum_l q_l z_l when normalised.
 *
 * @param query features of one query, shape [dk]
 * @param out a row of zeros from `to` on, shape [dv]
 * @cost dk dv products
 */
export function readState<A extends FloatArray>(
  loops: Loops<A>,
  { dk, dv, S, z }: LinearState<A>,
  query: Features<A>,
  normalize: boolean,
  out: A,
  to: number,
): void {
  loops.addWeighted(query.rows, query.at, 1, S, 0, dk, dv, out, to);
  if (normalize) loops.divide(out, to, dv, loops.dot(query.rows, query.at, z, 0, dk));
}
