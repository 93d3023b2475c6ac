import type { Analytic } from '#arithmetic/ring.ts';
import { type Space, sum, sumVectors } from '#arithmetic/space.ts';
import { innerProducts } from './norm.ts';

/** What a call of attention may choose. */
export interface AttentionOptions<N> {
  /** Factor on every score; absent means none is applied. */
  readonly scale?: N;
  /** Row i sees the keys j <= i only (top-left aligned, also when there are more keys than queries). */
  readonly causal?: boolean;
}

/**
 * Softmax of a row of scores: e^(s_j) / sum_l e^(s_l), as defined, without a shift.
 *
 * @param scores one row, shape [m], m >= 1
 * @returns the weights, shape [m]; every operand is positive, so enclosures keep their relative width
 * @cost m exponentials, m - 1 additions, m divisions
 * @source write-up, question 2b, line 42, read along rows
 */
export function softmax<N>(a: Analytic<N>, scores: readonly N[]): N[] {
  const exponentials = scores.map(a.exp);
  const total = sum(a, exponentials);
  return exponentials.map((e) => a.div(e, total));
}

/**
 * Attention weights W_ij = softmax_j(scale <q_i, k_j>).
 *
 * @param q queries, [n] vectors of width dk
 * @param k keys, [m] vectors of width dk
 * @returns one row a query; a causal row i holds min(i + 1, m) weights, masked keys are absent
 */
export function attentionWeights<N, V>(
  keys: Space<N, V, Analytic<N>>,
  q: readonly V[],
  k: readonly V[],
  { scale, causal = false }: AttentionOptions<N> = {},
): N[][] {
  const a = keys.scalars;
  return q.map((qi, i) => {
    const seen = causal ? k.slice(0, i + 1) : k;
    const [row] = innerProducts(keys, [qi], seen);
    return softmax(a, scale === undefined ? row! : row!.map((s) => a.mul(scale, s)));
  });
}

/**
 * Softmax attention y_i = sum_j W_ij v_j.
 *
 * @param keys space of queries and keys (width dk)
 * @param values space of values and outputs (width dv)
 * @returns [n] vectors of the value space
 * @cost non-causal: n m (dk + dv) multiplications, n m exponentials, n m divisions
 * @source write-up, question 2b, line 54
 */
export function softmaxAttention<N, V, W>(
  keys: Space<N, V, Analytic<N>>,
  values: Space<N, W>,
  q: readonly V[],
  k: readonly V[],
  v: readonly W[],
  options: AttentionOptions<N> = {},
): W[] {
  return attentionWeights(keys, q, k, options).map((row) =>
    sumVectors(
      values,
      row.map((weight, j) => values.scale(weight, v[j]!)),
    ),
  );
}
