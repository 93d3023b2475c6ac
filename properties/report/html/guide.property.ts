import { expect, test } from 'vitest';
import { guideHtml, term } from '#report/html/guide.ts';

test('the guide takes less than 200 words, what is said on hover aside', () => {
  const text = guideHtml()
    .text.replace(/<span role="tooltip">.*?<\/span>/g, '')
    .replace(/<[^>]*>/g, ' ');
  expect(text.split(/\s+/).length).toBeLessThan(200);
});

test('every word of the glossary can be reached by keyboard', () => {
  expect(term('witness', 'witnesses').text).toMatch(
    /^<dfn tabindex="0">witnesses<span role="tooltip">A counterexample/,
  );
  expect([...guideHtml().text.matchAll(/<dfn tabindex="0">/g)].length).toBeGreaterThan(5);
});
