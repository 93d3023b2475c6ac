import { matrices } from '#domain/matrix.ts';
import { aligned, alignedSizes, attention } from '#law/attention-cases.ts';
import { type Law, relation } from '#law/law.ts';
import { oneHot, plus, scaled } from '#law/matrix.ts';

const inTurn = matrices('q, k in R^(T x dk), v in R^(T x dv)', aligned, { sizes: alignedSizes });
const joined = matrices('q, and two lists of keys and values', {
  ...attention,
  l: ['u', 'dk'],
  w: ['u', 'dv'],
});

/** Laws of linear attention over tokens that come one after the other. */
export const streamingLaws: readonly Law[] = [
  {
    id: 'l-chunk-size-invariance',
    system: 'linear-attention',
    says: 'the causal output by chunks is the same for every length of a chunk, the last one shorter or longer than T',
    parts: [
      relation({
        domain: inTurn,
        left: (_a, s, { q, k, v }) => [...q, undefined].flatMap((_, i) => s.chunkwise(q, k, v, i + 1).flat()),
        relation: '=',
        right: (_a, s, { q, k, v }) =>
          [...q, undefined].flatMap(() => s.linearAttention(q, k, v, { causal: true }).flat()),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'l-state-split-merge',
    system: 'linear-attention',
    says: 'S = K^T V and z = K^T 1 of joined lists are the sums of theirs, in either order',
    parts: [
      relation({
        domain: joined,
        left: (a, s, { k, v, l, w }) => {
          const units = oneHot(a, k[0]!.length);
          const ones = [...k, ...l].map(() => [a.of(1)]);
          return [
            ...s.linearAttention(units, [...k, ...l], [...v, ...w]),
            ...s.linearAttention(units, [...l, ...k], [...w, ...v]),
            ...s.linearAttention(units, [...k, ...l], ones),
          ].flat();
        },
        relation: '=',
        right: (a, s, { k, v, l, w }) => {
          const units = oneHot(a, k[0]!.length);
          const [one, other] = [k, l].map((rows) =>
            s.linearAttention(
              units,
              rows,
              rows.map(() => [a.of(1)]),
            ),
          );
          const state = plus(a, s.linearAttention(units, k, v), s.linearAttention(units, l, w));
          return [...state, ...state, ...plus(a, one!, other!)].flat();
        },
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'l-streaming-equals-batch',
    system: 'linear-attention',
    says: 'row T of the recurrent form is row T without a mask',
    parts: [
      relation({
        domain: inTurn,
        left: (_a, s, { q, k, v }) => s.recurrent(q, k, v).at(-1)!,
        relation: '=',
        right: (_a, s, { q, k, v }) => s.linearAttention(q, k, v).at(-1)!,
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'l-causal-prefix',
    system: 'linear-attention',
    says: 'causal rows 1 ... t do not depend on later tokens, in the form as written and in the recurrent one',
    parts: [
      relation({
        domain: inTurn,
        left: (_a, s, { q, k, v }) =>
          q.flatMap((_, t) => [
            ...s
              .linearAttention(q, k, v, { causal: true })
              .slice(0, t + 1)
              .flat(),
            ...s
              .recurrent(q, k, v)
              .slice(0, t + 1)
              .flat(),
          ]),
        relation: '=',
        right: (_a, s, { q, k, v }) =>
          q.flatMap((_, t) => {
            const [head, keys, values] = [q, k, v].map((rows) => rows.slice(0, t + 1));
            return [
              ...s.linearAttention(head!, keys!, values!, { causal: true }).flat(),
              ...s.recurrent(head!, keys!, values!).flat(),
            ];
          }),
        inFloats: 'bitwise',
      }),
    ],
  },
  {
    id: 'l-causal-plus-anticausal',
    system: 'linear-attention',
    says: 'causal output + reversed causal output of reversed tokens - <q_i, k_i> v_i = output without a mask',
    parts: [
      relation({
        domain: inTurn,
        left: (a, s, { q, k, v }) => {
          const back = s
            .linearAttention(q.toReversed(), k.toReversed(), v.toReversed(), { causal: true })
            .toReversed();
          const both = plus(a, s.linearAttention(q, k, v, { causal: true }), back);
          const own = q.map((qi, i) => s.linearAttention([qi], [k[i]!], [v[i]!])[0]!);
          return plus(a, both, scaled(a, a.of(-1), own)).flat();
        },
        relation: '=',
        right: (_a, s, { q, k, v }) => s.linearAttention(q, k, v).flat(),
        inFloats: 'within bound',
      }),
    ],
  },
];
