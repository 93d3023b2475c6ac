import type { Stand } from './decide-in-gate.ts';

/** The verdicts we stand behind: asserted of the judge in both directions, never shown to it. */
export const verdicts: Readonly<Record<string, Stand>> = {
  'q3-standard-attention-description': {
    verdict: 'definition',
    readings: {
      charitable: 'definition',
    },
  },
  'q3-standard-cost-T-squared': {
    verdict: 'proved',
    readings: {
      'fixed dk, dv': 'proved',
      'uniform in dk, dv': 'refuted',
      'one product': 'refuted',
    },
  },
  'q3-drop-exponential-definition': {
    verdict: 'ill-posed',
    readings: {
      'with normaliser': 'proved',
      'without normaliser': 'proved',
    },
    repair: 'proved',
  },
  'q3-exp-QK-notation': {
    verdict: 'ill-posed',
    readings: {
      'literal product QK': 'ill-posed',
      'e^{.} as matrix exponential': 'refuted',
      'e^{QK^T} as the attention weights': 'refuted',
    },
    repair: 'proved',
  },
  'q3-avoids-matrix-multiplication': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
      'charitable: avoids the T x T product': 'proved',
      'every product of matrices is a linear attention': 'proved',
    },
    repair: 'proved',
  },
  'q3-dropping-exp-alone-gives-linear-time': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
    },
    repair: 'proved',
  },
  'q3-matmul-is-primary-source': {
    verdict: 'proved',
    readings: {
      'by operation count': 'proved',
      'sole source': 'refuted',
      'by operation count, divisions included': 'proved',
    },
  },
  'q3-vector-ops-linear-time': {
    verdict: 'proved',
    readings: {
      'linear in the vector length d': 'proved',
      'linear in T': 'proved',
    },
  },
  'q3-linear-ops-imply-linear-total': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
    },
    repair: 'proved',
  },
  'q3-normalisation-step': {
    verdict: 'refuted',
    readings: {
      consistency: 'refuted',
      'normalised version is a weighted average': 'refuted',
      'normalised weights sum to one': 'proved',
    },
    repair: 'proved',
  },
  'q3-overall-linear-time': {
    verdict: 'proved',
    readings: {
      'reassociated, fixed d': 'proved',
      'uniform in d': 'refuted',
      'as written (line 81, all i)': 'refuted',
    },
  },
  'q3-more-efficient-for-large-inputs': {
    verdict: 'conditional',
    readings: {
      'large T at fixed d': 'conditional',
      'for every T': 'conditional',
    },
    repair: 'proved',
  },
  'q3-softmax-formula': {
    verdict: 'ill-posed',
    readings: {
      '(a) bound i shadows, softmax of a scalar': 'refuted',
      '(b) softmax over the diagonal scores': 'refuted',
      '(c) the comma as an inner product <softmax, v>': 'ill-posed',
      '(d) charitable': 'proved',
    },
    repair: 'proved',
  },
  'q3-softmax-is-nonlinear': {
    verdict: 'proved',
    readings: {
      'in q (K,V fixed)': 'proved',
      'in V': 'refuted',
      'of the literal formula (reading (a) of q3-softmax-formula)': 'refuted',
      'in q, not even up to a constant': 'proved',
    },
  },
  'q3-linear-formula-triple': {
    verdict: 'ill-posed',
    readings: {
      '<q,k> v': 'proved',
      'q <k,v>': 'refuted',
      'tuple / trilinear scalar sum_c q_c k_c v_c': 'ill-posed',
    },
    repair: 'proved',
  },
  'q3-no-nonlinear-operation': {
    verdict: 'proved',
    readings: {
      'in each of Q, K, V separately': 'proved',
      'as self-attention (q=k=v=x)': 'refuted',
      'with normalisation': 'refuted',
    },
  },
  'q3-formula-computable-in-linear-time': {
    verdict: 'proved',
    readings: {
      'one output y_i as written': 'proved',
      'all T outputs as written': 'refuted',
      'all T outputs, reassociated': 'proved',
      'streaming causal, per token': 'proved',
    },
  },
  'q3-linear-replaces-softmax': {
    verdict: 'refuted',
    readings: {
      'same function': 'refuted',
      'can emulate copying of T tokens': 'conditional',
    },
    repair: 'proved',
  },
  'q3-causal-vs-noncausal': {
    verdict: 'proved',
    readings: {
      'non-causal': 'proved',
      'causal (j<=i) needs its own argument': 'proved',
      'one formula for both': 'refuted',
    },
  },
  'q3-reassociation-identity': {
    verdict: 'proved',
    readings: {
      exact: 'proved',
      'floating point, bitwise': 'refuted',
    },
  },
};
