import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Host } from '#conformance/host.ts';
import { defaultLimits } from '#conformance/limits.ts';
import { openProcess } from '#conformance/process-host.ts';

const folder = join(import.meta.dirname, '../specimen/hostile/process');

function hosted(file: string): Host {
  const host = openProcess(['sh', join(folder, file)], defaultLimits);
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

test('one that fails as it starts is told, and nothing is left of it', () => {
  const before = process.listeners('exit').length;
  const opened = (file: string): unknown => openProcess(['sh', join(folder, file)], defaultLimits);
  expect(opened('exits-load.sh')).toEqual({ kind: 'exited', got: 'exit code 0' });
  expect(opened('output-before-start.sh')).toMatchObject({ kind: 'output before start' });
  expect(process.listeners('exit').length).toBe(before);
});

test('processes end with the thread that has started them', () => {
  const before = process.listeners('exit');
  const host = hosted('silence.sh');
  const leave = process.listeners('exit').find((listener) => !before.includes(listener))!;
  leave(0);
  expect(host.call(sum)).toMatchObject({ failure: { kind: 'exited', got: 'signal SIGKILL' } });
});
