import { expect, test } from 'vitest';
import { summaryLine, summaryTable } from '#report/grade-summary.ts';
import { everyStatus, failed, gradedOf, passed } from './sample-grade.ts';

const stale = { ...gradedOf([passed]), stale: everyStatus.stale };
const all = [gradedOf([passed]), gradedOf([passed, failed]), everyStatus, stale];

test('one line a subject, with its counts and what is wrong first', () => {
  const lines = summaryTable(all, { columns: 120, colour: false }).split('\n');
  expect(lines).toEqual([
    'subject          passed  failed  blocked  errored  skipped',
    'module:mine.mjs       1       0        0        0        0  holds',
    'module:mine.mjs       1       1        0        0        0  a-within-bound',
    expect.stringMatching(
      /^module:mine\.mjs {7}1 {7}1 {8}1 {8}1 {8}1 {2}must reply within the time limit, .*…$/,
    ),
    'module:mine.mjs       1       0        0        0        0  known failure of r-linearity: the law holds',
    '',
  ]);
});

test('a long name is cut, and colours are for who wants them', () => {
  const graded = gradedOf([passed]);
  const spec = `module:${'a'.repeat(100)}`;
  const long = { ...graded, grade: { ...graded.grade, subject: { ...graded.grade.subject, spec } } };
  expect(summaryTable([long], { columns: 20, colour: false }).split('\n')[1]!.length).toBeLessThan(100);
  const coloured = summaryTable(all, { columns: 100, colour: true });
  for (const code of ['[32m', '[31m', '[35m']) expect(coloured).toContain(`\u001b${code}`);
});

test('sums up how many came to what', () => {
  expect(summaryLine(all)).toBe('4 subjects: 1 holds, 2 broken, 1 broke off');
  expect(summaryLine(all.slice(0, 1))).toBe('1 subject: 1 holds');
});
