import { join } from 'node:path';
import { expect, test } from 'vitest';
import { helpText } from '#command/help.ts';
import { run } from '#command/run.ts';
import { ledgerOf } from '#report/ledger.ts';
import { writeReports } from '#report/write.ts';
import { samples } from '../report/sample.ts';
import { loading, toolsOf, watchedIo } from './sample-io.ts';
import { temporaryFolder } from './temporary.ts';

test('carries out every command', async () => {
  const reports = temporaryFolder();
  const ids = samples.map(({ claim }) => claim.id);
  writeReports(ledgerOf('0.1.0', 25, ids, samples), reports);
  const expected: readonly (readonly [readonly string[], string])[] = [
    [['help'], helpText()],
    [['help', 'show'], helpText('show')],
    [['--version'], '0.1.0\n'],
    [['list'], 'q1-definition  '],
    [['show', 'q1-proved'], 'q1-proved: proved\n'],
    [['evaluate', '--digits', '5'], '1 5 request\n'],
    [
      ['replay', join(reports, 'witness', 'q1-refuted.json')],
      'q1-refuted, reading "literal": refuted again\n',
    ],
    [['conform', 'cmd:mine', '--seed', '3'], 'counterclaim 0.1.0, seed 3\n'],
    [['decide', '--seed', '3', '--reports', reports], 'counterclaim 0.1.0: seed 3, '],
  ];
  for (const [argv, begins] of expected) {
    const { io, seen } = watchedIo({ lines: ['request'] });
    expect([argv, await run(argv, io, loading(toolsOf()))]).toEqual([argv, 0]);
    expect(seen.out.join('').startsWith(begins.trimEnd())).toBe(true);
    expect(seen.err).toEqual([]);
  }
});

test('says what is wrong with a command line in one line, and exits with 2', async () => {
  const { io, seen } = watchedIo();
  expect(await run(['decied'], io, loading(toolsOf()))).toBe(2);
  expect(seen.err).toEqual([
    "counterclaim: the command must be known, got 'decied'; did you mean 'decide'?\n",
  ]);
});

test('a crash is told in one line, without a stack, and exits with 4', async () => {
  const crash = (thrown: unknown): Promise<number> => {
    const tools = toolsOf(samples, () => {
      throw thrown;
    });
    return run(['show', 'q1-proved'], io, loading(tools));
  };
  const { io, seen } = watchedIo();
  expect(await crash(new Error('judge: must hold, got 5'))).toBe(4);
  expect(await crash('text')).toBe(4);
  expect(seen.err).toEqual([
    'counterclaim: crashed: judge: must hold, got 5\n',
    'counterclaim: crashed: text\n',
  ]);
});

test('certify is carried out on the claims', async () => {
  const { io, seen } = watchedIo();
  expect(await run(['certify', 'q9'], io, loading(toolsOf()))).toBe(2);
  expect(seen.err.join('')).toContain("got 'q9'");
});

test('settings of the environment reach the command', async () => {
  const { io, seen } = watchedIo({ env: { COUNTERCLAIM_JSON: '1' } });
  expect(await run(['list'], io, loading(toolsOf()))).toBe(0);
  expect(JSON.parse(seen.out.join(''))).toHaveLength(8);
});
