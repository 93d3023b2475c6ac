import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiHtml, asciiScript } from '#report/html/ascii.ts';
import { anyText } from '../../conformance/any-text.ts';

test('text of HTML is ASCII, each other character a reference by its number', () => {
  expect(asciiHtml('<p title="β">∥x∥ \u{1d54f}</p>')).toBe('<p title="&#946;">&#8741;x&#8741; &#120143;</p>');
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = asciiHtml(text.replaceAll('&', ''));
      expect(plain).toMatch(/^[\0-\x7f]*$/);
      const read = plain.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
      expect(read).toBe(text.replaceAll('&', ''));
    }),
  );
});

test('a string of a script is ASCII and reads as the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = asciiScript(JSON.stringify(text));
      expect(plain).toMatch(/^[\0-\x7f]*$/);
      expect(JSON.parse(plain)).toBe(text);
    }),
  );
});
