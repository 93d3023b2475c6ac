import { failureWords } from '#conformance/failure.ts';
import type { LawGrade } from '#conformance/grade.ts';
import { excuseOf, type Graded } from './graded.ts';
import { lawLines } from './law-text.ts';
import { element, xmlText } from './xml.ts';

/** Grades as JUnit XML: a suite for each subject and a test for each law; what broke off is an error of the suite. */
export function gradeJunit(all: readonly Graded[]): string {
  const suites = all.map(suite);
  const total = (key: keyof Tally): number => suites.reduce((sum, { tally }) => sum + tally[key], 0);
  const attributes = {
    name: 'counterclaim',
    tests: total('tests'),
    failures: total('failures'),
    errors: total('errors'),
    skipped: total('skipped'),
  };
  const content = suites.map(({ xml }) => xml);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, content)}\n`;
}

type Kind = 'failures' | 'errors' | 'skipped' | undefined;
type Tally = Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>>;

interface Test {
  readonly xml: string;
  readonly kind: Kind;
}

function suite(graded: Graded): { readonly xml: string; readonly tally: Tally } {
  const { subject, laws, failure, seed } = graded.grade;
  const tests = [
    ...laws.map((law) => lawTest(graded, law)),
    ...graded.stale.map(({ law, why }) =>
      testcase(subject.spec, `known failure of ${law}`, 'failures', 'failure', why),
    ),
    ...(failure === undefined
      ? []
      : [testcase(subject.spec, 'subject', 'errors', 'error', failureWords(failure))]),
  ];
  const count = (kind: Kind): number => tests.filter((test) => test.kind === kind).length;
  const tally = {
    tests: tests.length,
    failures: count('failures'),
    errors: count('errors'),
    skipped: count('skipped'),
  };
  const properties = element('properties', {}, [element('property', { name: 'seed', value: seed })]);
  const content = [properties, ...tests.map(({ xml }) => xml)];
  return { xml: element('testsuite', { name: subject.spec, ...tally }, content), tally };
}

function lawTest(graded: Graded, law: LawGrade): Test {
  const classname = `${graded.grade.subject.spec}.${law.system}`;
  const { why = '', witness, status } = law;
  const text = lawLines(law).join('\n');
  const excuse = excuseOf(graded.known, law);
  if (excuse !== undefined)
    return testcase(classname, law.law, 'skipped', 'skipped', `known failure: ${excuse}`, text);
  switch (status) {
    case 'passed':
      return testcase(classname, law.law);
    case 'failed':
      return testcase(classname, law.law, 'failures', 'failure', witness?.why ?? why, text);
    case 'errored':
      return testcase(classname, law.law, 'errors', 'error', why, text);
    case 'blocked':
    case 'skipped':
      return testcase(classname, law.law, 'skipped', 'skipped', why === '' ? status : `${status}: ${why}`);
  }
}

function testcase(
  classname: string,
  name: string,
  kind?: Kind,
  tag = '',
  message?: string,
  text?: string,
): Test {
  const content = tag === '' ? [] : [element(tag, { message }, text === undefined ? [] : [xmlText(text)])];
  return { xml: element('testcase', { classname, name }, content), kind };
}
