import type { Claim } from '#claim/claim.ts';
import type { AsBetaGrows, BelowEps, ForAllBeta, FrameSide } from '#claim/statement.ts';
import {
  allPlaces,
  constants,
  type Place,
  placesOffDiagonal,
  weightOfOthers,
  weightsAt,
} from './quantities.ts';
import { threeTokens, vectorsOfThreeTokens } from './tokens.ts';

const positiveBeta: Pick<ForAllBeta, 'kind' | 'vectors' | 'zeroIncluded'> = {
  kind: 'beta',
  vectors: vectorsOfThreeTokens,
  zeroIncluded: false,
};

const diagonal: readonly Place[] = [
  [1, 1],
  [2, 2],
  [3, 3],
];

const offDiagonal: readonly Place[] = placesOffDiagonal(3);

/** How much weight a row may give away: from a half to what a table of 12 digits shows. */
const everyEps: readonly string[] = ['0.5', '0.1', '1e-3', '1e-6', '1e-12'];

/** What each row gives away is at most eps, with every score multiplied by `scale`. */
function rowsGiveAwayAtMostEps(scale: number, formula: string): BelowEps {
  return {
    kind: 'threshold',
    vectors: vectorsOfThreeTokens,
    names: ['1 - W_11', '1 - W_22', '1 - W_33'],
    quantity: weightOfOthers(threeTokens, 3, scale),
    eps: everyEps,
    formula,
  };
}

/** What the given rows, from 1, give away to other tokens. */
function givenAwayByRow(rows: readonly number[]): FrameSide {
  return (s, frame) => {
    const given = weightOfOthers(threeTokens, 3)(s, frame);
    return rows.map((row) => given[row - 1]!);
  };
}

/** As beta grows, every weight tends to that of the identity matrix. */
const weightsTendToIdentity: AsBetaGrows = {
  kind: 'limit',
  vectors: vectorsOfThreeTokens,
  quantity: weightsAt(threeTokens, allPlaces(3)),
  limits: allPlaces(3).map(([row, column]) => (row === column ? 1 : 0)),
  strictlyIncreasing: false,
};

const diagonalClaim: Claim = {
  id: 'q2b-weights-diagonal-one',
  source: { question: 'Q2', part: 'b.2', lines: [44, 50] },
  kind: 'value',
  core: true,
  says: 'Each token gives itself a weight of exactly 1.',
  domain: 'finite beta, n=3 tokens',
  readings: [
    {
      name: 'literal (every beta)',
      says: 'for all beta > 0 and i in {1, 2, 3}: W_ii = 1 (at beta = 0 as well it is not: W_ii = 1/3)',
      latex: '\\forall\\beta>0\\ \\forall i:\\ W_{ii}=1',
      statement: {
        ...positiveBeta,
        left: weightsAt(threeTokens, diagonal),
        relation: '=',
        right: constants([1, 1, 1]),
        inFloats: true,
      },
    },
    {
      name: 'limit',
      says: 'for all i in {1, 2, 3}: W_ii is strictly increasing in beta > 0 and tends to 1 as beta grows',
      latex:
        '\\forall i:\\ \\lim_{\\beta\\to\\infty}W_{ii}=1,\\ W_{ii}\\text{ strictly increasing in }\\beta>0',
      statement: {
        kind: 'limit',
        vectors: vectorsOfThreeTokens,
        quantity: weightsAt(threeTokens, diagonal),
        limits: [1, 1, 1],
        strictlyIncreasing: true,
      },
    },
    {
      name: 'within eps',
      says: 'for all beta >= 0 and i in {1, 2, 3}: 1 - W_ii = sum_{j != i} W_ij <= eps, for eps = 0.5, 0.1, 1e-3, 1e-6, 1e-12',
      latex: '\\forall\\beta\\ge0\\ \\forall i:\\ 1-W_{ii}=\\sum_{j\\ne i}W_{ij}\\le\\varepsilon',
      statement: rowsGiveAwayAtMostEps(
        1,
        'rows 1 and 3: sqrt(ln(((1 - eps) + sqrt((1 - eps) (1 + 3 eps)))/(2 eps))); row 2: sqrt(ln(2 (1/eps - 1)))',
      ),
    },
    {
      name: 'within eps, scores divided by sqrt(d) with d = 4',
      says: 'for all beta >= 0 and i in {1, 2, 3}, W the softmax of <x_i, x_j> / sqrt(4): 1 - W_ii = sum_{j != i} W_ij <= eps, for eps = 0.5, 0.1, 1e-3, 1e-6, 1e-12',
      latex:
        '\\forall\\beta\\ge0\\ \\forall i:\\ W=\\mathrm{softmax}(S/\\sqrt4),\\ 1-W_{ii}=\\sum_{j\\ne i}W_{ij}\\le\\varepsilon',
      // 1/2 = 1/sqrt(d) for the least width d = 4 that holds four orthogonal vectors.
      statement: rowsGiveAwayAtMostEps(
        1 / 2,
        'sqrt(2) times as large as without the factor: rows 1 and 3: sqrt(2 ln(((1 - eps) + sqrt((1 - eps) (1 + 3 eps)))/(2 eps))); row 2: sqrt(2 ln(2 (1/eps - 1)))',
      ),
    },
  ],
  repair: { reading: 'limit' },
};

