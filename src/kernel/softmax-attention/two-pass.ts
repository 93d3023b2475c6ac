import { formatOf, inOrder, roundingTo } from '#kernel/declaration.ts';
import { EXP_ULP, exps } from '#kernel/exp.ts';
import type { SoftmaxKernel } from '#kernel/kernel.ts';
import { keysSeen, score } from './score.ts';

/**
 * Softmax attention with every score less the largest of its row: no exponential is above 1.
 *
 * A score that is NaN or infinite makes its row NaN; minus infinity is the weight 0, unless all are. Masked keys and
 * values are not read. A value that is infinite gives NaN where its weight is 0.
 *
 * @returns within B4, no rescalings
 * @cost n m (dk + dv) products, n m exponentials; m numbers of scratch
 */
export const twoPass: SoftmaxKernel = {
  form: 'two-pass',
  tier: 'plain',
  declares: (format) => ({ ...inOrder, format, expUlp: EXP_ULP, shifted: true }),
  run: (tokens, { scale, causal }, out) => {
    const { v, n, m, dv } = tokens;
    const round = roundingTo(v);
    const exp = exps(formatOf(v));
    const weights = new Float64Array(m);
    for (let i = 0; i < n; i++) {
      const seen = keysSeen(i, tokens, causal);
      let most = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < seen; j++) {
        weights[j] = score(tokens, i, j, scale, round);
        if (weights[j]! > most) most = weights[j]!;
      }
      let total = 0;
      for (let j = 0; j < seen; j++) {
        weights[j] = exp(round(weights[j]! - most));
        total = round(total + weights[j]!);
      }
      for (let c = 0; c < dv; c++) {
        let sum = 0;
        for (let j = 0; j < seen; j++) sum = round(sum + round(weights[j]! * v[j * dv + c]!));
        out[i * dv + c] = sum / total;
      }
    }
  },
};
