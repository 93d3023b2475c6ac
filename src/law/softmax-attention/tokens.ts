import { binary64 } from '#arithmetic/float-format.ts';
import { exactly, rationals, sign } from '#arithmetic/rational.ts';
import type { Analytic, Field } from '#arithmetic/ring.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import { aboveZero, tame, unlikeZero, withPositives } from '#law/attention-cases.ts';
import { type Law, relation, rounded } from '#law/law.ts';
import {
  determinant,
  exactScores,
  oneHot,
  plus,
  scaled,
  symmetricFunctions,
  transposed,
  without,
} from '#law/matrix.ts';
import type { Matrix } from '#reference/linear-attention.ts';
import { innerProducts } from '#reference/norm.ts';
import { weights } from './stochastic.ts';

const tokens = matrices('n tokens x in R^(n x d), q = k = x', { x: ['n', 'd'] });
const ofOneNorm = restricted(tokens, {
  name: 'n tokens of one norm, q = k = x',
  where: ({ x }) => {
    const squares = exactScores(x, x).map((row, i) => row[i]!);
    return squares.every((square) => rationals.compare(square, squares[0]!) === 'equal');
  },
  // The first token, its coordinates moved along and negated as the drawn tokens say.
  into: ({ x }) => ({
    x: x.map((row, i) => row.map((entry, c) => (entry < 0 ? -1 : 1) * x[0]![(c + i) % row.length]!)),
  }),
});
const ofSets = restricted(
  withPositives(
    inputs({
      name: '0/1 tokens',
      layout: { x: ['n', 'd'], beta: [] },
      sizes: { n: [2, 3], d: [1, 2, 3] },
      alphabet: [1, 0, 2],
    }),
    'beta',
  ),
  {
    name: 'beta > 0, n >= 2 index sets as 0/1 rows x_i, tokens beta x_i',
    where: ({ x, beta }) => beta > 0 && x.flat().every((entry) => entry === 0 || entry === 1),
    into: ({ x, beta }) => ({
      x: x.map((row) => row.map((entry) => Math.round(Math.abs(entry)) % 2)),
      beta: aboveZero(beta),
    }),
  },
);
const independent = restricted(
  matrices('tokens', { x: ['n', 'd'] }, { ...tame, ...unlikeZero, sizes: { n: [2, 3], d: [2, 3] } }),
  {
    name: 'n >= 2 linearly independent tokens x in R^(n x d), q = k = v = x',
    where: ({ x }) => sign(determinant(rationals, exactScores(x, x))) > 0,
  },
);

