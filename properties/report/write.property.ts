import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimProof } from '#coq/proof-file.ts';
import { witnessFile } from '#judge/witness-file.ts';
import { writeWhole } from '#report/file.ts';
import { pageHtml } from '#report/html/page.ts';
import { claimsJson } from '#report/json.ts';
import { ledgerOf } from '#report/ledger.ts';
import { claimsMarkdown } from '#report/markdown.ts';
import { placeOf } from '#report/place.ts';
import { proofRecord, recordText } from '#report/proof-record.ts';
import { schemaJson } from '#report/schema.ts';
import { checkFolder, writeReports } from '#report/write.ts';
import { decidedOf } from '../coq/decided.ts';
import { samples, verdicts } from './sample.ts';
import { sampleParts as parts } from './sample-parts.ts';

const ids = samples.map(({ claim }) => claim.id);
const whole = ledgerOf('0.1.0', 25, ids, samples);
const part = ledgerOf('0.1.0', 25, ids, samples.slice(0, 3));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-write-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Every file below a folder, with what it holds. */
function contents(): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')] as const).sort(),
  );
}

const wholeFiles = [
  'claims.json',
  'claims.md',
  'claims.schema.json',
  'witness/card-ill-posed--first.json',
  'witness/q1-refuted--in-binary16.json',
  'witness/q1-refuted--in-exact-arithmetic.json',
  'witness/q1-refuted--q-k-v-2.json',
  'witness/q1-refuted--q-k-v.json',
  'witness/q1-refuted.json',
  'witness/q2-conditional.json',
];

test('what Coq has accepted is told of a claim, and not of other bytes than those', () => {
  const decided = decidedOf('q1-expand-once');
  const { file } = claimProof(decided, placeOf(decided.claim.source));
  const ledger = ledgerOf('1', 25, [decided.claim.id], [decided]);
  const told = (text: string): readonly boolean[] => {
    const record = proofRecord(new Map([[file!.name, text]]), '8.16.1');
    writeWhole(join(folder, 'proof', 'checked.json'), recordText(record));
    writeReports(ledger, folder, parts);
    const written = contents();
    const row = (JSON.parse(written['claims.json']!) as { claims: { checked: unknown }[] }).claims[0]!;
    return [
      written['claims.md']!.includes(
        '**Theorems** accepted by Coq 8.16.1: [proof/q1_expand_once.v](proof/q1_expand_once.v)',
      ),
      written['index.html']!.includes(
        '<a href="proof/q1_expand_once.v">Theorems</a> of 1 reading accepted by Coq 8.16.1.',
      ),
      isDeepStrictEqual(row.checked, {
        coq: '8.16.1',
        file: 'proof/q1_expand_once.v',
        readings: ['literal'],
      }),
    ];
  };
  expect(told(file!.text)).toEqual([true, true, true]);
  expect(told(`${file!.text} `)).toEqual([false, false, false]);
});

test('reports of a part link to the theorems beside the complete reports', () => {
  const checked = new Map([
    ['q1-proved', { coq: '8.16.1', file: 'proof/q1_proved.v', readings: ['literal'] }],
  ]);
  writeReports(part, folder, parts, checked);
  const written = contents();
  expect(written['partial/claims.md']).toContain('(../proof/q1_proved.v)');
  expect(written['partial/index.html']).toContain('"../proof/q1_proved.v"');
  writeReports(whole, folder, parts, checked);
  expect(contents()['claims.md']).toContain('(proof/q1_proved.v)');
});

test('a complete ledger is written with its schema and a file for each witness', () => {
  expect(writeReports(whole, folder)).toBe(folder);
  const written = contents();
  expect(Object.keys(written)).toEqual(wholeFiles);
  expect(written['claims.json']).toBe(claimsJson(whole));
  expect(written['claims.md']).toBe(claimsMarkdown(whole));
  expect(written['claims.schema.json']).toBe(schemaJson());
  expect(JSON.parse(written['witness/q1-refuted.json']!)).toEqual(
    JSON.parse(
      JSON.stringify(witnessFile('q1-refuted', 'literal', 'for all T: A = B', verdicts.refuted.witness)),
    ),
  );
});

test('the page is written beside the reports where there is something to make it of', () => {
  writeReports(whole, folder, parts);
  expect(contents()['index.html']).toBe(pageHtml(whole, parts));
});

test('writing again changes nothing', () => {
  writeReports(whole, folder);
  const before = contents();
  writeReports(whole, folder);
  expect(contents()).toEqual(before);
});

test('a file that is being read is replaced, not overwritten', () => {
  writeReports(whole, folder);
  const opened = join(folder, 'opened');
  linkSync(join(folder, 'claims.json'), opened);
  writeReports({ ...whole, digits: 30 }, folder);
  expect(readFileSync(opened, 'utf8')).toBe(claimsJson(whole));
});

test('a partial ledger leaves the complete one as it is', () => {
  writeReports(whole, folder);
  const before = contents();
  expect(writeReports(part, folder)).toBe(join(folder, 'partial'));
  const after = contents();
  expect(after).toMatchObject(before);
  expect(after['partial/claims.json']).toBe(claimsJson(part));
});

test('witnesses of an earlier ledger are removed, and nothing else', () => {
  mkdirSync(join(folder, 'witness'));
  writeFileSync(join(folder, 'witness', 'q9-stale.json'), '{}');
  writeFileSync(join(folder, 'witness', 'README.md'), 'kept');
  writeReports(whole, folder);
  expect(Object.keys(contents())).toEqual([...wholeFiles, 'witness/README.md'].sort());
});

test('a ledger without a witness leaves an empty folder of witnesses', () => {
  writeReports(ledgerOf('1', 25, ['q1-proved'], [samples[1]!]), folder);
  expect(readdirSync(join(folder, 'witness'))).toEqual([]);
});

test('a folder is made, tried, and left empty; where that fails the folder is named', () => {
  checkFolder(join(folder, 'new', 'deep'));
  expect(readdirSync(join(folder, 'new', 'deep'))).toEqual([]);
  writeFileSync(join(folder, 'file'), '');
  expect(() => {
    checkFolder(join(folder, 'file'));
  }).toThrow(/^reports: the folder must be writable, got '.*file' \(E/);
  expect(() => {
    checkFolder('/proc/counterclaim');
  }).toThrow("reports: the folder must be writable, got '/proc/counterclaim' (");
});
