import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { conformCommand } from '#command/conform.ts';
import type { Io } from '#command/io.ts';
import type { Settings } from '#command/settings.ts';
import type { Conforming } from '#command/tools.ts';
import type { LawGrade } from '#conformance/grade.ts';
import { errored, failed, passed, unasked } from '../report/sample-grade.ts';
import { type Course, sampleGrading, type Watched } from './sample-grading.ts';
import { toolsOf, watchedIo } from './sample-io.ts';
import { temporaryFolder } from './temporary.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly watched: Watched;
}

async function conform(
  course: Course,
  settings: Settings = {},
  subjects: readonly string[] = ['cmd:mine'],
  world: Partial<Io> = {},
  tools: Partial<Conforming> = {},
): Promise<Ran> {
  const { io, seen } = watchedIo(world);
  const { grading, watched } = sampleGrading({
    ...course,
    pause: () => {
      if (course.pause !== undefined) seen.interrupt();
    },
  });
  const code = await conformCommand(subjects, { seed: 5, ...settings }, io, {
    ...toolsOf(),
    grading,
    ...tools,
  });
  return { code, out: seen.out.join(''), err: seen.err.join(''), watched };
}

const codes: readonly (readonly [string, readonly LawGrade[], number])[] = [
  ['every law holds', [passed], 0],
  ['laws are skipped', [passed, ...unasked], 0],
  ['a law is broken', [passed, failed], 1],
  ['time was over', [passed, errored], 3],
];

test.each(codes)('when %s', async (_, laws, expected) => {
  const { code, out, watched } = await conform({ laws });
  expect(code).toBe(expected);
  expect(watched.closed).toBe(1);
  expect(out).toMatch(
    /^counterclaim 0\.1\.0, seed 5\ncmd:mine \(mine, javascript, float64\): softmaxAttention\n/,
  );
  for (const { law, status } of laws) expect(out).toMatch(new RegExp(`${status}[\\s\\S]*${law}`));
});

test('the builtins are listed', async () => {
  const { code, out, watched } = await conform({}, {}, ['builtin:list']);
  expect([code, out, watched.opened]).toEqual([0, 'softmax-attention/tiled/simd/binary64\n', []]);
});

test('a subject that broke off, at a call or at its end, has its files and ends with 4', async () => {
  const jsonFile = join(temporaryFolder(), 'grade.json');
  const failure = { kind: 'crashed', got: 'at call 50' } as const;
  for (const course of [{ more: { failure } }, { close: failure }, { open: () => failure }]) {
    const { code, out } = await conform(course, { jsonFile });
    expect(code).toBe(4);
    expect(out).toContain('subject: must not end by an error outside of a call, got at call 50\n');
    expect(JSON.parse(readFileSync(jsonFile, 'utf8'))).toMatchObject({ failure });
  }
  const { out } = await conform({ more: { failure }, close: { kind: 'no exit after stop', got: '' } });
  expect(out).toContain('at call 50');
});

test('what cannot be opened is one line on standard error, ends with 2, and writes nothing', async () => {
  const jsonFile = join(temporaryFolder(), 'grade.json');
  const { code, out, err } = await conform(
    { open: () => ({ kind: 'no such module', got: "'/a.mjs'" }) },
    { jsonFile },
    ['module:a.mjs'],
  );
  expect([code, out, err]).toEqual([2, '', "conform: module:a.mjs: the module must exist, got '/a.mjs'\n"]);
  expect(existsSync(jsonFile)).toBe(false);
});

test('what is wrong with the command line ends with 2 before anything is opened', async () => {
  const { code, err, watched } = await conform({}, { laws: ['nothing'] });
  expect([code, err]).toEqual([
    2,
    "--laws: must be laws, got 'nothing'; a run without --laws names them all\n",
  ]);
  expect(watched.opened).toEqual([]);
});

test('a subject that offers nothing of what is asked for is of no use', async () => {
  const { code, err, watched } = await conform({}, { system: 'linear-attention' });
  expect(code).toBe(2);
  expect(err).toBe(
    'conform: cmd:mine: must offer a function of the contract, got softmaxAttention, of which no law is asked for\n',
  );
  expect(watched.closed).toBe(1);
});

test('settings reach the grading', async () => {
  const { watched } = await conform({}, { runs: 7, timeLimit: 2, format: 'float32', system: 'rnn' });
  expect(watched.terms[0]).toMatchObject({
    seed: 5,
    runs: 7,
    timeLimit: 2000,
    laws: ['r-linearity'],
    spec: 'cmd:mine',
    suite: '0.1.0',
  });
  expect(watched.opened[0]![1].limits).toMatchObject({ time: 2000 });
  expect(watched.formats).toEqual(['float32']);
  const usual = await conform({});
  expect(usual.watched.terms[0]).not.toHaveProperty('runs');
  expect(usual.watched.opened[0]![1].limits).toMatchObject({ time: 10_000 });
});

