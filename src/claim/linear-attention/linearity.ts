import type { Claim } from '#claim/claim.ts';
import { forAllCases } from '#claim/statement.ts';
import { matrices } from '#domain/matrix.ts';
import {
  linearInKeys,
  linearInQueries,
  linearInValues,
  softmaxLinearInValues,
  sumLinearInValues,
} from './linear-combinations.ts';
import {
  doubled,
  linearOutputs,
  normalisableQueries,
  normalisedOutputs,
  queries,
  softmaxOutputs,
} from './tokens.ts';

const softmaxNonlinear: Claim = {
  id: 'q3-softmax-is-nonlinear',
  source: { question: 'Q3', part: 'formula 1', lines: [79] },
  kind: 'property',
  core: false,
  says: 'The softmax makes standard attention nonlinear.',
  domain: 'T, dk, dv >= 1; in which argument is not said',
  readings: [
    {
      name: 'in q (K,V fixed)',
      says: 'not for all T, q, k, v: y(2 q) = 2 y(q)',
      latex: '\\neg\\,\\forall q,K,V:\\ y(2q)=2y(q)',
      statement: {
        kind: 'not',
        statement: forAllCases({
          domain: queries,
          left: (a, { q, k, v }) => softmaxOutputs(a, { q: doubled(a, [q]), k, v }),
          relation: '=',
          right: (a, { q, k, v }) => doubled(a, [softmaxOutputs(a, { q: [q], k, v })])[0]!,
        }),
      },
    },
    {
      name: 'in V',
      says:
        'not for all T, w_j = e^<q, k_j>, v, u, a, b: the output for the values a v + b u is a times that for v plus ' +
        'b times that for u',
      latex: '\\neg\\,\\forall V,U,a,b:\\ y(aV+bU)=a\\,y(V)+b\\,y(U)',
      statement: { kind: 'not', statement: softmaxLinearInValues },
    },
    {
      name: 'of the literal formula (reading (a) of q3-softmax-formula)',
      says: 'not for all T, v, u, a, b: sum_l (a v_l + b u_l) = a sum_l v_l + b sum_l u_l',
      latex: '\\neg\\,\\forall V,U,a,b:\\ \\sum_l(av_l+bu_l)=a\\sum_lv_l+b\\sum_lu_l',
      statement: { kind: 'not', statement: sumLinearInValues },
    },
    {
      name: 'in q, not even up to a constant',
      says: 'not for all T, q, k, v: y(2 q) + y(0) = 2 y(q)',
      latex: '\\neg\\,\\forall q,K,V:\\ y(2q)+y(0)=2y(q)',
      statement: {
        kind: 'not',
        statement: forAllCases({
          domain: queries,
          left: (a, { q, k, v }) => {
            const atZero = softmaxOutputs(a, { q: [q.map(() => a.of(0))], k, v });
            const atTwice = softmaxOutputs(a, { q: doubled(a, [q]), k, v });
            return atTwice.map((entry, m) => a.add(entry, atZero[m]!));
          },
          relation: '=',
          right: (a, { q, k, v }) => doubled(a, [softmaxOutputs(a, { q: [q], k, v })])[0]!,
        }),
      },
    },
  ],
};

const selfAttention = matrices('T, d >= 1; x in R^(T x d), q = k = v = x', { x: ['T', 'd'] });

const noNonlinearOperation: Claim = {
  id: 'q3-no-nonlinear-operation',
  source: { question: 'Q3', part: 'formula 2', lines: [83] },
  kind: 'property',
  core: true,
  says: 'In linear attention nothing is nonlinear.',
  domain: 'T, dk, dv >= 1; linear in what is not said',
  readings: [
    {
      name: 'in each of Q, K, V separately',
      says:
        'for all T, dk, dv, a, b: the output for a Q + b P, for a K + b H, or for a V + b U is a times the one output ' +
        'plus b times the other, the two other arguments fixed',
      latex: '(Q,K,V)\\mapsto(QK^\\top)V\\ \\text{ is linear in each argument}',
      statement: {
        kind: 'all',
        parts: [
          { says: 'linear in Q', statement: linearInQueries },
          { says: 'linear in K', statement: linearInKeys },
          { says: 'linear in V', statement: linearInValues },
        ],
      },
    },
    {
      name: 'as self-attention (q=k=v=x)',
      says: 'for all T, d, X in R^(T x d): Y(2 X) = 2 Y(X), with Y(X) = (X X^T) X',
      latex: '\\forall X:\\ Y(2X)=2Y(X),\\quad Y(X)=(XX^\\top)X',
      statement: forAllCases({
        domain: selfAttention,
        left: (a, { x }) => {
          const twice = doubled(a, x);
          return linearOutputs(a, { q: twice, k: twice, v: twice });
        },
        relation: '=',
        right: (a, { x }) => doubled(a, [linearOutputs(a, { q: x, k: x, v: x })])[0]!,
      }),
    },
    {
      name: 'with normalisation',
      says:
        'for all T, q, k, v with sum_l <q, k_l> != 0: the normalised outputs satisfy y(2 q, k, v) = 2 y(q, k, v) and ' +
        'y(q, 2 k, v) = 2 y(q, k, v)',
      latex: '\\forall q,K,V:\\ y(2q,K,V)=2y(q,K,V),\\ y(q,2K,V)=2y(q,K,V)',
      statement: forAllCases({
        domain: normalisableQueries,
        left: (a, { q, k, v }) => [
          ...normalisedOutputs(a, { q: doubled(a, [q]), k, v }),
          ...normalisedOutputs(a, { q: [q], k: doubled(a, k), v }),
        ],
        relation: '=',
        right: (a, { q, k, v }) => {
          const [twice] = doubled(a, [normalisedOutputs(a, { q: [q], k, v })]);
          return [...twice!, ...twice!];
        },
      }),
    },
  ],
};

/** What is linear in which argument. */
export const softmaxLinearityClaims: readonly Claim[] = [softmaxNonlinear];
export const linearityClaims: readonly Claim[] = [noNonlinearOperation];
