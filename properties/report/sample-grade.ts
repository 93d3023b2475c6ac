import type { Grade, LawGrade, LawWitness } from '#conformance/grade.ts';
import type { Graded } from '#report/graded.ts';

/** Text that would break a report that does not escape it. */
export const hostile = `]]></failure><script>alert(1)</script> & "quoted" 'single' \`\`\`md\u0001 | # $x$ \ufffe`;

export const witness: LawWitness = {
  fn: 'softmaxAttention',
  args: {
    q: [[1, 0.1]],
    k: [
      [1, 0],
      ['-0', 2],
    ],
    v: [[3], [4]],
    options: { scale: 1, causal: true },
  },
  returned: [[3.5]],
  place: [0, 0],
  value: { decimal: '3.5', hex: '0x1.cp+1' },
  exact: '3.2689414213699951207',
  bound: '1.2e-15',
  why: 'softmaxAttention: an entry must be within its bound',
  looksLike: 'the mask is off by one',
  repeats: false,
  again: [['NaN']],
  replay: `counterclaim conform module:mine.mjs --replay '{"law":"a-within-bound"}'`,
};

export const passed: LawGrade = {
  law: 'r-linearity',
  system: 'rnn',
  says: 'the state is linear in all inputs',
  status: 'passed',
  cases: 12,
  worst: { share: 0.93812, where: 'alternatingSum, T = 3' },
};

export const failed: LawGrade = {
  law: 'a-within-bound',
  system: 'softmax-attention',
  says: `a result is within its bound ${hostile}`,
  status: 'failed',
  cases: 1,
  worst: { share: Number.POSITIVE_INFINITY, where: 'softmaxAttention, n = 1' },
  witness,
};

export const unasked: readonly LawGrade[] = [
  {
    law: 'l-within-bound',
    system: 'linear-attention',
    says: 'a result is within its bound',
    status: 'skipped',
    cases: 0,
    why: 'the subject offers no linearAttention',
  },
  {
    law: 'a-row-stochastic',
    system: 'softmax-attention',
    says: 'weights sum to 1',
    status: 'blocked',
    cases: 0,
    why: 'builds on softmax-attention-shape',
  },
];

export const errored: LawGrade = {
  law: 'r-reversal',
  system: 'rnn',
  says: 'reversed',
  status: 'errored',
  cases: 3,
  why: `must reply within the time limit, got ${hostile}`,
};

/** A grade of these laws. */
export function gradeOf(laws: readonly LawGrade[], more: Partial<Grade> = {}): Grade {
  return {
    version: 1,
    suite: '0.1.0',
    subject: {
      spec: 'module:mine.mjs',
      name: 'mine',
      language: 'javascript',
      format: 'float64',
      implements: ['alternatingSum', 'softmaxAttention'],
    },
    seed: 5,
    laws,
    printed: '',
    ...more,
  };
}

/** The same held against nothing that is known. */
export function gradedOf(laws: readonly LawGrade[], more: Partial<Grade> = {}): Graded {
  return { grade: gradeOf(laws, more), known: [], stale: [] };
}

export const everyStatus: Graded = {
  grade: gradeOf([passed, failed, ...unasked, errored], {
    failure: { kind: 'time limit', got: hostile },
    printed: `said ${hostile}\nand more`,
  }),
  known: [{ law: 'r-linearity', reason: hostile }],
  stale: [{ law: 'r-linearity', reason: hostile, why: 'the law holds' }],
};

/** A law without one of its optional parts. */
export function without(law: LawGrade, part: 'why' | 'witness' | 'worst'): LawGrade {
  return Object.fromEntries(Object.entries(law).filter(([name]) => name !== part)) as unknown as LawGrade;
}

/** A witness without one of its optional parts. */
export function lacking(whole: LawWitness, part: 'value' | 'exact' | 'bound' | 'looksLike'): LawWitness {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== part)) as unknown as LawWitness;
}
