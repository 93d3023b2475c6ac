import type { Field } from '#arithmetic/ring.ts';
import { coordinates } from '#arithmetic/space.ts';
import type { Claim } from '#claim/claim.ts';
import { forAllCases, forAllLengths, inFloats } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import { sequences } from '#domain/sequence.ts';
import type { Shape } from '#reference/fold.ts';
import { runFold } from '#reference/fold.ts';
import { finalState, gain, logistic, output, recurrence } from '#reference/rnn.ts';
import { fromInitial } from './expansion.ts';
import {
  amplified,
  evenMinusOdd,
  type Form,
  fromFirstInitial,
  fromSecondInitial,
  fromZero,
  oddAnswer,
  pairedDifferences,
  pairsPaddedWithZero,
  pairsWithoutLast,
  splitSums,
} from './folds.ts';

/** The answer's value at a concrete sequence. */
export function formAt<S extends Shape, N>(form: Form<S>, a: Field<N>, x: readonly N[], h0: N): N {
  return runFold(
    form,
    coordinates(a, 0),
    { h0 },
    x.map((input) => ({ x: input })),
  );
}

/** For every even T >= `first`: Y_T = sigmoid(1000 (sum (X_2i - X_2i-1) + H_0)). */
const answerIsRight = (first: number) =>
  forAllLengths({
    ...fromInitial,
    first,
    every: 2,
    left: amplified(recurrence),
    right: amplified(pairedDifferences),
    readout: 'logistic',
  });

const evenLengths = { ...fromInitial, first: 0, every: 2, readout: 'identity' } as const;

const oneReal = inputs({ name: 'S in R', layout: { S: [] }, sizes: {} });

/** Steps 6 and 7 and the answer of question 1, with its scope. */
export const answerClaims: readonly Claim[] = [
  {
    id: 'q1-dropped-factor-1000',
    source: { question: 'Q1', part: 'step 6', lines: [19] },
    kind: 'identity',
    core: true,
    says: 'The line before the answer gives the output as the logistic of the paired sum itself, without the gain.',
    domain: 'T even, T >= 2; S = sum_i (X_2i - X_2i-1) + H_0',
    readings: [
      {
        name: 'literal',
        says: 'for all even T >= 2, X in R^T, H_0 in R: sigmoid(1000 S) = sigmoid(S)',
        latex: '\\forall X,H_0:\\;\\sigma(1000S)=\\sigma(S)',
        statement: forAllLengths({
          ...fromInitial,
          first: 2,
          every: 2,
          left: amplified(recurrence),
          right: pairedDifferences,
          readout: 'logistic',
        }),
      },
      {
        name: 'charitable',
        says: 'a slip for sigmoid(1000 S): for all even T >= 2, Y_T = sigmoid(1000 S)',
        latex: 'Y_T=\\sigma(1000S)',
        statement: answerIsRight(2),
      },
    ],
    repair: { claim: 'q1-final-formula-even-T' },
  },
  {
    id: 'q1-final-follows-from-previous-line',
    source: { question: 'Q1', part: 'step 7', lines: [19, 20] },
    kind: 'inference',
    core: false,
    says: 'The answer is presented as a consequence of the line without the gain.',
    domain: 'T even; S any real',
    readings: [
      {
        name: 'literal',
        says: 'for all S in R and every Y with Y = sigmoid(S): Y = sigmoid(1000 S)',
        latex: '\\forall S:\\;Y_T=\\sigma(S)\\Rightarrow Y_T=\\sigma(1000S)',
        statement: forAllCases({
          domain: oneReal,
          left: (_a, { S }) => [S],
          relation: '=',
          right: (a, { S }) => [a.mul(a.of(gain), S)],
          readout: 'logistic',
        }),
      },
      {
        name: 'about the output itself, whatever the line before',
        says: 'for all even T >= 2: the conclusion Y_T = sigmoid(1000 S) holds, so it does not need the premise',
        latex: 'Y_T=\\sigma(1000S)',
        statement: answerIsRight(2),
      },
    ],
    repair: { claim: 'q1-final-formula-even-T' },
  },
  {
    id: 'q1-final-formula-even-T',
    source: { question: 'Q1', part: 'answer', lines: [20] },
    kind: 'identity',
    core: true,
    says: 'The answer: the logistic of 1000 times the sum of paired differences plus the initial state.',
    domain: 'T even, T >= 0; real inputs and initial state; exact arithmetic',
    readings: [
      {
        name: 'exact arithmetic',
        says: 'for all even T >= 0, X in R^T, H_0 in R: Y_T = sigmoid(1000 (sum_i (X_2i - X_2i-1) + H_0))',
        latex:
          '\\forall T\\in2\\mathbb N_0\\,\\forall X\\in\\mathbb R^T\\,\\forall H_0:\\;Y_T=\\sigma\\bigl(1000(\\textstyle\\sum_{i=1}^{T/2}(X_{2i}-X_{2i-1})+H_0)\\bigr)',
        statement: answerIsRight(0),
      },
      {
        name: 'floating point, bitwise',
        says: 'for all even T >= 2 and representable inputs: fl(recurrence) = fl(sum of pairs + H_0), bit for bit',
        latex: '\\mathrm{fl}(\\text{recurrence})=\\mathrm{fl}(\\text{pairs})',
        statement: inFloats({
          domain: sequences({ ...fromInitial, first: 2, every: 2 }),
          left: (a, { x, h0 }) => [finalState(a, x, h0)],
          right: (a, { x, h0 }) => [formAt(pairedDifferences, a, x, h0)],
        }),
      },
    ],
  },
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

/** The claim that regrouping changes nothing, in exact arithmetic and in number formats. */
export const regroupingClaims: readonly Claim[] = [
  {
    id: 'q1-regrouping-is-harmless',
    source: { question: 'Q1', part: 'implicit in steps 3-7', lines: [16, 17, 20] },
    kind: 'implicit',
    core: true,
    says: 'The nested form, the split sums and the paired differences may be used for one another.',
    domain: 'exact reals, against IEEE rounding to nearest',
    readings: [
      {
        name: 'exact arithmetic',
        says: 'for all even T >= 0: the nested form, the split sums and the paired differences are equal',
        latex: 'R=P=S',
        statement: {
          kind: 'all',
          parts: [
            {
              says: 'nested = split sums',
              statement: forAllLengths({ ...evenLengths, left: recurrence, right: splitSums }),
            },
            {
              says: 'nested = paired differences',
              statement: forAllLengths({ ...evenLengths, left: recurrence, right: pairedDifferences }),
            },
          ],
        },
      },
      {
        name: 'floating point',
        says: 'for all even T >= 2 and representable inputs: fl(nested) = fl(pairs) and fl(nested) = fl(split sums)',
        latex: '\\mathrm{fl}(R)=\\mathrm{fl}(P)=\\mathrm{fl}(S)',
        statement: inFloats({
          domain: sequences({ ...fromInitial, first: 2, every: 2 }),
          left: (a, { x, h0 }) => [finalState(a, x, h0), finalState(a, x, h0)],
          right: (a, { x, h0 }) => [formAt(pairedDifferences, a, x, h0), formAt(splitSums, a, x, h0)],
        }),
      },
    ],
  },
];
