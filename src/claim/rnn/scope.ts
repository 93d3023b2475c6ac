import type { Claim } from '#claim/claim.ts';
import { forAllCases, forAllLengths } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import { gain, logistic, output, recurrence } from '#reference/rnn.ts';
import { formAt } from './answer.ts';
import { fromInitial } from './expansion.ts';
import {
  amplified,
  evenMinusOdd,
  fromFirstInitial,
  fromSecondInitial,
  fromZero,
  oddAnswer,
  pairedDifferences,
  pairsPaddedWithZero,
  pairsWithoutLast,
} from './folds.ts';

/** How far the answer of question 1 reaches: odd lengths, no inputs at all, and the initial state it leaves open. */
export const scopeClaims: readonly Claim[] = [
  {
    id: 'q1-final-formula-odd-T',
    source: { question: 'Q1', part: 'scope of the answer', lines: [17, 20] },
    kind: 'implicit',
    core: true,
    says: 'Is the answer ever right for an odd number of inputs?',
    domain: 'T odd, the upper limit T/2 rounded down or up',
    readings: [
      {
        name: 'floor: sum to (T-1)/2',
        says: 'for all odd T >= 1: H_T = sum over i <= floor(T/2) of (X_2i - X_2i-1) + H_0',
        latex: 'H_T=\\sum_{i=1}^{\\lfloor T/2\\rfloor}(X_{2i}-X_{2i-1})+H_0\\quad(T\\text{ odd})',
        statement: forAllLengths({
          ...fromInitial,
          first: 1,
          every: 2,
          left: recurrence,
          right: pairsWithoutLast,
          readout: 'identity',
        }),
      },
      {
        name: 'ceil, missing X_{T+1} := 0',
        says: 'for all odd T >= 1, with X_{T+1} := 0: H_T = sum over i <= ceil(T/2) of (X_2i - X_2i-1) + H_0',
        latex: 'H_T=\\sum_{i=1}^{\\lceil T/2\\rceil}(X_{2i}-X_{2i-1})+H_0,\\;X_{T+1}:=0\\quad(T\\text{ odd})',
        statement: forAllLengths({
          ...fromInitial,
          first: 1,
          every: 2,
          left: recurrence,
          right: pairsPaddedWithZero,
          readout: 'identity',
        }),
      },
    ],
    repair: {
      says: 'for all odd T >= 1: Y_T = sigmoid(1000 (X_1 - H_0 + sum over i <= (T-1)/2 of (X_2i+1 - X_2i)))',
      latex:
        'Y_T=\\sigma\\bigl(1000(X_1-H_0+\\textstyle\\sum_{i=1}^{(T-1)/2}(X_{2i+1}-X_{2i}))\\bigr)\\quad(T\\text{ odd})',
      statement: forAllLengths({
        ...fromInitial,
        first: 1,
        every: 2,
        left: amplified(recurrence),
        right: amplified(oddAnswer),
        readout: 'logistic',
      }),
    },
  },
  {
    id: 'q1-edge-T-zero',
    source: { question: 'Q1', part: 'scope of the answer', lines: [20] },
    kind: 'implicit',
    core: false,
    says: 'Zero is even: without inputs the answer should be the logistic of 1000 times the initial state.',
    domain: 'T = 0',
    readings: [
      {
        name: 'literal',
        says: 'for all H_0 in R, T = 0: Y_0 = sigmoid(1000 (empty sum + H_0))',
        latex: 'T=0:\\;Y_0=\\sigma(1000H_0)',
        statement: forAllCases({
          domain: inputs({ name: 'h0 in R', layout: { h0: [] }, sizes: {} }),
          left: (a, { h0 }) => [output(a, [], h0)],
          relation: '=',
          right: (a, { h0 }) => [logistic(a, a.mul(a.of(gain), formAt(pairedDifferences, a, [], h0)))],
          shapes: [{ h0: 0 }],
        }),
      },
    ],
  },
  {
    id: 'q1-answer-depends-only-on-inputs',
    source: { question: 'Q1', part: 'answer', lines: [20] },
    kind: 'implicit',
    core: false,
    says: 'The output is a function of the inputs.',
    domain: 'T even, T >= 2; the write-up gives no value for the initial state',
    readings: [
      {
        name: 'literal (function of X alone)',
        says: 'for all even T >= 2, X in R^T and any two initial states h_0, g_0: Y_T is the same from both',
        latex: '\\exists f\\,\\forall X,H_0:\\;Y_T=f(X)',
        statement: forAllLengths({
          params: { h0: 'scalar', g0: 'scalar' },
          item: { x: 'scalar' },
          first: 2,
          every: 2,
          left: amplified(fromFirstInitial),
          right: amplified(fromSecondInitial),
          readout: 'logistic',
        }),
      },
      {
        name: 'charitable (H_0=0)',
        says: 'for all even T >= 0 and H_0 = 0: Y_T = sigmoid(1000 (sum X_2i - sum X_2i-1))',
        latex: 'H_0=0:\\;Y_T=\\sigma\\bigl(1000(\\textstyle\\sum X_{2i}-\\sum X_{2i-1})\\bigr)',
        statement: forAllLengths({
          params: {},
          item: { x: 'scalar' },
          first: 0,
          every: 2,
          left: amplified(fromZero),
          right: amplified(evenMinusOdd),
          readout: 'logistic',
        }),
      },
    ],
    repair: { reading: 'charitable (H_0=0)' },
  },
];
