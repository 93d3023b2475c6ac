import { expect, test } from 'vitest';
import { verdictWords } from '#judge/verdict.ts';
import { html } from '#report/html/html.ts';
import { markShapes, verdictMark } from '#report/html/verdict-mark.ts';

test('every verdict has a shape of its own, which its mark points to', () => {
  const { text } = markShapes(html`<symbol id="other"></symbol>`);
  const shapes = [...text.matchAll(/<symbol id="m-([\w-]+)" viewBox="0 0 24 24">(.*?)<\/symbol>/g)];
  expect(shapes.map(([, word]) => word)).toEqual(verdictWords);
  expect(new Set(shapes.map(([, , shape]) => shape)).size).toBe(verdictWords.length);
  expect(text).toContain('<symbol id="other">');
  for (const word of verdictWords) expect(verdictMark(word).text).toContain(`href="#m-${word}"`);
});
