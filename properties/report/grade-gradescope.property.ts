import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradescopeResults, parseWeights } from '#report/grade-gradescope.ts';
import type { Graded } from '#report/graded.ts';
import { errored, everyStatus, failed, gradedOf, hostile, passed, unasked } from './sample-grade.ts';

interface Results {
  readonly score?: number;
  readonly output: string;
  readonly tests: readonly {
    readonly name: string;
    readonly status: string;
    readonly score: number;
    readonly max_score: number;
    readonly output: string;
  }[];
}

function results(graded: Graded, weights?: Readonly<Record<string, number>>): Results {
  return JSON.parse(gradescopeResults(graded, weights)) as Results;
}

const scores = ({ tests }: Results): unknown =>
  tests.map(({ name, score, max_score: most }) => [name, score, most]);

test('without weights each law that was not skipped has a point', () => {
  expect(scores(results(everyStatus))).toEqual([
    ['r-linearity', 1, 1],
    ['a-within-bound', 0, 1],
    ['a-row-stochastic', 0, 1],
    ['r-reversal', 0, 1],
  ]);
});

test('the points of a system are shared by its laws, but for those with points of their own', () => {
  const weights = { rnn: 10, 'softmax-attention': 6, 'a-within-bound': 4 };
  expect(scores(results(everyStatus, weights))).toEqual([
    ['r-linearity', 5, 5],
    ['a-within-bound', 0, 4],
    ['a-row-stochastic', 0, 6],
    ['r-reversal', 0, 5],
  ]);
});

test('a system that was asked for and is not offered earns nothing, a law that no case reached has no share', () => {
  expect(scores(results(everyStatus, { 'linear-attention': 10 }))).toEqual([['l-within-bound', 0, 10]]);
  const unreached = { ...passed, law: 'r-gradient', status: 'skipped' as const };
  expect(scores(results(gradedOf([passed, unreached]), { rnn: 10 }))).toEqual([['r-linearity', 10, 10]]);
  expect(
    scores(results(gradedOf([{ ...unasked[0]!, law: 'no such law' }]), { 'linear-attention': 1 })),
  ).toEqual([['no such law', 0, 1]]);
});

test('a failure shows the input, in a block that nothing ends', () => {
  const [test] = results(gradedOf([failed])).tests;
  expect(test!.status).toBe('failed');
  expect(test!.output).toContain('k          ((1, 0), (-0, 2))');
  expect(test!.output.startsWith('````text\nfailed\n')).toBe(true);
  expect(test!.output.endsWith('\n````')).toBe(true);
  expect(results(gradedOf([passed])).tests[0]!.output).toContain('12 cases, 0.939 of the bound');
});

test('a submission that broke off is said to, and one without tests scores 0', () => {
  expect(results(everyStatus).output).toContain(hostile);
  expect(results(everyStatus).score).toBeUndefined();
  expect(results(gradedOf([]))).toMatchObject({ score: 0, output: 'counterclaim 0.1.0, seed 5: holds' });
  expect(results(gradedOf([errored])).output).toContain('incomplete');
});

test('all points are given out, and none to what is not passed', () => {
  const word = fc.constantFrom('passed', 'failed', 'blocked', 'errored', 'skipped');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), fc.nat({ max: 1000 }), (words, points) => {
      const laws = words.map((status, i) => ({ ...passed, law: `law-${i}`, status }));
      const { tests } = results(gradedOf(laws), { rnn: points });
      const most = tests.reduce((sum, { max_score: share }) => sum + share, 0);
      expect(Math.abs(most - points)).toBeLessThanOrEqual(1e-5);
      for (const { name, score } of tests)
        expect(score > 0 && words[Number(name.slice(4))] !== 'passed').toBe(false);
    }),
  );
});

test('reads weights', () => {
  expect(parseWeights('{"rnn": 10, "r-linearity": 0.5}', ['rnn', 'r-linearity'])).toEqual({
    rnn: 10,
    'r-linearity': 0.5,
  });
});

test.each([
  ['[]', 'must be an object { "law-or-system": points }'],
  ['null', 'must be an object { "law-or-system": points }'],
  ['{}', 'must name a law or a system'],
  ['{"rnm": 1}', "must name a law or a system, got 'rnm'"],
  ['{"rnn": -1}', 'rnn: must be points of 0 or more, got -1'],
  ['{"rnn": "5"}', 'rnn: must be points of 0 or more, got "5"'],
  ['{"rnn": 1e999}', 'rnn: must be points of 0 or more, got null'],
  ['{', 'JSON'],
])('refuses the weights %s', (text, fault) => {
  expect(() => parseWeights(text, ['rnn'])).toThrow(fault);
});
