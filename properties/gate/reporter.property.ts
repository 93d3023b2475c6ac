import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { version } from '#command/version.ts';
import { claimsJson } from '#report/json.ts';
import { ledgerOf } from '#report/ledger.ts';
import { verdictCounts } from '#report/markdown.ts';
import { temporaryFolder } from '../command/temporary.ts';
import { samples, undecided } from '../report/sample.ts';
import { recordOf } from './record.ts';
import GateReporter, { type Host } from './reporter.ts';

const claims = samples.map(({ claim }) => claim);
const ids = claims.map(({ id }) => id);
const whole = ledgerOf(version, 25, ids, samples);

/** A process that ends only when told to, and the reporter in it. */
function gate(of: readonly (typeof claims)[number][] = claims, env: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  const said: string[] = [];
  const listeners: { event: string; listener: () => void }[] = [];
  const host: Host = {
    env: { COUNTERCLAIM_REPORTS: folder, ...env },
    once: (event, listener) => listeners.push({ event, listener }),
    stdout: { write: (text) => said.push(text) },
  };
  const reporter = new GateReporter({ claims: of, host });
  const emit = (event: string): void => {
    for (const one of listeners) if (one.event === event) one.listener();
  };
  const see = (rows: typeof samples): void => {
    for (const row of rows) reporter.onTestCaseResult({ meta: () => ({ decided: recordOf(row) }) });
    reporter.onTestCaseResult({ meta: () => ({}) });
  };
  const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return { folder, said, host, reporter, emit, see, textOf };
}

test('writes the same bytes as the program when every claim was decided, in whatever order', () => {
  const { said, host, reporter, emit, see, textOf } = gate();
  reporter.onInit({ config: { watch: false } });
  reporter.onTestRunStart();
  see([...samples].reverse());
  reporter.onTestRunEnd([], [], 'passed');
  emit('exit');
  expect(textOf('claims.json')).toBe(claimsJson(whole));
  expect(said.join('')).toMatch(/^8 claims: 1 definition, .*; reports in /);
  expect(host.exitCode).toBeUndefined();
});

test('a claim without a row makes the run incomplete: partial reports, exit code 3', () => {
  const { folder, said, host, reporter, emit, see, textOf } = gate();
  reporter.onInit({ config: { watch: false } });
  see(samples.slice(1));
  reporter.onTestRunEnd([], [], 'passed');
  host.exitCode = 1;
  emit('exit');
  expect(existsSync(join(folder, 'claims.json'))).toBe(false);
  expect(textOf('partial/claims.json')).toBe(claimsJson(ledgerOf(version, 25, ids, samples.slice(1))));
  expect(said.join('')).toMatch(/^incomplete: 7 of 8 claims; reports in .*partial\n$/);
  expect(host.exitCode).toBe(3);
});

test('an undecided claim makes the run incomplete', () => {
  const { folder, host, reporter, emit, see } = gate([...claims, undecided.claim]);
  see([...samples, undecided]);
  reporter.onTestRunEnd([], [], 'passed');
  emit('exit');
  expect([host.exitCode, existsSync(join(folder, 'claims.json'))]).toEqual([3, false]);
});

test.each([
  ['failed', []],
  ['passed', [new Error('unhandled')]],
] as const)('a run that %s otherwise keeps its exit code', (reason, errors) => {
  const { host, reporter, emit, see } = gate();
  see(samples.slice(1));
  host.exitCode = 1;
  reporter.onTestRunEnd([], errors, reason);
  emit('exit');
  expect(host.exitCode).toBe(1);
});

test('says so when nothing was decided, and writes nothing', () => {
  const { folder, said, host, reporter, emit } = gate();
  reporter.onTestRunEnd([], [], 'passed');
  emit('exit');
  expect(said).toEqual(['incomplete: 0 of 8 claims; nothing to report\n']);
  expect([host.exitCode, existsSync(join(folder, 'partial'))]).toEqual([3, false]);
});

test('a watch never writes a complete report, starts anew with each run and does not end', () => {
  const { folder, host, reporter, emit, see, said } = gate();
  reporter.onInit({ config: { watch: true } });
  see(samples);
  reporter.onTestRunEnd([], [], 'passed');
  reporter.onTestRunStart();
  see(samples.slice(0, 1));
  reporter.onTestRunEnd([], [], 'passed');
  emit('exit');
  expect(existsSync(join(folder, 'claims.json'))).toBe(false);
  expect(said[1]).toMatch(/^incomplete: 1 of 8 claims/);
  expect(host.exitCode).toBeUndefined();
});

test('Ctrl-C keeps what was decided as a partial report, even when that is everything', () => {
  const { folder, reporter, emit, see, textOf } = gate();
  reporter.onInit({ config: { watch: false } });
  see(samples);
  emit('SIGINT');
  expect(existsSync(join(folder, 'claims.json'))).toBe(false);
  expect(textOf('partial/claims.json')).toBe(claimsJson({ ...whole, complete: false }));
});

test('adds the verdicts to the summary of a workflow, and records the digits asked for', () => {
  const summary = join(temporaryFolder(), 'summary.md');
  const { reporter, see, textOf } = gate(claims, {
    GITHUB_STEP_SUMMARY: summary,
    COUNTERCLAIM_DIGITS: '30',
  });
  see(samples);
  reporter.onTestRunEnd([], [], 'passed');
  expect(readFileSync(summary, 'utf8')).toBe(`${verdictCounts(whole)}\n`);
  expect(textOf('claims.json')).toBe(claimsJson({ ...whole, digits: 30 }));
});

test('a malformed variable is never ignored', () => {
  const { reporter, see } = gate(claims, { COUNTERCLAIM_DIGITS: 'many' });
  see(samples);
  expect(() => {
    reporter.onTestRunEnd([], [], 'passed');
  }).toThrow("COUNTERCLAIM_DIGITS: must be an integer from 1 to 1000, got 'many'");
});
