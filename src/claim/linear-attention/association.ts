import { coordinates } from '#arithmetic/space.ts';
import type { Claim } from '#claim/claim.ts';
import { type ForAllLengths, forAllCases, forAllLengths, inFloats } from '#claim/statement.ts';
import { reassociated, recurrent } from '#reference/linear-attention.ts';
import { counted, linear, linearInLength, operations, ordered, streaming } from './costs.ts';
import { asWrittenSum, queryAndTokens, throughState } from './folds.ts';
import { linearOutputs, queries, tokens } from './tokens.ts';

/** For every number of keys and every width: scores first, or the state K^T V first. */
const sameOutput: ForAllLengths = forAllLengths({
  ...queryAndTokens,
  first: 1,
  every: 1,
  left: asWrittenSum,
  right: throughState,
  readout: 'identity',
});

const streamed = operations(['mul'], streaming);
const shared = operations(['mul'], linear);

const causality: Claim = {
  id: 'q3-causal-vs-noncausal',
  source: { question: 'Q3', part: 'formula 2', lines: [81, 83] },
  kind: 'implicit',
  core: false,
  says: 'The sum of the linear formula runs over all tokens, also those that come later.',
  domain: 'T, dk, dv >= 1',
  readings: [
    {
      name: 'non-causal',
      says:
        'for all T, dk, dv: one state K^T V serves every query, y_i = q_i (K^T V), and all outputs take 2 T dk dv ' +
        'multiplications, at most C T',
      latex: 'Y=Q(K^\\top V),\\quad M=2Td_kd_v',
      statement: {
        kind: 'all',
        parts: [
          { says: 'the state gives the output of any query', statement: sameOutput },
          {
            says: '2 T dk dv multiplications',
            statement: counted('multiplications of Q (K^T V)', shared, linearInLength),
          },
          { says: 'at most C T', statement: ordered('multiplications of Q (K^T V)', shared, 1) },
        ],
      },
    },
    {
      name: 'causal (j<=i) needs its own argument',
      says:
        'for all t, T, dk, dv: with S_t = S_(t-1) + k_t v_t^T, S_0 = 0, the causal output sum over j <= t of ' +
        '<q_t, k_j> v_j is q_t S_t, and all outputs take 2 T dk dv multiplications, at most C T',
      latex:
        'S_t=S_{t-1}+k_tv_t^\\top,\\quad\\sum_{j\\le t}\\langle q_t,k_j\\rangle v_j=q_tS_t,\\quad M=2Td_kd_v',
      statement: {
        kind: 'all',
        parts: [
          { says: 'for every t, q_t S_t is the sum over j <= t', statement: sameOutput },
          {
            says: '2 T dk dv multiplications',
            statement: counted('multiplications of T streamed tokens', streamed, linearInLength),
          },
          { says: 'at most C T', statement: ordered('multiplications of T streamed tokens', streamed, 1) },
        ],
      },
    },
    {
      name: 'one formula for both',
      says: 'for all T, q, k, v: Q (K^T V) is the causal output, sum over j <= i of <q_i, k_j> v_j in row i',
      latex: '\\forall i:\\ \\bigl(Q(K^\\top V)\\bigr)_i=\\sum_{j\\le i}\\langle q_i,k_j\\rangle v_j',
      statement: forAllCases({
        domain: tokens,
        left: (a, { q, k, v }) => reassociated(coordinates(a, k[0]!.length), q, k, v).flat(),
        relation: '=',
        right: (a, { q, k, v }) => recurrent(coordinates(a, k[0]!.length), q, k, v).flat(),
      }),
    },
  ],
};

const reassociation: Claim = {
  id: 'q3-reassociation-identity',
  source: { question: 'Q3', part: 'implicit + design card', lines: [71, 83] },
  kind: 'identity',
  core: true,
  says: 'The two matrix products of linear attention may be taken in either order.',
  domain: 'all shapes; exact arithmetic, against IEEE rounding to nearest',
  readings: [
    {
      name: 'exact',
      says:
        'for all T, dk, dv, q, k, v: <q_i, sum_j v_j k_j> = sum_j <q_i, k_j> v_j in every row i and every column of ' +
        'V, that is (Q K^T) V = Q (K^T V)',
      latex: '\\forall Q,K,V:\\ (QK^\\top)V=Q(K^\\top V)',
      statement: sameOutput,
    },
    {
      name: 'floating point, bitwise',
      says: 'for all representable q, k, v: fl((Q K^T) V) = fl(Q (K^T V)), bit for bit',
      latex: '\\mathrm{fl}\\bigl((QK^\\top)V\\bigr)=\\mathrm{fl}\\bigl(Q(K^\\top V)\\bigr)',
      statement: inFloats({
        domain: queries,
        left: (a, { q, k, v }) => linearOutputs(a, { q: [q], k, v }),
        right: (a, { q, k, v }) => reassociated(coordinates(a, q.length), [q], k, v).flat(),
      }),
    },
  ],
};

/** The order of the products, with and without a causal mask. */
export const associationClaims: readonly Claim[] = [causality, reassociation];
