import type { Claim } from '#claim/claim.ts';
import type { ForAllBeta, FrameSide } from '#claim/statement.ts';
import { constants, type Place, scoresAt, timesBetaSquared, weightsAt } from './quantities.ts';
import { equalTokens, threeTokens, vectorsOfThreeTokens } from './tokens.ts';

const everyBeta: Pick<ForAllBeta, 'kind' | 'vectors' | 'zeroIncluded'> = {
  kind: 'beta',
  vectors: vectorsOfThreeTokens,
  zeroIncluded: true,
};

/** At beta = 0 every token is zero, and its own score is beta^2 whatever vectors it is made of. */
const positiveBeta: typeof everyBeta = { ...everyBeta, zeroIncluded: false };

const diagonal: readonly Place[] = [
  [1, 1],
  [2, 2],
  [3, 3],
];

/** e^(beta^2) / (e^(beta^2) + 2): own score beta^2, two other scores 0. */
const shareOfOwnScore: FrameSide = ({ scalars: a }, { beta }) => {
  const own = a.exp(a.mul(beta, beta));
  return [a.div(own, a.add(own, a.of(2)))];
};

const selfScore: Claim = {
  id: 'q2b-self-dot-is-beta-squared',
  source: { question: 'Q2', part: 'b.2', lines: [48] },
  kind: 'value',
  core: true,
  says: 'The inner product of a token with itself is beta^2.',
  domain: 'i in 1..3',
  readings: [
    {
      name: 'literal (all tokens)',
      says: 'for all beta > 0 and i in {1, 2, 3}: <x_i, x_i> = beta^2',
      latex: '\\forall\\beta>0\\ \\forall i:\\ \\langle x_i,x_i\\rangle=\\beta^2',
      statement: {
        ...positiveBeta,
        left: scoresAt(threeTokens, diagonal),
        relation: '=',
        right: timesBetaSquared([1, 1, 1]),
      },
    },
    {
      name: 'i=2',
      says: 'for all beta >= 0: <x_2, x_2> = beta^2',
      latex: '\\forall\\beta\\ge0:\\ \\langle x_2,x_2\\rangle=\\beta^2',
      statement: {
        ...everyBeta,
        left: scoresAt(threeTokens, [[2, 2]]),
        relation: '=',
        right: timesBetaSquared([1]),
      },
    },
  ],
  repair: {
    says: 'for all beta >= 0: <x_2, x_2> = beta^2 and <x_1, x_1> = <x_3, x_3> = 2 beta^2',
    latex:
      '\\forall\\beta\\ge0:\\ \\langle x_2,x_2\\rangle=\\beta^2,\\ \\langle x_1,x_1\\rangle=\\langle x_3,x_3\\rangle=2\\beta^2',
    statement: {
      ...everyBeta,
      left: scoresAt(threeTokens, diagonal),
      relation: '=',
      right: timesBetaSquared([2, 1, 2]),
    },
  },
};

const becauseOfSelfScore: Claim = {
  id: 'q2b-because-inference',
  source: { question: 'Q2', part: 'b.2', lines: [48, 50] },
  kind: 'inference',
  core: true,
  says: 'A token whose score with itself is beta^2 gives itself, for that reason, the weight 1.',
  domain: '—',
  readings: [
    {
      name: 'literal',
      says: 'for all beta > 0 and i in {1, 2, 3} with <x_i, x_i> = beta^2: W_ii = 1; only i = 2 is such a token, so: W_22 = 1',
      latex: '\\forall\\beta>0\\ \\forall i:\\ \\langle x_i,x_i\\rangle=\\beta^2\\Rightarrow W_{ii}=1',
      statement: {
        ...positiveBeta,
        left: weightsAt(threeTokens, [[2, 2]]),
        relation: '=',
        right: constants([1]),
      },
    },
    {
      name: 'second failure: self-score equal to beta^2 with zero margin',
      says: 'a large score with itself is enough, so for the tokens x_1 = x_2 = a, of self-score beta^2: W_11 and W_22 tend to 1 as beta grows',
      latex: 'x_1=x_2=a:\\ \\lim_{\\beta\\to\\infty}W_{11}=\\lim_{\\beta\\to\\infty}W_{22}=1',
      statement: {
        kind: 'limit',
        vectors: 1,
        quantity: weightsAt(equalTokens, diagonal.slice(0, 2)),
        limits: [1, 1],
        strictlyIncreasing: false,
      },
    },
    {
      name: 'zero margin leaves an even split',
      says: 'for all beta >= 0 and x_1 = x_2 = a: every weight is 1/2; what counts is the margin of the own score over the others, here 0',
      latex: '\\forall\\beta\\ge0,\\ x_1=x_2=a:\\ W=\\tfrac12\\begin{pmatrix}1&1\\\\1&1\\end{pmatrix}',
      statement: {
        ...everyBeta,
        vectors: 1,
        left: weightsAt(equalTokens, [
          [1, 1],
          [1, 2],
          [2, 1],
          [2, 2],
        ]),
        relation: '=',
        right: constants([1 / 2, 1 / 2, 1 / 2, 1 / 2]),
      },
    },
  ],
  repair: {
    says: 'x_2 has score beta^2 with itself and 0 with both others, so for all beta >= 0: W_22 = e^(beta^2) / (e^(beta^2) + 2), and W_22 strictly increases to 1 as beta grows',
    latex:
      '\\forall\\beta\\ge0:\\ W_{22}=\\frac{e^{\\beta^2}}{e^{\\beta^2}+2},\\quad\\lim_{\\beta\\to\\infty}W_{22}=1',
    statement: {
      kind: 'all',
      parts: [
        {
          says: 'for all beta >= 0: W_22 = e^(beta^2) / (e^(beta^2) + 2)',
          statement: {
            ...everyBeta,
            left: weightsAt(threeTokens, [[2, 2]]),
            relation: '=',
            right: shareOfOwnScore,
          },
        },
        {
          says: 'W_22 is strictly increasing in beta > 0 and tends to 1',
          statement: {
            kind: 'limit',
            vectors: vectorsOfThreeTokens,
            quantity: weightsAt(threeTokens, [[2, 2]]),
            limits: [1],
            strictlyIncreasing: true,
          },
        },
      ],
    },
  },
};

/** The reasons given for the weights in part b, step 2 of question 2. */
export const reasonClaims: readonly Claim[] = [selfScore, becauseOfSelfScore];
