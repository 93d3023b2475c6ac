import { formatOf, inOrder, roundingTo } from '#kernel/declaration.ts';
import { EXP_ULP, exps } from '#kernel/exp.ts';
import type { SoftmaxKernel } from '#kernel/kernel.ts';
import { keysSeen, score } from './score.ts';

/**
 * Softmax attention in one pass over the keys: when a score exceeds all before it, the sums so far are scaled down.
 *
 * NaN and infinities as in the two-pass form.
 *
 * @returns within B4, at most m - 1 rescalings
 * @cost n m (dk + dv) products, up to 2 n m exponentials; dv numbers of scratch
 * @source Milakov and Gimelshein 2018, online normalizer calculation for softmax
 */
export const online: SoftmaxKernel = {
  form: 'online',
  tier: 'plain',
  declares: (format) => ({
    ...inOrder,
    format,
    expUlp: EXP_ULP,
    rescalings: (m) => Math.max(0, m - 1),
    shifted: true,
  }),
  run: (tokens, { scale, causal }, out) => {
    const { v, n, dv } = tokens;
    const round = roundingTo(v);
    const exp = exps(formatOf(v));
    const sums = new Float64Array(dv);
    for (let i = 0; i < n; i++) {
      let most = Number.NEGATIVE_INFINITY;
      let total = 0;
      sums.fill(0);
      for (let j = 0; j < keysSeen(i, tokens, causal); j++) {
        const s = score(tokens, i, j, scale, round);
        if (s > most) {
          const factor = exp(round(most - s));
          total = round(total * factor);
          for (let c = 0; c < dv; c++) sums[c] = round(sums[c]! * factor);
          most = s;
        }
        // Minus infinity less itself would be NaN; its weight is 0 until a finite score comes.
        const weight = s === Number.NEGATIVE_INFINITY ? 0 : exp(round(s - most));
        total = round(total + weight);
        for (let c = 0; c < dv; c++) sums[c] = round(sums[c]! + round(weight * v[j * dv + c]!));
      }
      for (let c = 0; c < dv; c++) out[i * dv + c] = sums[c]! / total;
    }
  },
};
