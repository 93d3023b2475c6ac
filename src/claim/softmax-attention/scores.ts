import type { Claim } from '#claim/claim.ts';
import type { ForAllBeta, FrameSide } from '#claim/statement.ts';
import { allPlaces, constants, type Place, scoresAt, timesBetaSquared } from './quantities.ts';
import { threeTokens, vectorsOfThreeTokens } from './tokens.ts';

const everyBeta: Pick<ForAllBeta, 'kind' | 'vectors' | 'zeroIncluded'> = {
  kind: 'beta',
  vectors: vectorsOfThreeTokens,
  zeroIncluded: true,
};

/** At beta = 0 every token is zero, and what is said of distinct or weighted tokens says nothing. */
const positiveBeta: typeof everyBeta = { ...everyBeta, zeroIncluded: false };

/** The three pairs of distinct tokens; the scores are symmetric. */
const pairs: readonly Place[] = [
  [1, 2],
  [1, 3],
  [2, 3],
];

/** The scores of the three tokens by rows, in units of beta^2: the number of vectors two tokens share. */
export const sharedVectors: readonly number[] = [2, 0, 1, 0, 1, 0, 1, 0, 2];

/** <x_i, x_j> taken one by one, by rows. */
const innerProductsOfTokens: FrameSide = (s, { vectors }) => {
  const x = threeTokens(s, vectors);
  return x.flatMap((xi) => x.map((xj) => s.dot(xi, xj)));
};

const scoreDefinitionClaims: readonly Claim[] = [
  {
    id: 'q2b-identity-projections',
    source: { question: 'Q2', part: 'b.1', lines: [36] },
    kind: 'definition',
    core: false,
    says: 'Each token is its own query, key and value; scores are not scaled.',
    domain: '—',
    readings: [
      {
        name: 'definition',
        says: 'for all i in {1, 2, 3}: q_i = k_i = v_i = x_i',
        latex: '\\forall i\\in\\{1,2,3\\}:\\ q_i=k_i=v_i=x_i',
        statement: { kind: 'definition' },
      },
    ],
  },
  {
    id: 'q2b-score-equals-token-product',
    source: { question: 'Q2', part: 'b.1', lines: [36] },
    kind: 'identity',
    core: false,
    says: 'What the write-up calls W_ij is the inner product of token i with token j.',
    domain: 'i,j in 1..3',
    readings: [
      {
        name: 'as the score matrix S',
        says: 'for all beta >= 0 and i, j in {1, 2, 3}: S_ij = <q_i, k_j> = <x_i, x_j> when q_i = k_i = x_i',
        latex:
          '\\forall\\beta\\ge0\\ \\forall i,j\\in\\{1,2,3\\}:\\ S_{ij}=\\langle q_i,k_j\\rangle=\\langle x_i,x_j\\rangle',
        statement: {
          ...everyBeta,
          left: scoresAt(threeTokens, allPlaces(3)),
          relation: '=',
          right: innerProductsOfTokens,
        },
      },
      {
        name: 'literal (same letter W as the softmax weight of line 42-45)',
        says: 'for all beta > 0: <x_1, x_1> = W_11 = 2 beta^2 (line 36) and, the letter being the same, <x_1, x_1> = W_11 = 1 (line 44)',
        latex: '\\forall\\beta>0:\\ W_{11}=\\langle x_1,x_1\\rangle=2\\beta^2\\ \\wedge\\ W_{11}=1',
        statement: {
          kind: 'all',
          parts: [
            {
              says: 'for all beta > 0: the score <x_1, x_1> is 2 beta^2',
              statement: {
                ...positiveBeta,
                left: scoresAt(threeTokens, [[1, 1]]),
                relation: '=',
                right: timesBetaSquared([2]),
              },
            },
            {
              says: 'for all beta > 0: the same number is 1',
              statement: {
                ...positiveBeta,
                left: scoresAt(threeTokens, [[1, 1]]),
                relation: '=',
                right: constants([1]),
              },
            },
          ],
        },
      },
      {
        name: 'the nine scores',
        says: 'for all beta >= 0: S = beta^2 [[2, 0, 1], [0, 1, 0], [1, 0, 2]]',
        latex: '\\forall\\beta\\ge0:\\ S=\\beta^2\\begin{pmatrix}2&0&1\\\\0&1&0\\\\1&0&2\\end{pmatrix}',
        statement: {
          ...everyBeta,
          left: scoresAt(threeTokens, allPlaces(3)),
          relation: '=',
          right: timesBetaSquared(sharedVectors),
        },
      },
    ],
    repair: { reading: 'as the score matrix S' },
  },
];

