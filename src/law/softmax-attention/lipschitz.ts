import { rationalIn } from '#arithmetic/polynomial.ts';
import type { Analytic, Field } from '#arithmetic/ring.ts';
import { sum } from '#arithmetic/space.ts';
import { matrices } from '#domain/matrix.ts';
import { type Law, relation, type System } from '#law/law.ts';
import { greatestDistance, pairing, plus, subsets } from '#law/matrix.ts';
import { weights } from './stochastic.ts';

const twoScores = matrices('s, t in R^n', { s: ['n'], t: ['n'] }, { sizes: { n: [1, 2, 3] } });

/** Laws of softmax about how far its weights move with the scores. */
export const lipschitzLaws: readonly Law[] = [
  {
    id: 'a-lipschitz-scores',
    system: 'softmax-attention',
    says: '|softmax s - softmax t|_1 <= |s - t|_inf, |.|_2 <= |s - t|_2 / 2, and no weight changes by more than a factor e^(2 |s - t|_inf)',
    parts: [
      relation({
        domain: twoScores,
        // Both sum to one, so the distance of two weights is twice the most that any set of keys gains.
        left: (a, s, { s: one, t: other }) => {
          const gains = plus(a, [ofScores(a, s, one)], [ofScores(a, s, other).map(a.neg)])[0]!;
          const sets = gains.flatMap((_, size) => subsets(gains.length, size + 1));
          return sets.map((some) =>
            a.mul(
              a.of(2),
              sum(
                a,
                some.map((j) => gains[j]!),
              ),
            ),
          );
        },
        relation: '<=',
        right: (a, _s, { s: one }, given) => {
          const sets = one.flatMap((_, size) => subsets(one.length, size + 1));
          return sets.map(() => rationalIn(a, greatestDistance(given.s, given.t)));
        },
        inFloats: 'exact only',
      }),
      relation({
        domain: twoScores,
        left: (a, s, { s: one, t: other }) => [
          a.mul(a.of(4), squaredDistance(a, ofScores(a, s, one), ofScores(a, s, other))),
        ],
        relation: '<=',
        right: (a, _s, { s: one, t: other }) => [squaredDistance(a, one, other)],
        inFloats: 'exact only',
      }),
      relation({
        domain: twoScores,
        left: (a, s, { s: one }) => ofScores(a, s, one),
        relation: '<=',
        right: (a, s, { t: other }, given) => {
          const factor = a.exp(a.mul(a.of(2), rationalIn(a, greatestDistance(given.s, given.t))));
          return ofScores(a, s, other).map((weight) => a.mul(factor, weight));
        },
        inFloats: 'exact only',
      }),
    ],
  },
];

/** The weights of a row of scores. */
function ofScores<N>(a: Analytic<N>, s: System<N>, row: readonly N[]): readonly N[] {
  return weights(
    a,
    s,
    [[a.of(1)]],
    row.map((score) => [score]),
  )[0]!;
}

function squaredDistance<N>(f: Field<N>, x: readonly N[], y: readonly N[]): N {
  const step = plus(f, [x], [y.map(f.neg)]);
  return pairing(f, step, step);
}
