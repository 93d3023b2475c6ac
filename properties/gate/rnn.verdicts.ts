import type { Stand } from './decide-in-gate.ts';

/** The verdicts we stand behind: asserted of the judge in both directions, never shown to it. */
export const verdicts: Readonly<Record<string, Stand>> = {
  'q1-recurrence-definition': {
    verdict: 'definition',
    readings: {
      definition: 'definition',
    },
  },
  'q1-output-definition': {
    verdict: 'definition',
    readings: {
      definition: 'definition',
    },
  },
  'q1-expand-once': {
    verdict: 'proved',
    readings: {
      literal: 'proved',
    },
  },
  'q1-expand-earlier-steps': {
    verdict: 'conditional',
    readings: {
      'literal (both displayed lines for every even T)': 'conditional',
      charitable: 'proved',
    },
    repair: 'proved',
  },
  'q1-nested-form': {
    verdict: 'ill-posed',
    readings: {
      literal: 'ill-posed',
      charitable: 'proved',
    },
    repair: 'proved',
  },
  'q1-flat-alternating': {
    verdict: 'conditional',
    readings: {
      'literal (all T>=1; tail -X_1 + H_0)': 'conditional',
      'charitable (T even)': 'proved',
      'signs counted from the head': 'conditional',
    },
    repair: 'proved',
  },
  'q1-even-split-sums': {
    verdict: 'proved',
    readings: {
      'standard scope of the sums': 'proved',
      'greedy scope (H_0 inside the second sum)': 'refuted',
    },
  },
  'q1-h0-coefficient': {
    verdict: 'proved',
    readings: {
      'for even T': 'proved',
      'for all T': 'conditional',
    },
  },
  'q1-dropped-factor-1000': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
      charitable: 'proved',
    },
    repair: 'proved',
  },
  'q1-final-follows-from-previous-line': {
    verdict: 'refuted',
    readings: {
      literal: 'refuted',
      'about the output itself, whatever the line before': 'proved',
    },
    repair: 'proved',
  },
  'q1-final-formula-even-T': {
    verdict: 'proved',
    readings: {
      'exact arithmetic': 'proved',
      'floating point, bitwise': 'refuted',
    },
  },
  'q1-final-formula-odd-T': {
    verdict: 'refuted',
    readings: {
      'floor: sum to (T-1)/2': 'refuted',
      'ceil, missing X_{T+1} := 0': 'refuted',
    },
    repair: 'proved',
  },
  'q1-edge-T-zero': {
    verdict: 'proved',
    readings: {
      literal: 'proved',
    },
  },
  'q1-answer-depends-only-on-inputs': {
    verdict: 'refuted',
    readings: {
      'literal (function of X alone)': 'refuted',
      'charitable (H_0=0)': 'proved',
    },
    repair: 'proved',
  },
  'q1-output-is-a-comparator': {
    verdict: 'proved',
    readings: {
      'integer inputs': 'proved',
      '"1 if greater, 0 otherwise"': 'refuted',
      'real inputs': 'refuted',
    },
  },
  'q1-regrouping-is-harmless': {
    verdict: 'proved',
    readings: {
      'exact arithmetic': 'proved',
      'floating point': 'refuted',
    },
  },
};