const indexClaims: readonly Claim[] = [
  {
    id: 'q2b-index-range',
    source: { question: 'Q2', part: 'b.1', lines: [36] },
    kind: 'wording',
    core: false,
    says: 'The token index runs over 0, 1, 2, 3 and so on.',
    domain: 'there are exactly tokens 1,2,3',
    notation: {
      kind: 'notation',
      displayed: 'W_{ij} = <x_i, x_j> where i = 0, 1, 2, 3, ...',
      indices: { from: 0, to: 'infinity' },
      members: { symbol: 'x', from: 1, to: 3 },
    },
    readings: [
      {
        name: 'literal',
        says: 'for all i in {0, 1, 2, 3, ...}: x_i is one of the tokens x_1, x_2, x_3',
        latex: '\\forall i\\in\\mathbb N_0:\\ x_i\\in\\{x_1,x_2,x_3\\}',
        statement: {
          kind: 'notation',
          displayed: 'W_{ij} = <x_i, x_j> where i = 0, 1, 2, 3, ...',
          indices: { from: 0, to: 'infinity' },
          members: { symbol: 'x', from: 1, to: 3 },
        },
      },
      {
        name: 'charitable',
        says: 'for all i, j in {1, 2, 3}: x_i and x_j are among the tokens x_1, x_2, x_3',
        latex: '\\forall i,j\\in\\{1,2,3\\}:\\ x_i,x_j\\in\\{x_1,x_2,x_3\\}',
        statement: {
          kind: 'notation',
          displayed: 'W_{ij} = <x_i, x_j> where i, j = 1, 2, 3',
          indices: { from: 1, to: 3 },
          members: { symbol: 'x', from: 1, to: 3 },
        },
      },
    ],
    repair: { reading: 'charitable' },
  },
];

const orthogonalityClaims: readonly Claim[] = [
  {
    id: 'q2b-tokens-pairwise-orthogonal',
    source: { question: 'Q2', part: 'b.1', lines: [36] },
    kind: 'identity',
    core: true,
    says: 'Any two different tokens are orthogonal.',
    domain: 'i != j in {1,2,3}',
    readings: [
      {
        name: 'literal',
        says: 'for all beta > 0 and i != j in {1, 2, 3}: <x_i, x_j> = 0',
        latex: '\\forall\\beta>0\\ \\forall i\\ne j:\\ \\langle x_i,x_j\\rangle=0',
        statement: {
          ...positiveBeta,
          left: scoresAt(threeTokens, pairs),
          relation: '=',
          right: constants([0, 0, 0]),
        },
      },
    ],
    repair: {
      says: 'for all beta >= 0: <x_1, x_2> = <x_2, x_3> = 0 and <x_1, x_3> = beta^2, the vector d being in both',
      latex:
        '\\forall\\beta\\ge0:\\ \\langle x_1,x_2\\rangle=\\langle x_2,x_3\\rangle=0,\\ \\langle x_1,x_3\\rangle=\\beta^2',
      statement: {
        ...everyBeta,
        left: scoresAt(threeTokens, pairs),
        relation: '=',
        right: timesBetaSquared([0, 1, 0]),
      },
    },
  },
  {
    id: 'q2b-pairs-12-and-23-orthogonal',
    source: { question: 'Q2', part: 'b.1', lines: [36] },
    kind: 'identity',
    core: false,
    says: 'The second token is orthogonal to the first and to the third.',
    domain: 'beta>=0',
    readings: [
      {
        name: 'literal',
        says: 'for all beta >= 0: <x_1, x_2> = 0 and <x_2, x_3> = 0',
        latex: '\\forall\\beta\\ge0:\\ \\langle x_1,x_2\\rangle=\\langle x_2,x_3\\rangle=0',
        statement: {
          ...everyBeta,
          left: scoresAt(threeTokens, [
            [1, 2],
            [2, 3],
          ]),
          relation: '=',
          right: constants([0, 0]),
        },
      },
    ],
  },
];

/** Part b, step 1 of question 2: queries, keys, values and scores. */
export const scoreClaims: readonly Claim[] = [
  ...scoreDefinitionClaims,
  ...indexClaims,
  ...orthogonalityClaims,
];
