import { expect, test } from 'vitest';
import { endText, lawText, subjectLine, sumText, unaskedText } from '#report/grade-text.ts';
import { errored, everyStatus, failed, gradedOf, passed, unasked, without } from './sample-grade.ts';

const paper = { columns: 80, colour: false };

test('says who is graded', () => {
  expect(subjectLine(everyStatus.grade.subject)).toBe(
    'module:mine.mjs (mine, javascript, float64): alternatingSum, softmaxAttention\n',
  );
  expect(subjectLine({ ...everyStatus.grade.subject, language: '' })).toContain('(mine, float64)');
});

test('a law that holds takes a line, one that is broken shows its witness', () => {
  expect(lawText(passed, undefined, 14, paper)).toBe(
    'passed    r-linearity     12 cases, 0.939 of the bound\n',
  );
  const lines = lawText(failed, undefined, 14, paper).split('\n');
  expect(lines[0]).toBe('failed    a-within-bound  1 case, Infinity of the bound');
  expect(lines).toContain('          exact      3.2689414213699951207');
  expect(lawText(failed, 'being rewritten', 14, paper)).toBe(
    'failed    a-within-bound  known: being rewritten\n',
  );
});

test('what broke off says why, cut to the width', () => {
  expect(lawText(errored, undefined, 14, paper)).toMatch(
    /^errored {3}r-reversal {6}must reply within the .*…\n$/,
  );
  const bare = without(errored, 'why');
  expect(lawText(bare, undefined, 14, paper)).toContain('3 cases');
  expect(lawText(errored, undefined, 70, paper).length).toBeGreaterThan(100);
});

test('laws that were not asked are told together, by why', () => {
  const text = unaskedText([...unasked, { ...unasked[0]!, law: 'l-rank' }, passed], paper);
  expect(text).toBe(
    'skipped   the subject offers no linearAttention:\n          l-within-bound, l-rank\n' +
      'blocked   builds on softmax-attention-shape:\n          a-row-stochastic\n',
  );
  const bare = without(unasked[0]!, 'why');
  expect(unaskedText([bare], paper)).toContain('skipped   not asked:\n');
  const many = Array.from({ length: 30 }, (_, i) => ({ ...unasked[0]!, law: `l-law-${i}` }));
  for (const line of unaskedText(many, paper).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('the end tells what is stale, why it broke off, what was printed, and the sum', () => {
  const text = endText(everyStatus, 1.25, paper);
  expect(text).toContain('known failure of r-linearity: must stand for a failure, got none: the law holds\n');
  expect(text).toContain('\nsubject: must reply within the time limit, got ');
  expect(text).toContain('\nit printed:\n  said ');
  expect(text).toContain('\n  and more\n');
  expect(
    text.endsWith(
      'broke off: 1 passed, 1 failed, 1 blocked, 1 errored, 1 skipped; 16 cases, seed 5, 1.3 s\n',
    ),
  ).toBe(true);
});

test('where all holds, what was printed is of no interest', () => {
  expect(endText(gradedOf([passed], { printed: 'hello' }), 0.5, paper)).toBe(
    'holds: 1 passed; 12 cases, seed 5, 0.5 s\n',
  );
  expect(sumText(gradedOf([]).grade)).toBe('0 passed; 0 cases, seed 5');
});

test('colours words only where colours are wanted', () => {
  const coloured = { ...paper, colour: true };
  for (const law of everyStatus.grade.laws) expect(lawText(law, undefined, 5, coloured)).toContain('\u001b[');
  for (const law of everyStatus.grade.laws) expect(lawText(law, undefined, 5, paper)).not.toContain('\u001b');
  expect(endText(gradedOf([passed]), 1, coloured)).toContain('\u001b[32mholds');
  expect(endText(gradedOf([failed]), 1, coloured)).toContain('\u001b[31mbroken');
});
