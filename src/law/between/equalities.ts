import { binary64 } from '#arithmetic/float-format.ts';
import type { Ring } from '#arithmetic/ring.ts';
import { sum } from '#arithmetic/space.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { aboveZero, attention, normalisable, unlikeZero } from '#law/attention-cases.ts';
import { type Law, relation } from '#law/law.ts';
import { alternate, oneHot, scaled, turned, without } from '#law/matrix.ts';
import { weights } from '#law/softmax-attention/stochastic.ts';
import { gain } from '#reference/rnn.ts';

const run = inputs({
  name: 'T >= 1, x in R^T, h0 in R',
  layout: { h0: [], x: ['T'] },
  sizes: { T: [1, 2, 3, 4] },
});
const oneToken = matrices('T = 1: q, k in R^dk, v in R^dv', { q: ['dk'], k: ['dk'], v: ['dv'] });
const turnedFrame = restricted(
  inputs({ name: 'beta', layout: { t: [], beta: [] }, sizes: {}, alphabet: [1, 0, 2, 0.5, 3] }),
  {
    name: 'three orthogonal tokens beta e_i R, beta > 0, R a turn of tangent t',
    where: ({ beta }) => beta > 0,
    into: ({ t, beta }) => ({ t, beta: aboveZero(beta) }),
  },
);

/** Laws by which one system is a case of another. */
export const equalityLaws: readonly Law[] = [
  {
    id: 'x-rnn-is-retention',
    system: 'between',
    says: 'the recurrence is causal linear attention with decay -1: q_t = k_t = (-1)^t, values x_t, h0 as a token 0 before them',
    parts: [
      relation({
        domain: run,
        left: (_a, s, { h0, x }) => s.states(x, h0),
        relation: '=',
        right: (a, s, { h0, x }) =>
          s
            .recurrent(...signed(a, [h0, ...x]))
            .slice(1)
            .flat(),
        inFloats: 'bitwise',
      }),
      relation({
        domain: run,
        left: (a, s, { x }) => s.states(x, a.of(0)),
        relation: '=',
        right: (a, s, { x }) => s.linearAttention(...signed(a, x), { causal: true }).flat(),
        inFloats: 'bitwise',
      }),
    ],
  },
  {
    id: 'x-sigmoid-two-token-softmax',
    system: 'between',
    says: 'Y = sigmoid(1000 H) is the first weight of softmax over the scores 1000 H and 0',
    parts: [
      relation({
        domain: run,
        left: (_a, s, { h0, x }) => [s.output(x, h0)],
        relation: '=',
        right: (a, s, { h0, x }) => {
          const z = a.mul(a.of(gain), s.alternatingSum(x, h0));
          return [weights(a, s, [[a.of(1)]], [[z], [a.of(0)]])[0]![0]!];
        },
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'x-linear-copies-what-softmax-does-not',
    system: 'between',
    says: 'orthogonal tokens of norm beta > 0: normalised linear attention has W = I, softmax has 0 < W_ij < 1 for all i, j',
    parts: [
      relation({
        domain: turnedFrame,
        left: (a, s, { t, beta }) => {
          const x = scaled(a, beta, turned(a, t, oneHot(a, 3)));
          return s.linearAttention(x, x, oneHot(a, 3), { normalize: true }).flat();
        },
        relation: '=',
        right: (a) => oneHot(a, 3).flat(),
        inFloats: 'within bound',
      }),
      relation({
        domain: turnedFrame,
        left: (a) => oneHot(a, 3).flatMap((row) => row.map(() => a.of(0))),
        relation: '<',
        right: (a, s, { t, beta }) => {
          const x = scaled(a, beta, turned(a, t, oneHot(a, 3)));
          // 1 - W_ii is the sum of the others.
          return weights(a, s, x, x).flatMap((row, i) =>
            row.map((weight, j) => (i === j ? sum(a, without(row, i)) : weight)),
          );
        },
        inFloats: 'exact only',
      }),
    ],
  },
  {
    id: 'x-single-token',
    system: 'between',
    says: 'T = 1: softmax gives v, linear attention <q, k> v, and with the normaliser v where <q, k> != 0',
    parts: [
      relation({
        domain: oneToken,
        left: (_a, s, { q, k, v }) => [
          ...s.softmaxAttention([q], [k], [v])[0]!,
          ...s.linearAttention([q], [k], [v])[0]!,
        ],
        relation: '=',
        right: (a, _s, { q, k, v }) => {
          const score = sum(
            a,
            q.map((entry, c) => a.mul(entry, k[c]!)),
          );
          return [...v, ...v.map((entry) => a.mul(score, entry))];
        },
        inFloats: 'within bound',
      }),
      relation({
        domain: normalisable(
          matrices('q, k in R^(1 x dk), v in R^(1 x dv)', attention, {
            sizes: { n: [1], m: [1], dk: [1, 2], dv: [1, 2] },
            ...unlikeZero,
            allows: (size, value) => value === 1 || (size.startsWith('d') && value > 1),
          }),
        ),
        left: (_a, s, { q, k, v }) => s.linearAttention(q, k, v, { normalize: true }).flat(),
        relation: '=',
        right: (_a, _s, { v }) => v.flat(),
        inFloats: 'within bound',
        // The quotient of two sums that were both rounded: (3 * 0.1) / 3.
        traps: [{ format: binary64, at: { q: [[3]], k: [[1]], v: [[0.1]] } }],
      }),
    ],
  },
];

/** Queries, keys and values (-1)^i, (-1)^i, x_i. */
function signed<N>(r: Ring<N>, x: readonly N[]): [q: N[][], k: N[][], v: N[][]] {
  const signs = x.map((_, i) => [alternate(r, i, r.of(1))]);
  return [signs, signs, x.map((entry) => [entry])];
}
