import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSubjectSpec, splitWords } from '#conformance/subject-spec.ts';

test.each([
  ['module:./mine.mjs', { kind: 'module', file: './mine.mjs' }],
  ['module:C:\\mine.mjs', { kind: 'module', file: 'C:\\mine.mjs' }],
  ['builtin:tiled', { kind: 'builtin', name: 'tiled' }],
  ['cmd:python3 mine.py', { kind: 'process', command: 'python3 mine.py', words: ['python3', 'mine.py'] }],
])('reads %s', (text, spec) => {
  expect(readSubjectSpec(text)).toEqual(spec);
});

test.each([
  ['./mine.mjs', 'must begin with module:, cmd: or builtin:'],
  ['', 'must begin with module:, cmd: or builtin:'],
  ['Module:x', 'must begin with module:, cmd: or builtin:'],
  ['module:', 'must name something after module:'],
  ['cmd:  ', 'must name something after cmd:'],
  ["cmd:python3 'mine.py", 'every quote must be closed'],
  ['cmd:"" x', 'must name a command'],
])('finds fault with %j', (text, must) => {
  expect(readSubjectSpec(text)).toEqual({ fault: `subject: ${must}, got '${text}'` });
});

test.each([
  ['  a   b\tc ', ['a', 'b', 'c']],
  ["a 'b c' d", ['a', 'b c', 'd']],
  ['a "b \'c\'" d', ['a', "b 'c'", 'd']],
  ['a "b \\"c\\" \\\\ \\n"', ['a', 'b "c" \\ \\n']],
  ['pre\'mid\'"post"', ['premidpost']],
  ["''", ['']],
  ["a '' b", ['a', '', 'b']],
  ['a\\ b c', ['a b', 'c']],
  ['C:\\bin\\python.exe x', ['C:\\bin\\python.exe', 'x']],
  ['\\\'a\\"', ['\'a"']],
  ['$HOME | `x` ; *', ['$HOME', '|', '`x`', ';', '*']],
  ['', []],
  ['end\\', ['end\\']],
])('splits %j into %j', (command, words) => {
  expect(splitWords(command)).toEqual(words);
});

test.each(["'", '"', "a 'b", 'a "b', 'a "b\\"'])('%j has a quote that is not closed', (command) => {
  expect(splitWords(command)).toBeUndefined();
});

test('words in single quotes come back as they were', () => {
  const word = fc.string({ minLength: 1 }).map((text) => text.replaceAll("'", ''));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(splitWords(words.map((text) => `'${text}'`).join(' '))).toEqual(words);
    }),
  );
});
