import fc from 'fast-check';
import { expect, test } from 'vitest';
import { block, cellCode, code, markdownTable, plain } from '#report/escape.ts';

/** What a reader of the page sees of escaped text. */
function seen(markdown: string): string {
  return markdown
    .replace(/\\([\\`*_[\]|~$#])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

const marks = fc.string({
  unit: fc.constantFrom('a', ' ', '|', '`', '<', '>', '&', '_', '*', '\\', '$', '[', '\n'),
});

test('text is seen as it is, and nothing in it is markup', () => {
  fc.assert(
    fc.property(marks, (text) => {
      const markdown = plain(text);
      expect(seen(markdown)).toBe(text.replace(/\s+/g, ' '));
      expect(markdown.replace(/\\./g, '')).not.toMatch(/[`*_[\]|~$#<>]/);
    }),
  );
  expect(plain('a | b < c')).toBe('a \\| b &lt; c');
});

test('code is fenced by more backticks than it holds', () => {
  fc.assert(
    fc.property(marks, (text) => {
      const [, fence = '', held = ''] = /^(`+)([\s\S]*?)\1$/.exec(code(text)) ?? [];
      const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
      expect(runs).not.toContain(fence.length);
      expect(held.trim()).toBe(text.trim());
    }),
  );
  expect([code('a'), code('`a'), code('a`b')]).toEqual(['`a`', '`` `a ``', '``a`b``']);
});

test('a pipe does not end the cell of a table', () => {
  expect(code('|x|')).toBe('`|x|`');
  expect(cellCode('|x|')).toBe('`\\|x\\|`');
});

test('a block is fenced by more backticks than it holds, three at least', () => {
  expect(block('text', 'a\nb')).toBe('```text\na\nb\n```');
  expect(block('', '```')).toBe('````\n```\n````');
});

test('a table has a rule under its head and a line for each row', () => {
  expect(
    markdownTable(
      ['a', 'b'],
      [
        ['1', '2'],
        ['3', ''],
      ],
    ),
  ).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 |  |');
});
