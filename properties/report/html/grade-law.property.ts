import { expect, test } from 'vitest';
import { lawStatuses } from '#report/graded.ts';
import { lawArticle, lawTile, lookOf, statusMark, statusMeanings } from '#report/html/grade-law.ts';
import { errored, failed, lacking, passed, without, witness } from '../sample-grade.ts';

test('each status has a look, a mark and a meaning of its own', () => {
  for (const of of [
    lookOf,
    (one: keyof typeof statusMeanings) => statusMark(one).text,
    (one: keyof typeof statusMeanings) => statusMeanings[one],
  ]) {
    expect(new Set(lawStatuses.map(of)).size).toBe(lawStatuses.length);
  }
});

test('a tile says what it stands for, and leads to it', () => {
  expect(lawTile(passed, 'there').text).toContain(
    '<a class="tile v-proved" href="#there" aria-label="passed: r-linearity" title="passed: r-linearity">',
  );
});

test('a broken law has its call as a picture, the value on a line, and how to see it again', () => {
  const { text } = lawArticle(failed, 'there', undefined);
  expect(text).toMatch(/^<details class="claim v-refuted" id="there" open>/);
  for (const shown of [
    'q = (1, 0.1); k = (1, 0), (0, 2); v = (3), (4)',
    'The value returned beside the exact one',
    'It looks like: the mask is off by one',
    '<dt>at</dt><dd><code>row 0, column 0</code></dd>',
    '<dd><code>((0x1p+0, 0x1.999999999999ap-4))</code></dd>',
    '<code class="whole">counterclaim conform module:mine.mjs --replay',
    '1 case, Infinity of the bound, at softmaxAttention, n = 1.',
  ]) {
    expect(text).toContain(shown);
  }
  expect(text).not.toContain('<dt></dt>');
  expect(text).not.toContain('<script>');
  const plain = lacking(witness, 'looksLike');
  expect(lawArticle({ ...failed, witness: plain }, 'there', undefined).text).not.toContain('It looks like');
});

test('a law that is let be says why, one that was not answered as well', () => {
  expect(lawArticle(failed, 'there', 'being <mended>').text).toContain(
    'Known and let be</b>: being &lt;mended&gt;',
  );
  const { text } = lawArticle(errored, 'there', undefined);
  expect(text).toContain('<p>must reply within the time limit');
  expect(lawArticle(without(errored, 'why'), 'there', undefined).text).toContain(
    '<div class="inside"><p class="note">3 cases.</p>',
  );
});
