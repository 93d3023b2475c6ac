import type { Claim } from '#claim/claim.ts';

/** The two lines of question 1 that introduce its notation. */
export const setupClaims: readonly Claim[] = [
  {
    id: 'q1-recurrence-definition',
    source: { question: 'Q1', part: 'setup', lines: [10] },
    kind: 'definition',
    core: false,
    says: 'Each hidden state is the new input less the hidden state before it.',
    domain: 'T >= 1, real inputs and initial state',
    readings: [
      {
        name: 'definition',
        says: 'for all t in 1..T: H_t = X_t - H_{t-1}',
        latex: '\\forall t\\in\\{1,\\dots,T\\}:\\;H_t=X_t-H_{t-1}',
        statement: { kind: 'definition' },
      },
    ],
  },
  {
    id: 'q1-output-definition',
    source: { question: 'Q1', part: 'setup', lines: [10] },
    kind: 'definition',
    core: false,
    says: 'The output is the logistic of 1000 times the last hidden state.',
    domain: 'real arguments',
    readings: [
      {
        name: 'definition',
        says: 'Y_T = sigmoid(1000 H_T), sigmoid(z) = 1 / (1 + e^-z)',
        latex: 'Y_T=\\sigma(1000H_T),\\ \\sigma(z)=(1+e^{-z})^{-1}',
        statement: { kind: 'definition' },
      },
    ],
  },
];
