import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSubjects } from '#command/subjects.ts';
import { temporaryFolder } from './temporary.ts';

const builtins = ['recurrence/scan/plain/binary64', 'softmax-attention/tiled/simd/binary64'];

test('reads subjects in the order in which they are named', () => {
  expect(readSubjects(['cmd:python3 mine.py', 'module:b.mjs', `builtin:${builtins[1]}`], builtins)).toEqual({
    several: true,
    subjects: [
      {
        text: 'cmd:python3 mine.py',
        spec: { kind: 'process', command: 'python3 mine.py', words: ['python3', 'mine.py'] },
      },
      { text: 'module:b.mjs', spec: { kind: 'module', file: 'b.mjs' } },
      { text: `builtin:${builtins[1]}`, spec: { kind: 'builtin', name: builtins[1] } },
    ],
  });
  expect(readSubjects(['module:b.mjs'], builtins)).toMatchObject({ several: false });
});

test('a folder stands for the modules in it, in alphabetic order', () => {
  const folder = temporaryFolder();
  for (const file of ['b.mjs', 'a.js', 'c.cjs', 'notes.md']) writeFileSync(join(folder, file), '');
  mkdirSync(join(folder, 'd.mjs'));
  const read = readSubjects([folder], builtins);
  expect('fault' in read ? read : read.subjects.map(({ text }) => text)).toEqual([
    `module:${join(folder, 'a.js')}`,
    `module:${join(folder, 'b.mjs')}`,
  ]);
  expect(read).toMatchObject({ several: true });
  mkdirSync(join(folder, 'one'));
  writeFileSync(join(folder, 'one', 'e.mjs'), '');
  expect(readSubjects([join(folder, 'one')], builtins)).toMatchObject({ several: true, subjects: [{}] });
});

test('refuses what names no subject, and suggests what was meant', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'mine.mjs');
  expect(readSubjects([folder], builtins)).toEqual({
    fault: `conform: a folder must hold modules (.mjs, .js), got '${folder}'`,
  });
  expect(readSubjects([file], builtins)).toEqual({
    fault: `conform: subject: must begin with module:, cmd: or builtin:, got '${file}'`,
  });
  writeFileSync(file, '');
  expect(readSubjects([file], builtins)).toEqual({
    fault: `conform: subject: must begin with module:, cmd: or builtin:, got '${file}'; did you mean 'module:${file}'?`,
  });
  expect(readSubjects(['module:'], builtins)).toHaveProperty('fault');
  expect(readSubjects(['builtin:softmax-attention/tiled'], builtins)).toEqual({
    fault:
      "conform: the builtin must be a kernel, got 'softmax-attention/tiled'; " +
      `did you mean '${builtins[1]}'? 'counterclaim conform builtin:list' lists them`,
  });
  expect(readSubjects(['builtin:scan'], builtins)).toEqual({
    fault: expect.stringContaining(`did you mean '${builtins[0]}'?`) as string,
  });
});
