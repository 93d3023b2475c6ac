import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeGrades } from '#command/conform-outputs.ts';
import { gradescopeResults } from '#report/grade-gradescope.ts';
import { gradeJson } from '#report/grade-json.ts';
import { gradeJunit } from '#report/grade-junit.ts';
import { gradePage } from '#report/html/grade-page.ts';
import { everyStatus } from '../report/sample-grade.ts';
import { temporaryFolder } from './temporary.ts';

const plan = { subjects: [], laws: [], known: [] };

test('writes each file that is asked for, and no other', () => {
  const folder = temporaryFolder();
  const [jsonFile, junit, gradescope] = ['a.json', 'b.xml', 'c.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeGrades([everyStatus], { ...plan, several: false }, {});
  expect(readdirSync(folder)).toEqual([]);
  const weights = { rnn: 5 };
  writeGrades([everyStatus], { ...plan, several: false, weights }, { jsonFile, junit, gradescope });
  expect([jsonFile, junit, gradescope].map((path) => readFileSync(path, 'utf8'))).toEqual([
    gradeJson([everyStatus], false),
    gradeJunit([everyStatus]),
    gradescopeResults(everyStatus, weights),
  ]);
  writeGrades([everyStatus], { ...plan, several: true }, { jsonFile });
  expect(readFileSync(jsonFile, 'utf8')).toBe(gradeJson([everyStatus], true));
  expect(existsSync(`${jsonFile}.${process.pid}.tmp`)).toBe(false);
});

test('writes a page where there is something to make it of', () => {
  const html = join(temporaryFolder(), 'grade.html');
  const parts = {
    script: '',
    scriptHash: '',
    style: '',
    styleHash: '',
    plainStyle: 'p{}',
    plainStyleHash: 'h',
    formulas: {},
    shapes: '',
  };
  writeGrades([everyStatus], { ...plan, several: false }, { html });
  expect(existsSync(html)).toBe(false);
  writeGrades([everyStatus], { ...plan, several: false }, { html }, parts);
  expect(readFileSync(html, 'utf8')).toBe(gradePage([everyStatus], parts));
});
