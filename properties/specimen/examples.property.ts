import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Host } from '#conformance/host.ts';
import { defaultLimits } from '#conformance/limits.ts';
import { openModule } from '#conformance/module-host.ts';
import { openProcess } from '#conformance/process-host.ts';
import type { Call } from '#law/subject-call.ts';
import { temporaryFolder } from '../command/temporary.ts';

const folder = join(import.meta.dirname, '../../examples');

/** Calls, each with the one right result. */
const cases = JSON.parse(
  readFileSync(join(import.meta.dirname, 'example-cases.json'), 'utf8'),
) as readonly (readonly [Call, unknown])[];

/** Asks everything that it implements. */
function expectRight(host: Host | { readonly kind: string }): void {
  expect(host).toHaveProperty('about');
  const { about, call, close } = host as Host;
  const asked = cases.filter(([{ fn }]) => about.implements.includes(fn));
  expect(asked.length).toBeGreaterThan(0);
  for (const [one, value] of asked)
    expect(call(one)).toEqual({ outcome: 'returned', value, observations: [] });
  expect(close()).toBeUndefined();
}

test('stdlib.py is right, where there is Python', () => {
  if (spawnSync('python3', ['--version']).status === 0) {
    expectRight(openProcess(['python3', join(folder, 'stdlib.py')], defaultLimits));
  } else {
    console.info('absent here: Python');
  }
});

test('node.mjs is right', () => {
  expectRight(openModule(join(folder, 'node.mjs'), defaultLimits));
});

test('sum.c is right, where there is a compiler', () => {
  const program = join(temporaryFolder(), 'sum');
  if (spawnSync('cc', ['--version']).status !== 0) {
    console.info('absent here: a compiler of C');
    return;
  }
  execFileSync('cc', ['-O2', '-Wall', '-Werror', '-o', program, join(folder, 'sum.c')]);
  expectRight(openProcess([program], defaultLimits));
});

test('every program among the examples is at most forty lines', () => {
  const programs = readdirSync(folder).filter((file) => !/\.(md|json)$/.test(file));
  const lines = programs.map((file) => [
    file,
    readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').length,
  ]);
  expect(lines.filter(([, length]) => (length as number) > 40)).toEqual([]);
});
