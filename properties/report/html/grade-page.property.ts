import { expect, test } from 'vitest';
import { gradePage } from '#report/html/grade-page.ts';
import type { PageParts } from '#report/html/page-parts.ts';
import { everyStatus, failed, gradedOf, hostile, passed } from '../sample-grade.ts';

const parts: PageParts = {
  script: 'alert(1)',
  scriptHash: '',
  style: 'p{font:1em formulas}',
  styleHash: '',
  plainStyle: 'p{content:"="}',
  plainStyleHash: 'sha256-plain',
  formulas: {},
  shapes: '',
};
const one = gradePage([everyStatus], parts);
const subject = { ...everyStatus.grade.subject, name: hostile, spec: `cmd:${hostile}` };
const several = gradePage([gradedOf([passed]), gradedOf([failed], { subject }), everyStatus], parts);

test('lets nothing in but its style sheet, and has no script', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(one)![1]!;
  expect(policy.replaceAll('&#39;', "'")).toBe(
    "default-src 'none'; style-src 'sha256-plain'; base-uri 'none'; form-action 'none'",
  );
  expect(one).toContain(`<style>${parts.plainStyle}</style>`);
  expect(one + several).not.toMatch(/<script|<img|\son\w+="|\sstyle=|https?:/);
});

test('one subject has its section alone, several have a table first that leads to each', () => {
  expect(one).toContain('<h1>The grade of mine</h1>');
  expect(one).not.toContain('id=summary');
  expect(several).toContain('<h1>The grades of 3 subjects</h1>');
  expect(several).toContain('3 subjects: 1 holds, 1 broken, 1 broke off.');
  expect(several).toMatch(
    /<a href=#subject-1>module:mine.mjs<\/a><td><span class=v-proved><em>holds<\/em><\/span><td>1<td>0<td>0<td>0<td>0<td><tr>/,
  );
  expect(several).toContain('<td>a-within-bound<tr>');
  expect(several).toContain('<td>must reply within the time limit, got');
  for (const id of ['subject-1', 'subject-2', 'subject-3']) expect(several).toContain(`<section id=${id}>`);
});

test('is the same bytes for the same grades', () => {
  expect(gradePage([everyStatus], parts)).toBe(one);
});
