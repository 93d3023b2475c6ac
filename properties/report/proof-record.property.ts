import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimProof } from '#coq/proof-file.ts';
import { placeOf } from '#report/place.ts';
import { acceptedBy, checkedOf, proofRecord, readProofRecord, recordText } from '#report/proof-record.ts';
import { temporaryFolder } from '../command/temporary.ts';
import { decidedOf } from '../coq/decided.ts';

function kept(text: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'proof'));
  writeFileSync(join(folder, 'proof', 'checked.json'), text);
  return folder;
}

test('a file is on record by its bytes, and any other bytes are not', () => {
  const record = proofRecord(new Map([['a.v', 'text']]), '8.16.1');
  expect(acceptedBy(record, 'a.v', 'text')).toBe('8.16.1');
  expect(acceptedBy(record, 'a.v', 'text ')).toBeUndefined();
  expect(acceptedBy(record, 'b.v', 'text')).toBeUndefined();
  expect(acceptedBy(undefined, 'a.v', 'text')).toBeUndefined();
});

test('a record is kept in order of name, beside what was on record before', () => {
  const before = proofRecord(
    new Map([
      ['c.v', 'c'],
      ['a.v', 'old'],
    ]),
    '8.16.0',
  ).files;
  const { files } = proofRecord(
    new Map([
      ['b.v', 'b'],
      ['a.v', 'new'],
    ]),
    '8.17.0',
    before,
  );
  expect(Object.keys(files)).toEqual(['a.v', 'b.v', 'c.v']);
  expect(Object.values(files).map(({ coq }) => coq)).toEqual(['8.17.0', '8.17.0', '8.16.0']);
});

test('a record is read as it was written', () => {
  const record = proofRecord(new Map([['a.v', 'text']]), '8.16.1');
  expect(readProofRecord(kept(recordText(record)))).toEqual(record);
});

test('what is no record of theorems with what they require now is none', () => {
  const record = proofRecord(new Map([['a.v', 'text']]), '8.16.1');
  for (const other of [
    { ...record, required: 'another' },
    { ...record, format: 'x' },
    { ...record, version: 2 },
    { ...record, files: null },
    { ...record, files: 'a.v' },
  ]) {
    expect(readProofRecord(kept(JSON.stringify(other)))).toBeUndefined();
  }
  expect(readProofRecord(kept('{'))).toBeUndefined();
  expect(readProofRecord(temporaryFolder())).toBeUndefined();
});

test('the readings of a claim are checked when its file is on record as it is emitted now', () => {
  const decided = decidedOf('q1-nested-form');
  const { file } = claimProof(decided, placeOf(decided.claim.source));
  const record = proofRecord(new Map([[file!.name, file!.text]]), '8.16.1');
  expect(checkedOf(decided, record)).toEqual({
    coq: '8.16.1',
    file: 'proof/q1_nested_form.v',
    readings: ['charitable'],
  });
  expect(
    checkedOf(decided, proofRecord(new Map([[file!.name, `${file!.text}\n`]]), '8.16.1')),
  ).toBeUndefined();
  expect(checkedOf(decided, undefined)).toBeUndefined();
  expect(checkedOf(decidedOf('q1-recurrence-definition'), record)).toBeUndefined();
});
