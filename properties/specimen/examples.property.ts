import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '#cli.ts';
import type { Host } from '#conformance/host.ts';
import { defaultLimits } from '#conformance/limits.ts';
import { openModule } from '#conformance/module-host.ts';
import { openProcess } from '#conformance/process-host.ts';
import type { Call } from '#law/subject-call.ts';
import { watchedIo } from '../command/sample-io.ts';
import { temporaryFolder } from '../command/temporary.ts';
import { someSeed } from '../conformance/graded-stage.ts';

const folder = join(import.meta.dirname, '../../examples');

/** Calls, each with the one right result. */
const cases = JSON.parse(
  readFileSync(join(import.meta.dirname, 'example-cases.json'), 'utf8'),
) as readonly (readonly [Call, unknown])[];

const hasPython = spawnSync('python3', ['--version']).status === 0;
const guide = readFileSync(join(folder, 'README.md'), 'utf8');

/** Commands of the guide that the gate runs, others with each seed; all of them when its runs are asked for. */
const RUN = process.env.COUNTERCLAIM_RUNS === undefined ? 2 : Number.POSITIVE_INFINITY;

/** The files that the guide shows, by name, and their text. */
const files = [...guide.matchAll(/<!-- file (\S+) -->\n```\w+\n([\s\S]*?)```/g)].map(
  ([, name, text]) => [name!, text!] as const,
);

/** Every command of the guide, word by word, without its comment. */
const commands = [...guide.matchAll(/^npx counterclaim (conform .*?)(?: +#.*)?$/gm)].map(([, line]) =>
  [...line!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!),
);

/** A command of the guide with its files in a folder, and one law where it names none. */
function placed(command: readonly string[], at: string): readonly string[] {
  const local = /(mine\.(?:mjs|py)|known\.json|weights\.json|grades?\.(?:json|xml)|results\/|submissions\/)/;
  const words = command.map((word) => word.replace(local, (name) => `${at}/${name}`));
  if (command.includes('--smoke') || command.includes('--laws')) return words;
  const known = command.includes('--known-failures') ? 'softmax-attention-frozen-arguments' : undefined;
  const shape = command.join(' ').includes('.py') ? 'rnn-shape' : 'softmax-attention-shape';
  return [...words, '--laws', known ?? shape];
}

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
  if (hasPython) {
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
  const host = openProcess([program], defaultLimits);
  // What it does to its arguments is not to be seen.
  expect(host).toHaveProperty('isWatched', false);
  expectRight(host);
});

test('every program among the examples is at most forty lines', () => {
  const programs = readdirSync(folder).filter((file) => !/\.(md|json)$/.test(file));
  const lines = programs.map((file) => [
    file,
    readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').length,
  ]);
  expect(lines.filter(([, length]) => (length as number) > 40)).toEqual([]);
});

test('the guide shows commands, and the files that they name', () => {
  expect(files.map(([name]) => name)).toEqual([
    'mine.mjs',
    'mine.py',
    'known.json',
    'mine.test.mjs',
    'weights.json',
  ]);
  expect(commands.length).toBeGreaterThanOrEqual(10);
});

test('the commands of the guide do what it says, where there is Python', async () => {
  const at = temporaryFolder();
  mkdirSync(join(at, 'submissions'));
  mkdirSync(join(at, 'results'));
  for (const [name, text] of files) writeFileSync(join(at, name), text);
  writeFileSync(join(at, 'submissions', 'one.mjs'), files[0]![1]);
  const first = someSeed();
  const turns = [...commands.keys()].filter((i) => (i + first) % commands.length < RUN);
  for (const command of turns.map((i) => commands[i]!)) {
    if (command.join(' ').includes('python3') && !hasPython) continue;
    const { io, seen } = watchedIo();
    const code = await main(placed(command, at), io);
    // The law that is excused holds here, and the guide says that such an entry fails the run.
    const expected = command.includes('--known-failures') ? 1 : 0;
    expect([command, code, seen.err]).toEqual([command, expected, []]);
  }
});
