import { expect, test } from 'vitest';
import { functionNames } from '#conformance/contract.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import { laws } from '#law/laws.ts';
import { oracleLaws } from '#law/oracle-laws.ts';

test('no two laws have one name, and names are words for a command line', () => {
  const ids = gradedLaws.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
});

test('every law of values, and every one that relates results, is graded', () => {
  const ids = new Set(gradedLaws.map(({ id }) => id));
  const related = laws.filter(({ parts }) => parts.some(({ kind }) => kind === 'relation'));
  expect([...oracleLaws, ...related].filter(({ id }) => !ids.has(id))).toEqual([]);
  expect(ids.size).toBe(oracleLaws.length + related.length + 17);
});

test('every function has laws of each stage', () => {
  for (const fn of functionNames) {
    const stages = gradedLaws.filter(({ fns }) => fns.includes(fn)).map(({ stage }) => stage);
    expect(new Set(stages)).toEqual(new Set(['shape', 'finite', 'behaviour', 'values', 'relation']));
  }
});
