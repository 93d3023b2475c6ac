import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates, type Space } from '#arithmetic/space.ts';
import {
  asWritten,
  chunkwise,
  elu1,
  features,
  type Matrix,
  normalised,
  reassociated,
  recurrent,
} from '#reference/linear-attention.ts';
import { finalState, output } from '#reference/rnn.ts';
import { softmaxAttention } from '#reference/softmax-attention.ts';
import type { System } from './law.ts';

/** The references as a system: what every law must hold of. */
export function referenceSystem<N>(a: Analytic<N>): System<N> {
  const space = (rows: Matrix<unknown>): Space<N, readonly N[], Analytic<N>> =>
    coordinates<N, Analytic<N>>(a, rows[0]?.length ?? 0);
  return {
    alternatingSum: (x, h0) => finalState(a, x, h0),
    states: (x, h0) => x.map((_, t) => finalState(a, x.slice(0, t + 1), h0)),
    output: (x, h0) => output(a, x, h0),
    softmaxAttention: (q, k, v, options = {}) => softmaxAttention(space(k), space(v), q, k, v, options),
    linearAttention: (q, k, v, { causal = false, normalize = false } = {}) =>
      normalize
        ? normalised(space(k), space(v), q, k, v, causal)
        : asWritten(space(k), space(v), q, k, v, causal),
    reassociated: (q, k, v) => reassociated(space(k), q, k, v),
    recurrent: (q, k, v) => recurrent(space(k), q, k, v),
    chunkwise: (q, k, v, chunk) => chunkwise(space(k), space(v), q, k, v, chunk),
    elu1Attention: (q, k, v) => normalised(space(k), space(v), features(a, elu1, q), features(a, elu1, k), v),
  };
}
