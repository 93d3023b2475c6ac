import type { Claim } from '#claim/claim.ts';
import { forAllCases, type Statement } from '#claim/statement.ts';
import {
  counted,
  linear,
  linearInLength,
  oneOutput,
  operations,
  ordered,
  standardOneOutput,
  streamingLastToken,
  written,
  writtenOneOutput,
} from './costs.ts';
import { normalisedEitherWay } from './exponential.ts';
import { linearOutputs, queries, softmaxOutputs } from './tokens.ts';

const one = {
  counts: 'multiplications of one output of line 81',
  measure: operations(['mul'], writtenOneOutput),
};
const all = { counts: 'multiplications of Q (K^T V)', measure: operations(['mul'], linear) };
const token = { counts: 'multiplications of the last of T streamed tokens', measure: streamingLastToken };

const perToken: Statement = {
  kind: 'all',
  parts: [
    {
      says: 'the last of T tokens takes 2 dk dv',
      statement: counted(token.counts, token.measure, (r, { dk, dv }) => r.mul(r.of(2), r.mul(dk!, dv!))),
    },
    { says: 'whatever T', statement: ordered(token.counts, token.measure, 0) },
    {
      says: 'the last of T tokens of softmax attention takes T (dk + dv)',
      statement: counted(
        'multiplications of the last of T tokens of softmax attention',
        operations(['mul'], standardOneOutput),
        oneOutput,
      ),
    },
  ],
};

const computable: Claim = {
  id: 'q3-formula-computable-in-linear-time',
  source: { question: 'Q3', part: 'formula 2', lines: [83] },
  kind: 'complexity',
  core: true,
  says: 'All multiplications and additions of the linear formula take time of order T.',
  domain: 'T, dk, dv >= 1; for one output or for all is not said',
  readings: [
    {
      name: 'one output y_i as written',
      says: 'for all T, dk, dv >= 1: y_i takes T (dk + dv) multiplications, at most C T',
      latex: '\\forall T,d_k,d_v\\ge1:\\ M(y_i)=T(d_k+d_v)',
      statement: {
        kind: 'all',
        parts: [
          { says: 'T (dk + dv) multiplications', statement: counted(one.counts, one.measure, oneOutput) },
          { says: 'at most C T', statement: ordered(one.counts, one.measure, 1) },
        ],
      },
    },
    {
      name: 'all T outputs as written',
      says: 'for all dk, dv there is a C such that for all T: y_1 ... y_T take at most C T multiplications',
      latex: '\\forall d_k,d_v\\,\\exists C\\,\\forall T:\\ M(y_1,\\dots,y_T)\\le CT',
      statement: ordered('multiplications of all outputs of line 81', operations(['mul'], written), 1),
    },
    {
      name: 'all T outputs, reassociated',
      says: 'for all T, dk, dv >= 1: Q (K^T V) takes 2 T dk dv multiplications, at most C T',
      latex: '\\forall T,d_k,d_v\\ge1:\\ M\\bigl(Q(K^\\top V)\\bigr)=2Td_kd_v',
      statement: {
        kind: 'all',
        parts: [
          { says: '2 T dk dv multiplications', statement: counted(all.counts, all.measure, linearInLength) },
          { says: 'at most C T', statement: ordered(all.counts, all.measure, 1) },
        ],
      },
    },
    {
      name: 'streaming causal, per token',
      says:
        'for all T, dk, dv >= 1: the last of T streamed tokens takes 2 dk dv multiplications, whatever T; in softmax ' +
        'attention it takes T (dk + dv)',
      latex: '\\forall t,d_k,d_v\\ge1:\\ M(y_t)=2d_kd_v\\quad(\\text{softmax: }t(d_k+d_v))',
      statement: perToken,
    },
  ],
};

const replacesSoftmax: Claim = {
  id: 'q3-linear-replaces-softmax',
  source: { question: 'Q3', part: 'formula 2', lines: [79, 81] },
  kind: 'implicit',
  core: false,
  says: 'The linear formula takes the place of the softmax formula.',
  domain: 'T, dk, dv >= 1',
  readings: [
    {
      name: 'same function',
      says: 'for all T, q, k, v: sum_j <q, k_j> v_j = sum_j softmax_j(<q, k_j>) v_j',
      latex:
        '\\forall q,k,v:\\ \\sum_j\\langle q,k_j\\rangle v_j=\\sum_j\\mathrm{softmax}_j(\\langle q,k_j\\rangle)v_j',
      statement: forAllCases({
        domain: queries,
        left: (a, { q, k, v }) => linearOutputs(a, { q: [q], k, v }),
        relation: '=',
        right: (a, { q, k, v }) => softmaxOutputs(a, { q: [q], k, v }),
      }),
    },
    {
      name: 'can emulate copying of T tokens',
      says: 'for all T, dk >= 1 there are Q, K in R^(T x dk) with Q K^T = I',
      latex: '\\forall T,d_k\\,\\exists Q,K\\in\\mathbb R^{T\\times d_k}:\\ QK^\\top=I_T',
      statement: { kind: 'biorthogonal', count: 'every', width: 'dk' },
    },
  ],
  repair: {
    says:
      'for all T, q, k, v: with w_j = e^<q, k_j> in the place of <q, k_j> and c = 1 / sum_l w_l as normaliser, the ' +
      'linear formula c sum_j w_j v_j is the softmax formula sum_j (c w_j) v_j',
    latex:
      '\\langle q,k_j\\rangle\\to w_j=e^{\\langle q,k_j\\rangle}:\\quad\\frac{\\sum_jw_jv_j}{\\sum_lw_l}=\\sum_j\\mathrm{softmax}_j(\\langle q,k_j\\rangle)v_j',
    statement: normalisedEitherWay,
  },
};

/** What the linear formula costs, and what it can stand for. */
export const computingClaims: readonly Claim[] = [computable, replacesSoftmax];
