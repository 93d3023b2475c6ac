import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { faults } from './faults.mjs';

const root = join(import.meta.dirname, '../..');

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** What is wrong with the syntax of a text, if anything: a fault that does not parse tests nothing. */
function syntaxFaults(text: string): readonly string[] {
  const tree = ts.createSourceFile('fault.ts', text, ts.ScriptTarget.ES2022);
  // The parser's own findings; the public way to them makes a program, and takes seconds.
  const { parseDiagnostics } = tree as unknown as { readonly parseDiagnostics: readonly ts.Diagnostic[] };
  return parseDiagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('there are faults in every room, and no two of one name', () => {
  const rooms = new Set(faults.map(({ file }) => file.split('/')[1]));
  expect([...rooms].toSorted()).toEqual([
    'arithmetic',
    'bound',
    'claim',
    'command',
    'conformance',
    'coq',
    'domain',
    'evaluation',
    'gate',
    'judge',
    'kernel',
    'law',
    'pool',
    'reference',
    'report',
    'wasm',
  ]);
  expect(faults.length).toBeGreaterThanOrEqual(50);
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});

test('every fault changes one place of its file', () => {
  const stale = faults.filter(({ file, from, to }) => from === to || textOf(file).split(from).length !== 2);
  expect(stale.map(({ name }) => name)).toEqual([]);
});

test('no fault is longer than what it takes the place of', () => {
  const lines = (text: string): number => text.split('\n').length;
  expect(faults.filter(({ from, to }) => lines(to) > lines(from)).map(({ name }) => name)).toEqual([]);
});

test('files parse with their faults in them', () => {
  for (const file of new Set(faults.map((fault) => fault.file))) {
    const broken = faults
      .filter((fault) => fault.file === file)
      .reduce((text, { from, to }) => text.replace(from, () => to), textOf(file));
    expect([file, syntaxFaults(broken)]).toEqual([file, []]);
  }
});

test('a fault that does not parse would be found', () => {
  expect(syntaxFaults('const a = (1;')).not.toEqual([]);
});

test('every fault names properties that are there', () => {
  for (const { name, seenBy } of faults) {
    expect([name, seenBy.length > 0]).toEqual([name, true]);
    expect([name, seenBy.filter((file) => !existsSync(join(root, file)))]).toEqual([name, []]);
  }
});
