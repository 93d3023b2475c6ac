import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { showCommand } from '#command/show.ts';
import { claimProof } from '#coq/proof-file.ts';
import { explain } from '#report/explain.ts';
import { claimRow } from '#report/json.ts';
import { placeOf } from '#report/place.ts';
import { proofRecord, recordText } from '#report/proof-record.ts';
import { decidedOf } from '../coq/decided.ts';
import { samples, undecided } from '../report/sample.ts';
import { toolsOf, watchedIo } from './sample-io.ts';
import { temporaryFolder } from './temporary.ts';

const refuted = samples[2]!;

test('prints the evidence of one claim', () => {
  const { io, seen } = watchedIo();
  expect(showCommand('q1-refuted', {}, io, toolsOf())).toBe(0);
  expect(seen.out).toEqual([explain(refuted)]);
});

test('names the folder of the reports where one is set', () => {
  const { io, seen } = watchedIo();
  showCommand('q1-refuted', { reports: 'mine' }, io, toolsOf());
  expect(seen.out.join('')).toContain('replay mine/witness/q1-refuted.json');
});

test('prints the row of the claim as JSON when asked', () => {
  const { io, seen } = watchedIo();
  expect(showCommand('q1-refuted', { json: true }, io, toolsOf())).toBe(0);
  expect(JSON.parse(seen.out.join(''))).toEqual(JSON.parse(JSON.stringify(claimRow(refuted))));
});

test('tells an undecided claim by the exit code, and an unknown one', () => {
  const { io, seen } = watchedIo();
  expect(showCommand('q3-undecided', {}, io, toolsOf([undecided]))).toBe(3);
  expect(showCommand('elsewhere', {}, io, toolsOf([undecided]))).toBe(2);
  expect(seen.err).toEqual(["claim: the id must be known, got 'elsewhere'\n"]);
});

test('tells what Coq has accepted of a claim, where the record agrees with what is stated now', () => {
  const decided = decidedOf('q1-expand-once');
  const { file } = claimProof(decided, placeOf(decided.claim.source));
  const reports = temporaryFolder();
  mkdirSync(join(reports, 'proof'));
  const shown = (): string => {
    const { io, seen } = watchedIo();
    showCommand('q1-expand-once', { reports }, io, toolsOf([decided]));
    return seen.out.join('');
  };
  expect(shown()).not.toContain('Coq');
  const keep = (text: string): void => {
    const record = proofRecord(new Map([[file!.name, text]]), '8.16.1');
    writeFileSync(join(reports, 'proof', 'checked.json'), recordText(record));
  };
  keep(file!.text);
  const { io, seen } = watchedIo();
  showCommand('q1-expand-once', { reports, json: true }, io, toolsOf([decided]));
  expect(JSON.parse(seen.out.join(''))).toMatchObject({ checked: { coq: '8.16.1', readings: ['literal'] } });
  expect(shown()).toContain(
    `checked    by Coq 8.16.1, ${reports}/proof/q1_expand_once.v\n               literal\n`,
  );
  keep(`${file!.text} `);
  expect(shown()).not.toContain('Coq');
});
