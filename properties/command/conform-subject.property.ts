import { expect, test } from 'vitest';
import { gradeOne, openNamed, type Session } from '#command/conform-subject.ts';
import type { Settings } from '#command/settings.ts';
import type { NamedSubject } from '#command/subjects.ts';
import { failed, passed } from '../report/sample-grade.ts';
import { type Course, sampleGrading } from './sample-grading.ts';
import { watchedIo } from './sample-io.ts';

const subject: NamedSubject = {
  text: 'cmd:mine',
  spec: { kind: 'process', command: 'mine', words: ['mine'] },
};

function sessionOf(course: Course, settings: Settings = {}): { session: Session; out: readonly string[] } {
  const { io, seen } = watchedIo();
  const { grading } = sampleGrading(course);
  const plan = { subjects: [subject], several: false, laws: grading.laws, known: [] };
  const session: Session = { plan, settings, io, grading, suite: '0.1.0', seed: 5, interrupted: false };
  return { session, out: seen.out };
}

test('a grade tells of each law as it is settled', async () => {
  const { session, out } = sessionOf({ laws: [passed, failed] });
  const { grade } = await gradeOne(subject, session);
  expect(grade.laws).toEqual([passed, failed]);
  expect(out.findIndex((text) => text.includes(passed.law))).toBeLessThan(
    out.findIndex((text) => text.includes(failed.law)),
  );
});

test('an end that is not as it must be is part of the grade, unless the subject broke off before', async () => {
  const close = { kind: 'exit after stop', got: 'code 3' } as const;
  const failure = { kind: 'crashed', got: '' } as const;
  const { grade } = await gradeOne(subject, sessionOf({ close }).session);
  expect(grade.failure).toBe(close);
  const broken = await gradeOne(subject, sessionOf({ close, more: { failure } }).session);
  expect(broken.grade.failure).toBe(failure);
});

test('the format that is asked for stands in for the one that is declared', () => {
  expect(openNamed(subject, sessionOf({}, { format: 'float32' }).session)).toMatchObject({
    about: { format: 'float32', name: 'mine' },
  });
  expect(openNamed(subject, sessionOf({}).session)).toMatchObject({ about: { format: 'float64' } });
});
