import { exactly, rationals } from '#arithmetic/rational.ts';
import { coordinates, sumVectors } from '#arithmetic/space.ts';
import { restricted } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { aligned, alignedSizes, attention, normalisable, unlikeZero } from '#law/attention-cases.ts';
import { type Law, relation } from '#law/law.ts';
import {
  changed,
  determinant,
  inverseTransposed,
  minors,
  oneHot,
  pairing,
  plus,
  product,
  scaled,
  translated,
} from '#law/matrix.ts';
import { weights } from '#law/softmax-attention/stochastic.ts';

const any = matrices('q in R^(n x dk), k in R^(m x dk), v in R^(m x dv)', attention, unlikeZero);
const inTurn = matrices(
  'q, k in R^(T x dk), v, G in R^(T x dv)',
  { ...aligned, G: ['T', 'dv'] },
  { sizes: alignedSizes },
);
const few = { n: [1, 2], m: [1, 2], dk: [1, 2], dv: [1] };

/** Laws of linear attention under changes of basis, more tokens, and transposition. */
export const extensionLaws: readonly Law[] = [
  {
    id: 'l-gl-invariance',
    system: 'linear-attention',
    says: 'Y(Q M, K M^-T, V) = Y(Q, K, V) for invertible M',
    parts: [
      relation({
        domain: restricted(
          matrices(
            'q, k, v, M',
            { ...attention, M: ['two', 'two'] },
            {
              sizes: { n: [1, 2], m: [1, 2], dk: [2, 3], dv: [1], two: [2] },
              ...unlikeZero,
            },
          ),
          {
            name: 'q in R^(n x dk), k in R^(m x dk), v in R^(m x dv), dk >= 2, M in R^(2 x 2) invertible',
            where: ({ M }) =>
              M.length === 2 &&
              determinant(
                rationals,
                M.map((row) => row.map(exactly)),
              ).num !== 0n,
          },
        ),
        left: (a, s, { q, k, v, M }) =>
          s.linearAttention(changed(a, q, M), changed(a, k, inverseTransposed(a, M)), v).flat(),
        relation: '=',
        right: (_a, s, { q, k, v }) => s.linearAttention(q, k, v).flat(),
        inFloats: 'exact only',
      }),
    ],
  },
  {
    id: 'l-value-right-linearity',
    system: 'linear-attention',
    says: 'Y(Q, K, V A) = Y(Q, K, V) A, and adding b to every value adds <q_i, sum_j k_j> b to y_i, not b',
    parts: [
      relation({
        domain: matrices('q, k, v, A in R^(dv x e), b in R^dv', { ...attention, A: ['dv', 'e'], b: ['dv'] }),
        left: (a, s, { q, k, v, A, b }) => [
          ...s.linearAttention(q, k, product(a, v, A)).flat(),
          ...s.linearAttention(q, k, translated(a, v, b)).flat(),
        ],
        relation: '=',
        right: (a, s, { q, k, v, A, b }) => {
          const y = s.linearAttention(q, k, v);
          const space = coordinates(a, k[0]!.length);
          const total = sumVectors(space, k);
          return [
            ...product(a, y, A),
            ...plus(
              a,
              y,
              q.map((qi) => b.map((entry) => a.mul(space.dot(qi, total), entry))),
            ),
          ].flat();
        },
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'l-zero-key-padding',
    system: 'linear-attention',
    says: 'tokens appended with a key of 0 change nothing, with the normaliser or without',
    parts: [
      relation({
        domain: matrices('q, k, v, w in R^dv', { ...attention, w: ['dv'] }),
        left: (a, s, { q, k, v, w }) =>
          s.linearAttention(q, [...k, k[0]!.map(() => a.of(0))], [...v, w]).flat(),
        relation: '=',
        right: (_a, s, { q, k, v }) => s.linearAttention(q, k, v).flat(),
        inFloats: 'bitwise',
      }),
      relation({
        domain: normalisable(any),
        left: (a, s, { q, k, v }) =>
          s.linearAttention(q, [...k, k[0]!.map(() => a.of(0))], [...v, v[0]!], { normalize: true }).flat(),
        relation: '=',
        right: (_a, s, { q, k, v }) => s.linearAttention(q, k, v, { normalize: true }).flat(),
        inFloats: 'bitwise',
      }),
    ],
  },
  {
    id: 'l-duplicate',
    system: 'linear-attention',
    says: 'every key and value given twice doubles Y, and leaves it alone with the normaliser',
    parts: [
      relation({
        domain: any,
        left: (_a, s, { q, k, v }) => s.linearAttention(q, [...k, ...k], [...v, ...v]).flat(),
        relation: '=',
        right: (a, s, { q, k, v }) => scaled(a, a.of(2), s.linearAttention(q, k, v)).flat(),
        inFloats: 'within bound',
      }),
      relation({
        domain: normalisable(any),
        left: (_a, s, { q, k, v }) =>
          s.linearAttention(q, [...k, ...k], [...v, ...v], { normalize: true }).flat(),
        relation: '=',
        right: (_a, s, { q, k, v }) => s.linearAttention(q, k, v, { normalize: true }).flat(),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'l-unlearning',
    system: 'linear-attention',
    says: 'S - l w^T forgets the token (l, w): appending it with its value negated takes it back',
    parts: [
      relation({
        domain: matrices('q, k, v, l in R^dk, w in R^dv', { ...attention, l: ['dk'], w: ['dv'] }),
        left: (a, s, { q, k, v, l, w }) => [
          ...s.linearAttention(q, [...k, l, l], [...v, w, w.map(a.neg)]).flat(),
          ...plus(
            a,
            s.linearAttention(q, [...k, l], [...v, w]),
            scaled(a, a.of(-1), s.linearAttention(q, [l], [w])),
          ).flat(),
        ],
        relation: '=',
        right: (_a, s, { q, k, v }) => {
          const y = s.linearAttention(q, k, v).flat();
          return [...y, ...y];
        },
        inFloats: 'exact only',
      }),
    ],
  },
  {
    id: 'l-adjoint',
    system: 'linear-attention',
    says: '<Y(Q, K, V), G> = <V, Y(K, Q, G)>: the gradient in V swaps Q and K, and looks ahead where Y looks back',
    parts: [
      relation({
        domain: matrices(
          'q, k, v, G in R^(n x dv)',
          { ...attention, G: ['n', 'dv'] },
          { sizes: { ...few, dv: [1, 2] } },
        ),
        left: (a, s, { q, k, v, G }) => [pairing(a, s.linearAttention(q, k, v), G)],
        relation: '=',
        right: (a, s, { q, k, v, G }) => [pairing(a, v, s.linearAttention(k, q, G))],
        inFloats: 'within bound',
      }),
      relation({
        domain: inTurn,
        left: (a, s, { q, k, v, G }) => [pairing(a, s.linearAttention(q, k, v, { causal: true }), G)],
        relation: '=',
        right: (a, s, { q, k, v, G }) => {
          const [keys, queries, gradient] = [k, q, G].map((rows) => rows.toReversed());
          const ahead = s.linearAttention(keys!, queries!, gradient!, { causal: true }).toReversed();
          return [pairing(a, v, ahead)];
        },
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'l-rank',
    system: 'linear-attention',
    says: 'rank (Q K^T) <= dk: all minors of size dk + 1 vanish, so T > dk tokens are not copied; softmax weights of width 1 have full rank for increasing queries and keys',
    parts: [
      relation({
        domain: matrices('q, k, v', attention, { sizes: { n: [2, 3], m: [2, 3], dk: [1, 2], dv: [2] } }),
        left: (a, s, { q, k, v }) => {
          const scores = s.linearAttention(q, k, oneHot(a, k.length));
          const size = k[0]!.length + 1;
          return [...minors(a, scores, size), ...minors(a, s.linearAttention(q, k, v), size)];
        },
        relation: '=',
        right: (a, s, { q, k, v }) => {
          const scores = s.linearAttention(q, k, oneHot(a, k.length));
          const size = k[0]!.length + 1;
          return [...minors(a, scores, size), ...minors(a, s.linearAttention(q, k, v), size)].map(() =>
            a.of(0),
          );
        },
        inFloats: 'exact only',
      }),
      relation({
        domain: restricted(matrices('q, k in R^T', { q: ['T'], k: ['T'] }, { sizes: { T: [2, 3] } }), {
          name: 'T >= 2, q and k in R^T increasing',
          where: ({ q, k }) => [q, k].every((list) => list.every((x, i) => i === 0 || list[i - 1]! < x)),
          into: ({ q, k }) => ({ q: increasing(q), k: increasing(k) }),
        }),
        left: (a) => [a.of(0)],
        relation: '<',
        right: (a, s, { q, k }) => {
          const w = weights(
            a,
            s,
            q.map((x) => [x]),
            k.map((x) => [x]),
          );
          return [determinant(a, w)];
        },
        inFloats: 'exact only',
      }),
    ],
  },
];

/** The numbers in order, each a little above the one before it. */
function increasing(list: readonly number[]): number[] {
  return list.toSorted((x, y) => x - y).map((x, i) => x + i / 4);
}
