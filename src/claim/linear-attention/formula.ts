import { coordinates, sumVectors } from '#arithmetic/space.ts';
import type { Claim } from '#claim/claim.ts';
import type { Notation } from '#claim/notation.ts';
import { forAllCases, forAllLengths } from '#claim/statement.ts';
import { matrices } from '#domain/matrix.ts';
import { softmax } from '#reference/softmax-attention.ts';
import { normalisedEitherWay } from './exponential.ts';
import {
  entry,
  inner,
  key,
  output,
  product,
  query,
  softmaxOf,
  sumOver,
  tuple,
  value,
} from './expressions.ts';
import { asWrittenSum, queryAndTokens, throughState } from './folds.ts';
import { linearOutputs, queries, softmaxOutputs, tokens } from './tokens.ts';

const softmaxDisplayed: Notation = {
  kind: 'notation',
  displayed: 'y_i = \\sum_{i=1}^{T} (softmax(\\langle q_i, k_i \\rangle), v_i)',
  defines: output('i'),
  by: sumOver('i', tuple(softmaxOf(inner(query('i'), key('i'))), value('i'))),
};

const softmaxFormula: Claim = {
  id: 'q3-softmax-formula',
  source: { question: 'Q3', part: 'formula 1', lines: [77] },
  kind: 'identity',
  core: true,
  says: 'The outputs of standard attention as one formula.',
  domain:
    'i is free on the left side and bound by the sum; the softmax has one number; the pair has no operation',
  notation: softmaxDisplayed,
  readings: [
    {
      name: '(a) bound i shadows, softmax of a scalar',
      says:
        'for all T, q, k, v: the softmax of one number is 1, so y = sum_l v_l for every query, and that is softmax ' +
        'attention',
      latex: '\\forall q,k,v:\\ \\sum_lv_l=\\sum_j\\mathrm{softmax}_j(\\langle q,k_j\\rangle)v_j',
      statement: forAllCases({
        domain: queries,
        left: (a, { v }) => sumVectors(coordinates(a, v[0]!.length), v),
        relation: '=',
        right: (a, { q, k, v }) => softmaxOutputs(a, { q: [q], k, v }),
      }),
    },
    {
      name: '(b) softmax over the diagonal scores',
      says:
        'for all T, q, k, v and all i: sum_l softmax_l(<q_l, k_l>) v_l = sum_j softmax_j(<q_i, k_j>) v_j, one output ' +
        'for all tokens',
      latex:
        '\\forall i:\\ \\sum_l\\mathrm{softmax}_l(\\langle q_l,k_l\\rangle)v_l=\\sum_j\\mathrm{softmax}_j(\\langle q_i,k_j\\rangle)v_j',
      statement: forAllCases({
        domain: tokens,
        left: (a, { q, k, v }) => {
          const keys = coordinates(a, k[0]!.length);
          const values = coordinates(a, v[0]!.length);
          const weights = softmax(
            a,
            q.map((ql, l) => keys.dot(ql, k[l]!)),
          );
          const one = sumVectors(
            values,
            weights.map((weight, l) => values.scale(weight, v[l]!)),
          );
          return q.flatMap(() => one);
        },
        relation: '=',
        right: softmaxOutputs,
      }),
    },
    {
      name: '(c) the comma as an inner product <softmax, v>',
      says: 'y_i = sum_j <W_ij, v_j>, inner products of a number with a vector',
      latex: 'y_i=\\sum_j\\langle W_{ij},v_j\\rangle',
      statement: {
        kind: 'notation',
        displayed: 'y_i = \\sum_j \\langle W_{ij}, v_j \\rangle',
        defines: output('i'),
        by: sumOver('j', inner(entry('W', 'i', 'j'), value('j'))),
      },
    },
    {
      name: '(d) charitable',
      says:
        'for all T, q, k, v with w_j = e^<q, k_j> and c = 1 / sum_l w_l: sum_j (c w_j) v_j, the weights being the ' +
        'softmax of the scores, is c sum_j w_j v_j, softmax attention',
      latex:
        'y_i=\\sum_{j=1}^T\\mathrm{softmax}_j(\\langle q_i,k_j\\rangle)\\,v_j=\\frac{\\sum_je^{\\langle q_i,k_j\\rangle}v_j}{\\sum_le^{\\langle q_i,k_l\\rangle}}',
      statement: normalisedEitherWay,
    },
  ],
  repair: { reading: '(d) charitable' },
};

const linearDisplayed: Notation = {
  kind: 'notation',
  displayed: 'y_i = \\Sigma_{j=1}^T (q_i, k_j, v_j)',
  defines: output('i'),
  by: sumOver('j', tuple(query('i'), key('j'), value('j'))),
};

/** One width for queries, keys and values, so that keys can meet values. */
const equalWidths = matrices('T, d >= 1; q in R^d, k, v in R^(T x d)', {
  q: ['d'],
  k: ['T', 'd'],
  v: ['T', 'd'],
});

const linearFormula: Claim = {
  id: 'q3-linear-formula-triple',
  source: { question: 'Q3', part: 'formula 2', lines: [81] },
  kind: 'identity',
  core: true,
  says: 'The outputs of linear attention as one formula.',
  domain: 'the triple (q, k, v) has no operation between its parts',
  notation: linearDisplayed,
  readings: [
    {
      name: '<q,k> v',
      says: 'for all T, dk, dv, q, k, v: sum_j <q_i, k_j> v_j is row i of Q (K^T V)',
      latex: 'y_i=\\sum_j\\langle q_i,k_j\\rangle v_j=\\bigl(Q(K^\\top V)\\bigr)_i',
      statement: forAllLengths({
        ...queryAndTokens,
        first: 1,
        every: 1,
        left: asWrittenSum,
        right: throughState,
        readout: 'identity',
      }),
    },
    {
      name: 'q <k,v>',
      says: 'for all T, d, q, k, v of one width d: sum_j q <k_j, v_j> = sum_j <q, k_j> v_j',
      latex: '\\sum_jq_i\\langle k_j,v_j\\rangle=\\sum_j\\langle q_i,k_j\\rangle v_j',
      statement: forAllCases({
        domain: equalWidths,
        left: (a, { q, k, v }) => {
          const space = coordinates(a, q.length);
          const multiples = k.map((kj, j) => space.scale(space.dot(kj, v[j]!), q));
          return sumVectors(space, multiples);
        },
        relation: '=',
        right: (a, { q, k, v }) => linearOutputs(a, { q: [q], k, v }),
      }),
    },
    {
      name: 'tuple / trilinear scalar sum_c q_c k_c v_c',
      says: 'y_i = sum_j sum_c q_ic k_jc v_jc, a number where a vector is defined',
      latex: 'y_i=\\sum_j\\sum_cq_{ic}k_{jc}v_{jc}',
      statement: {
        kind: 'notation',
        displayed: 'y_i = \\sum_j \\sum_c q_{ic} k_{jc} v_{jc}',
        defines: output('i'),
        by: sumOver(
          'j',
          sumOver('c', product(product(entry('q', 'i', 'c'), entry('k', 'j', 'c')), entry('v', 'j', 'c'))),
        ),
      },
    },
  ],
  repair: { reading: '<q,k> v' },
};

/** The displayed formulas of question 3. */
export const softmaxFormulaClaims: readonly Claim[] = [softmaxFormula];
export const linearFormulaClaims: readonly Claim[] = [linearFormula];
