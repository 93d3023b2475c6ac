import { expect, test } from 'vitest';
import { gradeJson } from '#report/grade-json.ts';
import { everyStatus, gradedOf, passed } from './sample-grade.ts';

test('one subject is its grade, several are a list', () => {
  const graded = gradedOf([passed]);
  expect(JSON.parse(gradeJson([graded], false))).toEqual(graded.grade);
  expect(JSON.parse(gradeJson([graded, graded], true))).toEqual({
    version: 1,
    grades: [graded.grade, graded.grade],
  });
});

test('known failures are told with what is stale of them, and a share that JSON cannot hold by name', () => {
  const written = JSON.parse(gradeJson([everyStatus], false)) as {
    laws: { worst?: { share: unknown } }[];
    knownFailures: unknown;
  };
  expect(written.laws.map(({ worst }) => worst?.share)).toEqual([
    0.93812,
    'Infinity',
    undefined,
    undefined,
    undefined,
  ]);
  expect(written.knownFailures).toEqual([{ ...everyStatus.known[0], stale: 'the law holds' }]);
  const kept = { ...everyStatus, stale: [] };
  expect(JSON.parse(gradeJson([kept], false))).toMatchObject({ knownFailures: [{ stale: null }] });
});
