import type { Field } from '#arithmetic/ring.ts';
import { coordinates } from '#arithmetic/space.ts';
import type { Claim } from '#claim/claim.ts';
import { forAllCases, forAllLengths, inFloats } from '#claim/statement.ts';
import { inputs } from '#domain/layout.ts';
import { sequences } from '#domain/sequence.ts';
import type { Shape } from '#reference/fold.ts';
import { runFold } from '#reference/fold.ts';
import { finalState, gain, recurrence } from '#reference/rnn.ts';
import { fromInitial } from './expansion.ts';
import { amplified, type Form, pairedDifferences, splitSums } from './folds.ts';

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
