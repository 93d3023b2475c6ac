import { expect, test } from 'vitest';
import { evaluateCommand } from '#command/evaluate.ts';
import { toolsOf, watchedIo } from './sample-io.ts';

test('answers each line, passes over blank ones, and counts them all', async () => {
  const { io, seen } = watchedIo({ lines: ['a', '', '  \r', 'b'] });
  expect(await evaluateCommand({}, io, toolsOf())).toBe(0);
  expect(seen.out).toEqual(['1 40 a\n', '4 40 b\n']);
});

test('certifies the digits asked for', async () => {
  const { io, seen } = watchedIo({ lines: ['a'] });
  await evaluateCommand({ digits: 60 }, io, toolsOf());
  expect(seen.out).toEqual(['1 60 a\n']);
});

test('stops when nobody reads the answers', async () => {
  const answers: string[] = [];
  const { io } = watchedIo({ lines: ['a', 'b', 'c'], out: (text) => answers.push(text) < 2 });
  expect(await evaluateCommand({}, io, toolsOf())).toBe(0);
  expect(answers).toEqual(['1 40 a\n', '2 40 b\n']);
});