const offDiagonalClaim: Claim = {
  id: 'q2b-weights-offdiagonal-zero',
  source: { question: 'Q2', part: 'b.2', lines: [45] },
  kind: 'value',
  core: true,
  says: 'Each token gives every other token a weight of exactly 0.',
  domain: 'finite beta',
  readings: [
    {
      name: 'literal',
      says: 'for all beta > 0 and i != j in {1, 2, 3}: W_ij = 0 (at beta = 0 as well it is not: W_ij = 1/3)',
      latex: '\\forall\\beta>0\\ \\forall i\\ne j:\\ W_{ij}=0',
      statement: {
        ...positiveBeta,
        left: weightsAt(threeTokens, offDiagonal),
        relation: '=',
        right: constants(offDiagonal.map(() => 0)),
        inFloats: true,
      },
    },
    {
      name: 'within eps',
      says: 'for all beta >= 0: max_{j != i} W_ij <= eps, that is W_ij <= eps for all i != j, for eps = 0.1, 1e-3, 1e-6, 1e-12 (from eps = 1/3 on it always holds)',
      latex: '\\forall\\beta\\ge0:\\ \\max_{j\\ne i}W_{ij}\\le\\varepsilon',
      statement: {
        kind: 'threshold',
        vectors: vectorsOfThreeTokens,
        names: offDiagonal.map(([row, column]) => `W_${row}${column}`),
        quantity: weightsAt(threeTokens, offDiagonal),
        // Without 0.5: no weight off the diagonal is ever above the 1/3 it has at beta = 0.
        eps: everyEps.slice(1),
        formula:
          'W_12 and W_32: sqrt(ln((sqrt(4/eps - 3) - 1)/2)); W_13 and W_31: sqrt(ln(((1 - eps) + sqrt((1 - 3 eps) (1 + eps)))/(2 eps))); W_21 and W_23: sqrt(ln(1/eps - 2))',
      },
    },
  ],
  repair: {
    says: 'for all i != j in {1, 2, 3}: W_ij tends to 0 as beta grows',
    latex: '\\forall i\\ne j:\\ \\lim_{\\beta\\to\\infty}W_{ij}=0',
    statement: {
      kind: 'limit',
      vectors: vectorsOfThreeTokens,
      quantity: weightsAt(threeTokens, offDiagonal),
      limits: offDiagonal.map(() => 0),
      strictlyIncreasing: false,
    },
  },
};

/** The two values given to the softmax weights in part b, step 2 of question 2. */
export const weightClaims: readonly Claim[] = [diagonalClaim, offDiagonalClaim];

/** The silent assumption behind them: that nothing depends on the size of beta. */
export const withoutLargeBetaClaim: Claim = {
  id: 'q2b-holds-without-large-beta',
  source: { question: 'Q2', part: 'b', lines: [42, 50, 63] },
  kind: 'implicit',
  core: true,
  says: 'The weights are those of the identity matrix, or near them, however small beta is.',
  domain: 'beta>=0',
  readings: [
    {
      name: 'literal',
      says: 'for all beta > 0: max_ij |W_ij - [i = j]| = max_i (1 - W_ii) <= eps, for eps = 0.5, 0.1, 1e-3, 1e-6, 1e-12',
      latex: '\\forall\\beta>0:\\ \\|W-I\\|_{\\max}=\\max_i(1-W_{ii})\\le\\varepsilon',
      statement: rowsGiveAwayAtMostEps(1, 'row 2 is the last to comply: sqrt(ln(2 (1/eps - 1)))'),
    },
    {
      name: 'the diagonal decides',
      says: 'for all beta > 0 and i != j in {1, 2, 3}: |W_ij| <= |W_ii - 1| = sum_{l != i} W_il, so that the largest entry of |W - I| is on the diagonal',
      latex: '\\forall\\beta>0\\ \\forall i\\ne j:\\ |W_{ij}|\\le|W_{ii}-1|=\\sum_{l\\ne i}W_{il}',
      statement: {
        ...positiveBeta,
        left: weightsAt(threeTokens, offDiagonal),
        relation: '<=',
        right: givenAwayByRow(offDiagonal.map(([row]) => row)),
      },
    },
    {
      name: 'row 2 decides',
      says: 'for all beta > 0: 1 - W_11 < 1 - W_22 and 1 - W_33 < 1 - W_22',
      latex: '\\forall\\beta>0:\\ 1-W_{11}=1-W_{33}<1-W_{22}',
      statement: {
        ...positiveBeta,
        left: givenAwayByRow([1, 3]),
        relation: '<',
        right: givenAwayByRow([2, 2]),
      },
    },
  ],
  repair: {
    says: 'W tends to the identity matrix as beta grows',
    latex: '\\lim_{\\beta\\to\\infty}W=I',
    statement: weightsTendToIdentity,
  },
};
