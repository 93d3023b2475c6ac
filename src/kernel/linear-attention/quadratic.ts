import { inOrder } from '#kernel/declaration.ts';
import { EXP_ULP } from '#kernel/exp.ts';
import type { LinearKernel, LinearSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import { readFeatures } from './feature.ts';
import { inTheirFormat } from './form.ts';
import type { Loops } from './loops.ts';

/**
 * Linear attention as the write-up has it, y_i = sum_j <q_i, k_j> v_j: scores first.
 *
 * Each score is summed over the coordinates, each output over the keys, from left to right; a causal row i sees the keys
 * j <= i. Normalised, the row is divided by the sum of its scores, to which nothing is added and whose sign is kept.
 *
 * A NaN or an infinity in a query stays in its row; in a key it reaches the rows that see the key, and in a value its
 * column of these. Masked keys and values are not read.
 *
 * @param out shape [n][dv]: within gamma_(m + dk) sum_j sum_l |q_l k_jl v_jc| plus underflow, of the features as
 *   computed; normalised, a quotient of two such sums, NaN or infinite where the scores sum to
 *   0. Without keys it is 0, normalised NaN
 * @cost n m (dk + dv) products, half of them when causal; m numbers of scratch, and m dk more for features
 * @source write-up, question 3, line 81
 */
function attend<A extends FloatArray>(
  loops: Loops<A>,
  { q, k, v, n, m, dk, dv }: Tokens<A>,
  { causal, normalize, featureMap }: LinearSettings,
  out: A,
): void {
  const queries = readFeatures(loops, featureMap, q, dk);
  const keys = readFeatures(loops, featureMap, k, m * dk)(0, m * dk);
  const scores = loops.zeros(m);
  out.fill(0, 0, n * dv);
  for (let i = 0; i < n; i++) {
    const query = queries(i * dk, dk);
    const seen = causal ? Math.min(i + 1, m) : m;
    loops.scores(query.rows, query.at, keys.rows, keys.at, seen, dk, scores);
    loops.addWeighted(scores, 0, 1, v, 0, seen, dv, out, i * dv);
    if (normalize) loops.divide(out, i * dv, dv, loops.total(scores, seen));
  }
}

/** Scores first, then their sum with the values: causal or over all keys. */
export const quadratic: LinearKernel = {
  form: 'quadratic',
  tier: 'plain',
  serves: { causal: true, whole: true },
  declares: (format) => ({ ...inOrder, format, expUlp: EXP_ULP }),
  run: inTheirFormat(attend),
};
