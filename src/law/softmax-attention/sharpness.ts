import { binary16, binary32, binary64, next } from '#arithmetic/float-format.ts';
import { rationalIn } from '#arithmetic/polynomial.ts';
import { exactly, type Rational, rationals } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { sum } from '#arithmetic/space.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { unlikeZero, withPositives } from '#law/attention-cases.ts';
import { type Law, relation, rounded, type System } from '#law/law.ts';
import { exactScores, largest, oneHot, scaled, smallest, without } from '#law/matrix.ts';
import type { Matrix } from '#reference/linear-attention.ts';
import { weights } from './stochastic.ts';

const twoTokens = matrices(
  'n >= 2 tokens x in R^(n x d)',
  { x: ['n', 'd'] },
  { sizes: { n: [2, 3], d: [1, 2] }, ...unlikeZero },
);

/** The norms at which two orthogonal tokens are tried in binary16, on both sides of 1. */
const halfBetas = restricted(
  inputs({ name: 'beta', layout: { beta: [] }, sizes: {}, alphabet: [1, 0.5, 2, 0.85791015625, 1.5, 3] }),
  {
    name: 'beta in [1/4, 4]',
    where: ({ beta }) => beta >= 0.25 && beta <= 4,
    into: ({ beta }) => ({ beta: 0.25 + (Math.abs(beta) % 3.75) }),
  },
);

const growing = withPositives(
  matrices(
    'n >= 2 tokens x in R^(n x d)',
    { x: ['n', 'd'], b: [], more: [] },
    { sizes: { n: [2, 3], d: [1, 2] }, ...unlikeZero },
  ),
  'b',
  'more',
);

