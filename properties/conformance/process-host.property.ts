import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Host } from '#conformance/host.ts';
import { defaultLimits, type Limits } from '#conformance/limits.ts';
import { openProcess } from '#conformance/process-host.ts';

const folder = join(import.meta.dirname, '../specimen/hostile/process');

function hosted(file: string, limits: Partial<Limits> = {}): Host {
  const host = openProcess(['sh', join(folder, file)], { ...defaultLimits, ...limits });
  if ('kind' in host) throw new Error(`${host.kind}: ${host.got}`);
  onTestFinished(() => {
    host.close();
  });
  return host;
}

const sum = { fn: 'alternatingSum', x: [1, 2], h0: 5 } as const;

test('what the contract calls fine is fine', () => {
  const host = hosted('fine.sh');
  expect(host.about).toEqual({
    name: 'fine',
    language: 'sh',
    format: 'float64',
    implements: ['alternatingSum'],
  });
  expect(host.call(sum)).toEqual({ outcome: 'returned', value: Number.NEGATIVE_INFINITY, observations: [] });
  expect(host.call(sum)).toEqual({ outcome: 'skipped', why: 'too large' });
  expect(host.call(sum)).toEqual({ outcome: 'threw', words: 'no\u001b[31m', observations: [] });
  expect(host.printed()).toBe('noise');
  expect(host.close()).toBeUndefined();
});

test('one that has ended between calls is told, once, and started anew', () => {
  const host = hosted('exits-between.sh', { restarts: 1 });
  expect(host.call(sum)).toMatchObject({ outcome: 'returned' });
  const failures = [host.call(sum), host.call(sum)];
  expect(failures[0]).toEqual({ outcome: 'failed', failure: { kind: 'exited', got: 'exit code 0' } });
  // The number of the request goes on, and this one always replies to the first.
  expect(failures[1]).toMatchObject({ failure: { kind: 'stale id' } });
  expect(host.call(sum)).toMatchObject({ failure: { kind: 'given up' } });
});

test('one that has ended before it is told to stop is told', async () => {
  const host = hosted('exits-between.sh');
  host.call(sum);
  await new Promise((done) => setTimeout(done, 100));
  expect(host.close()).toEqual({ kind: 'exited', got: 'exit code 0' });
  expect(host.close()).toBeUndefined();
});

test.each([
  ['extra-output.sh', 2, 'extra output'],
  ['not-json.sh', 1, 'not JSON'],
  ['endless-output.sh', 1, 'endless output'],
  ['stale-id.sh', 2, 'stale id'],
])('%s: what follows a line that is no reply tells what it was', (file, calls, kind) => {
  const host = hosted(file, { line: 10_000 });
  for (let i = 1; i < calls; i++) host.call(sum);
  expect(host.call(sum)).toMatchObject({ outcome: 'failed', failure: { kind } });
});

test('a line that nobody asked for, of one that says no more, is told', async () => {
  const start = JSON.stringify({ version: 1, implements: ['alternatingSum'] });
  const host = openProcess(['sh', '-c', `read -r l; echo '${start}'; echo more; sleep 9876`], defaultLimits);
  await new Promise((done) => setTimeout(done, 100));
  const reply = 'kind' in host ? undefined : host.call(sum);
  expect(reply).toMatchObject({ failure: { kind: 'extra output', got: "'more'" } });
  expect('kind' in host ? host : host.close()).toBeUndefined();
});

test('a banner before the start is told from a start that is wrong', () => {
  const opened = (file: string): unknown => openProcess(['sh', join(folder, file)], defaultLimits);
  expect(opened('output-before-start.sh')).toMatchObject({ kind: 'output before start' });
  expect(opened('version.sh')).toMatchObject({ kind: 'version', got: '2' });
});

test('processes end with the thread that has started them', () => {
  const before = process.listeners('exit');
  const host = hosted('silence.sh');
  const leave = process.listeners('exit').find((listener) => !before.includes(listener))!;
  leave(0);
  expect(host.call(sum)).toMatchObject({ failure: { kind: 'exited', got: 'signal SIGKILL' } });
});
