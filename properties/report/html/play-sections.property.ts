import { expect, test } from 'vitest';
import { playHtml } from '#report/html/play-sections.ts';

const { text } = playHtml({ formats: [], thresholds: [] }, undefined);

test('everything to play with is there before the script is, with its controls hidden', () => {
  expect([...text.matchAll(/<section id="(\w+)" class="play">/g)].map(([, id]) => id)).toEqual([
    'recurrence',
    'attention',
    'linear',
    'break',
  ]);
  expect([...text.matchAll(/<form class="controls" autocomplete="off" hidden>/g)]).toHaveLength(4);
});

test('it begins with what is worth seeing', () => {
  expect(text).toContain('T = 4, even: h_T = 5, the sum of the write-up is 5: they agree.');
  expect(text).toContain('a token gives away 0.3348 to 0.4239 of its weight');
  expect(text).toContain('fewer multiplications from T = 65 on');
  expect(text).toContain('<optgroup label="q1-dropped-factor-1000"><option selected>literal</option>');
});
