import { inOrder } from '#kernel/declaration.ts';
import { EXP_ULP } from '#kernel/exp.ts';
import type { LinearKernel, LinearSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import { readFeatures } from './feature.ts';
import { inTheirFormat } from './form.ts';
import type { Loops } from './loops.ts';
import { addKeys, newState, readState } from './state.ts';

/** Keys in a slice: their values stay in the cache while each row of the state passes over them. */
const SLICE = 64;

/**
 * Linear attention reassociated, Q (K^T V): the state of all keys once, then one product with each query.
 *
 * Each entry of the state is summed over the keys, each output over the coordinates, from left to right. It serves the sum
 * over all keys: `causal` is not read.
 *
 * A NaN or an infinity in a query stays in its row; in a key it reaches every row, and in a value its column of every row,
 * as the state is shared.
 *
 * @param out shape [n][dv]: within the bound of the quadratic form, by other roundings. Without keys it is 0,
 *   normalised NaN
 * @cost (n + m) dk dv products; (dk + 1) dv numbers of scratch, and 64 dk more for features
 * @source write-up, question 3, the efficiency claim
 */
function attend<A extends FloatArray>(
  loops: Loops<A>,
  { q, k, v, n, m, dk, dv }: Tokens<A>,
  { normalize, featureMap }: LinearSettings,
  out: A,
): void {
  const keys = readFeatures(loops, featureMap, k, SLICE * dk);
  const queries = readFeatures(loops, featureMap, q, dk);
  const state = newState(loops, dk, dv);
  for (let start = 0; start < m; start += SLICE) {
    const count = Math.min(SLICE, m - start);
    addKeys(loops, state, keys(start * dk, count * dk), v, start * dv, count);
  }
  out.fill(0, 0, n * dv);
  for (let i = 0; i < n; i++) readState(loops, state, queries(i * dk, dk), normalize, out, i * dv);
}

/** The shared state first, then each query: over all keys. */
export const reassociated: LinearKernel = {
  form: 'reassociated',
  tier: 'plain',
  serves: { causal: false, whole: true },
  declares: (format) => ({ ...inOrder, format, expUlp: EXP_ULP }),
  run: inTheirFormat(attend),
};
