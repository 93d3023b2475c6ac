import type { Claim, Reading } from '#claim/claim.ts';
import type { AsBetaGrows, ForAllBeta } from '#claim/statement.ts';
import {
  allPlaces,
  constants,
  errorEntries,
  outputEntries,
  squaredRelativeErrors,
  subtractedEntries,
  tokenEntries,
  weightsAt,
} from './quantities.ts';
import { equalTokens, orthogonalTokens, threeTokens, vectorsOfThreeTokens } from './tokens.ts';

const rows: readonly number[] = [1, 2, 3];

const positiveBeta: Pick<ForAllBeta, 'kind' | 'vectors' | 'zeroIncluded'> = {
  kind: 'beta',
  vectors: vectorsOfThreeTokens,
  zeroIncluded: false,
};

const errorsTendToZero: AsBetaGrows = {
  kind: 'limit',
  vectors: vectorsOfThreeTokens,
  quantity: errorEntries(threeTokens, rows),
  limits: rows.flatMap(() => [0, 0, 0, 0]),
  strictlyIncreasing: false,
};

const converse: Reading = {
  name: 'converse (copying needs W=I)',
  says: 'for all beta > 0 and all tokens with Y = X: W = I; so, two equal tokens x_1 = x_2 = a being copied, also for them',
  latex: '\\forall\\beta>0:\\ Y=X\\Rightarrow W=I;\\quad x_1=x_2=a:\\ Y=X\\ \\wedge\\ W=I',
  statement: {
    kind: 'all',
    parts: [
      {
        says: 'the premise, for all beta > 0 and x_1 = x_2 = a: y_1 = x_1 and y_2 = x_2',
        statement: {
          kind: 'beta',
          vectors: 1,
          zeroIncluded: false,
          left: outputEntries(equalTokens, [1, 2]),
          relation: '=',
          right: tokenEntries(equalTokens, [1, 2]),
        },
      },
      {
        says: 'the conclusion, for all beta > 0 and x_1 = x_2 = a: W_11 = W_22 = 1 and W_12 = W_21 = 0',
        statement: {
          kind: 'beta',
          vectors: 1,
          zeroIncluded: false,
          left: weightsAt(equalTokens, allPlaces(2)),
          relation: '=',
          right: constants([1, 0, 0, 1]),
        },
      },
    ],
  },
};

const copying: Claim = {
  id: 'q2c-copying',
  source: { question: 'Q2', part: 'c', lines: [63] },
  kind: 'general claim',
  core: true,
  says: 'The layer copies its inputs to its outputs.',
  domain: '—',
  readings: [
    {
      name: 'exact',
      says: 'for all beta > 0 and i in {1, 2, 3}: y_i = x_i (at beta = 0 all are the zero vector)',
      latex: '\\forall\\beta>0:\\ Y=X',
      statement: {
        ...positiveBeta,
        left: outputEntries(threeTokens, rows),
        relation: '=',
        right: tokenEntries(threeTokens, rows),
      },
    },
    {
      name: 'approximate',
      says: 'for all beta > 0 and i in {1, 2, 3}: ||y_i - x_i|| / ||x_i|| <= delta, squared to stay rational: ||y_i - x_i||^2 / ||x_i||^2 <= eps with eps = delta^2, for delta = 0.5, 0.1, 1e-3, 1e-6, 1e-12',
      latex:
        '\\forall\\beta>0\\ \\forall i:\\ \\frac{\\|y_i-x_i\\|^2}{\\|x_i\\|^2}\\le\\varepsilon=\\delta^2',
      statement: {
        kind: 'threshold',
        vectors: vectorsOfThreeTokens,
        names: rows.map((row) => `(||y_${row} - x_${row}|| / ||x_${row}||)^2`),
        quantity: squaredRelativeErrors(threeTokens, rows),
        eps: ['0.25', '1e-2', '1e-6', '1e-12', '1e-24'],
        formula:
          'row 2: sqrt(ln(sqrt(10/eps) - 2)); rows 1 and 3: where (2 u^2 + 2 u + 3)/(2 (u^2 + u + 1)^2) = eps, u = e^(beta^2)',
      },
    },
    converse,
    {
      name: 'limit',
      says: 'for all i in {1, 2, 3}: each coordinate of y_i - x_i along a, b, c, d tends to 0 as beta grows',
      latex: '\\lim_{\\beta\\to\\infty}\\|Y-X\\|=0',
      statement: errorsTendToZero,
    },
    {
      name: 'the error without cancellation',
      says: 'for all beta >= 0 and i in {1, 2, 3}: y_i - x_i = sum_j W_ij (x_j - x_i), the weights of a row summing to 1',
      latex: '\\forall\\beta\\ge0\\ \\forall i:\\ y_i-x_i=\\sum_jW_{ij}(x_j-x_i)',
      statement: {
        ...positiveBeta,
        zeroIncluded: true,
        left: subtractedEntries(threeTokens, rows),
        relation: '=',
        right: errorEntries(threeTokens, rows),
      },
    },
  ],
  repair: { reading: 'limit' },
};

const withoutTransformation: Claim = {
  id: 'q2c-without-transformation',
  source: { question: 'Q2', part: 'c', lines: [63] },
  kind: 'wording',
  core: false,
  says: 'The layer maps every token straight to its output and changes nothing.',
  domain: 'map X -> softmax(XX^T) X',
  readings: [
    {
      name: 'literal',
      says: 'for all beta > 0 and all tokens built from mutually orthogonal vectors of norm beta: softmax(X X^T) X = X; so already for x_1 = a, x_2 = b',
      latex: '\\forall\\beta>0,\\ X=(a,b)^\\top:\\ \\mathrm{softmax}(XX^\\top)X=X',
      statement: {
        kind: 'beta',
        vectors: 2,
        zeroIncluded: false,
        left: outputEntries(orthogonalTokens, [1, 2]),
        relation: '=',
        right: tokenEntries(orthogonalTokens, [1, 2]),
      },
    },
  ],
  repair: {
    says: 'for x_1 = a, x_2 = b: each coordinate of softmax(X X^T) X - X along a, b tends to 0 as beta grows',
    latex: 'X=(a,b)^\\top:\\ \\lim_{\\beta\\to\\infty}\\|\\mathrm{softmax}(XX^\\top)X-X\\|=0',
    statement: {
      kind: 'limit',
      vectors: 2,
      quantity: errorEntries(orthogonalTokens, [1, 2]),
      limits: [0, 0, 0, 0],
      strictlyIncreasing: false,
    },
  },
};

/** The end of part c of question 2: the layer as a copy. */
export const copyingClaims: readonly Claim[] = [copying, withoutTransformation];
