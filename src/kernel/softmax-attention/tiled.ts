import { formatOf, inOrder, roundingTo } from '#kernel/declaration.ts';
import { EXP_ULP, exps } from '#kernel/exp.ts';
import type { SoftmaxKernel } from '#kernel/kernel.ts';
import { keysSeen, score } from './score.ts';

/** Keys of a tile. */
export const TILE = 32;

/**
 * Softmax attention tile by tile of keys, with the largest score of each tile known before its exponentials: the scheme
 * of the vector kernel, in plain code. Tiles behind the causal mask are not touched.
 *
 * NaN and infinities as in the two-pass form.
 *
 * @returns within B4, at most ceil(m / 32) - 1 rescalings
 * @cost n m (dk + dv) products, n m + n m / 32 exponentials; 32 + dv numbers of scratch
 * @source Dao, Fu, Ermon, Rudra, Ré 2022, FlashAttention
 */
export const tiled: SoftmaxKernel = {
  form: 'tiled',
  tier: 'plain',
  declares: (format) => ({
    ...inOrder,
    format,
    expUlp: EXP_ULP,
    rescalings: (m) => Math.max(0, Math.ceil(m / TILE) - 1),
    shifted: true,
  }),
  run: (tokens, { scale, causal }, out) => {
    const { v, n, dv } = tokens;
    const round = roundingTo(v);
    const exp = exps(formatOf(v));
    const weights = new Float64Array(TILE);
    const sums = new Float64Array(dv);
    for (let i = 0; i < n; i++) {
      let most = Number.NEGATIVE_INFINITY;
      let total = 0;
      sums.fill(0);
      const seen = keysSeen(i, tokens, causal);
      for (let start = 0; start < seen; start += TILE) {
        const count = Math.min(TILE, seen - start);
        let highest = most;
        for (let j = 0; j < count; j++) {
          weights[j] = score(tokens, i, start + j, scale, round);
          if (weights[j]! > highest) highest = weights[j]!;
        }
        if (highest > most) {
          const factor = exp(round(most - highest));
          total = round(total * factor);
          for (let c = 0; c < dv; c++) sums[c] = round(sums[c]! * factor);
          most = highest;
        }
        const shift = most === Number.NEGATIVE_INFINITY ? 0 : most;
        for (let j = 0; j < count; j++) {
          weights[j] = exp(round(weights[j]! - shift));
          total = round(total + weights[j]!);
        }
        for (let j = 0; j < count; j++) {
          const row = (start + j) * dv;
          for (let c = 0; c < dv; c++) sums[c] = round(sums[c]! + round(weights[j]! * v[row + c]!));
        }
      }
      for (let c = 0; c < dv; c++) out[i * dv + c] = sums[c]! / total;
    }
  },
};