test('known failures are let be, and stale ones are told', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'known.json');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, JSON.stringify([{ law: failed.law, reason: 'being rewritten' }]));
  const known = await conform({ laws: [passed, failed] }, { knownFailures: file });
  expect(known.code).toBe(0);
  expect(known.out).toContain('failed    a-within-bound    known: being rewritten\n');
  writeFileSync(file, JSON.stringify([{ law: passed.law, reason: 'being rewritten' }]));
  const stale = await conform({ laws: [passed] }, { knownFailures: file });
  expect(stale.code).toBe(1);
  expect(stale.out).toContain(
    'known failure of r-linearity: must stand for a failure, got none: the law holds\n',
  );
});

test('several subjects are a table, each with its own end; the worst is the code', async () => {
  const course: Course = {
    open: (spec) => (spec.kind === 'module' ? { kind: 'does not parse', got: 'x' } : undefined),
    laws: [passed, failed],
  };
  const { code, out, err, watched } = await conform(course, {}, ['cmd:a', 'module:b.mjs', 'cmd:c'], {
    columns: 120,
  });
  expect([code, err, watched.closed]).toEqual([2, '', 2]);
  expect(out).toContain('cmd:a              1       1        0        0        0  a-within-bound\n');
  expect(out).toContain('the module must parse, got x\n');
  expect(out.endsWith('3 subjects: 2 broken, 1 unusable\n')).toBe(true);
  const broken: Course = { open: () => ({ kind: 'threw at start', got: '' }) };
  expect((await conform(broken, {}, ['cmd:a', 'cmd:b'])).code).toBe(4);
});

test('Ctrl-C keeps what was decided, and ends with 130', async () => {
  const jsonFile = join(temporaryFolder(), 'grade.json');
  const known = { laws: [passed, failed], pause: () => undefined };
  const { code, out, watched } = await conform(known, { jsonFile });
  expect(watched.closed).toBe(1);
  expect(code).toBe(130);
  expect(out).toContain('incomplete: 1 passed');
  expect(out).toContain('interrupted: 1 of 1 subjects begun, the last not to its end\n');
  expect(JSON.parse(readFileSync(jsonFile, 'utf8'))).toMatchObject({
    laws: [{ law: 'r-linearity' }],
    seed: 5,
  });
  const several = await conform(known, {}, ['cmd:a', 'cmd:b']);
  expect(several.out).toContain('interrupted: 1 of 2 subjects begun');
  expect(several.watched.opened).toHaveLength(1);
});

test('a terminal sees how far the work is, and no other reader does', async () => {
  const shown = await conform({ laws: [passed, failed] }, {}, ['cmd:a'], { isTTY: true });
  expect(shown.err).toContain('2/2 laws');
  expect(shown.err.endsWith('\r\u001b[2K')).toBe(true);
  expect((await conform({}, {}, ['cmd:a', 'cmd:b'], { isTTY: true })).err).toContain('1/1 laws, cmd:b');
  expect((await conform({ laws: [passed, failed] })).err).toBe('');
});

test('a subject is ended also where its grading crashes', async () => {
  const { io } = watchedIo();
  const { grading, watched } = sampleGrading();
  const crash = {
    ...grading,
    grade: () => {
      throw new Error('crash');
    },
  };
  await expect(conformCommand(['cmd:a'], {}, io, { ...toolsOf(), grading: crash })).rejects.toThrow('crash');
  expect(watched.closed).toBe(1);
});

test('a page of the grade is written whole; where it cannot be made or written that is said before the work', async () => {
  const folder = temporaryFolder();
  const html = join(folder, 'grade.html');
  const pageParts = () => ({
    ...{ script: '', scriptHash: '', style: '', styleHash: '', formulas: {}, shapes: '' },
    ...{ plainStyle: 'p{}', plainStyleHash: 'sha256-plain' },
  });
  const made = await conform({ laws: [failed] }, { html }, ['cmd:a'], {}, { pageParts });
  expect(made.code).toBe(1);
  expect(readFileSync(html, 'utf8')).toContain('<style>p{}</style>');
  const refused = await conform({}, { html: folder }, ['cmd:a'], {}, { pageParts });
  expect([refused.code, refused.err]).toEqual([
    2,
    `conform: --html: the file must be writable, got '${folder}' (it is a folder)\n`,
  ]);
  for (const tools of [{}, { pageParts: () => undefined }]) {
    const { code, err, watched } = await conform({}, { html }, ['cmd:a'], {}, tools);
    expect([code, watched.opened]).toEqual([2, []]);
    expect(err).toBe(
      `conform: --html: the page must have been built (npm run build), got '${html}' without\n`,
    );
  }
});
