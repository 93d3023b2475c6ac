import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decidingReading,
  decidingStatement,
  slug,
  witnessEntries,
  witnessFileName,
  witnessOf,
} from '#report/witness-entries.ts';
import { claimOf, decidedOf, samples, verdicts, witness } from './sample.ts';

const refuted = samples.find(({ claim }) => claim.id === 'q1-refuted')!;

test('names a file for every witness of a claim, each once', () => {
  expect(witnessEntries(refuted).map(({ file, reading }) => [file, reading])).toEqual([
    ['q1-refuted.json', 'literal'],
    ['q1-refuted--in-binary16.json', 'literal'],
    ['q1-refuted--in-exact-arithmetic.json', 'literal'],
    ['q1-refuted--q-k-v.json', '<q,k> v'],
    ['q1-refuted--q-k-v-2.json', 'q <k,v>'],
  ]);
});

test('keeps a third name apart from a second', () => {
  const names = ['a b', 'a-b', 'a_b'];
  const readings = names.map((name) => ({ name, says: '', latex: '', verdict: verdicts.refutedByNumber }));
  const files = witnessEntries({ ...decidedOf('q1', verdicts.proved), readings }).map(({ file }) => file);
  expect(files).toEqual(['q1--a-b.json', 'q1--a-b-2.json', 'q1--a-b-3.json']);
});

test('gives each file the witness and the statement of its own reading', () => {
  const [first, , , second] = witnessEntries(refuted);
  expect(first).toMatchObject({ says: 'for all T: A = B', witness: verdicts.refuted.witness });
  expect(second).toMatchObject({ says: 'the first way', witness: verdicts.refutedByNumber.witness });
});

test('tells the file of the verdict, and of a reading', () => {
  expect(witnessFileName(refuted)).toBe('q1-refuted.json');
  expect(witnessFileName(refuted, 'q <k,v>')).toBe('q1-refuted--q-k-v-2.json');
  expect(witnessFileName(refuted, 'charitable')).toBeUndefined();
  expect(witnessFileName(decidedOf('q1', verdicts.proved))).toBeUndefined();
});

test('takes the statement of the reading that decided, else of the first, else the sentence', () => {
  const { claim } = refuted;
  const [, other] = refuted.readings;
  expect(decidingStatement(refuted).says).toBe('for all T: A = B');
  expect(decidingStatement({ ...refuted, decidedBy: `reading "${other!.name}"` })).toBe(other);
  expect(decidingStatement({ ...refuted, decidedBy: 'notation' }).says).toBe('for all T: A = B');
  expect(
    decidingStatement({ claim, verdict: verdicts.definition, decidedBy: 'notation', readings: [] }),
  ).toBe(claim);
  expect(decidingReading({ ...refuted, decidedBy: 'reading ""1 if greater""' })).toBe('"1 if greater"');
  expect(decidingReading({ ...refuted, decidedBy: 'ambiguity' })).toBe('ambiguity');
});

test('finds a witness where a verdict has one', () => {
  const found = Object.values(verdicts).map((verdict) => witnessOf(verdict) !== undefined);
  expect(found).toEqual([false, false, false, true, false, true, true, false, false, false, false]);
  expect(witnessEntries({ ...refuted, claim: claimOf('a'), verdict: verdicts.conditional })[0]!.witness).toBe(
    witness,
  );
});

test('makes a name of letters, digits and single hyphens out of any text', () => {
  expect(slug('"1 if greater, 0 otherwise"')).toBe('1-if-greater-0-otherwise');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(slug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
    }),
  );
});
