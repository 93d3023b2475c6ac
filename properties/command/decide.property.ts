import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decideCommand } from '#command/decide.ts';
import { claimProof } from '#coq/proof-file.ts';
import { claimsJson } from '#report/json.ts';
import { ledgerOf } from '#report/ledger.ts';
import { placeOf } from '#report/place.ts';
import { proofRecord, recordText } from '#report/proof-record.ts';
import { verdictTable } from '#report/table.ts';
import { decidedOf } from '../coq/decided.ts';
import { samples, undecided } from '../report/sample.ts';
import { toolsOf, watchedIo } from './sample-io.ts';
import { temporaryFolder } from './temporary.ts';

const ids = samples.map(({ claim }) => claim.id);
const whole = ledgerOf('0.1.0', 25, ids, samples);

test('prints the seed at once, then the table, then where the reports are', async () => {
  const reports = temporaryFolder();
  const { io, seen } = watchedIo();
  const shown: string[] = [];
  const tools = toolsOf(samples, () => shown.push(seen.out.join('')));
  expect(await decideCommand([], { seed: 7, reports }, io, tools)).toBe(0);
  expect(shown[0]).toBe('counterclaim 0.1.0: seed 7, 25 digits, 8 claims\n');
  expect(seen.out.slice(1)).toEqual([
    verdictTable(whole, io),
    expect.stringMatching(/^reports in .*, 0\.\d s\n$/),
  ]);
  expect(seen.err).toEqual([]);
  expect(readFileSync(join(reports, 'claims.json'), 'utf8')).toBe(claimsJson(whole));
});

test('gives the judge the budget that was set', async () => {
  const budgets: unknown[] = [];
  const tools = toolsOf(samples.slice(0, 1), (_, budget) => budgets.push(budget));
  const { io } = watchedIo();
  await decideCommand([], { seed: 7, runs: 9, digits: 30, reports: temporaryFolder() }, io, tools);
  expect(budgets).toEqual([{ digits: 30, mostDigits: 800, runs: 9, seed: 7 }]);
});

test('prints JSON alone on standard output when asked', async () => {
  const { io, seen } = watchedIo();
  expect(await decideCommand([], { json: true, reports: temporaryFolder() }, io, toolsOf())).toBe(0);
  expect(seen.out).toEqual([claimsJson(whole)]);
  expect(seen.err[0]).toMatch(/^counterclaim 0\.1\.0: seed \d+, /);
});

test('what Coq has accepted is printed as it is written', async () => {
  const reports = temporaryFolder();
  const decided = decidedOf('q1-expand-once');
  const { file } = claimProof(decided, placeOf(decided.claim.source));
  mkdirSync(join(reports, 'proof'));
  const record = proofRecord(new Map([[file!.name, file!.text]]), '8.16.1');
  writeFileSync(join(reports, 'proof', 'checked.json'), recordText(record));
  const { io, seen } = watchedIo();
  await decideCommand([], { json: true, reports }, io, toolsOf([decided]));
  expect(seen.out).toEqual([readFileSync(join(reports, 'claims.json'), 'utf8')]);
  expect(seen.out[0]).toContain('"coq": "8.16.1"');
});

test('a selection holds, and leaves the complete report as it is', async () => {
  const reports = temporaryFolder();
  await decideCommand([], { reports }, watchedIo().io, toolsOf());
  const { io, seen } = watchedIo();
  expect(await decideCommand(['q1-proved'], { reports }, io, toolsOf())).toBe(0);
  expect(seen.out.at(-1)).toMatch(/^incomplete: 1 of 8 claims; reports in .*partial, /);
  expect(readFileSync(join(reports, 'claims.json'), 'utf8')).toBe(claimsJson(whole));
  expect(existsSync(join(reports, 'partial', 'claims.json'))).toBe(true);
});

test('something undecided is incomplete evidence, and is explained', async () => {
  const reports = temporaryFolder();
  const { io, seen } = watchedIo();
  expect(await decideCommand([], { reports }, io, toolsOf([...samples, undecided]))).toBe(3);
  expect(seen.out.join('')).toContain('\nq3-undecided: undecided\n  write-up ');
  expect(existsSync(join(reports, 'claims.json'))).toBe(false);
});

test('a time limit that ends the run leaves the evidence incomplete', async () => {
  const { io, seen } = watchedIo();
  const decided: string[] = [];
  const tools = toolsOf(samples, ({ id }) => decided.push(id));
  expect(await decideCommand([], { timeLimit: 0.45, reports: temporaryFolder() }, io, tools)).toBe(3);
  expect(decided).toEqual(ids.slice(0, decided.length));
  expect(decided.length).toBeLessThan(ids.length);
  expect(decided.length).toBeGreaterThan(0);
  expect(seen.out.at(-1)).toContain(`incomplete: ${decided.length} of 8 claims; `);
});

test('Ctrl-C prints and keeps what was decided', async () => {
  const reports = temporaryFolder();
  const { io, seen } = watchedIo();
  const tools = toolsOf(samples, ({ id }) => {
    if (id === ids[1])
      setImmediate(() => {
        seen.interrupt();
      });
  });
  expect(await decideCommand([], { reports }, io, tools)).toBe(130);
  expect(seen.out.at(-1)).toMatch(/^interrupted: 2 of 8 claims; reports in .*partial, /);
  expect(seen.out.at(-2)).toContain('2 claims: ');
  const { claims } = JSON.parse(readFileSync(join(reports, 'partial', 'claims.json'), 'utf8')) as {
    claims: unknown[];
  };
  expect(claims).toHaveLength(2);
});

test('shows progress on a terminal, and erases it', async () => {
  const { io, seen } = watchedIo({ isTTY: true });
  await decideCommand([], { reports: temporaryFolder() }, io, toolsOf());
  expect(seen.err[1]).toBe(`\r\u001b[2K2/8 ${ids[1]!}`);
  expect(seen.err.at(-1)).toBe('\r\u001b[2K');
});

test('refuses an unknown claim, or a folder that cannot be written, before the work', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const never = toolsOf(samples, () => {
    throw new Error('decided');
  });
  const unknown = watchedIo();
  expect(await decideCommand(['q1-proven'], {}, unknown.io, never)).toBe(2);
  expect(unknown.seen.err).toEqual([
    "claim: the id must be known, got 'q1-proven'; did you mean 'q1-proved'?\n",
  ]);
  const closed = watchedIo();
  expect(await decideCommand([], { reports: file }, closed.io, never)).toBe(2);
  expect(closed.seen.err.join('')).toMatch(/^reports: the folder must be writable, got '.*file' \(.*\)\n$/);
  expect([...unknown.seen.out, ...closed.seen.out]).toEqual([]);
});
