import { expect, test } from 'vitest';
import type { GradingProgress } from '#command/grading.ts';
import { ownGrading } from '#command/own-grading.ts';
import type { Host } from '#conformance/host.ts';

const grading = await ownGrading(['builtin:any']);

function open(name: string): Host {
  return grading.open({ kind: 'builtin', name }, {}) as Host;
}

test('opens the kernels of this package', () => {
  expect(grading.builtins()).toContain('recurrence/streaming/plain/binary64');
  expect(open('recurrence/streaming/plain/binary64').about.implements).toEqual(['alternatingSum', 'output']);
  expect(grading.open({ kind: 'builtin', name: 'none' }, {})).toEqual({
    kind: 'no such builtin',
    got: 'none',
  });
});

test('grades by the laws of this package, law by law', () => {
  const progress: GradingProgress[] = [];
  const terms = {
    seed: 5,
    runs: 1,
    laws: ['rnn-shape', 'r-state-within-bound'],
    spec: 'builtin:mine',
    suite: '0.1.0',
    onProgress: (one: GradingProgress) => progress.push(one),
  };
  const steps = grading.grade(open('recurrence/streaming/plain/binary64'), terms);
  let step = steps.next();
  expect(progress).toHaveLength(1);
  while (step.done !== true) step = steps.next();
  expect(step.value).toMatchObject({ seed: 5, suite: '0.1.0', subject: { spec: 'builtin:mine' } });
  expect(step.value.laws.map(({ law, status }) => [law, status])).toEqual([
    ['rnn-shape', 'passed'],
    ['r-state-within-bound', 'passed'],
  ]);
  const known = grading.laws.map(({ id }) => id);
  expect(new Set(known).size).toBe(known.length);
});

test('knows no kernels where none is named, and grades all the same', async () => {
  const { builtins, open: opened, laws } = await ownGrading(['module:./mine.mjs', 'cmd:mine']);
  expect(builtins()).toEqual([]);
  expect(opened({ kind: 'builtin', name: 'recurrence/streaming/plain/binary64' }, {})).toHaveProperty(
    'kind',
    'no such builtin',
  );
  expect(laws).toBe(grading.laws);
});
