import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';
import type { Field } from '#arithmetic/ring.ts';
import { sum } from '#arithmetic/space.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { aboveZero, attention, normalisable, tame, unlikeZero } from '#law/attention-cases.ts';
import { type CountOf, counts, type Law, relation, rounded } from '#law/law.ts';
import { oneHot, transposed, turned } from '#law/matrix.ts';
import { elu1, features, type Matrix } from '#reference/linear-attention.ts';

const any = matrices('q in R^(n x dk), k in R^(m x dk), v in R^(m x dv)', attention, unlikeZero);
const mapped = matrices('q, k, v of all shapes, numbers of size at most 4', attention, tame);
const nonNegative = normalisable(
  restricted(any, {
    name: 'q, k >= 0 of all shapes',
    where: ({ q, k }) => [...q, ...k].flat().every((entry) => entry >= 0),
    into: ({ q, k, v }) => ({
      q: q.map((row) => row.map((entry) => aboveZero(entry))),
      k: k.map((row) => row.map((entry) => aboveZero(entry))),
      v,
    }),
  }),
);
const sizes = restricted(
  inputs({ name: 'T, dk, dv', layout: { T: [], dk: [], dv: [] }, sizes: {}, alphabet: [1, 2, 3, 4] }),
  {
    name: 'sizes T, dk, dv in {1, ..., 5}',
    where: (c) => [c.T, c.dk, c.dv].every((size) => Number.isInteger(size) && size >= 1 && size <= 5),
    into: ({ T, dk, dv }) => {
      const size = (x: number): number => 1 + (Math.round(Math.abs(x)) % 5);
      return { T: size(T), dk: size(dk), dv: size(dv) };
    },
  },
);

