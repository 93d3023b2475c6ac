import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, html, jsonInHtml, trusted } from '#report/html/html.ts';

test('text in an element or an attribute stays text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { text: written } = html`<p title="${text}">${text}</p>`;
      const escaped = escapeHtml(text);
      expect(written).toBe(`<p title="${escaped}">${escaped}</p>`);
      expect(escaped).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
    }),
  );
});

test('what was escaped can be read back, but for characters that HTML forbids', () => {
  expect(escapeHtml(`<a href='x' id="y">&`)).toBe('&lt;a href=&#39;x&#39; id=&quot;y&quot;&gt;&amp;');
  expect(escapeHtml('a\0b\u0007c\td\ne')).toBe('a\ufffdb\ufffdc\td\ne');
});

test('HTML, lists, numbers and nothing find their places', () => {
  expect(html`${html`<b>`}${['<', html`<i>`, [1]]}${undefined}${-0.5}`.text).toBe('<b>&lt;<i>1-0.5');
  expect(trusted('<p>').text).toBe('<p>');
});

test('data in a script cannot end it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      const { text } = jsonInHtml({ data, hostile: '</script><!--' });
      expect(text).not.toContain('<');
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ data, hostile: '</script><!--' })));
    }),
  );
});
