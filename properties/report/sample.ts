import type { Claim, Source } from '#claim/claim.ts';
import type { Decided } from '#judge/decided.ts';
import type { ExactNumber, Obligation, Proof, Verdict, Witness } from '#judge/verdict.ts';

/** A double by its name, exactly. */
export function exact(name: string, decimal: string, hex: string): ExactNumber {
  return { name, decimal, hex };
}

/** One obligation of every kind. */
export const obligations: readonly Obligation[] = [
  { kind: 'identity', says: 'base', left: 'h0', right: 'h0' },
  {
    kind: 'sign',
    says: 'the excess',
    term: 'S - 1',
    strict: true,
    above: true,
    least: { S: '1' },
    numerator: 'w_S',
    denominator: '1',
  },
  {
    kind: 'sign',
    says: 'a square',
    term: 'x^2',
    strict: false,
    above: false,
    least: {},
    numerator: 'x^2',
    denominator: '1',
  },
  {
    kind: 'sign',
    says: 'both',
    term: 'a*b',
    strict: false,
    above: false,
    least: { a: '0', b: '0' },
    numerator: 'w_a*w_b',
    denominator: '1',
  },
  {
    kind: 'limit',
    says: 'the weight',
    term: 'u/(u + 1)',
    name: 'u',
    limit: '1',
    numerator: 'u',
    denominator: 'u + 1',
  },
  {
    kind: 'counts',
    says: 'multiplications',
    polynomial: 'T^2*d',
    fitted: [
      { sizes: { T: 1, d: 1 }, count: 1 },
      { sizes: { T: 2, d: 1 }, count: 4 },
    ],
    checked: [],
  },
];

/** A proof by induction that rests on the obligations given. */
export function proofOn(held: readonly Obligation[]): Proof {
  return { method: 'induction', argument: 'base and step', obligations: held };
}

export const witness: Witness = {
  inputs: [exact('x1', '0', '0x0p+0'), exact('x2', '1', '0x1p+0'), exact('h0', '0', '0x0p+0')],
  entry: 1,
  left: { term: '1/(1 + exp(-1000*(x2 - x1 + h0)))', lo: '0.99', hi: '1' },
  relation: '=',
  right: { term: '1/(1 + exp(-(x2 - x1 + h0)))', lo: '0.73', hi: '0.74' },
  digits: 50,
  gap: '0.26',
};

const threshold = {
  name: 'W_11',
  below: exact('beta', '1.5', '0x1.8p+0'),
  above: exact('beta', '1.75', '0x1.cp+0'),
  quantityBelow: { lo: '0.51', hi: '0.52' },
  quantityAbove: { lo: '0.48', hi: '0.49' },
};

const formats = [
  {
    format: 'binary16',
    softmax: 'shifted',
    confirms: {
      from: exact('beta', '2.75', '0x1.6p+1'),
      to: exact('beta', '255.9', '0x1.ffcp+7'),
      everyValueBetween: true,
    },
    search: 'every value of the format',
  },
  {
    format: 'binary32',
    softmax: 'unshifted',
    confirms: {
      from: exact('beta', '4', '0x1p+2'),
      to: exact('beta', '9', '0x1.2p+3'),
      everyValueBetween: false,
    },
    nanFrom: exact('beta', '9.5', '0x1.3p+3'),
    search: 'bracketed, 8 neighbours on each side',
  },
  { format: 'bfloat16', softmax: 'shifted', search: 'every value of the format' },
] as const;