/** Laws of linear attention with the normaliser and with feature maps, and of what the forms cost. */
export const normalisedLaws: readonly Law[] = [
  {
    id: 'l-orthogonal-retrieval',
    system: 'linear-attention',
    says: 'orthonormal keys: the query k_m fetches v_m; orthogonal non-zero tokens with the normaliser: Y = X',
    parts: [
      relation({
        domain: inputs({
          name: 'orthonormal keys e_1 R ... e_T R, T <= 3, by a turn R of tangent t; v in R^(T x dv)',
          layout: { t: [], v: ['T', 'dv'] },
          sizes: { T: [1, 2, 3], dv: [1, 2] },
          allows: (size, value) => value >= 1 && (size === 'dv' || value <= 3),
        }),
        left: (a, s, { t, v }) => {
          const keys = turned(a, t, oneHot(a, 3)).slice(0, v.length);
          return s.linearAttention(keys, keys, v).flat();
        },
        relation: '=',
        right: (_a, _s, { v }) => v.flat(),
        inFloats: 'within bound',
      }),
      relation({
        domain: restricted(
          inputs({
            name: 'tokens',
            layout: { t: [], b: ['T'] },
            sizes: { T: [1, 2, 3] },
            alphabet: [1, 2, -1, 3],
          }),
          {
            name: 'orthogonal tokens b_i e_i R, b_i != 0, T <= 3, by a turn R of tangent t',
            where: ({ b }) => b.length <= 3 && b.every((size) => size !== 0),
          },
        ),
        left: (a, s, { t, b }) => {
          const x = turnedTokens(a, t, b);
          return s.linearAttention(x, x, x, { normalize: true }).flat();
        },
        relation: '=',
        right: (a, _s, { t, b }) => turnedTokens(a, t, b).flat(),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'l-normalised-row-sum',
    system: 'linear-attention',
    says: 'where sum_j s_ij != 0 the weights s_ij / sum_j s_ij sum to 1; where all scores are >= 0 too, y_i is in the hull of the values',
    parts: [
      relation({
        domain: normalisable(any),
        left: (a, s, { q, k }) =>
          s.linearAttention(q, k, oneHot(a, k.length), { normalize: true }).map((row) => sum(a, row)),
        relation: '=',
        right: (a, _s, { q }) => q.map(() => a.of(1)),
        inFloats: 'within bound',
      }),
      relation({
        domain: nonNegative,
        left: (a, s, { q, k, v }, given) => [
          ...q.flatMap(() => extremes(Math.min, given.v).map(a.of)),
          ...s.linearAttention(q, k, v, { normalize: true }).flat(),
        ],
        relation: '<=',
        right: (a, s, { q, k, v }, given) => [
          ...s.linearAttention(q, k, v, { normalize: true }).flat(),
          ...q.flatMap(() => extremes(Math.max, given.v).map(a.of)),
        ],
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'l-d1-collapse',
    system: 'linear-attention',
    says: 'q = k = v = x of width 1, normalised, sum x != 0: every output with x_i != 0 is sum x^2 / sum x',
    parts: [
      relation({
        domain: restricted(matrices('tokens', { x: ['T'] }), {
          name: 'x in R^T, all x_i != 0, sum x != 0',
          where: ({ x }) => x.every((entry) => entry !== 0) && sum(rationals, x.map(exactly)).num !== 0n,
        }),
        left: (_a, s, { x }) => {
          const rows = x.map((entry) => [entry]);
          return s.linearAttention(rows, rows, rows, { normalize: true }).flat();
        },
        relation: '=',
        right: (a, _s, { x }) => {
          const squares = x.map((entry) => a.mul(entry, entry));
          return x.map(() => a.div(sum(a, squares), sum(a, x)));
        },
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'l-positive-feature-map',
    system: 'linear-attention',
    says: 'under elu + 1, and for scores 1 + s + s^2/2 = ((1 + s)^2 + 1)/2, all weights are positive and Y is in the hull of the values',
    parts: [
      relation({
        domain: mapped,
        left: (_a, s, { v }, { q, k }) => s.elu1Attention(q, k, v).flat(),
        relation: '=',
        right: (a, s, { v }, { q, k }) =>
          s.linearAttention(features(a, elu1, q), features(a, elu1, k), v, { normalize: true }).flat(),
        inFloats: 'within bound',
      }),
      relation({
        domain: mapped,
        left: (a, s, { q, k }) => s.linearAttention(halved(a, q), squared(a, k), oneHot(a, k.length)).flat(),
        relation: '=',
        right: (a, s, { q, k }) => {
          const scores = s.linearAttention(q, k, oneHot(a, k.length)).flat();
          const [one, two] = [a.of(1), a.of(2)];
          return scores.map((score) => a.add(a.add(one, score), a.div(a.mul(score, score), two)));
        },
        inFloats: 'within bound',
      }),
      relation({
        domain: mapped,
        left: (a, _s, { q, k }) => [...q, ...q].flatMap(() => k.map(() => a.of(0))),
        relation: '<',
        right: (a, s, { q, k }, given) =>
          [
            ...s.elu1Attention(given.q, given.k, oneHot(a, k.length)),
            ...s.linearAttention(halved(a, q), squared(a, k), oneHot(a, k.length), { normalize: true }),
          ].flat(),
        inFloats: 'exact only',
      }),
      relation({
        domain: mapped,
        left: (a, s, { q, k, v }, given) => [
          ...[...q, ...q].flatMap(() => extremes(Math.min, given.v).map(a.of)),
          ...s.elu1Attention(given.q, given.k, v).flat(),
          ...s.linearAttention(halved(a, q), squared(a, k), v, { normalize: true }).flat(),
        ],
        relation: '<=',
        right: (a, s, { q, k, v }, given) => [
          ...s.elu1Attention(given.q, given.k, v).flat(),
          ...s.linearAttention(halved(a, q), squared(a, k), v, { normalize: true }).flat(),
          ...[...q, ...q].flatMap(() => extremes(Math.max, given.v).map(a.of)),
        ],
        inFloats: 'exact only',
      }),
      rounded({
        // Computed as (e^x - 1) + 1 the feature is 0 from -38 on in binary64, and from -18 on in binary32.
        domain: restricted(
          inputs({ name: 'k', layout: { k: [] }, sizes: {}, alphabet: [-1, -18, -38, -80] }),
          {
            name: 'q = 0, one key k in [-80, 0], v = 1: the output is exactly 1',
            where: ({ k }) => k <= 0 && k >= -80,
            into: ({ k }) => ({ k: -Math.abs(k) }),
          },
        ),
        formats: [binary64, binary32],
        left: (computed, { k }) => [exactly(computed.elu1Attention([[0]], [[k]], [[1]])[0]![0]!)],
        relation: '=',
        right: () => [exactly(1)],
      }),
    ],
  },
  {
    id: 'l-op-count',
    system: 'linear-attention',
    says: 'multiplications of self-attention: T^2 (dk + dv) as written, with second difference 2 (dk + dv) in T; 2 T dk dv reassociated, with second difference 0',
    parts: [
      counts({
        domain: sizes,
        left: (count, { T, dk, dv }) =>
          forms.flatMap((form) => [count(form, { T, dk, dv }), secondDifference(count, form, { T, dk, dv })]),
        right: ({ T, dk, dv }) => [T * T * (dk + dv), 2 * (dk + dv), 2 * T * dk * dv, 0],
      }),
    ],
  },
];

const forms = ['linearAttention', 'reassociated'] as const;

function secondDifference(
  count: CountOf,
  form: (typeof forms)[number],
  { T, dk, dv }: Parameters<CountOf>[1],
): number {
  const at = (more: number): number => count(form, { T: T + more, dk, dv });
  return at(2) - 2 * at(1) + at(0);
}

/** The tokens b_i e_i R. */
function turnedTokens<N>(f: Field<N>, t: N, b: readonly N[]): N[][] {
  return turned(f, t, oneHot(f, 3))
    .slice(0, b.length)
    .map((row, i) => row.map((entry) => f.mul(b[i]!, entry)));
}

/** The least or the greatest entry of each column. */
function extremes(pick: (...values: number[]) => number, v: Matrix<number>): number[] {
  return transposed(v).map((column) => pick(...column));
}

/** (1, k, k x k): against `halved` of q the scores are 1 + s + s^2/2. */
function squared<N>(f: Field<N>, rows: Matrix<N>): N[][] {
  return rows.map((row) => [f.of(1), ...row, ...row.flatMap((x) => row.map((y) => f.mul(x, y)))]);
}

/** (1, q, q x q / 2). */
function halved<N>(f: Field<N>, rows: Matrix<N>): N[][] {
  return squared(f, rows).map((row, i) => {
    const width = 1 + rows[i]!.length;
    return [...row.slice(0, width), ...row.slice(width).map((entry) => f.div(entry, f.of(2)))];
  });
}
