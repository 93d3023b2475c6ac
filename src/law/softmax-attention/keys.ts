import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { exactly } from '#arithmetic/rational.ts';
import { matrices } from '#domain/matrix.ts';
import { attention, tame } from '#law/attention-cases.ts';
import { type Law, relation, rounded } from '#law/law.ts';
import { plus } from '#law/matrix.ts';
import { weights } from './stochastic.ts';

const any = matrices('q in R^(n x dk), k in R^(m x dk), v in R^(m x dv)', attention);
const anyTame = matrices(
  'q in R^(n x dk), k in R^(m x dk), v in R^(m x dv) of size at most 4',
  attention,
  tame,
);

/** Laws of softmax attention about keys repeated, masked and alone. */
export const keyLaws: readonly Law[] = [
  {
    id: 'a-duplication-invariance',
    system: 'softmax-attention',
    says: 'every key and value given twice leaves Y alone, and halves each weight',
    parts: [
      relation({
        domain: any,
        left: (a, s, { q, k, v }) => {
          const w = weights(a, s, q, [...k, ...k]);
          return [
            ...s.softmaxAttention(q, [...k, ...k], [...v, ...v]),
            ...plus(a, w, w).map((row) => row.slice(0, k.length)),
          ].flat();
        },
        relation: '=',
        right: (a, s, { q, k, v }) => [...s.softmaxAttention(q, k, v), ...weights(a, s, q, k)].flat(),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-mask-equals-removal',
    system: 'softmax-attention',
    says: 'row i under the causal mask is that of q_i against the keys j <= i alone, for any numbers of queries and keys',
    parts: [
      relation({
        domain: anyTame,
        left: (_a, s, { q, k, v }) => s.softmaxAttention(q, k, v, { causal: true }).flat(),
        relation: '=',
        right: (_a, s, { q, k, v }) =>
          q.flatMap((qi, i) => s.softmaxAttention([qi], k.slice(0, i + 1), v.slice(0, i + 1)).flat()),
        inFloats: 'bitwise',
      }),
      rounded({
        // e^-1000 is below half of every smallest number of these formats.
        domain: matrices(
          'scores k in R^m of size at most 4, v, w in R^m',
          { k: ['m'], v: ['m'], w: [] },
          tame,
        ),
        formats: [binary64, binary32],
        left: (computed, { k, v, w }) =>
          computed
            .softmaxAttention([[1]], [...column(k), [-1000]], [...column(v), [w]])
            .flat()
            .map(exactly),
        relation: '=',
        right: (computed, { k, v }) =>
          computed
            .softmaxAttention([[1]], column(k), column(v))
            .flat()
            .map(exactly),
      }),
    ],
  },
  {
    id: 'a-single-token',
    system: 'softmax-attention',
    says: 'one key: W = 1 and y = v',
    parts: [
      relation({
        domain: matrices('q in R^(n x dk), k in R^(1 x dk), v in R^(1 x dv)', attention, {
          sizes: { n: [1, 2], m: [1], dk: [1, 2], dv: [1, 2] },
          allows: (size, value) => value === 1 || (size !== 'm' && value > 1),
        }),
        left: (_a, s, { q, k, v }) => s.softmaxAttention(q, k, v).flat(),
        relation: '=',
        right: (_a, _s, { q, v }) => q.flatMap(() => v[0]!),
        inFloats: 'within bound',
        // Without a shift by the largest score, 0/0 below and inf/inf above.
        traps: [
          { format: binary64, at: { q: [[1]], k: [[-746]], v: [[1]] } },
          { format: binary64, at: { q: [[1]], k: [[710]], v: [[1]] } },
        ],
      }),
    ],
  },
];

function column(entries: readonly number[]): number[][] {
  return entries.map((entry) => [entry]);
}
