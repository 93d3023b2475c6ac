import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimRow, claimsJson } from '#report/json.ts';
import { ledgerOf } from '#report/ledger.ts';
import { samples, undecided, verdicts } from './sample.ts';

const ids = [...samples, undecided].map(({ claim }) => claim.id);
const text = claimsJson(ledgerOf('0.1.0', 25, ids, [...samples, undecided]));

test('is the same bytes whatever the order of arrival', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...samples, undecided], { minLength: ids.length }), (arrived) => {
      expect(claimsJson(ledgerOf('0.1.0', 25, ids, arrived))).toBe(text);
    }),
    { numRuns: 20 },
  );
});

test('is indented by two and ends in a newline', () => {
  expect(
    text.startsWith('{\n  "version": "0.1.0",\n  "digits": 25,\n  "complete": false,\n  "claims": [\n'),
  ).toBe(true);
  expect(text.endsWith('}\n')).toBe(true);
});

test('keeps everything the evidence holds', () => {
  const rows = [...samples, undecided].map((decided) => claimRow(decided));
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const evidenceOf = (id: string): unknown => plain(rows.find((row) => row.id === id)!.evidence);
  const { conditional, conditionalOnTerms, refuted } = verdicts;
  expect(evidenceOf('q1-definition')).toEqual({});
  expect(evidenceOf('q1-proved')).toEqual(plain({ proof: verdicts.proved.proof }));
  expect(evidenceOf('q1-refuted')).toEqual(
    plain({ contrary: refuted.contrary, formats: refuted.formats, otherFormats: refuted.otherFormats }),
  );
  const { inside, outside, thresholds } = conditional.region;
  const { formats } = conditional;
  expect(evidenceOf('q2-conditional')).toEqual(plain({ inside, outside, thresholds, formats }));
  expect(evidenceOf('q2-conditional-on-terms')).toEqual(
    plain({ inside: conditionalOnTerms.region.inside, missing: conditionalOnTerms.missing }),
  );
  expect(evidenceOf('card-ill-posed')).toEqual(plain({ fault: verdicts['ill-posed'].fault }));
  expect(evidenceOf('q3-undecided')).toEqual({ tried: ['normal forms', '200 cases'] });
});

test('has the columns of the verdict beside the place', () => {
  const refuted = claimRow(samples[2]!);
  expect(refuted).toMatchObject({
    id: 'q1-refuted',
    question: 'Q1',
    part: 'step 6',
    lines: [19],
    verdict: 'refuted',
    statement: 'for all T: A = B',
    condition: null,
    witnessFile: 'witness/q1-refuted.json',
    decidedBy: 'reading "literal"',
    repair: { claim: 'q1-proved', reading: null, verdict: 'proved', statement: 'for all even T: A = B' },
  });
  expect(refuted.witness).toBe(verdicts.refuted.witness);
  expect(refuted.readings[2]).toMatchObject({
    name: 'q <k,v>',
    condition: '||x|| >= beta*',
    witnessFile: 'witness/q1-refuted--q-k-v-2.json',
  });
  expect(claimRow(samples[1]!)).toMatchObject({
    witness: null,
    witnessFile: null,
    repair: null,
    checked: null,
  });
  const checked = { coq: '8.16.1', file: 'proof/q1_refuted.v', readings: ['literal'] };
  expect(claimRow(samples[2]!, checked)).toEqual({ ...refuted, checked });
  const stated = claimRow(samples[5]!).repair!;
  expect(stated).toMatchObject({ claim: null, reading: null, verdict: 'conditional', condition: 'T >= 4' });
  expect(Object.keys(stated.evidence)).toContain('inside');
  expect(refuted.repair!.evidence).toEqual({});
  expect(claimRow(samples[7]!).repair).toMatchObject({ claim: 'q1-proved', reading: 'literal' });
});