/** Laws of softmax self-attention: queries and keys are the same tokens. */
export const tokenLaws: readonly Law[] = [
  {
    id: 'a-detailed-balance',
    system: 'softmax-attention',
    says: 'q = k = x, Z_i = sum_j e^s_ij: Z_i W_ij = Z_j W_ji, hence sum_i Z_i y_i = sum_i Z_i x_i',
    parts: [
      relation({
        domain: tokens,
        left: (a, s, { x }) => [
          ...weighted(a, masses(a, x), weights(a, s, x, x)).flat(),
          ...columnSums(a, weighted(a, masses(a, x), s.softmaxAttention(x, x, x))),
        ],
        relation: '=',
        right: (a, s, { x }) => [
          ...transposed(weighted(a, masses(a, x), weights(a, s, x, x))).flat(),
          ...columnSums(a, weighted(a, masses(a, x), x)),
        ],
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-spectrum',
    system: 'softmax-attention',
    says: 'q = k = x: the eigenvalues of W are real and in [0, 1], so trace W >= 1 and det W >= 0',
    parts: [
      relation({
        domain: tokens,
        // Real and all symmetric functions >= 0: no eigenvalue is negative. Of 1 - W: none is above 1.
        left: (a, _s, { x }) => [...x, ...x, undefined].map(() => a.of(0)),
        relation: '<=',
        right: (a, s, { x }) => {
          const w = weights(a, s, x, x);
          const rest = plus(a, oneHot(a, x.length), scaled(a, a.of(-1), w));
          const coefficients = symmetricFunctions(a, w);
          return [...coefficients, ...symmetricFunctions(a, rest), discriminant(a, coefficients)];
        },
        inFloats: 'within bound',
      }),
      relation({
        domain: tokens,
        left: (a) => [a.of(1)],
        relation: '<=',
        right: (a, s, { x }) => [
          sum(
            a,
            weights(a, s, x, x).map((row, i) => row[i]!),
          ),
        ],
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-diagonal-dominates-equal-norms',
    system: 'softmax-attention',
    says: 'q = k = x, tokens of one norm: W_ij <= W_ii for all j, and W_ii >= 1/n',
    parts: [
      relation({
        domain: ofOneNorm,
        left: (a, s, { x }) => weights(a, s, x, x).flatMap((row) => [...row, a.div(a.of(1), a.of(x.length))]),
        relation: '<=',
        right: (a, s, { x }) => weights(a, s, x, x).flatMap((row, i) => [...row, row[i]!].map(() => row[i]!)),
        inFloats: 'within bound',
      }),
    ],
  },
  {
    id: 'a-antichain-copy',
    system: 'softmax-attention',
    says: 'index sets A_i as tokens: 1 - W_ii <= (n-1) e^(-beta^2) if no other set contains A_i, W_ii <= 1/c if c sets do, itself among them: W -> I exactly for antichains',
    parts: [
      relation({
        domain: ofSets,
        left: (a, s, { x, beta }, given) => {
          const y = scaled(a, beta, x);
          return weights(a, s, y, y).map((row, i) =>
            containing(given.x, i) === 1 ? sum(a, without(row, i)) : row[i]!,
          );
        },
        relation: '<=',
        right: (a, _s, { x, beta }, given) =>
          x.map((_, i) => {
            const sets = containing(given.x, i);
            if (sets > 1) return a.div(a.of(1), a.of(sets));
            return a.mul(a.of(x.length - 1), a.exp(a.neg(a.mul(beta, beta))));
          }),
        inFloats: 'exact only',
      }),
    ],
  },
  {
    id: 'a-never-exact-copy',
    system: 'softmax-attention',
    says: 'n >= 2 linearly independent tokens: y_i != x_i for every i',
    parts: [
      relation({
        domain: independent,
        left: (a, _s, { x }) => x.map(() => a.of(0)),
        relation: '<',
        right: (a, s, { x }) => {
          const step = plus(a, s.softmaxAttention(x, x, x), scaled(a, a.of(-1), x));
          return step.map((row) => coordinates(a, row.length).dot(row, row));
        },
        inFloats: 'exact only',
      }),
      rounded({
        // beta^2 > 745.14 from 27.2972 on: the other weights are below half of the smallest number of the format.
        domain: restricted(
          inputs({ name: 'beta', layout: { beta: [] }, sizes: {}, alphabet: [28, 30, 40] }),
          {
            name: 'two orthogonal tokens of norm beta >= 27.2972, the largest score moved to 0: computed, they are copied',
            where: ({ beta }) => beta >= 27.2972,
            into: ({ beta }) => ({ beta: 27.2972 + Math.abs(beta) }),
          },
        ),
        formats: [binary64],
        left: (computed, { beta }) => {
          const q = oneHot({ of: Number }, 2).map((row) => [
            ...row.map((entry) => entry * beta),
            -(beta * beta),
          ]);
          const v = q.map((row) => row.slice(0, 2));
          return computed
            .softmaxAttention(
              q,
              v.map((row) => [...row, 1]),
              v,
            )
            .flat()
            .map(exactly);
        },
        relation: '=',
        right: (_computed, { beta }) => [beta, 0, 0, beta].map(exactly),
        traps: [{ format: binary64, at: { beta: 27.29 } }],
      }),
    ],
  },
];

/** Z_i = sum_j e^s_ij of each token. */
function masses<N>(a: Analytic<N>, x: Matrix<N>): N[] {
  return innerProducts(coordinates(a, x[0]!.length), x, x).map((row) => sum(a, row.map(a.exp)));
}

function weighted<N>(f: Field<N>, by: readonly N[], rows: Matrix<N>): N[][] {
  return rows.map((row, i) => row.map((entry) => f.mul(by[i]!, entry)));
}

function columnSums<N>(f: Field<N>, rows: Matrix<N>): N[] {
  return transposed(rows).map((column) => sum(f, column));
}

/** How many of the 0/1 rows have a one wherever row i has. */
function containing(x: Matrix<number>, i: number): number {
  return x.filter((row) => row.every((entry, c) => entry >= x[i]![c]!)).length;
}

/**
 * The discriminant of t^n - e_1 t^(n-1) + e_2 t^(n-2) - e_3: for n <= 3 it is >= 0 exactly when all roots are real.
 */
function discriminant<N>(f: Field<N>, [e1, e2, e3]: readonly N[]): N {
  const times = (c: number, ...factors: N[]): N => factors.reduce(f.mul, f.of(c));
  if (e2 === undefined) return f.of(0);
  if (e3 === undefined) return f.sub(times(1, e1!, e1!), times(4, e2));
  return sum(f, [
    times(18, e1!, e2, e3),
    times(-4, e1!, e1!, e1!, e3),
    times(1, e1!, e1!, e2, e2),
    times(-4, e2, e2, e2),
    times(-27, e3, e3),
  ]);
}
