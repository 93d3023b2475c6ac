import { formatOf, inOrder, roundingTo } from '#kernel/declaration.ts';
import { EXP_ULP, exps } from '#kernel/exp.ts';
import type { SoftmaxKernel } from '#kernel/kernel.ts';
import { keysSeen, score } from './score.ts';

/**
 * Softmax attention as the formula has it, without a shift: kept to show what goes wrong.
 *
 * From a score of 709.8 on (88.8 in binary32) the exponential is infinite and the row NaN; where all scores are below
 * -745 (-104) every weight is 0 and the row is NaN too. NaN and infinities stay in the row of their query.
 *
 * @returns within B4 without a shift, where nothing overflows
 * @cost n m (dk + dv) products, n m exponentials; m numbers of scratch
 * @source write-up, question 2b, line 42
 */
export const naive: SoftmaxKernel = {
  form: 'naive',
  tier: 'plain',
  declares: (format) => ({ ...inOrder, format, expUlp: EXP_ULP }),
  run: (tokens, { scale, causal }, out) => {
    const { v, n, m, dv } = tokens;
    const round = roundingTo(v);
    const exp = exps(formatOf(v));
    const weights = new Float64Array(m);
    for (let i = 0; i < n; i++) {
      const seen = keysSeen(i, tokens, causal);
      let total = 0;
      for (let j = 0; j < seen; j++) {
        weights[j] = exp(score(tokens, i, j, scale, round));
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
