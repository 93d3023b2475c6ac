import { expect, test } from 'vitest';
import { functionsHost } from '#conformance/builtin.ts';
import { gradedLaws } from '#conformance/graded-laws.ts';
import type { SubjectFunctions } from '#law/subject.ts';
import { type LawTestTerms, lawTests, told } from '#report/law-tests.ts';
import { errored, failed, unasked, without } from './sample-grade.ts';

const right: SubjectFunctions = { alternatingSum: (x, h0) => x.reduce((h, input) => input - h, h0) };
const wrong: SubjectFunctions = { alternatingSum: (x, h0) => x.reduce((h, input) => input - h, -h0) };
const law = 'r-state-within-bound';

function testsOf(
  functions: SubjectFunctions,
  terms: Partial<LawTestTerms> = {},
): ReturnType<typeof lawTests> {
  return lawTests(functionsHost('mine', functions, 'float64'), { seed: 5, runs: 2, known: [], ...terms });
}

test('there is a test for each law about what is offered', () => {
  const laws = testsOf(right).map((one) => one.law);
  const about = gradedLaws.filter(({ fns }) => fns.includes('alternatingSum'));
  expect(laws).toEqual(about.map(({ id }) => id));
  expect(testsOf(right, { system: 'between' }).every((one) => one.law.startsWith('x-'))).toBe(true);
  expect(testsOf(right, { laws: [law] }).map((one) => one.law)).toEqual([law]);
});

test('a law that holds passes, one that is broken throws its witness and the seed, one that was not asked says why', () => {
  const [held] = testsOf(right, { laws: [law] });
  expect(held!.run()).toBeUndefined();
  const [broken] = testsOf(wrong, { laws: [law] });
  expect(() => broken!.run()).toThrow(
    /^r-state-within-bound is broken, seed 5\n {2}says .*\n {2}call [\s\S]*\n {2}replay /,
  );
  expect(() => broken!.run()).toThrow('seed 5');
  const empty = testsOf({ alternatingSum: (() => undefined) as never });
  expect(() => empty.find((one) => one.law === 'rnn-shape')!.run()).toThrow('rnn-shape is broken');
  expect(empty.find((one) => one.law === law)!.run()).toBe('blocked: builds on rnn-shape');
});

test('a known failure is let be, and one that holds is a failure', () => {
  const known = [{ law, reason: 'sign of h0' }];
  expect(testsOf(wrong, { laws: [law], known })[0]!.run()).toBe('known: sign of h0');
  expect(() => testsOf(right, { laws: [law], known })[0]!.run()).toThrow(
    'known failure of r-state-within-bound: must stand for a failure, got none: the law holds',
  );
});

test('a law that is asked for last is graded with what comes before it', () => {
  const tests = testsOf(wrong);
  expect(() => tests.at(-1)!.run()).not.toThrow('crashed');
  expect(tests.some(({ run }) => thrown(run).includes('is broken'))).toBe(true);
});

test('what was not answered is an error, and what says nothing of why is told by its status', () => {
  const [bare, unseen] = [without(unasked[0]!, 'why'), without(failed, 'witness')];
  expect(() => told(errored, 5, [])).toThrow('r-reversal: must reply within the time limit');
  expect(() => told({ ...bare, status: 'errored' }, 5, [])).toThrow('l-within-bound: not answered');
  expect(told(bare, 5, [])).toBe('skipped: not asked');
  expect(told(unasked[1]!, 5, [])).toBe('blocked: builds on softmax-attention-shape');
  expect(() => told(unseen, 5, [])).toThrow('a-within-bound is broken, seed 5');
});

test('all runs are asked for where none are named', () => {
  const [held] = testsOf(right, { laws: ['rnn-shape'], runs: undefined });
  expect(held!.run()).toBeUndefined();
});

function thrown(run: () => unknown): string {
  try {
    run();
    return '';
  } catch (error) {
    return String(error);
  }
}
