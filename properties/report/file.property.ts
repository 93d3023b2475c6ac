import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileFault, makeFolder, writeWhole } from '#report/file.ts';
import { temporaryFolder } from '../command/temporary.ts';

test('a file is written whole, in folders that are made, and leaves nothing beside it', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a', 'b', 'grade.json');
  expect(fileFault(path)).toBeUndefined();
  expect(existsSync(path)).toBe(false);
  writeWhole(path, 'first');
  writeWhole(path, 'second');
  expect(readFileSync(path, 'utf8')).toBe('second');
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['grade.json']);
});

test('trying leaves what is there as it is', () => {
  const path = join(temporaryFolder(), 'grade.json');
  writeFileSync(path, 'kept');
  expect(fileFault(path)).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('kept');
});

test('a folder, and a file below a file, cannot be written', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(fileFault(folder)).toBe('it is a folder');
  expect(fileFault(join(folder, 'file', 'grade.json'))).toContain('file');
  mkdirSync(join(folder, 'closed'));
  chmodSync(join(folder, 'closed'), 0o500);
  // Root may write anywhere.
  if (process.getuid?.() !== 0) expect(fileFault(join(folder, 'closed', 'grade.json'))).toContain('EACCES');
});

test('a link stays a link, and a device a device', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'real'), '');
  symlinkSync('real', join(folder, 'link'));
  writeWhole(join(folder, 'link'), 'text');
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('text');
  expect(fileFault('/dev/null')).toBeUndefined();
  writeWhole('/dev/null', 'text');
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a folder that is there is left alone', () => {
  const folder = temporaryFolder();
  makeFolder(folder);
  makeFolder(join(folder, 'a', 'b'));
  expect(readdirSync(join(folder, 'a'))).toEqual(['b']);
});
