import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certifyCommand } from '#command/certify.ts';
import { decidedOf } from '../coq/decided.ts';
import { type FakeCoq, fakeCoq, noCoq } from './fake-coq.ts';
import { toolsOf, watchedIo } from './sample-io.ts';
import { temporaryFolder } from './temporary.ts';

const tools = toolsOf(['q1-recurrence-definition', 'q1-expand-once', 'q1-nested-form'].map(decidedOf));

async function certify(
  world: Parameters<typeof watchedIo>[0],
  {
    ids = [],
    reports = temporaryFolder(),
    requireCoq = false,
  }: {
    readonly ids?: readonly string[];
    readonly reports?: string;
    readonly requireCoq?: boolean;
  } = {},
) {
  const { io, seen } = watchedIo(world);
  const code = await certifyCommand(ids, { reports, requireCoq }, io, tools);
  return { code, out: seen.out.join(''), err: seen.err.join(''), reports, proof: join(reports, 'proof') };
}

const withCoq = (fake: FakeCoq = {}, world: Parameters<typeof watchedIo>[0] = {}) => ({
  ...world,
  ...fakeCoq(fake),
});

test('theorems are written, checked and put on record', async () => {
  const { code, out, proof } = await certify(withCoq());
  expect(code).toBe(0);
  expect(readdirSync(proof).sort()).toEqual([
    'bounds.v',
    'checked.json',
    'intervals.v',
    'preface.v',
    'q1_expand_once.v',
    'q1_nested_form.v',
  ]);
  expect(out).toContain('q1-expand-once\n  checked         literal\n');
  expect(out).toContain('Coq 8.16.1: 2 of 4 readings checked');
  const record = JSON.parse(readFileSync(join(proof, 'checked.json'), 'utf8')) as { files: object };
  expect(Object.keys(record.files)).toEqual(['q1_expand_once.v', 'q1_nested_form.v']);
});

test('a file that fails is told with its line, is not on record, and the code says so', async () => {
  const compiles = String.raw`case "$file" in batches/*) exit 1;; q1_expand*) printf 'File "./x", line 3, characters 1-2:\nError: no\n'; exit 1;; *) echo Closed under the global context;; esac`;
  const reports = (await certify(withCoq())).reports;
  const { code, out, proof } = await certify(withCoq({ compiles }), { reports });
  expect(code).toBe(1);
  expect(out).toContain('  failed          literal\n  q1_expand_once.v, line 3: Error: no\n');
  const record = JSON.parse(readFileSync(join(proof, 'checked.json'), 'utf8')) as { files: object };
  expect(Object.keys(record.files)).toEqual(['q1_nested_form.v']);
});

test('claims by name are written and checked beside what is there', async () => {
  const { reports } = await certify(withCoq());
  const { code, out, proof } = await certify(withCoq(), { ids: ['q1-nested-form'], reports });
  expect(code).toBe(0);
  expect(out).not.toContain('q1-expand-once');
  const record = JSON.parse(readFileSync(join(proof, 'checked.json'), 'utf8')) as { files: object };
  expect(Object.keys(record.files)).toEqual(['q1_expand_once.v', 'q1_nested_form.v']);
});

test('files of theorems that are no longer among those of the write-up are removed', async () => {
  const { reports, proof } = await certify(noCoq());
  writeFileSync(join(proof, 'gone.v'), '');
  writeFileSync(join(proof, 'notes.txt'), '');
  await certify(noCoq(), { reports, ids: ['q1-nested-form'] });
  expect(existsSync(join(proof, 'gone.v'))).toBe(true);
  await certify(noCoq(), { reports });
  expect(readdirSync(proof).sort()).toEqual([
    'bounds.v',
    'intervals.v',
    'notes.txt',
    'preface.v',
    'q1_expand_once.v',
    'q1_nested_form.v',
  ]);
});

test('without Coq the theorems are written all the same, and that is said once', async () => {
  const { code, out, err, proof } = await certify(noCoq());
  expect(code).toBe(0);
  expect(err).toBe('certify: no coqc was found; the theorems are written and not checked\n');
  expect(out).toContain('  written         charitable\n');
  expect(out).toContain(`theorems in ${proof}, not checked\n`);
  expect(existsSync(join(proof, 'checked.json'))).toBe(false);
  expect((await certify(noCoq(), { requireCoq: true })).code).toBe(4);
});

test('programs are told the same as JSON', async () => {
  const { io, seen } = watchedIo(noCoq());
  await certifyCommand([], { reports: temporaryFolder(), json: true }, io, tools);
  expect(JSON.parse(seen.out.join(''))).toMatchObject({ coq: null, claims: [{}, {}, {}] });
});

test('a Coq that is too old or lacks a library is told, and the code says so', async () => {
  const { code, err } = await certify(withCoq({ version: '8.9.1' }));
  expect(code).toBe(4);
  expect(err).toBe('certify: coqc 8.9.1 lacks Coq 8.16 or later\n');
});

test('an unknown claim and a folder that cannot be written are usage faults', async () => {
  const unknown = await certify(noCoq(), { ids: ['q1-expand-one'] });
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain("claim: the id must be known, got 'q1-expand-one'");
  const refused = await certify(noCoq(), { reports: '/dev/null/reports' });
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('reports: the folder must be writable');
});

test('a terminal sees how far it is, and Ctrl-C ends it', async () => {
  const { code, err } = await certify(withCoq({}, { isTTY: true }));
  expect(code).toBe(0);
  expect(err).toContain('2/2 ');
  const interrupting = await certify({
    ...withCoq(),
    onInterrupt: (handler) => {
      handler();
    },
  });
  expect(interrupting.code).toBe(130);
});
