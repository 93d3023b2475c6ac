import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replayCommand } from '#command/replay.ts';
import { ledgerOf } from '#report/ledger.ts';
import { writeReports } from '#report/write.ts';
import { samples } from '../report/sample.ts';
import { watchedIo } from './sample-io.ts';
import { temporaryFolder } from './temporary.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The file of the witness of q1-refuted, with some fields changed; returns its path. */
function witnessWith(changes: Fields): string {
  const folder = temporaryFolder();
  const [, , refuted] = samples;
  writeReports(ledgerOf('0.1.0', 25, [refuted!.claim.id], [refuted!]), folder);
  const path = join(folder, 'witness', 'q1-refuted.json');
  const file = JSON.parse(readFileSync(path, 'utf8')) as Fields;
  writeFileSync(path, JSON.stringify({ ...file, ...changes }));
  return path;
}

test('computes both sides of a witness again and finds them as recorded', () => {
  const { io, seen } = watchedIo();
  const path = witnessWith({});
  expect(replayCommand(path, {}, io)).toBe(0);
  const text = seen.out.join('');
  expect(text.startsWith(`q1-refuted, reading "literal": refuted again\n  file       ${path}\n`)).toBe(true);
  expect(text).toContain(`
  statement  for all T: A = B
  witness    x = (0, 1), h0 = 0
             (binary64: x = (0x0p+0, 0x1p+0), h0 = 0x0p+0)
  said       left = right, at entry 1
  left       in [0.99999999`);
  expect(text).toContain('\n             recorded in [0.73, 0.74]\n  sides      as recorded\n');
});

test('tells a side that is not where it was recorded', () => {
  const { io, seen } = watchedIo();
  const left = { term: '1/(1 + exp(-1000*(x2 - x1 + h0)))', lo: '0.98', hi: '0.99' };
  expect(replayCommand(witnessWith({ left }), {}, io)).toBe(1);
  expect(seen.out.join('')).toContain('refuted again');
  expect(seen.out.join('')).toMatch(/ sides {6}not where they are recorded\n$/);
});

test('tells a witness that refutes nothing', () => {
  const { io, seen } = watchedIo();
  expect(replayCommand(witnessWith({ relation: '>=' }), {}, io)).toBe(1);
  expect(seen.out.join('')).toContain('q1-refuted, reading "literal": not refuted\n');
});

test('computes in the number format of the witness', () => {
  const { io, seen } = watchedIo();
  const left = { term: 'x2 + 0.0001', lo: '1', hi: '1' };
  const right = { term: 'x2', lo: '1', hi: '1' };
  expect(replayCommand(witnessWith({ numberFormat: 'binary16', relation: '!=', left, right }), {}, io)).toBe(
    0,
  );
  expect(seen.out.join('')).toContain('left != right, at entry 1, every operation rounded to binary16\n');
});

test('answers in JSON when asked', () => {
  const { io, seen } = watchedIo();
  expect(replayCommand(witnessWith({}), { json: true }, io)).toBe(0);
  expect(JSON.parse(seen.out.join(''))).toMatchObject({
    claim: 'q1-refuted',
    reading: 'literal',
    refutes: true,
    agrees: true,
  });
});

test.each([
  [{ relation: '~' }, 'relation must be one of'],
  [{ left: { term: 'x9', lo: '0', hi: '0' } }, 'inputs must name all of the terms, got x9'],
])('refuses a file with %j', (changes, fault) => {
  const { io, seen } = watchedIo();
  expect(replayCommand(witnessWith(changes), {}, io)).toBe(2);
  expect(seen.err.join('')).toMatch(/^replay: .*q1-refuted\.json must hold a witness \(witness file: /);
  expect(seen.err.join('')).toContain(fault);
});

test('refuses a file that is not there', () => {
  const { io, seen } = watchedIo();
  expect(replayCommand('nowhere.json', {}, io)).toBe(2);
  expect(seen.err.join('')).toMatch(/^replay: nowhere\.json must hold a witness \(ENOENT/);
});
