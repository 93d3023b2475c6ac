import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, xmlText } from '#report/xml.ts';

/** What a reader of XML makes of escaped text. */
function read(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

test('text reads back, and holds nothing that ends it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = xmlText(text);
      expect(escaped).not.toMatch(/[<>"]/);
      expect(escaped).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#\d+;)/);
      expect(read(escaped)).toBe(text);
    }),
  );
  expect(read(xmlText('a\n\t"b" & <c>'))).toBe('a\n\t"b" & <c>');
});

test('what XML cannot hold at all is written out', () => {
  expect(xmlText('\u0000\u001b\ufffe\ud800')).toBe('\\u{0}\\u{1b}\\u{fffe}\\u{d800}');
  expect(xmlText('\ud83d\ude00')).toBe('\ud83d\ude00');
});

test('an element has the attributes that are there, and what it holds', () => {
  expect(element('a', { b: 1, c: undefined, d: '"<' })).toBe('<a b="1" d="&quot;&lt;"/>');
  expect(element('a', {}, [element('b', {}), 'text'])).toBe('<a>\n<b/>\ntext\n</a>');
});
