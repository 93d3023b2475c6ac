import type { Claim } from '#claim/claim.ts';
import type { Notation } from '#claim/notation.ts';
import { forAllLengths } from '#claim/statement.ts';
import { recurrence } from '#reference/rnn.ts';
import {
  alternatingFromHead,
  alternatingFromTail,
  amplified,
  changeByOneInInitial,
  inputTwoBeforeMinusStateThreeBefore,
  lastInputMinusStateBefore,
  nestedBrackets,
  one,
  splitSums,
  splitSumsWithInitialInside,
  stateTwoBefore,
} from './folds.ts';

/** Sequences of inputs from an initial state. */
export const fromInitial = { params: { h0: 'scalar' }, item: { x: 'scalar' } } as const;

const nested: Notation = {
  kind: 'notation',
  displayed: 'sigmoid(1000(X_T - (X_{T-1} - (X_{T-2} ... - (X_1 - H_0))))',
};

/** Steps 1 to 5 of question 1: the recurrence written out. */
export const expansionClaims: readonly Claim[] = [
  {
    id: 'q1-expand-once',
    source: { question: 'Q1', part: 'step 1', lines: [12] },
    kind: 'identity',
    core: true,
    says: 'The recurrence is substituted once into the output.',
    domain: 'all T >= 1, real inputs and initial state',
    readings: [
      {
        name: 'literal',
        says: 'for all T >= 1, X in R^T, H_0 in R: Y_T = sigmoid(1000 (X_T - H_{T-1}))',
        latex: '\\forall T\\ge1:\\;Y_T=\\sigma(1000(X_T-H_{T-1}))',
        statement: forAllLengths({
          ...fromInitial,
          first: 1,
          every: 1,
          left: amplified(recurrence),
          right: amplified(lastInputMinusStateBefore),
          readout: 'logistic',
        }),
      },
    ],
  },
  {
    id: 'q1-expand-earlier-steps',
    source: { question: 'Q1', part: 'step 2', lines: [12, 13, 14, 15] },
    kind: 'identity',
    core: false,
    says: 'The recurrence is listed for T-1, for T-2 and down to 1.',
    domain: 'even T; a line that names index T-3 needs T >= 3',
    readings: [
      {
        name: 'literal (both displayed lines for every even T)',
        says: 'for every even T >= 2: H_{T-2} = X_{T-2} - H_{T-3}',
        latex: '\\forall T\\in2\\mathbb N_{\\ge1}:\\;H_{T-2}=X_{T-2}-H_{T-3}',
        statement: {
          kind: 'scope',
          first: 2,
          every: 2,
          terms: [
            { symbol: 'H', shift: -2, least: 0 },
            { symbol: 'X', shift: -2, least: 1 },
            { symbol: 'H', shift: -3, least: 0 },
          ],
          body: forAllLengths({
            ...fromInitial,
            first: 4,
            every: 2,
            left: stateTwoBefore,
            right: inputTwoBeforeMinusStateThreeBefore,
            readout: 'identity',
          }),
        },
      },
      {
        name: 'charitable',
        says: 'for all t >= 1, so for all t in 1..T-1: H_t = X_t - H_{t-1}',
        latex: '\\forall t\\in\\{1,\\dots,T-1\\}:\\;H_t=X_t-H_{t-1}',
        statement: forAllLengths({
          ...fromInitial,
          first: 1,
          every: 1,
          left: recurrence,
          right: lastInputMinusStateBefore,
          readout: 'identity',
        }),
      },
    ],
    repair: { reading: 'charitable' },
  },
  {
    id: 'q1-nested-form',
    source: { question: 'Q1', part: 'step 3', lines: [16] },
    kind: 'identity',
    core: false,
    says: 'All substitutions are merged into one nested expression.',
    domain: 'all T >= 1',
    notation: nested,
    readings: [
      {
        name: 'literal',
        says: 'the displayed string, bracket by bracket',
        latex: '\\texttt{sigmoid(1000(X\\_T - (X\\_\\{T-1\\} - (X\\_\\{T-2\\} ... - (X\\_1 - H\\_0))))}',
        statement: nested,
      },
      {
        name: 'charitable',
        says: 'for all T >= 1: Y_T = sigmoid(1000 (X_T - (X_{T-1} - ( ... - (X_1 - H_0)))))',
        latex: 'Y_T=\\sigma\\bigl(1000\\,(X_T-(X_{T-1}-(\\cdots-(X_1-H_0)\\cdots)))\\bigr)',
        statement: forAllLengths({
          ...fromInitial,
          first: 1,
          every: 1,
          left: amplified(recurrence),
          right: amplified(nestedBrackets),
          readout: 'logistic',
        }),
      },
    ],
    repair: { reading: 'charitable' },
  },
  {
    id: 'q1-flat-alternating',
    source: { question: 'Q1', part: 'step 4', lines: [17] },
    kind: 'identity',
    core: true,
    says: 'With the brackets removed the signs alternate from + X_T down to - X_1, and then + H_0; evenness comes later.',
    domain: 'T >= 1 as displayed; the tail "- X_1 + H_0" fits even T only',
    readings: [
      {
        name: 'literal (all T>=1; tail -X_1 + H_0)',
        says: 'for all T >= 1: H_T = sum over t = 1..T of (-1)^t X_t + H_0 (signs counted from the tail - X_1 + H_0)',
        latex: '\\forall T\\ge1:\\;H_T=X_T-X_{T-1}+\\cdots-X_1+H_0',
        statement: forAllLengths({
          ...fromInitial,
          first: 1,
          every: 1,
          left: recurrence,
          right: alternatingFromTail,
          readout: 'identity',
        }),
      },
      {
        name: 'charitable (T even)',
        says: 'for all even T >= 0: H_T = sum over t = 1..T of (-1)^t X_t + H_0',
        latex: 'H_T=\\sum_{t=1}^{T}(-1)^{t}X_t+H_0\\quad(T\\text{ even})',
        statement: forAllLengths({
          ...fromInitial,
          first: 0,
          every: 2,
          left: recurrence,
          right: alternatingFromTail,
          readout: 'identity',
        }),
      },
      {
        name: 'signs counted from the head',
        says: 'for all T >= 1: H_T = sum over t = 1..T of (-1)^(T-t) X_t + H_0',
        latex: '\\forall T\\ge1:\\;H_T=\\sum_{t=1}^{T}(-1)^{T-t}X_t+H_0',
        statement: forAllLengths({
          ...fromInitial,
          first: 1,
          every: 1,
          left: recurrence,
          right: alternatingFromHead,
          readout: 'identity',
        }),
      },
    ],
    repair: { reading: 'charitable (T even)' },
  },
  {
    id: 'q1-even-split-sums',
    source: { question: 'Q1', part: 'step 5', lines: [17] },
    kind: 'identity',
    core: true,
    says: 'For even T the state is the even-position inputs summed, less the odd-position ones, plus the initial state.',
    domain: 'T even, T >= 0',
    readings: [
      {
        name: 'standard scope of the sums',
        says: 'for all even T >= 0: H_T = sum X_{2i} - sum X_{2i-1} + H_0',
        latex: 'H_T=\\sum_{i=1}^{T/2}X_{2i}-\\sum_{i=1}^{T/2}X_{2i-1}+H_0',
        statement: forAllLengths({
          ...fromInitial,
          first: 0,
          every: 2,
          left: recurrence,
          right: splitSums,
          readout: 'identity',
        }),
      },
      {
        name: 'greedy scope (H_0 inside the second sum)',
        says: 'for all even T >= 2: H_T = sum X_{2i} - sum (X_{2i-1} + H_0)',
        latex: 'H_T=\\sum X_{2i}-\\sum(X_{2i-1}+H_0)',
        statement: forAllLengths({
          ...fromInitial,
          first: 2,
          every: 2,
          left: recurrence,
          right: splitSumsWithInitialInside,
          readout: 'identity',
        }),
      },
    ],
  },
  {
    id: 'q1-h0-coefficient',
    source: { question: 'Q1', part: 'steps 4-6', lines: [17, 19, 20] },
    kind: 'identity',
    core: true,
    says: 'The initial state enters with coefficient +1.',
    domain: 'T even; in general the coefficient is (-1)^T',
    readings: [
      {
        name: 'for even T',
        says: 'for all even T >= 0: H_T from H_0 + 1 exceeds H_T from H_0 by exactly 1 (H_T is affine in H_0)',
        latex: '\\partial H_T/\\partial H_0=(-1)^T=+1\\quad(T\\text{ even})',
        statement: forAllLengths({
          ...fromInitial,
          first: 0,
          every: 2,
          left: changeByOneInInitial,
          right: one,
          readout: 'identity',
        }),
      },
      {
        name: 'for all T',
        says: 'for all T >= 0: H_T from H_0 + 1 exceeds H_T from H_0 by exactly 1',
        latex: '\\forall T:\\;\\partial H_T/\\partial H_0=1',
        statement: forAllLengths({
          ...fromInitial,
          first: 0,
          every: 1,
          left: changeByOneInInitial,
          right: one,
          readout: 'identity',
        }),
      },
    ],
  },
];
