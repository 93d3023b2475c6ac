import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, printableLines } from '#conformance/printable.ts';

test.each([
  ['a plain text', 'a plain text'],
  ['\u001b[1;31mred\u001b[0m', 'red'],
  ['\u001b[2J\u001b[Hgone', 'gone'],
  ['\u009b31mred', 'red'],
  ['\u001b]0;a title\u0007shown', 'shown'],
  ['\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u001b\\', 'link'],
  ['\u001bPdevice\u001b\\after', 'after'],
  ['\u001b(0box\u001bc', 'box'],
  ['never ended \u001b]0;title', 'never ended'],
  ['\u001b', ''],
  ['bell\u0007back\b', 'bell\\u{7}back\\u{8}'],
  ['one\r\ntwo\tthree  four', 'one two three four'],
  ['\u202eturned\u200b', '\\u{202e}turned\\u{200b}'],
  ['half \ud83d', 'half \\u{d83d}'],
  ['whole \u{1f600}', 'whole \u{1f600}'],
  ['\u2028', ''],
])('shows %j as %j', (text, shown) => {
  expect(printable(text, 100)).toBe(shown);
});

test('keeps ends of lines and tabs where lines are wanted', () => {
  expect(printableLines('one\r\n\ttwo\u0007\n\u001b[1mthree\n\n', 100)).toBe('one\n\ttwo\\u{7}\nthree');
});

test('counts what it leaves out', () => {
  expect(printable('abcdef', 6)).toBe('abcdef');
  expect(printable('abcdefg', 6)).toBe('abcdef... (1 more)');
  expect(printable('x'.repeat(10 ** 6), 4)).toBe('xxxx... (999996 more)');
  expect(printable(`a${'\u001b[0m'.repeat(1000)}b`, 4)).toBe('a... (4001 more)');
});

test('does not cut a pair in half', () => {
  expect(printable('\u{1f600}\u{1f600}', 3)).toBe('\u{1f600}... (2 more)');
});

test('nothing that it shows is obeyed or invisible', () => {
  const marks = fc.string({ unit: fc.integer({ min: 0, max: 0x2100 }).map((c) => String.fromCharCode(c)) });
  fc.assert(
    fc.property(marks, fc.integer({ min: 1, max: 20 }), (text, limit) => {
      expect(printable(text, limit)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(printableLines(text, limit)).not.toMatch(/[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(printable(text, limit).length).toBeLessThan(limit + 30);
    }),
  );
});
