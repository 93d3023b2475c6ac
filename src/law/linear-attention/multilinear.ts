import { realNumber } from '#domain/grain.ts';
import { restricted } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import {
  aligned,
  alignedSizes,
  attention,
  normalisable,
  unlikeZero,
  withIntegers,
} from '#law/attention-cases.ts';
import { type Law, relation } from '#law/law.ts';
import { oneHot, plus, scaled, transposed } from '#law/matrix.ts';

const any = matrices('q in R^(n x dk), k in R^(m x dk), v in R^(m x dv)', attention);
const causalInputs = matrices('q, k in R^(T x dk), v in R^(T x dv)', aligned, { sizes: alignedSizes });
const integers = matrices('integers q, k in Z^(T x dk), v in Z^(T x dv)', aligned, {
  sizes: alignedSizes,
  admits: Number.isInteger,
  numbers: () => realNumber('integer'),
});
const twice = { ...attention, p: ['n', 'dk'], l: ['m', 'dk'], w: ['m', 'dv'], f: [], g: [] } as const;
const factors = matrices('q, k, v, f, g, h in R', { ...attention, f: [], g: [], h: [] }, unlikeZero);

/** Laws of linear attention as a map that is linear in each of its inputs, written in any order. */
export const multilinearLaws: readonly Law[] = [
  {
    id: 'l-reassociation',
    system: 'linear-attention',
    says: '(Q K^T) V = Q (K^T V); under the causal mask the recurrent form, and that by chunks of any length, are the same',
    parts: [
      relation({
        domain: any,
        left: (a, s, { q, k, v }) => {
          // Rows of the identity as keys make a product of matrices of the attention.
          const state = s.linearAttention(transposed(k), oneHot(a, k.length), v);
          return [...s.reassociated(q, k, v), ...s.linearAttention(q, oneHot(a, k[0]!.length), state)].flat();
        },
        relation: '=',
        right: (_a, s, { q, k, v }) => [...s.linearAttention(q, k, v), ...s.linearAttention(q, k, v)].flat(),
        inFloats: 'within bound',
      }),
      relation({
        domain: causalInputs,
        left: (_a, s, { q, k, v }) => [
          ...s.recurrent(q, k, v).flat(),
          ...q.flatMap((_, i) => s.chunkwise(q, k, v, i + 1).flat()),
        ],
        relation: '=',
        right: (_a, s, { q, k, v }) => {
          const y = s.linearAttention(q, k, v, { causal: true }).flat();
          return [y, ...q.map(() => y)].flat();
        },
        inFloats: 'within bound',
      }),
      relation({
        domain: integers,
        left: (_a, s, { q, k, v }) => [...s.reassociated(q, k, v), ...s.recurrent(q, k, v)].flat(),
        relation: '=',
        right: (_a, s, { q, k, v }) =>
          [...s.linearAttention(q, k, v), ...s.linearAttention(q, k, v, { causal: true })].flat(),
        inFloats: 'bitwise',
      }),
    ],
  },
  {
    id: 'l-trilinearity',
    system: 'linear-attention',
    says: 'Y is linear in Q, in K and in V, each with the two others fixed, masked or not',
    parts: [
      relation({
        domain: matrices('q, p, k, l, v, w, f, g', twice, {
          sizes: { n: [1, 2], m: [2], dk: [1, 2], dv: [1, 2] },
        }),
        left: (a, s, { q, k, v, p, l, w, f, g }) =>
          [false, true].flatMap((causal) =>
            [
              ...s.linearAttention(plus(a, scaled(a, f, q), scaled(a, g, p)), k, v, { causal }),
              ...s.linearAttention(q, plus(a, scaled(a, f, k), scaled(a, g, l)), v, { causal }),
              ...s.linearAttention(q, k, plus(a, scaled(a, f, v), scaled(a, g, w)), { causal }),
            ].flat(),
          ),
        relation: '=',
        right: (a, s, { q, k, v, p, l, w, f, g }) =>
          [false, true].flatMap((causal) => {
            const y = scaled(a, f, s.linearAttention(q, k, v, { causal }));
            const others = [
              s.linearAttention(p, k, v, { causal }),
              s.linearAttention(q, l, v, { causal }),
              s.linearAttention(q, k, w, { causal }),
            ];
            return others.flatMap((other) => plus(a, y, scaled(a, g, other)).flat());
          }),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'l-homogeneity',
    system: 'linear-attention',
    says: 'Y(f Q, g K, h V) = f g h Y, so self-attention has degree 3; with the normaliser h Y for f, g != 0',
    parts: [
      relation({
        domain: factors,
        left: (a, s, { q, k, v, f, g, h }) => [
          ...s.linearAttention(scaled(a, f, q), scaled(a, g, k), scaled(a, h, v)).flat(),
          ...s.linearAttention(scaled(a, f, k), scaled(a, f, k), scaled(a, f, k)).flat(),
        ],
        relation: '=',
        right: (a, s, { q, k, v, f, g, h }) => [
          ...scaled(a, a.mul(a.mul(f, g), h), s.linearAttention(q, k, v)).flat(),
          ...scaled(a, a.mul(a.mul(f, f), f), s.linearAttention(k, k, k)).flat(),
        ],
        inFloats: 'within bound',
      }),
      relation({
        domain: restricted(normalisable(factors), {
          name: 'q, k, v, f, g, h in R, f, g != 0, no query with scores that sum to zero',
          where: ({ f, g }) => f !== 0 && g !== 0,
        }),
        left: (a, s, { q, k, v, f, g, h }) =>
          s.linearAttention(scaled(a, f, q), scaled(a, g, k), scaled(a, h, v), { normalize: true }).flat(),
        relation: '=',
        right: (a, s, { q, k, v, h }) => scaled(a, h, s.linearAttention(q, k, v, { normalize: true })).flat(),
        inFloats: 'within bound',
      }),
      relation({
        domain: withIntegers(factors, 4, 'f', 'g', 'h'),
        left: (a, s, { q, k, v }, { f, g, h }) =>
          s
            .linearAttention(
              scaled(a, a.of(2 ** f), q),
              scaled(a, a.of(2 ** g), k),
              scaled(a, a.of(2 ** h), v),
            )
            .flat(),
        relation: '=',
        right: (a, s, { q, k, v }, { f, g, h }) =>
          scaled(a, a.of(2 ** (f + g + h)), s.linearAttention(q, k, v)).flat(),
        inFloats: 'bitwise',
      }),
    ],
  },
  {
    id: 'l-kv-permutation-invariance',
    system: 'linear-attention',
    says: 'Y stays when keys and values change places together, and its rows follow the queries',
    parts: [
      relation({
        domain: matrices('q, k, v', attention, { sizes: { n: [1, 2], m: [2, 3], dk: [1, 2], dv: [1] } }),
        left: (_a, s, { q, k, v }) => [
          ...s.linearAttention(q, k.toReversed(), v.toReversed()).flat(),
          ...s.linearAttention(q, [...k.slice(1), k[0]!], [...v.slice(1), v[0]!]).flat(),
          ...s.linearAttention(q.toReversed(), k, v).toReversed().flat(),
        ],
        relation: '=',
        right: (_a, s, { q, k, v }) => {
          const y = s.linearAttention(q, k, v).flat();
          return [...y, ...y, ...y];
        },
        inFloats: 'within bound',
      }),
    ],
  },
];
