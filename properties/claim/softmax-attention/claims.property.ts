import { describe, expect, test } from 'vitest';
import type { Claim } from '#claim/claim.ts';
import { cardClaims } from '#claim/softmax-attention/card.ts';
import { softmaxAttentionClaims } from '#claim/softmax-attention/claims.ts';
import writeUp from '../../vector/claims.json' with { type: 'json' };
import { type Seen, seen } from './truth.ts';

const claims: readonly Claim[] = [...softmaxAttentionClaims, ...cardClaims];
const listed = writeUp.claims.filter(({ question }) => question === 'Q2' || question === 'card');

/** What evaluation at sample points shows of each reading, in order, and of a repair with a statement of its own. */
const expected: Readonly<Record<string, { readonly readings: readonly Seen[]; readonly repair?: Seen }>> = {
  'q2-setup-orthogonal-basis': { readings: ['-', 'holds'] },
  'q2a-norms-determine-norm-of-sum': { readings: ['sometimes'], repair: 'holds' },
  // True at beta = 0 only.
  'q2a-norm-x1-additive': { readings: ['sometimes', 'holds'] },
  'q2a-norm-x1-pythagoras': { readings: ['holds'] },
  'q2a-norm-x1-value': { readings: ['holds'] },
  'q2a-chain-additive-to-pythagoras': { readings: ['sometimes'] },
  'q2a-norm-x2': { readings: ['holds'] },
  'q2a-norm-x3-additive': { readings: ['sometimes', 'holds'] },
  'q2a-norm-x3-value': { readings: ['holds'] },
  'q2b-identity-projections': { readings: ['-'] },
  'q2b-score-equals-token-product': { readings: ['holds', 'fails', 'holds'] },
  'q2b-index-range': { readings: ['-', '-'] },
  'q2b-tokens-pairwise-orthogonal': { readings: ['fails'], repair: 'holds' },
  'q2b-pairs-12-and-23-orthogonal': { readings: ['holds'] },
  'q2b-softmax-of-scalar': { readings: ['holds', 'holds', 'fails', 'fails', 'holds', 'holds'] },
  'q2b-weights-diagonal-one': { readings: ['fails', 'holds', 'sometimes', 'sometimes'] },
  'q2b-weights-offdiagonal-zero': { readings: ['fails', 'sometimes'], repair: 'holds' },
  'q2b-self-dot-is-beta-squared': { readings: ['fails', 'holds'], repair: 'holds' },
  'q2b-because-inference': { readings: ['fails', 'fails', 'holds'], repair: 'holds' },
  'q2b-holds-without-large-beta': { readings: ['sometimes', 'holds', 'holds'], repair: 'holds' },
  'q2b-output-formula': { readings: ['-'] },
  'q2b-y1-equals-x1': { readings: ['fails', 'holds'] },
  'q2b-y2-equals-x2': { readings: ['fails', 'holds'] },
  'q2b-y3-equals-x3': { readings: ['fails', 'holds'] },
  // Causal attention to one token uses one score: n^2 = n (n + 1) / 2 at n = 1.
  'q2c-attends-to-all': { readings: ['holds', 'sometimes', 'holds'] },
  'q2c-orthogonal-construction-gives-weight-one': {
    readings: [
      'fails',
      'fails',
      'holds',
      'sometimes',
      'sometimes',
      'sometimes',
      'sometimes',
      'holds',
      'holds',
    ],
  },
  'q2c-emphasises-own-value': { readings: ['holds', 'sometimes'] },
  'q2c-copying': { readings: ['fails', 'sometimes', 'fails', 'holds', 'holds'] },
  'q2c-without-transformation': { readings: ['fails'], repair: 'holds' },
  'card-near-identity-only-when-beta-large': { readings: ['holds', 'fails', 'holds'] },
};

test('are the claims of question 2 and the design card, in document order', () => {
  expect(claims.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
  expect(Object.keys(expected)).toEqual(listed.map(({ id }) => id));
});

describe.each(claims.map((claim, i) => [claim.id, claim, listed[i]!] as const))('%s', (_id, claim, entry) => {
  test('is found where the list of claims says', () => {
    const { question, part, lines, kind, core, domain } = entry;
    expect(claim).toMatchObject({ source: { question, part, lines }, kind, core, domain });
  });

  test('has every reading of the list, in its order and before any other', () => {
    const names = claim.readings.map(({ name }) => name);
    const wanted = entry.readings.map(({ name }) => name);
    expect(names.slice(0, wanted.length)).toEqual(wanted);
    expect(new Set(names).size).toBe(names.length);
    // The verdict is that of the literal reading: no reading that was added may take its place.
    expect(names.slice(wanted.length).filter((name) => name.startsWith('literal'))).toEqual([]);
  });

  test('speaks in words of its own, in plain text and in balanced formulas', () => {
    expect(claim.says).not.toBe(entry.says);
    for (const { says, latex } of [...claim.readings, ...ownRepair(claim)]) {
      expect(says).toMatch(/^[ -~]+$/);
      expect(latex).toMatch(/^[ -~]+$/);
      expect(depths(latex).at(-1)).toBe(0);
      expect(Math.min(...depths(latex))).toBe(0);
      expect(latex.split('\\left').length).toBe(latex.split('\\right').length);
    }
  });

  test('is true and false at sample points where it is expected to be', () => {
    const { readings, repair } = expected[claim.id]!;
    expect(claim.readings.map(({ statement }) => seen(statement))).toEqual(readings);
    expect(ownRepair(claim).map(({ statement }) => seen(statement))).toEqual(repair ? [repair] : []);
  });

  test('has a repair that exists and nowhere fails', () => {
    const repaired = claim.repair && repairOf(claim, claim.repair);
    expect(repaired ? seen(repaired) : 'holds').toMatch(/^(holds|-)$/);
    const [first, ...others] = claim.readings;
    const literal = [first!, ...others].find(({ name }) => name.startsWith('literal')) ?? first!;
    const open = claim.notation !== undefined || !/^(holds|-)$/.test(seen(literal.statement));
    expect(claim.repair !== undefined || !open).toBe(true);
  });
});

type Repair = NonNullable<Claim['repair']>;

function ownRepair({ repair }: Claim): readonly Extract<Repair, { readonly says: string }>[] {
  return repair !== undefined && 'statement' in repair ? [repair] : [];
}

function repairOf(claim: Claim, repair: Repair): Claim['readings'][number]['statement'] {
  if ('statement' in repair) return repair.statement;
  const of = 'claim' in repair ? claims.find(({ id }) => id === repair.claim)! : claim;
  return of.readings.find(({ name }) => name === repair.reading)!.statement;
}

/** How many braces are open after each character. */
function depths(latex: string): number[] {
  let depth = 0;
  const bare = latex.replaceAll('\\{', '').replaceAll('\\}', '');
  return [
    0,
    ...Array.from(bare, (character) => (depth += character === '{' ? 1 : character === '}' ? -1 : 0)),
  ];
}
