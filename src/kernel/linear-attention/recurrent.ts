import { inOrder } from '#kernel/declaration.ts';
import { EXP_ULP } from '#kernel/exp.ts';
import type { LinearKernel, LinearSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import { readFeatures } from './feature.ts';
import { inTheirFormat } from './form.ts';
import type { Loops } from './loops.ts';
import { type LinearState, newState, readState } from './state.ts';

/**
 * Causal linear attention token by token: S_t = S_(t-1) + k_t v_t^T, z_t = z_(t-1) + k_t, y_t = q_t S_t, over q_t z_t when
 * normalised.
 *
 * Each entry of the state is summed over the tokens from the first, each output over the coordinates, from left to right.
 * It serves the causal sum: queries after the last key see all keys, keys after the last query are not read.
 *
 * A NaN or an infinity in a query stays in its row; in a key it reaches the rows from its own on, and in a value its column
 * of these. The rows before are as they would be without it.
 *
 * @param state what came before; it becomes what came so far
 * @param out shape [n][dv]: within gamma_(t + dk) sum_(j <= t) sum_l |q_l k_jl v_jc| plus underflow, of the features as
 *   computed; normalised, a quotient of two such sums, NaN or infinite where the denominator is 0
 * @cost 2 dk dv products a token, whatever came before; 2 dk numbers of scratch for features
 * @source A. Katharopoulos, A. Vyas, N. Pappas, F. Fleuret, Transformers are RNNs, ICML 2020
 */
export function advanceThrough<A extends FloatArray>(
  loops: Loops<A>,
  state: LinearState<A>,
  { q, k, v, n, m, dk, dv }: Tokens<A>,
  { normalize, featureMap }: Pick<LinearSettings, 'normalize' | 'featureMap'>,
  out: A,
): void {
  const { S, z } = state;
  const queries = readFeatures(loops, featureMap, q, dk);
  const keys = readFeatures(loops, featureMap, k, dk);
  out.fill(0, 0, n * dv);
  for (let t = 0; t < n; t++) {
    const query = queries(t * dk, dk);
    const row = t * dv;
    if (t >= m) {
      readState(loops, state, query, normalize, out, row);
      continue;
    }
    const key = keys(t * dk, dk);
    loops.step(query.rows, query.at, key.rows, key.at, v, row, dk, dv, S, out, row);
    loops.add(key.rows, key.at, dk, z, 0);
    if (normalize) loops.divide(out, row, dv, loops.dot(query.rows, query.at, z, 0, dk));
  }
}

/** Token by token: causal. A run needs dk (dv + 1) numbers of scratch for its state. */
export const recurrent: LinearKernel = {
  form: 'recurrent',
  tier: 'plain',
  serves: { causal: true, whole: false },
  declares: (format) => ({ ...inOrder, format, expUlp: EXP_ULP }),
  run: inTheirFormat((loops, tokens, settings, out) => {
    advanceThrough(loops, newState(loops, tokens.dk, tokens.dv), tokens, settings, out);
  }),
};
