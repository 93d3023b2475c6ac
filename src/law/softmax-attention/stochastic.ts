import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import type { Ring } from '#arithmetic/ring.ts';
import { sum } from '#arithmetic/space.ts';
import { matrices } from '#domain/matrix.ts';
import { attention, tame } from '#law/attention-cases.ts';
import { type Law, relation, rounded, type SoftmaxOptions, type System } from '#law/law.ts';
import { largest, magnitude, oneHot, smallest, transposed } from '#law/matrix.ts';
import type { Matrix } from '#reference/linear-attention.ts';

const queriesKeys = { q: ['n', 'dk'], k: ['m', 'dk'] } as const;
const any = matrices('q in R^(n x dk), k in R^(m x dk), v in R^(m x dv)', attention);
const anyTame = matrices('q, k, v of all shapes, numbers of size at most 4', attention, tame);
const nine = Array.from({ length: 9 }, () => [0]);

/** Laws of softmax attention about the weights as shares of one. */
export const stochasticLaws: readonly Law[] = [
  {
    id: 'a-row-stochastic',
    system: 'softmax-attention',
    says: 'W_ij > 0 and sum_j W_ij = 1, for m >= 1 keys',
    parts: [
      relation({
        domain: matrices('q in R^(n x dk), k in R^(m x dk), m >= 1', queriesKeys),
        left: (a, _s, { q, k }) => q.flatMap(() => k.map(() => a.of(0))),
        relation: '<',
        right: (a, s, { q, k }) => weights(a, s, q, k).flat(),
        inFloats: 'exact only',
      }),
      relation({
        domain: matrices('q in R^(n x dk), k in R^(m x dk), m >= 1', queriesKeys),
        left: (a, s, { q, k }) =>
          [false, true].flatMap((causal) => weights(a, s, q, k, { causal }).map((row) => sum(a, row))),
        relation: '=',
        right: (a, _s, { q }) => [...q, ...q].map(() => a.of(1)),
        inFloats: 'within bound',
      }),
      rounded({
        domain: matrices('q in R^(n x dk), k in R^(m x dk) of size at most 4', queriesKeys, tame),
        formats: [binary64, binary32],
        left: (computed, { q, k }) =>
          weights(doubles, computed, q, k).map((row) =>
            magnitude(rationals.sub(sum(rationals, row.map(exactly)), fraction(1n))),
          ),
        relation: '<=',
        // The sum of the exponentials loses (n - 1) u of itself, each quotient u.
        right: (_computed, { q, k }, format) => q.map(() => slack(format, 1, k.length)),
      }),
    ],
  },
  {
    id: 'a-convex-hull',
    system: 'softmax-attention',
    says: 'min_j v_jc <= y_ic <= max_j v_jc',
    parts: [
      relation({
        domain: any,
        left: (a, s, { q, k, v }, given) => [
          ...q.flatMap(() => transposed(given.v).map((column) => a.of(Math.min(...column)))),
          ...s.softmaxAttention(q, k, v).flat(),
        ],
        relation: '<=',
        right: (a, s, { q, k, v }, given) => [
          ...s.softmaxAttention(q, k, v).flat(),
          ...q.flatMap(() => transposed(given.v).map((column) => a.of(Math.max(...column)))),
        ],
        inFloats: 'within bound',
        traps: [{ format: binary64, at: { q: [[0]], k: nine, v: nine.map(() => [1]) } }],
      }),
      rounded({
        domain: anyTame,
        formats: [binary64, binary32],
        left: (computed, { q, k, v }) =>
          computed
            .softmaxAttention(q, k, v)
            .flatMap((row) => row.map((entry, c) => beyond(exactly(entry), transposed(v)[c]!.map(exactly)))),
        relation: '<=',
        // A product more than the weights, and m - 1 sums.
        right: (_computed, { q, v }, format) => {
          const size = largest(v.flat().map((entry) => magnitude(exactly(entry))));
          const most = rationals.mul(slack(format, v.length + 1, v.length), size);
          return q.flatMap(() => v[0]!.map(() => most));
        },
      }),
    ],
  },
];

/** The weights of attention, read off as its outputs on one-hot values. */
export function weights<N>(
  r: Pick<Ring<N>, 'of'>,
  system: System<N>,
  q: Matrix<N>,
  k: Matrix<N>,
  options: SoftmaxOptions<N> = {},
): Matrix<N> {
  return system.softmaxAttention(q, k, oneHot(r, k.length), options);
}

const doubles: Pick<Ring<number>, 'of'> = { of: (x) => x };

/** (1 + u)^factors / (1 - (m - 1) u) - 1, exactly: a sum of m positive terms, divided by, and so many roundings more. */
function slack({ unitRoundoff }: FloatFormat, factors: number, m: number): Rational {
  const { add, sub, mul, div } = rationals;
  const [one, u] = [fraction(1n), exactly(unitRoundoff)];
  const lost = mul(exactly(m - 1), u);
  const grown = Array.from({ length: factors }, () => add(one, u)).reduce(mul);
  return sub(div(grown, sub(one, lost)), one);
}

/** How far a number is outside the hull of others, 0 inside. */
function beyond(x: Rational, hull: readonly Rational[]): Rational {
  return largest([fraction(0n), rationals.sub(x, largest(hull)), rationals.sub(smallest(hull), x)]);
}
