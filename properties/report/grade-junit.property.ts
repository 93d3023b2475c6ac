import { expect, test } from 'vitest';
import { gradeJunit } from '#report/grade-junit.ts';
import { errored, everyStatus, failed, gradedOf, hostile, passed, without } from './sample-grade.ts';

const count = (xml: string, tag: string): number => xml.split(`<${tag}`).length - 1;

/** What stays open of the tags of a document; throws nothing, and is empty when all are closed in order. */
function open(xml: string): readonly string[] {
  const left: string[] = [];
  for (const [, close, name, self] of xml.matchAll(/<(\/?)(\w+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self === '/') continue;
    if (close === '/') expect(left.pop()).toBe(name);
    else left.push(name!);
  }
  return left;
}

test('each law is a test, and the counts are those of the elements', () => {
  const xml = gradeJunit([everyStatus, gradedOf([passed])]);
  expect(xml).toContain('<testsuites name="counterclaim" tests="8" failures="2" errors="2" skipped="2">');
  expect(xml).toContain('<testsuite name="module:mine.mjs" tests="1" failures="0" errors="0" skipped="0">');
  expect([
    count(xml, 'testcase '),
    count(xml, 'failure '),
    count(xml, 'error '),
    count(xml, 'skipped '),
  ]).toEqual([8, 2, 2, 2]);
  expect(open(xml)).toEqual([]);
});

test('nothing that a subject says ends an element or an attribute', () => {
  const xml = gradeJunit([everyStatus]);
  expect(xml).not.toContain('<script>');
  expect(xml).not.toContain('\u0001');
  expect(xml).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const spec = hostile;
  const graded = gradedOf([failed, errored]);
  const named = { ...graded, grade: { ...graded.grade, subject: { ...graded.grade.subject, spec } } };
  expect(open(gradeJunit([named]))).toEqual([]);
});

test('a failure shows the input, and a known failure is skipped with its reason', () => {
  expect(gradeJunit([gradedOf([failed])])).toContain('k          ((1, 0), (-0, 2))');
  const known = [{ law: failed.law, reason: 'being rewritten' }];
  const xml = gradeJunit([{ ...gradedOf([failed]), known }]);
  expect(xml).toContain('<skipped message="known failure: being rewritten">');
  expect(count(xml, 'failure ')).toBe(0);
});

test('what says nothing of why it is has its status for a message', () => {
  const bare = without(failed, 'witness');
  const laws = (['skipped', 'failed', 'errored'] as const).map((status) => ({ ...bare, status }));
  const xml = gradeJunit([gradedOf(laws)]);
  expect(xml).toContain('<skipped message="skipped"/>');
  expect(xml).toContain('<failure message="">');
  expect(xml).toContain('<error message="">');
});
