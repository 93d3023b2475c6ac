import { expect, test } from 'vitest';
import { defaultRuns, gradeSubject, type Progress } from '#conformance/grade-subject.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import { brittle, gradeOf, hostWith, right, someSeed } from './graded-stage.ts';

test('a grade names the suite, the subject and the seed, and can be written as JSON', () => {
  const host = hostWith({ alternatingSum: () => Number.NaN });
  const grade = gradeSubject(host, {
    seed: 5,
    runs: defaultRuns,
    spec: 'module:a.mjs',
    suite: '9',
    laws: ['rnn-finite'],
  });
  expect(grade).toMatchObject({
    version: 1,
    suite: '9',
    subject: {
      spec: 'module:a.mjs',
      name: 'mine',
      language: 'javascript',
      format: 'float64',
      implements: ['alternatingSum'],
    },
    seed: 5,
    printed: '',
  });
  expect(grade).not.toHaveProperty('failure');
  expect(JSON.parse(JSON.stringify(grade))).toEqual(grade);
});

test('every law has its grade, in one order, also when some are broken; each is told when it is settled', () => {
  const told: Progress[] = [];
  const host = hostWith({ ...right, alternatingSum: (x, h0) => -right.alternatingSum(x, h0) });
  const { laws } = gradeSubject(host, {
    seed: someSeed(),
    runs: 2,
    system: 'rnn',
    onProgress: (progress) => told.push(progress),
  });
  const ids = gradedLaws.filter(({ system }) => system === 'rnn').map(({ id }) => id);
  expect(laws.map(({ law }) => law)).toEqual(ids);
  expect(gradeOf(laws, 'r-state-within-bound').status).toBe('failed');
  expect(gradeOf(laws, 'r-output-within-bound').status).toBe('passed');
  expect(told.map(({ settled }) => settled)).toEqual(ids.map((_, i) => i + 1));
  expect(told.every(({ of }) => of === ids.length)).toBe(true);
  expect(told.map(({ law }) => law.status).indexOf('failed')).toBe(2);
});

test('what builds on a broken prerequisite is blocked, for that function alone', () => {
  const host = hostWith({ ...right, output: () => '1' as never });
  const { laws } = gradeSubject(host, { seed: 1, runs: 2, system: 'rnn' });
  expect(gradeOf(laws, 'rnn-shape').status).toBe('failed');
  expect(gradeOf(laws, 'r-output-within-bound')).toMatchObject({
    status: 'blocked',
    why: 'builds on rnn-shape',
  });
  expect(gradeOf(laws, 'r-comparator')).toMatchObject({ status: 'blocked', why: 'builds on rnn-shape' });
  expect(gradeOf(laws, 'r-state-within-bound').status).toBe('passed');
  expect(gradeOf(laws, 'r-append-zero').status).toBe('passed');
});

test('what is not offered is skipped', () => {
  const { laws } = gradeSubject(hostWith({ output: right.output }), { seed: 1, runs: 2 });
  expect(gradeOf(laws, 'a-within-bound')).toMatchObject({
    status: 'skipped',
    why: 'the subject offers no softmaxAttention',
  });
  expect(gradeOf(laws, 'r-append-pair')).toMatchObject({ status: 'skipped' });
});

test('a law in which the subject breaks off errs, and the others go on', () => {
  let broke = false;
  const host = brittle(hostWith({ alternatingSum: right.alternatingSum }), (_, call) => {
    if (broke || !('x' in call) || call.x.length !== 33) return undefined;
    broke = true;
    return 'exited';
  });
  const grade = gradeSubject(host, { seed: 1, runs: 2, system: 'rnn' });
  expect(grade.failure).toEqual({ kind: 'exited', got: '' });
  expect(grade.laws.filter(({ status }) => status === 'errored').map(({ law, why }) => [law, why])).toEqual([
    ['r-state-within-bound', 'must run until it is told to stop'],
  ]);
  const dead = gradeSubject(
    brittle(hostWith(right), () => 'crashed'),
    { seed: 1, runs: 1 },
  );
  expect(new Set(dead.laws.map(({ status }) => status))).toEqual(new Set(['errored', 'blocked']));
});

test('no law is begun when the time is over', () => {
  const { laws } = gradeSubject(hostWith(right), { seed: 1, runs: 1, system: 'rnn', timeLimit: -1 });
  expect(
    laws.every(({ status, why }) => status === 'errored' && why === 'the time of the run was over'),
  ).toBe(true);
});
