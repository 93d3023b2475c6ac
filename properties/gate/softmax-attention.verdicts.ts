import type { Stand } from './decide-in-gate.ts';

/** The verdicts we stand behind: asserted of the judge in both directions, never shown to it. */
export const verdicts: Readonly<Record<string, Stand>> = {
  'q2-setup-orthogonal-basis': {
    verdict: 'definition',
    readings: {
      literal: 'conditional',
      'in four dimensions': 'proved',
    },
    repair: 'proved',
  },
  'q2a-norms-determine-norm-of-sum': {
    verdict: 'refuted',
    readings: {
      'literal (norms alone)': 'refuted',
    },
    repair: 'proved',
  },
  'q2a-norm-x1-additive': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
      charitable: 'proved',
    },
    repair: 'proved',
  },
  'q2a-norm-x1-pythagoras': {
    verdict: 'proved',
    readings: {
      literal: 'proved',
    },
  },
  'q2a-norm-x1-value': {
    verdict: 'proved',
    readings: {
      literal: 'proved',
    },
  },
  'q2a-chain-additive-to-pythagoras': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
    },
    repair: 'proved',
  },
  'q2a-norm-x2': {
    verdict: 'proved',
    readings: {
      literal: 'proved',
    },
  },
  'q2a-norm-x3-additive': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
      charitable: 'proved',
    },
    repair: 'proved',
  },
  'q2a-norm-x3-value': {
    verdict: 'proved',
    readings: {
      literal: 'proved',
    },
  },
  'q2b-identity-projections': {
    verdict: 'definition',
    readings: {
      definition: 'definition',
    },
  },
  'q2b-score-equals-token-product': {
    verdict: 'refuted',
    readings: {
      'as the score matrix S': 'proved',
      'literal (same letter W as the softmax weight of line 42-45)': 'refuted',
      'the nine scores': 'proved',
    },
    repair: 'proved',
  },
  'q2b-index-range': {
    verdict: 'ill-posed',
    readings: {
      literal: 'ill-posed',
      charitable: 'proved',
    },
    repair: 'proved',
  },
  'q2b-tokens-pairwise-orthogonal': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
    },
    repair: 'proved',
  },
  'q2b-pairs-12-and-23-orthogonal': {
    verdict: 'proved',
    readings: {
      literal: 'proved',
    },
  },
  'q2b-softmax-of-scalar': {
    verdict: 'ill-posed',
    readings: {
      'literal (softmax of a single number)': 'proved',
      'row softmax (over j)': 'proved',
      'column softmax (over i)': 'refuted',
      'global softmax over all 9 scores': 'refuted',
      'column softmax is the transpose of row softmax': 'proved',
      'global softmax, its limit': 'proved',
    },
    repair: 'proved',
  },
  'q2b-weights-diagonal-one': {
    verdict: 'refuted',
    readings: {
      'literal (every beta)': 'refuted',
      limit: 'proved',
      'within eps': 'conditional',
      'within eps, scores divided by sqrt(d) with d = 4': 'conditional',
    },
    repair: 'proved',
  },
  'q2b-weights-offdiagonal-zero': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
      'within eps': 'conditional',
    },
    repair: 'proved',
  },
  'q2b-self-dot-is-beta-squared': {
    verdict: 'refuted',
    readings: {
      'literal (all tokens)': 'refuted',
      'i=2': 'proved',
    },
    repair: 'proved',
  },
  'q2b-because-inference': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
      'second failure: self-score equal to beta^2 with zero margin': 'refuted',
      'zero margin leaves an even split': 'proved',
    },
    repair: 'proved',
  },
  'q2b-holds-without-large-beta': {
    verdict: 'conditional',
    readings: {
      literal: 'conditional',
      'the diagonal decides': 'proved',
      'row 2 decides': 'proved',
    },
    repair: 'proved',
  },
  'q2b-output-formula': {
    verdict: 'definition',
    readings: {
      literal: 'definition',
    },
  },
  'q2b-y1-equals-x1': {
    verdict: 'refuted',
    readings: {
      'literal (beta>0)': 'refuted',
      limit: 'proved',
    },
    repair: 'proved',
  },
  'q2b-y2-equals-x2': {
    verdict: 'refuted',
    readings: {
      'literal (beta>0)': 'refuted',
      limit: 'proved',
    },
    repair: 'proved',
  },
  'q2b-y3-equals-x3': {
    verdict: 'refuted',
    readings: {
      'literal (beta>0)': 'refuted',
      limit: 'proved',
    },
    repair: 'proved',
  },
  'q2c-attends-to-all': {
    verdict: 'proved',
    readings: {
      'non-causal': 'proved',
      causal: 'refuted',
      'causal, counted': 'proved',
    },
  },
  'q2c-orthogonal-construction-gives-weight-one': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
      'asymptotic version': 'refuted',
      'n mutually orthogonal tokens of norm beta': 'proved',
      '2 mutually orthogonal tokens, within eps': 'conditional',
      '3 mutually orthogonal tokens, within eps': 'conditional',
      '4 mutually orthogonal tokens, within eps': 'conditional',
      '8 mutually orthogonal tokens, within eps': 'conditional',
      'a token that is part of another': 'proved',
      'two tokens, neither part of the other': 'proved',
    },
    repair: 'proved',
  },
  'q2c-emphasises-own-value': {
    verdict: 'proved',
    readings: {
      'for the three tokens': 'proved',
      'in general': 'refuted',
    },
  },
  'q2c-copying': {
    verdict: 'refuted',
    readings: {
      exact: 'refuted',
      approximate: 'conditional',
      'converse (copying needs W=I)': 'refuted',
      limit: 'proved',
      'the error without cancellation': 'proved',
    },
    repair: 'proved',
  },
  'q2c-without-transformation': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
    },
    repair: 'proved',
  },
  'card-near-identity-only-when-beta-large': {
    verdict: 'proved',
    readings: {
      formal: 'proved',
      'for any attention mechanism': 'refuted',
      'normalised linear attention is the identity at every beta': 'proved',
    },
  },
};
