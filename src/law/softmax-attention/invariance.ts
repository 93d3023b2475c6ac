import { binary64 } from '#arithmetic/float-format.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';
import { restricted } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { attention, tame, unlikeZero, withIntegers } from '#law/attention-cases.ts';
import { type Law, relation } from '#law/law.ts';
import { changed, determinant, inverseTransposed, product, scaled, translated, turned } from '#law/matrix.ts';

const square = { T: [1, 2, 3], d: [1, 2] };
const planar = restricted(
  matrices(
    'q, k, v, t',
    { ...attention, M: ['two', 'two'], t: [] },
    {
      sizes: { n: [1, 2], m: [1, 2, 3], dk: [2, 3], dv: [1], two: [2] },
      ...unlikeZero,
    },
  ),
  {
    name: 'q in R^(n x dk), k in R^(m x dk), v in R^(m x dv), dk >= 2, t in R, M in R^(2 x 2) invertible',
    where: ({ M }) =>
      M.length === 2 &&
      determinant(
        rationals,
        M.map((row) => row.map(exactly)),
      ).num !== 0n,
  },
);

/** Laws of softmax attention about changes of the inputs that leave the weights alone. */
export const invarianceLaws: readonly Law[] = [
  {
    id: 'a-token-permutation-equivariance',
    system: 'softmax-attention',
    says: 'Y(P x) = P Y(x) for a permutation P of the tokens, and Y stays when keys and values change places together',
    parts: [
      relation({
        domain: matrices('q, k, v', attention, { sizes: { n: [1, 2], m: [2, 3], dk: [1, 2], dv: [1] } }),
        left: (_a, s, { q, k, v }) => permutations.flatMap((P) => s.softmaxAttention(q, P(k), P(v)).flat()),
        relation: '=',
        right: (_a, s, { q, k, v }) => permutations.flatMap(() => s.softmaxAttention(q, k, v).flat()),
        inFloats: 'within bound',
      }),
      relation({
        domain: matrices('tokens x in R^(T x d)', { x: ['T', 'd'] }, { sizes: square }),
        left: (_a, s, { x }) => permutations.flatMap((P) => s.softmaxAttention(P(x), P(x), P(x)).flat()),
        relation: '=',
        right: (_a, s, { x }) => permutations.flatMap((P) => P(s.softmaxAttention(x, x, x)).flat()),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-rotation-invariance',
    system: 'softmax-attention',
    says: 'Y(Q M, K M^-T, V) = Y(Q, K, V) for invertible M, so Y(x R) = Y(x) R for orthogonal R',
    parts: [
      relation({
        domain: planar,
        left: (a, s, { q, k, v, M, t }) => [
          ...s.softmaxAttention(turned(a, t, q), turned(a, t, k), v).flat(),
          ...s.softmaxAttention(changed(a, q, M), changed(a, k, inverseTransposed(a, M)), v).flat(),
        ],
        relation: '=',
        right: (_a, s, { q, k, v }) =>
          [...s.softmaxAttention(q, k, v), ...s.softmaxAttention(q, k, v)].flat(),
        inFloats: 'within bound',
      }),
      relation({
        domain: matrices(
          'tokens x in R^(T x d), d >= 2, t in R',
          { t: [], x: ['T', 'd'] },
          {
            sizes: { T: [1, 2, 3], d: [2, 3] },
          },
        ),
        left: (a, s, { t, x }) => {
          const y = turned(a, t, x);
          return s.softmaxAttention(y, y, y).flat();
        },
        relation: '=',
        right: (a, s, { t, x }) => turned(a, t, s.softmaxAttention(x, x, x)).flat(),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-score-shift-invariance',
    system: 'softmax-attention',
    says: 'adding c_i to every score of row i changes nothing; as a coordinate c_i of the query against 1 of each key',
    parts: [
      relation({
        domain: matrices('q, k, v, c in R^n', { ...attention, c: ['n'] }),
        left: (a, s, { q, k, v, c }) =>
          s
            .softmaxAttention(
              q.map((row, i) => [...row, c[i]!]),
              k.map((row) => [...row, a.of(1)]),
              v,
            )
            .flat(),
        relation: '=',
        right: (_a, s, { q, k, v }) => s.softmaxAttention(q, k, v).flat(),
        inFloats: 'within bound',
        // Without a shift by the largest score, e^710 overflows.
        traps: [{ format: binary64, at: { q: [[0]], k: [[0]], v: [[1]], c: [710] } }],
      }),
    ],
  },
  {
    id: 'a-key-translation-invariance',
    system: 'softmax-attention',
    says: 'k_j -> k_j + u for all j leaves the weights alone',
    parts: [
      relation({
        domain: matrices('q, k, v, u in R^dk', { ...attention, u: ['dk'] }),
        left: (a, s, { q, k, v, u }) => s.softmaxAttention(q, translated(a, k, u), v).flat(),
        relation: '=',
        right: (_a, s, { q, k, v }) => s.softmaxAttention(q, k, v).flat(),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-value-affine-equivariance',
    system: 'softmax-attention',
    says: 'Y(Q, K, V A + 1 b^T) = Y(Q, K, V) A + 1 b^T',
    parts: [
      relation({
        domain: matrices('q, k, v, A in R^(dv x e), b in R^e', { ...attention, A: ['dv', 'e'], b: ['e'] }),
        left: (a, s, { q, k, v, A, b }) =>
          s.softmaxAttention(q, k, translated(a, product(a, v, A), b)).flat(),
        relation: '=',
        right: (a, s, { q, k, v, A, b }) =>
          translated(a, product(a, s.softmaxAttention(q, k, v), A), b).flat(),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-temperature',
    system: 'softmax-attention',
    says: 'W(c Q, K) = W(Q, c K), which is what a scale of c gives; W(2^e Q, 2^-e K) = W(Q, K)',
    parts: [
      relation({
        domain: matrices('q, k, v, c in R', { ...attention, c: [] }),
        left: (a, s, { q, k, v, c }) => [
          ...s.softmaxAttention(scaled(a, c, q), k, v).flat(),
          ...s.softmaxAttention(q, k, v, { scale: c }).flat(),
        ],
        relation: '=',
        right: (a, s, { q, k, v, c }) => {
          const other = s.softmaxAttention(q, scaled(a, c, k), v).flat();
          return [...other, ...other];
        },
        inFloats: 'within bound',
      }),
      relation({
        domain: withIntegers(matrices('q, k, v, e', { ...attention, e: [] }, tame), 4, 'e'),
        left: (a, s, { q, k, v }, { e }) =>
          s.softmaxAttention(scaled(a, a.of(2 ** e), q), scaled(a, a.of(2 ** -e), k), v).flat(),
        relation: '=',
        right: (_a, s, { q, k, v }) => s.softmaxAttention(q, k, v).flat(),
        inFloats: 'bitwise',
      }),
    ],
  },
];

/** Two permutations that give all others: the first two change places, all move up by one. */
const permutations: readonly (<T>(list: readonly T[]) => T[])[] = [
  (list) => [...list.slice(0, 2).toReversed(), ...list.slice(2)],
  (list) => [...list.slice(1), ...list.slice(0, 1)],
];
