import { sum } from '#arithmetic/space.ts';
import type { Claim, Reading } from '#claim/claim.ts';
import type { ForAllBeta, FrameSide } from '#claim/statement.ts';
import { forAllCases } from '#claim/statement.ts';
import { matrices } from '#domain/matrix.ts';
import { softmax } from '#reference/softmax-attention.ts';
import {
  allPlaces,
  columnSoftmax,
  constants,
  globalSoftmax,
  type Place,
  rowSums,
  weightsAt,
} from './quantities.ts';
import { threeTokens, vectorsOfThreeTokens } from './tokens.ts';

const positiveBeta: Pick<ForAllBeta, 'kind' | 'vectors' | 'zeroIncluded'> = {
  kind: 'beta',
  vectors: vectorsOfThreeTokens,
  zeroIncluded: false,
};

const transposedPlaces: readonly Place[] = allPlaces(3).map(([row, column]) => [column, row]);

const rowSumsOfColumnSoftmax: FrameSide = (s, { vectors }) =>
  columnSoftmax(s, threeTokens(s, vectors)).map((row) => sum(s.scalars, row));

const entriesOfColumnSoftmax: FrameSide = (s, { vectors }) =>
  columnSoftmax(s, threeTokens(s, vectors)).flat();

const ofSingleNumber: Reading = {
  name: 'literal (softmax of a single number)',
  says: 'for all s in R: softmax(s) = e^s / e^s = 1, which would make every W_ij 1, off the diagonal too',
  latex: '\\forall s\\in\\mathbb R:\\ \\mathrm{softmax}(s)=e^s/e^s=1',
  statement: forAllCases({
    domain: matrices('s in R', { s: [] }),
    shapes: [{ s: 1 }],
    left: (a, { s }) => softmax(a, [s]),
    relation: '=',
    right: (a) => [a.of(1)],
  }),
};

const alongRows: Reading = {
  name: 'row softmax (over j)',
  says: 'W_ij = e^(S_ij) / sum_l e^(S_il): for all beta > 0, W_ij > 0 and sum_j W_ij = 1 (at beta = 0 as well)',
  latex:
    'W_{ij}=\\frac{e^{S_{ij}}}{\\sum_le^{S_{il}}}:\\ \\forall\\beta>0\\ \\forall i,j:\\ W_{ij}>0,\\ \\sum_lW_{il}=1',
  statement: {
    kind: 'all',
    parts: [
      {
        says: 'for all beta > 0 and i: sum_j W_ij = 1',
        statement: {
          ...positiveBeta,
          left: rowSums(threeTokens),
          relation: '=',
          right: constants([1, 1, 1]),
        },
      },
      {
        says: 'for all beta > 0 and i, j: W_ij > 0',
        statement: {
          ...positiveBeta,
          left: weightsAt(threeTokens, allPlaces(3)),
          relation: '>',
          right: constants(allPlaces(3).map(() => 0)),
        },
      },
    ],
  },
};

const alongColumns: Reading = {
  name: 'column softmax (over i)',
  says: 'W_ij = e^(S_ij) / sum_l e^(S_lj): for all beta > 0, the rows of W sum to 1, as averages of values need (at beta = 0 they do)',
  latex:
    'W^{\\rm col}_{ij}=\\frac{e^{S_{ij}}}{\\sum_le^{S_{lj}}}:\\ \\forall\\beta>0\\ \\forall i:\\ \\sum_jW^{\\rm col}_{ij}=1',
  statement: {
    ...positiveBeta,
    left: rowSumsOfColumnSoftmax,
    relation: '=',
    right: constants([1, 1, 1]),
  },
};

const columnsAreTransposedRows: Reading = {
  name: 'column softmax is the transpose of row softmax',
  says: 'for all beta > 0 and i, j: the softmax over columns at (i, j) is the softmax over rows at (j, i), the scores being symmetric',
  latex: '\\forall\\beta>0:\\ W^{\\rm col}=W^\\top',
  statement: {
    ...positiveBeta,
    left: entriesOfColumnSoftmax,
    relation: '=',
    right: weightsAt(threeTokens, transposedPlaces),
  },
};

const overAllScores: Reading = {
  name: 'global softmax over all 9 scores',
  says: 'W_ij = e^(S_ij) / sum_kl e^(S_kl): as beta grows, W tends to the identity matrix',
  latex: 'W_{ij}=\\frac{e^{S_{ij}}}{\\sum_{k,l}e^{S_{kl}}}:\\ \\lim_{\\beta\\to\\infty}W=I',
  statement: {
    kind: 'limit',
    vectors: vectorsOfThreeTokens,
    quantity: globalSoftmax(threeTokens),
    limits: allPlaces(3).map(([row, column]) => (row === column ? 1 : 0)),
    strictlyIncreasing: false,
  },
};

const globalLimit: Reading = {
  name: 'global softmax, its limit',
  says: 'as beta grows, the softmax over all nine scores tends to the matrix with 1/2 at (1, 1) and (3, 3) and 0 elsewhere',
  latex: '\\lim_{\\beta\\to\\infty}W=\\mathrm{diag}(\\tfrac12,0,\\tfrac12)',
  statement: {
    kind: 'limit',
    vectors: vectorsOfThreeTokens,
    quantity: globalSoftmax(threeTokens),
    limits: [1 / 2, 0, 0, 0, 0, 0, 0, 0, 1 / 2],
    strictlyIncreasing: false,
  },
};

/** Part b, step 2 of question 2: which softmax. */
export const softmaxClaims: readonly Claim[] = [
  {
    id: 'q2b-softmax-of-scalar',
    source: { question: 'Q2', part: 'b.2', lines: [42] },
    kind: 'wording',
    core: true,
    says: 'The weight W_ij is the softmax of the one score <x_i, x_j>.',
    domain: 'softmax needs a vector and an axis',
    notation: {
      kind: 'notation',
      displayed: 'W_{ij} = softmax(<x_i, x_j>)',
      defines: { form: 'indexed', name: 'W', by: ['i', 'j'], kind: { is: 'scalar' } },
      by: {
        form: 'softmax',
        of: {
          form: 'inner',
          left: { form: 'indexed', name: 'x', by: ['i'], kind: { is: 'vector', size: 'D' } },
          right: { form: 'indexed', name: 'x', by: ['j'], kind: { is: 'vector', size: 'D' } },
        },
      },
    },
    readings: [ofSingleNumber, alongRows, alongColumns, overAllScores, columnsAreTransposedRows, globalLimit],
    repair: { reading: 'row softmax (over j)' },
  },
];
