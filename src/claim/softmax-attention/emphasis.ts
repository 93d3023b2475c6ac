import { coordinates } from '#arithmetic/space.ts';
import { counting } from '#arithmetic/tally.ts';
import type { Claim, Reading } from '#claim/claim.ts';
import type { Cost, SizeFormula, Sizes } from '#claim/statement.ts';
import { forAllCases } from '#claim/statement.ts';
import { tokens } from '#domain/matrix.ts';
import { attentionWeights } from '#reference/softmax-attention.ts';
import { orthogonalReadings } from './orthogonal.ts';
import { constants, placesOffDiagonal, weightsAt } from './quantities.ts';
import {
  nestedTokens,
  orthogonalTokens,
  sumsOfVectors,
  threeTokens,
  vectorsOfThreeTokens,
} from './tokens.ts';

/** Scores that attention over n tokens of width d exponentiates. */
function scoresUsed({ n, d }: Sizes, causal: boolean): number {
  const { arithmetic, tally } = counting();
  const token = Array.from({ length: d! }, () => null);
  const x = Array.from({ length: n! }, () => token);
  attentionWeights(coordinates(arithmetic, d!), x, x, { causal });
  return tally().exp;
}

function scoresEqual(causal: boolean, formula: SizeFormula): Cost {
  return {
    kind: 'cost',
    sizes: ['n', 'd'],
    counts: `scores used by ${causal ? 'causal' : 'non-causal'} self-attention of n tokens of width d, one exponential each`,
    measure: (sizes) => scoresUsed(sizes, causal),
    is: { says: 'equals', formula },
  };
}

const attendsToAll: Claim = {
  id: 'q2c-attends-to-all',
  source: { question: 'Q2', part: 'c', lines: [63] },
  kind: 'wording',
  core: false,
  says: 'Every token computes a score with itself and with every other token.',
  domain: 'non-causal attention',
  readings: [
    {
      name: 'non-causal',
      says: 'for all n, d >= 1: n tokens of width d use n^2 scores, one for each (i, j)',
      latex: '\\forall n,d\\ge1:\\ \\#\\{(i,j)\\}=n^2',
      statement: scoresEqual(false, (r, { n }) => r.mul(n!, n!)),
    },
    {
      name: 'causal',
      says: 'for all n, d >= 1: causal attention, too, uses n^2 scores',
      latex: '\\forall n,d\\ge1:\\ \\#\\{(i,j):j\\le i\\}=n^2',
      statement: scoresEqual(true, (r, { n }) => r.mul(n!, n!)),
    },
    {
      name: 'causal, counted',
      says: 'for all n, d >= 1: causal attention uses n (n + 1) / 2 scores, those with j <= i',
      latex: '\\forall n,d\\ge1:\\ \\#\\{(i,j):j\\le i\\}=\\tfrac12n(n+1)',
      statement: scoresEqual(true, (r, { n }) => r.mul(r.of(1 / 2), r.mul(n!, r.add(n!, r.of(1))))),
    },
  ],
};

/** Every non-empty set of the positions 0, 1, 2 of the vectors a, b, c, smaller sets first. */
const indexSets: readonly (readonly number[])[] = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];

/** The unordered pairs of these sets of which neither is within the other; no set is within one that comes before it. */
export const incomparablePairs: readonly (readonly [readonly number[], readonly number[]])[] =
  indexSets.flatMap((first, i) =>
    indexSets
      .slice(i + 1)
      .filter((second) => !first.every((p) => second.includes(p)))
      .map((second) => [first, second] as const),
  );

const nameOfSum = (positions: readonly number[]): string => positions.map((p) => 'abc'[p]!).join(' + ');

const neitherWithinTheOther: Reading = {
  name: 'two tokens, neither part of the other',
  says: 'for all non-empty I, J within {a, b, c}, neither within the other, and x_1 = sum of I, x_2 = sum of J: W_11 and W_22 tend to 1 as beta grows',
  latex:
    '\\forall I,J\\subseteq\\{a,b,c\\},\\ I\\not\\subseteq J,\\ J\\not\\subseteq I,\\ x_1=\\sum I,\\ x_2=\\sum J:\\ \\lim_{\\beta\\to\\infty}W_{ii}=1',
  statement: {
    kind: 'all',
    parts: incomparablePairs.map(([first, second]) => ({
      says: `x_1 = ${nameOfSum(first)}, x_2 = ${nameOfSum(second)}: W_11 and W_22 tend to 1`,
      statement: {
        kind: 'limit',
        vectors: 3,
        quantity: weightsAt(sumsOfVectors([first, second]), [
          [1, 1],
          [2, 2],
        ]),
        limits: [1, 1],
        strictlyIncreasing: false,
      },
    })),
  },
};