/** Verdicts of every kind, with and without each optional part. */
export const verdicts = {
  definition: { verdict: 'definition' },
  proved: { verdict: 'proved', proof: proofOn(obligations) },
  provedOnWords: { verdict: 'proved', proof: proofOn([]) },
  conditional: {
    verdict: 'conditional',
    region: {
      condition: '||x|| >= beta*',
      inside: proofOn([]),
      outside: proofOn(obligations.slice(0, 1)),
      thresholds: [threshold, { ...threshold, eps: '0.5', formula: 'sqrt(ln 2)' }],
    },
    witness,
    formats,
  },
  conditionalOnTerms: {
    verdict: 'conditional',
    region: { condition: 'T >= 4', inside: proofOn([]) },
    missing: 'X_{T-2} does not exist at T = 2',
  },
  refuted: {
    verdict: 'refuted',
    witness: { ...witness, extent: { says: 'for every H_0', proof: proofOn(obligations.slice(0, 2)) } },
    contrary: proofOn([]),
    formats,
    otherFormats: [{ ...witness, format: 'binary16' }, witness],
  },
  refutedByNumber: {
    verdict: 'refuted',
    witness: { ...witness, gap: '0', relation: '!=', format: 'binary64' },
  },
  refutedByProof: { verdict: 'refuted', contrary: proofOn([]) },
  refutedByNothing: { verdict: 'refuted' },
  'ill-posed': {
    verdict: 'ill-posed',
    fault: {
      displayed: 'y_i = (softmax(<q_i, k_i>), v_i)',
      faults: ['i is bound twice', 'a | b is no operation'],
    },
  },
  undecided: { verdict: 'undecided', tried: ['normal forms', '200 cases'] },
} as const satisfies Readonly<Record<string, Verdict>>;

/** A claim with nothing but what a report reads. */
export function claimOf(id: string, source: Partial<Source> = {}): Claim {
  return {
    id,
    source: { question: 'Q1', part: 'step 6', lines: [19], ...source },
    kind: 'identity',
    core: true,
    says: 'The <output> has no gain | of 1000.',
    domain: 'T even',
    readings: [],
  };
}

/** A decided claim with one reading, which decides. */
export function decidedOf(id: string, verdict: Verdict, source: Partial<Source> = {}): Decided {
  const reading = { name: 'literal', says: 'for all T: A = B', latex: '\\forall T: A=B', verdict };
  return { claim: claimOf(id, source), verdict, decidedBy: 'reading "literal"', readings: [reading] };
}

const repaired = { says: 'for all even T: A = B', latex: 'A=B', verdict: verdicts.proved };

/** One claim of each kind of verdict, some with repairs and other readings, in document order. */
export const samples: readonly Decided[] = [
  {
    claim: claimOf('q1-definition'),
    verdict: verdicts.definition,
    decidedBy: 'kind definition',
    readings: [],
  },
  decidedOf('q1-proved', verdicts.proved, { lines: [12, 13, 15] }),
  {
    ...decidedOf('q1-refuted', verdicts.refuted),
    readings: [
      ...decidedOf('q1-refuted', verdicts.refuted).readings,
      { name: '<q,k> v', says: 'the first way', latex: 'a', verdict: verdicts.refutedByNumber },
      { name: 'q <k,v>', says: 'the second way', latex: 'b', verdict: verdicts.conditional },
      { name: 'charitable', says: 'the third way', latex: 'c', verdict: verdicts.provedOnWords },
      { name: 'defined', says: 'a name', latex: 'd', verdict: verdicts.definition },
    ],
    repair: { ...repaired, refersTo: { claim: 'q1-proved' } },
  },
  {
    ...decidedOf('q2-conditional', verdicts.conditional, { question: 'Q2', part: 'b.2', lines: [44, 50] }),
    repair: { ...repaired, refersTo: { claim: 'q2-conditional', reading: 'limit' } },
  },
  decidedOf('q2-conditional-on-terms', verdicts.conditionalOnTerms, { question: 'Q2' }),
  {
    ...decidedOf('q2-refuted-by-proof', verdicts.refutedByProof, { question: 'Q2' }),
    repair: { ...repaired, verdict: verdicts.conditionalOnTerms },
  },
  decidedOf('q2-refuted-by-nothing', verdicts.refutedByNothing, { question: 'Q2' }),
  {
    claim: claimOf('card-ill-posed', { question: 'card', part: 'property 2', lines: [] }),
    verdict: verdicts['ill-posed'],
    decidedBy: 'notation',
    readings: [{ name: 'first', says: 'one way', latex: 'e', verdict: verdicts.refutedByNumber }],
    repair: { ...repaired, refersTo: { claim: 'q1-proved', reading: 'literal' } },
  },
];

export const undecided: Decided = decidedOf('q3-undecided', verdicts.undecided, { question: 'Q3' });
