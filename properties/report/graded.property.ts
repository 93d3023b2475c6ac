import { expect, test } from 'vitest';
import { caseCount, excuseOf, firstBroken, lawCounts, outcomeOf, ungraded } from '#report/graded.ts';
import { errored, everyStatus, failed, gradedOf, passed, unasked } from './sample-grade.ts';

const known = [{ law: failed.law, reason: 'the mask is being rewritten' }];

test('a subject holds when nothing is broken, whatever was not asked', () => {
  expect(outcomeOf(gradedOf([passed, ...unasked]))).toBe('holds');
  expect(outcomeOf(gradedOf([passed, failed]))).toBe('broken');
  expect(outcomeOf(gradedOf([failed, errored]))).toBe('broken');
  expect(outcomeOf(gradedOf([passed, errored]))).toBe('incomplete');
  expect(outcomeOf({ ...gradedOf([passed]), interrupted: true })).toBe('incomplete');
});

test('a subject that broke off is that before anything else, and one that was named wrong is of no use', () => {
  expect(outcomeOf(everyStatus)).toBe('broke off');
  expect(outcomeOf(gradedOf([], { failure: { kind: 'does not parse', got: '' } }))).toBe('unusable');
});

test('a known failure is let be, and only a failure', () => {
  const graded = { ...gradedOf([passed, failed]), known };
  expect(outcomeOf(graded)).toBe('holds');
  expect(excuseOf(known, failed)).toBe('the mask is being rewritten');
  expect(excuseOf(known, { ...passed, law: failed.law })).toBeUndefined();
  expect(firstBroken(graded)).toBeUndefined();
  expect(firstBroken(gradedOf([passed, failed]))).toBe(failed);
});

test('a stale entry breaks what holds', () => {
  const stale = [{ ...known[0]!, why: 'the law holds' }];
  expect(outcomeOf({ ...gradedOf([passed]), known, stale })).toBe('broken');
});

test('counts laws by status, and their cases', () => {
  expect(lawCounts(everyStatus.grade.laws)).toEqual({
    passed: 1,
    failed: 1,
    blocked: 1,
    errored: 1,
    skipped: 1,
  });
  expect(caseCount(everyStatus.grade.laws)).toBe(16);
});

test('a subject that was not opened has a grade without laws', () => {
  const grade = ungraded('0.1.0', 'cmd:nothing', 7, { kind: 'no such command', got: 'nothing' });
  expect(grade).toMatchObject({ seed: 7, laws: [], subject: { spec: 'cmd:nothing', implements: [] } });
});
