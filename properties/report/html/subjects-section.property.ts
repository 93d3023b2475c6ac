import { expect, test } from 'vitest';
import { subjectsSection } from '#report/html/subjects-section.ts';
import { sampleSpecimens } from './sample-specimens.ts';

const { text } = subjectsSection(sampleSpecimens);

test('shows every kernel with its share of the bound, those that are right, and those that break off', () => {
  expect(text).toContain(
    '<tr><th scope="row">The recurrence: lanes</th><td>0.99</td><td></td><td>0.9</td><td></td><td></td><td></td></tr>',
  );
  expect(text).toContain('<td></td><td></td><td></td><td></td><td>0.72134</td><td></td></tr>');
  expect(text).toContain('3 kernels, from 0.721 to 0.99 of the bound.');
  expect(text).toContain(
    '<th scope="row">The recurrence</th><td>in binary64 for binary32</td><td>0.018</td>',
  );
  expect(text).toContain('<th scope="row">time limit</th><td>endless-call</td><td>sleeps</td>');
  expect(text).toContain('<th scope="row">exited</th><td>exit-call</td><td></td>');
});

test('a kernel in binary32 is hollow, and its tier a shape', () => {
  expect(text).toContain('<path class="dot-1 hollow" d="M');
  expect(text).toContain('<path class="dot-0" d="M');
  expect(text).toContain('<path class="dot-2" d="M');
});

test('has a matrix for each system, and a title, a description and a table for each chart', () => {
  expect(text.match(/<h4>[^<]*/g)).toEqual([
    '<h4>The recurrence',
    '<h4>Softmax attention',
    '<h4>Linear attention',
  ]);
  const figures = text.split('<figure>').slice(1);
  expect(figures).toHaveLength(5);
  for (const figure of figures) expect(figure).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>.*<table/s);
});

test('says how it is made where it was not', () => {
  expect(subjectsSection(undefined).text).toContain('<code>npm run matrix</code> writes it');
});