const orthogonalConstruction: Claim = {
  id: 'q2c-orthogonal-construction-gives-weight-one',
  source: { question: 'Q2', part: 'c', lines: [63] },
  kind: 'general claim',
  core: true,
  says: 'Tokens that are built from orthogonal vectors give themselves the weight 1.',
  domain: 'n>=2 tokens, sums of mutually orthogonal vectors',
  readings: [
    {
      name: 'literal',
      says: 'for all n >= 2, all tokens that are sums of mutually orthogonal vectors of norm beta > 0, and all i: W_ii = 1; so already for the two tokens x_1 = a, x_2 = b',
      latex: '\\forall\\beta>0,\\ x_1=a,\\ x_2=b:\\ W_{11}=W_{22}=1',
      statement: {
        kind: 'beta',
        vectors: 2,
        zeroIncluded: false,
        left: weightsAt(orthogonalTokens, [
          [1, 1],
          [2, 2],
        ]),
        relation: '=',
        right: constants([1, 1]),
      },
    },
    {
      name: 'asymptotic version',
      says: 'for all n >= 2, all tokens that are different sums of mutually orthogonal vectors of norm beta, and all i: W_ii tends to 1 as beta grows; so also for x_1 = a, x_2 = a + b',
      latex: 'x_1=a,\\ x_2=a+b:\\ \\lim_{\\beta\\to\\infty}W_{11}=\\lim_{\\beta\\to\\infty}W_{22}=1',
      statement: {
        kind: 'limit',
        vectors: 2,
        quantity: weightsAt(nestedTokens, [
          [1, 1],
          [2, 2],
        ]),
        limits: [1, 1],
        strictlyIncreasing: false,
      },
    },
    ...orthogonalReadings,
    {
      name: 'a token that is part of another',
      says: 'for all beta >= 0 and x_1 = a, x_2 = a + b: W_11 = W_12 = 1/2',
      latex: '\\forall\\beta\\ge0,\\ x_1=a,\\ x_2=a+b:\\ W_{11}=W_{12}=\\tfrac12',
      statement: {
        kind: 'beta',
        vectors: 2,
        zeroIncluded: true,
        left: weightsAt(nestedTokens, [
          [1, 1],
          [1, 2],
        ]),
        relation: '=',
        right: constants([1 / 2, 1 / 2]),
      },
    },
    neitherWithinTheOther,
  ],
  repair: { reading: 'n mutually orthogonal tokens of norm beta' },
};

const offDiagonal = placesOffDiagonal(3);

const emphasisesOwnValue: Claim = {
  id: 'q2c-emphasises-own-value',
  source: { question: 'Q2', part: 'c', lines: [63] },
  kind: 'wording',
  core: false,
  says: 'A token weighs its own value more than that of any other token.',
  domain: 'formalised: W_ii > W_ij for all j != i',
  readings: [
    {
      name: 'for the three tokens',
      says: 'for all beta > 0 and i != j in {1, 2, 3}: W_ii > W_ij (at beta = 0 all are 1/3)',
      latex: '\\forall\\beta>0\\ \\forall i\\ne j:\\ W_{ii}>W_{ij}',
      statement: {
        kind: 'beta',
        vectors: vectorsOfThreeTokens,
        zeroIncluded: false,
        left: weightsAt(
          threeTokens,
          offDiagonal.map(([row]) => [row, row]),
        ),
        relation: '>',
        right: weightsAt(threeTokens, offDiagonal),
      },
    },
    {
      name: 'in general',
      says: 'for all n, d >= 1, all tokens x in R^(n x d) and all i != j: W_ii >= W_ij',
      latex:
        '\\forall n,d\\ge1\\ \\forall x\\in\\mathbb R^{n\\times d}\\ \\forall i\\ne j:\\ W_{ii}\\ge W_{ij}',
      statement: forAllCases({
        domain: tokens,
        left: (a, { x }) => {
          const weights = attentionWeights(coordinates(a, x[0]!.length), x, x);
          return placesOffDiagonal(x.length).map(([row]) => weights[row - 1]![row - 1]!);
        },
        relation: '>=',
        right: (a, { x }) => {
          const weights = attentionWeights(coordinates(a, x[0]!.length), x, x);
          return placesOffDiagonal(x.length).map(([row, column]) => weights[row - 1]![column - 1]!);
        },
      }),
    },
  ],
};

/** Part c of question 2, up to the emphasis on a token's own value. */
export const emphasisClaims: readonly Claim[] = [attendsToAll, orthogonalConstruction, emphasisesOwnValue];