/** Laws of softmax attention about how sharply it picks the largest score. */
export const sharpnessLaws: readonly Law[] = [
  {
    id: 'a-margin-bound',
    system: 'softmax-attention',
    says: 'q = k = x, n >= 2: (n-1)/(n-1+e^Dmax) <= 1 - W_ii <= (n-1)/(n-1+e^Dmin), D_j = s_ii - s_ij over j != i',
    parts: [
      relation({
        domain: twoTokens,
        left: (a, s, { x }, given) => [
          ...margins(given.x).map((row) => shareLeft(a, x.length, largest(row))),
          ...others(a, s, x),
        ],
        relation: '<=',
        right: (a, s, { x }, given) => [
          ...others(a, s, x),
          ...margins(given.x).map((row) => shareLeft(a, x.length, smallest(row))),
        ],
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-monotone-in-beta',
    system: 'softmax-attention',
    says: 'tokens beta x with s_ii > s_ij for all j != i: W_ii increases strictly with beta > 0',
    parts: [
      relation({
        domain: growing,
        // 1 - W_ii, falling, as the sum of the other weights keeps its relative accuracy.
        left: (a, s, { x, b, more }, given) =>
          dominant(given.x).map((i) => others(a, s, scaled(a, a.add(b, more), x))[i]!),
        relation: '<',
        right: (a, s, { x, b }, given) => dominant(given.x).map((i) => others(a, s, scaled(a, b, x))[i]!),
        inFloats: 'exact only',
      }),
      relation({
        domain: growing,
        left: (a, s, { x, b }, given) => dominant(given.x).map((i) => onItself(a, s, scaled(a, b, x), i)),
        relation: '<=',
        right: (a, s, { x, b, more }, given) =>
          dominant(given.x).map((i) => onItself(a, s, scaled(a, a.add(b, more), x), i)),
        inFloats: 'within bound',
        // Without a shift by the largest score W_22 falls from 0.51123046875 to 0.5107421875.
        traps: [
          {
            format: binary16,
            at: {
              x: [
                [1, 0, 0],
                [0, 1, 0],
                [0, 0, 1],
              ],
              b: 0.85791015625,
              more: 2 ** -11,
            },
          },
        ],
      }),
      rounded({
        domain: halfBetas,
        formats: [binary16, binary32],
        left: (computed, { beta }) => [shifted(computed, beta).weight],
        relation: '<=',
        right: (computed, { beta }, format) => [shifted(computed, next(format, beta)).weight],
      }),
    ],
  },
  {
    id: 'a-hardmax-limit',
    system: 'softmax-attention',
    says: 'with m largest scores and D the distance to the next, 1/(m + (n-m) e^(-beta^2 D)) <= W_ij <= 1/m for those, the other weights at most e^(-beta^2 D)/m: the limit is uniform on the largest',
    parts: [
      relation({
        domain: withPositives(
          matrices(
            'q, k, beta > 0',
            { q: ['n', 'dk'], k: ['m', 'dk'], beta: [] },
            {
              sizes: { n: [1, 2], m: [1, 2, 3], dk: [1, 2] },
              ...unlikeZero,
            },
          ),
          'beta',
        ),
        left: (a, s, { q, k, beta }, given) => {
          const w = weights(a, s, scaled(a, beta, q), scaled(a, beta, k));
          return peaks(given.q, given.k).flatMap(({ isPeak, rest }, i) => {
            const [most, m] = [isPeak.filter(Boolean).length, k.length];
            const tail = a.mul(a.of(m - most), decay(a, beta, rest));
            const least = a.div(a.of(1), a.add(a.of(most), tail));
            return [...w[i]!, ...isPeak.map((peak) => (peak ? least : a.of(0)))];
          });
        },
        relation: '<=',
        right: (a, s, { q, k, beta }, given) => {
          const w = weights(a, s, scaled(a, beta, q), scaled(a, beta, k));
          return peaks(given.q, given.k).flatMap(({ isPeak, rest }, i) => {
            const share = a.div(a.of(1), a.of(isPeak.filter(Boolean).length));
            const small = a.mul(share, decay(a, beta, rest));
            return [...isPeak.map((peak) => (peak ? share : small)), ...w[i]!];
          });
        },
        inFloats: 'within bound',
      }),
      rounded({
        // e^-745.14 is below half of the smallest binary64 number, and far below that of binary32.
        domain: restricted(inputs({ name: 'D', layout: { D: [] }, sizes: {}, alphabet: [746, 800, 1000] }), {
          name: 'two scores 0 and -D, D > 745.14',
          where: ({ D }) => D > 745.14,
          into: ({ D }) => ({ D: 746 + Math.abs(D) }),
        }),
        formats: [binary64, binary32],
        left: (computed, { D }) =>
          computed
            .softmaxAttention([[1]], [[0], [-D]], oneHot({ of: Number }, 2))
            .flat()
            .map(exactly),
        relation: '=',
        right: () => [1, 0].map(exactly),
        traps: [{ format: binary64, at: { D: 745.13 } }],
      }),
    ],
  },
];

/** For each token the distances D_j of its score with itself to those with the others, exactly. */
function margins(x: Matrix<number>): Rational[][] {
  return exactScores(x, x).map((row, i) => without(row, i).map((score) => rationals.sub(row[i]!, score)));
}

/** The tokens whose score with themselves is above all others. */
function dominant(x: Matrix<number>): number[] {
  return margins(x).flatMap((row, i) => (smallest(row).num > 0n ? [i] : []));
}

/** 1 - W_ii of each token, summed from the other weights. */
function others<N>(a: Analytic<N>, s: System<N>, x: Matrix<N>): N[] {
  return weights(a, s, x, x).map((row, i) => sum(a, without(row, i)));
}

/** W_ii. */
function onItself<N>(a: Analytic<N>, s: System<N>, x: Matrix<N>, i: number): N {
  return weights(a, s, x, x)[i]![i]!;
}

/** (n - 1) / (n - 1 + e^D). */
function shareLeft<N>(a: Analytic<N>, n: number, margin: Rational): N {
  const rest = a.of(n - 1);
  return a.div(rest, a.add(rest, a.exp(rationalIn(a, margin))));
}

/** e^(-beta^2 D). */
function decay<N>(a: Analytic<N>, beta: N, distance: Rational): N {
  return a.exp(a.neg(a.mul(a.mul(beta, beta), rationalIn(a, distance))));
}

/** For each query the keys of largest score, and the distance from it to the next score, 0 if there is none. */
function peaks(q: Matrix<number>, k: Matrix<number>): { isPeak: boolean[]; rest: Rational }[] {
  return exactScores(q, k).map((row) => {
    const most = largest(row);
    const distances = row.map((score) => rationals.sub(most, score));
    const isPeak = distances.map(({ num }) => num === 0n);
    const behind = distances.filter((_, j) => !isPeak[j]);
    return { isPeak, rest: behind.length === 0 ? rationals.of(0) : smallest(behind) };
  });
}

/** The weight of (beta, beta) on itself among the tokens (beta, 0), (beta, beta), (0, beta), the largest score moved to 0. */
function shifted(computed: System<number>, beta: number): { readonly weight: Rational } {
  const token = [beta, beta];
  const keys = [[beta, 0], token, [0, beta]];
  const most = computed.linearAttention([token], [token], [[1]])[0]![0]!;
  const y = computed.softmaxAttention(
    [[...token, -most]],
    keys.map((key) => [...key, 1]),
    [[0], [1], [0]],
  );
  return { weight: exactly(y[0]![0]!) };
}
