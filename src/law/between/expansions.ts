import { rationalIn } from '#arithmetic/polynomial.ts';
import { exactly, fraction, type Rational, rationals, toDouble } from '#arithmetic/rational.ts';
import type { Analytic, Field, Ring } from '#arithmetic/ring.ts';
import { sum } from '#arithmetic/space.ts';
import { restricted } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { attention, tame } from '#law/attention-cases.ts';
import { type Law, relation } from '#law/law.ts';
import { exactScores, largest, magnitude, oneHot, plus, scaled, transposed } from '#law/matrix.ts';
import type { Matrix } from '#reference/linear-attention.ts';

const powers = restricted(
  matrices('scores', { N: [], q: [], k: ['m'], v: ['m'] }, { ...tame, sizes: { m: [1, 2, 3] } }),
  {
    name: 'q in R, k, v in R^m of size at most 4, degree N in {0, 1, 2, 3, 4}',
    where: ({ N }) => [0, 1, 2, 3, 4].includes(N),
    into: (c) => ({ ...c, N: Math.floor(Math.abs(c.N * 1.5)) % 5 }),
  },
);
const smallScores = restricted(
  matrices('q, k, v', attention, {
    alphabet: [1 / 2, 0, 1, -1 / 8, -1 / 2, 1 / 4],
    sizes: { n: [1, 2], m: [1, 2, 3], dk: [1, 2], dv: [1, 2] },
  }),
  {
    name: 'q, k, v of all shapes with scores of size at most 1/2',
    where: ({ q, k }) => rationals.compare(largestScore(q, k), fraction(1n, 2n)) !== 'greater',
    // The queries are scaled by a power of two: the largest score is at most 2^-m, and above 2^(-m - 1).
    into: ({ q, k, v }) => {
      const most = Math.max(toDouble(largestScore(q, k)), 2 ** -20);
      const scale = 2 ** (-k.length - Math.ceil(Math.log2(most)));
      return { q: q.map((row) => row.map((entry) => entry * scale)), k, v };
    },
  },
);

/** Laws about softmax attention as a limit of linear attention. */
export const expansionLaws: readonly Law[] = [
  {
    id: 'x-taylor-feature-map',
    system: 'between',
    says: 'features q^i/i! and k^i, i <= N, give scores p_N(s) with |e^s - p_N(s)| <= e^|s| |s|^(N+1)/(N+1)!, so Z y of softmax up to the sum of these times |v_j|; for even N all weights are positive',
    parts: [
      relation({
        domain: powers,
        left: (a, s, { q, k, v }, { N }) => {
          const scores = k.map((x) => a.mul(q, x));
          const keys = k.map((x) => powersOf(a, x, N));
          const values = oneHot(a, k.length).map((row, j) => [...row, v[j]!]);
          const linear = s.linearAttention([overFactorials(a, q, N)], keys, values)[0]!;
          const y = s.softmaxAttention([[q]], column(k), column(v))[0]![0]!;
          const sums = [...scores.map(a.exp), a.mul(sum(a, scores.map(a.exp)), y)];
          const steps = sums.map((entry, j) => a.sub(entry, linear[j]!));
          return [...steps, ...steps.map(a.neg)];
        },
        relation: '<=',
        right: (a, _s, _c, given) => {
          const rests = given.k.map((x) =>
            remainder(a, rationals.mul(exactly(given.q), exactly(x)), given.N),
          );
          const total = sum(
            a,
            rests.map((rest, j) => a.mul(rest, a.of(Math.abs(given.v[j]!)))),
          );
          return [...rests, total, ...rests, total];
        },
        inFloats: 'exact only',
      }),
      relation({
        domain: restricted(powers, {
          name: `${powers.name}, N even`,
          where: ({ N }) => [0, 2, 4].includes(N),
          into: (c) => ({ ...c, N: 2 * Math.floor(c.N / 2) }),
        }),
        left: (a, _s, { k }) => k.map(() => a.of(0)),
        relation: '<',
        right: (a, s, { q, k }, { N }) =>
          s.linearAttention(
            [overFactorials(a, q, N)],
            k.map((x) => powersOf(a, x, N)),
            oneHot(a, k.length),
            { normalize: true },
          )[0]!,
        inFloats: 'exact only',
      }),
    ],
  },
  {
    id: 'x-uniform-limit',
    system: 'between',
    says: 'scores of size at most r: softmax is within tanh(r/2) (max v - min v) of the mean of the values, and for r <= 1/2 within 3/4 r^2 (max v - min v) of the normalised kernel 1 + s',
    parts: [
      relation({
        domain: smallScores,
        left: (a, s, { q, k, v }) => {
          const y = s.softmaxAttention(q, k, v);
          const mean = transposed(v).map((column) => a.div(sum(a, column), a.of(column.length)));
          const one = a.of(1);
          const linear = s.linearAttention(
            q.map((row) => [...row, one]),
            k.map((row) => [...row, one]),
            v,
            { normalize: true },
          );
          const fromMean = plus(
            a,
            y,
            y.map(() => mean.map(a.neg)),
          ).flat();
          const fromLinear = plus(a, y, scaled(a, a.of(-1), linear)).flat();
          return [...fromMean, ...fromMean.map(a.neg), ...fromLinear, ...fromLinear.map(a.neg)];
        },
        relation: '<=',
        // For r <= 1/2, (e^s - 1 - s) / e^s <= 3/4 s^2, and a share of the positive differences of the weights has this bound.
        right: (a, _s, { q }, given) => {
          const r = largestScore(given.q, given.k);
          const grown = a.exp(rationalIn(a, r));
          const tanh = a.div(a.sub(grown, a.of(1)), a.add(grown, a.of(1)));
          const square = rationalIn(a, rationals.mul(fraction(3n, 4n), rationals.mul(r, r)));
          const spreads = transposed(given.v).map((column) =>
            a.sub(a.of(Math.max(...column)), a.of(Math.min(...column))),
          );
          const rows = [tanh, tanh, square, square].map((c) => spreads.map((spread) => a.mul(c, spread)));
          return rows.flatMap((row) => q.flatMap(() => row));
        },
        inFloats: 'exact only',
      }),
    ],
  },
];

/** 1, x, ..., x^N. */
function powersOf<N>(r: Ring<N>, x: N, degree: number): N[] {
  const list = [r.of(1)];
  for (let i = 0; i < degree; i++) list.push(r.mul(list[i]!, x));
  return list;
}

/** 1, x, x^2/2!, ..., x^N/N!. */
function overFactorials<N>(f: Field<N>, x: N, degree: number): N[] {
  const list = [f.of(1)];
  for (let i = 1; i <= degree; i++) list.push(f.div(f.mul(list[i - 1]!, x), f.of(i)));
  return list;
}

/** e^|s| |s|^(N+1) / (N+1)!. */
function remainder<N>(a: Analytic<N>, s: Rational, degree: number): N {
  const size = magnitude(s);
  return a.mul(
    a.exp(rationalIn(a, size)),
    rationalIn(a, overFactorials(rationals, size, degree + 1).at(-1)!),
  );
}

/** The greatest |<q_i, k_j>|, exactly. */
function largestScore(q: Matrix<number>, k: Matrix<number>): Rational {
  return largest(exactScores(q, k).flat().map(magnitude));
}

function column<T>(entries: readonly T[]): T[][] {
  return entries.map((entry) => [entry]);
}
