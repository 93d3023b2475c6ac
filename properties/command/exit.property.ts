import { expect, test } from 'vitest';
import { exit, exitOf } from '#command/exit.ts';
import { helpText } from '#command/help.ts';

test('every code is told in the help, and no two are the same', () => {
  const codes = Object.values(exit);
  expect(new Set(codes).size).toBe(codes.length);
  const [, told = ''] = /^Exit codes: (.*)\.$/m.exec(helpText()) ?? [];
  expect(told.split('; ').map((code) => Number.parseInt(code, 10))).toEqual(codes);
});

test('what becomes of a subject ends with a code of its own', () => {
  expect(exitOf).toEqual({ holds: 0, broken: 1, incomplete: 3, unusable: 2, 'broke off': 4 });
});
