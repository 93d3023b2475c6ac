import { expect, test } from 'vitest';
import { outcomes } from '#report/graded.ts';
import { gradeSection, outcomeLooks } from '#report/html/grade-section.ts';
import {
  errored,
  everyStatus,
  failed,
  gradedOf,
  gradeOf,
  passed,
  unasked,
  without,
} from '../sample-grade.ts';

test('tells the sum, the subject, why it broke off, what it printed, and entries that are stale', () => {
  const { text } = gradeSection(everyStatus, 's');
  for (const shown of [
    '<em>broke off</em> 1 passed, 1 failed, 1 blocked, 1 errored, 1 skipped; 16 cases, seed 5.',
    '<dt>subject</dt><dd>module:mine.mjs</dd>',
    '<dt>offers</dt><dd>alternatingSum, softmaxAttention</dd>',
    '<dt>broke off</dt><dd>must reply within the time limit, got',
    '<dt>stale</dt><dd>known failure of r-linearity: the law holds</dd>',
    '<summary>What it printed</summary><pre>said',
  ]) {
    expect(text).toContain(shown);
  }
  expect(text).not.toContain('<script>');
  expect(text).not.toContain('interrupted');
});

test('every mark leads to what is told of its law', () => {
  const { text } = gradeSection(everyStatus, 's');
  const named = new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));
  const links = [...text.matchAll(/href="#(s[^"]*)"/g)].map(([, id]) => id!);
  expect(links).toEqual(['s-laws', 's-4', 's-1', 's-laws', 's-laws']);
  expect(links.filter((id) => !named.has(id))).toEqual([]);
});

test('errors stand beside their bounds, and laws that were not asked by why', () => {
  const { text } = gradeSection(everyStatus, 's');
  expect(text).toContain('<desc>r-linearity: 0.939; a-within-bound: Infinity</desc>');
  expect(text).toContain(
    '<th scope="row">r-linearity</th><td>12</td><td>0.939</td><td>alternatingSum, T = 3</td>',
  );
  expect(text).toContain(
    '<li>skipped: the subject offers no linearAttention<br><small>l-within-bound</small></li>',
  );
  expect(text).toContain(
    '<li>blocked: builds on softmax-attention-shape<br><small>a-row-stochastic</small></li>',
  );
  expect(text).toContain('<th scope="row">a-within-bound</th><td>failed</td><td>1</td>');
});

test('says no more than there is', () => {
  const { text } = gradeSection(gradedOf([without(passed, 'worst')]), 's');
  expect(text.match(/<h3>[^<]*/g)).toEqual(['<h3>The recurrence']);
  expect(gradeSection(gradedOf([errored]), 's').text).toContain('<h3>What was not judged</h3>');
  expect(gradeSection(gradedOf([errored, failed]), 's').text).toContain('<h3>What is broken</h3>');
  expect(gradeSection(gradedOf([without(unasked[0]!, 'why')]), 's').text).toContain(
    '<li>skipped: not asked<br>',
  );
  expect(gradeSection({ grade: gradeOf([]), known: [], stale: [], interrupted: true }, 's').text).toContain(
    'before every law was judged',
  );
});

test('every outcome has a look', () => {
  for (const outcome of outcomes) expect(outcomeLooks[outcome]).toMatch(/^v-/);
});
