import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import type { Claim, Repair } from '#claim/claim.ts';
import { type ForAllCases, forAllCases, forAllLengths, type Statement } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import type { Matrix } from '#reference/linear-attention.ts';
import { innerProducts } from '#reference/norm.ts';
import { softmax } from '#reference/softmax-attention.ts';
import { matrix, product } from './expressions.ts';
import {
  asWrittenSum,
  normalisedFirst,
  normalisedLast,
  one,
  queryAndTokens,
  scoresOnly,
  sumOfWeights,
  throughState,
  weightsAndValues,
} from './folds.ts';
import { normalisable, scored } from './tokens.ts';

const everyLength = { first: 1, every: 1, readout: 'identity' } as const;

/** For every T: normalising the weights of a row and weighting the values may be done in either order. */
export const normalisedEitherWay: Statement = forAllLengths({
  ...weightsAndValues,
  ...everyLength,
  left: normalisedFirst,
  right: normalisedLast,
});

/** For every T and every row of scores with a sum that is not zero: the weights s_j / sum_l s_l sum to one. */
export const weightsSumToOne: Statement = forAllLengths({
  ...scoresOnly,
  ...everyLength,
  left: sumOfWeights,
  right: one,
});

/** The scores of one query. */
function scoresOf<N>(a: Analytic<N>, { q, k }: { readonly q: readonly N[]; readonly k: Matrix<N> }): N[] {
  return innerProducts(coordinates(a, q.length), [q], k)[0]!;
}

/** Where the weights of the two forms that drop the exponential are the same. */
const formsAgree: ForAllCases = forAllCases({
  domain: normalisable,
  left: (a, c) => {
    const scores = scoresOf(a, c);
    const whole = sum(a, scores);
    return scores.map((score) => a.div(score, whole));
  },
  relation: '=',
  right: scoresOf,
});

const dropExponential: Claim = {
  id: 'q3-drop-exponential-definition',
  source: { question: 'Q3', part: 'para 2', lines: [69] },
  kind: 'wording',
  core: true,
  says: 'Linear attention is softmax attention with the exponential left out of the softmax.',
  domain: 'T, dk, dv >= 1; whether the division by the row sum stays is not said',
  ambiguity: { between: ['with normaliser', 'without normaliser'], agree: formsAgree },
  readings: [
    {
      name: 'with normaliser',
      says:
        'for all T, q, k, v with s_j = <q, k_j> and sum_l s_l != 0: the weights s_j / sum_l s_l sum to 1, and ' +
        'sum_j (s_j / sum_l s_l) v_j = (sum_j s_j v_j) / sum_l s_l',
      latex:
        'W_{ij}=\\frac{\\langle q_i,k_j\\rangle}{\\sum_l\\langle q_i,k_l\\rangle},\\quad\\sum_jW_{ij}=1,\\quad y_i=\\frac{\\sum_j\\langle q_i,k_j\\rangle v_j}{\\sum_l\\langle q_i,k_l\\rangle}',
      statement: {
        kind: 'all',
        parts: [
          { says: 'the weights sum to 1', statement: weightsSumToOne },
          {
            says: 'for every c, in particular c = 1 / sum_l s_l: sum_j (c s_j) v_j = c sum_j s_j v_j',
            statement: normalisedEitherWay,
          },
        ],
      },
    },
    {
      name: 'without normaliser',
      says:
        'for all T, q, k, v: with the weights W_ij = <q_i, k_j> the outputs sum_j W_ij v_j are line 81, ' +
        'sum_j <q_i, k_j> v_j, and are Q (K^T V)',
      latex:
        'W=QK^\\top,\\quad\\textstyle\\sum_jW_{ij}v_j=\\sum_j\\langle q_i,k_j\\rangle v_j=\\bigl(Q(K^\\top V)\\bigr)_i',
      statement: forAllLengths({
        ...queryAndTokens,
        ...everyLength,
        left: asWrittenSum,
        right: throughState,
      }),
    },
  ],
  repair: { reading: 'without normaliser' },
};

/** The nearest true statement to weights that are e^(Q K^T). */
const normalisedByRows: Repair = {
  says:
    'for all T, q, k, v with w_j = e^<q, k_j> and c = 1 / sum_l w_l: the softmax weights are c w_j, a row of ' +
    'e^(Q K^T) (entry by entry) over its sum, and sum_j (c w_j) v_j = c sum_j w_j v_j',
  latex:
    'W_{ij}=\\frac{e^{\\langle q_i,k_j\\rangle}}{\\sum_le^{\\langle q_i,k_l\\rangle}},\\qquad y_i=\\frac{\\sum_je^{\\langle q_i,k_j\\rangle}v_j}{\\sum_le^{\\langle q_i,k_l\\rangle}}',
  statement: normalisedEitherWay,
};

const literalProduct = {
  kind: 'notation',
  displayed: 'e^{QK}',
  defines: matrix('S', 'T', 'T'),
  by: product(matrix('Q', 'T', 'dk'), matrix('K', 'T', 'dk')),
} as const;

const exponentOfProduct: Claim = {
  id: 'q3-exp-QK-notation',
  source: { question: 'Q3', part: 'para 2', lines: [69] },
  kind: 'wording',
  core: false,
  says: 'Where standard attention computes e to the power QK, linear attention uses QK.',
  domain: 'Q, K in R^(T x dk), T != dk',
  notation: literalProduct,
  readings: [
    {
      name: 'literal product QK',
      says: 'S = Q K for Q and K in R^(T x dk)',
      latex: 'S=QK,\\quad Q,K\\in\\mathbb R^{T\\times d_k}',
      statement: literalProduct,
    },
    {
      name: 'e^{.} as matrix exponential',
      says:
        'for all s1, s2 in R, S = diag(s1, s2) = Q K^T with Q = I: the numerators e^(S_ij) of the softmax are the ' +
        'entries of the matrix exponential of S, which is diag(e^s1, e^s2)',
      latex:
        '\\forall s_1,s_2:\\ \\begin{pmatrix}e^{s_1}&e^0\\\\e^0&e^{s_2}\\end{pmatrix}=\\exp\\begin{pmatrix}s_1&0\\\\0&s_2\\end{pmatrix}=\\begin{pmatrix}e^{s_1}&0\\\\0&e^{s_2}\\end{pmatrix}',
      statement: forAllCases({
        domain: inputs({ name: 's1, s2 in R', layout: { s1: [], s2: [] }, sizes: {} }),
        left: (a, { s1, s2 }) => [s1, a.of(0), a.of(0), s2].map(a.exp),
        relation: '=',
        right: (a, { s1, s2 }) => [a.exp(s1), a.of(0), a.of(0), a.exp(s2)],
      }),
    },
    {
      name: 'e^{QK^T} as the attention weights',
      says: 'for all T, q, k: the softmax weights are e^<q, k_j>',
      latex: '\\forall T,q,k:\\ \\mathrm{softmax}_j(\\langle q,k_j\\rangle)=e^{\\langle q,k_j\\rangle}',
      statement: forAllCases({
        domain: scored,
        left: (a, c) => softmax(a, scoresOf(a, c)),
        relation: '=',
        right: (a, c) => scoresOf(a, c).map(a.exp),
      }),
    },
  ],
  repair: normalisedByRows,
};

/** Paragraph 2 of question 3: what is left when the exponential is dropped. */
export const exponentialClaims: readonly Claim[] = [dropExponential, exponentOfProduct];
