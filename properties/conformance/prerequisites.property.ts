import { expect, test } from 'vitest';
import { Asker } from '#conformance/asker.ts';
import { prerequisiteLaws } from '#conformance/prerequisites.ts';
import { outside } from '#law/subject-call.ts';
import { brittle, findingOf, hostWith, lawOf, right } from './graded-stage.ts';

function why(id: string, functions: Parameters<typeof hostWith>[0]): unknown {
  const found = findingOf(id, hostWith(functions));
  return found.status === 'failed' ? found.breakage.broken : found.status;
}

test('what is right has the shape of a result, and is finite', () => {
  for (const { id } of prerequisiteLaws) {
    expect(findingOf(id, hostWith(right))).toEqual({
      status: 'passed',
      cases: id.startsWith('rnn') ? 24 : 12,
    });
  }
});

test('what is no result is named: another shape, another kind, none at all', () => {
  const plain = 'softmaxAttention: a result must be a plain array of plain arrays of numbers, got result';
  const of = (softmaxAttention: () => unknown): unknown =>
    why('softmax-attention-shape', { softmaxAttention: softmaxAttention as never });
  expect(of(() => Float64Array.of(1))).toMatchObject({ why: `${plain}: an object of class Float64Array` });
  expect(of(() => Promise.resolve(1))).toMatchObject({ why: `${plain}: a promise` });
  expect(of(() => [Float64Array.of(1)])).toMatchObject({
    why: `${plain}, row 0: an object of class Float64Array`,
  });
  expect(of(() => [['1']])).toMatchObject({ why: `${plain}, row 0, column 0: the string "1"` });
  expect(of(() => [[1], [2], [3], [4]])).toMatchObject({
    why: 'softmaxAttention: result must have 1 rows, got 4',
  });
  expect(why('rnn-shape', { alternatingSum: () => '1' as never })).toMatchObject({
    why: 'alternatingSum: a result must be a number, got result: the string "1"',
  });
  class Rows extends Array<number[]> {}
  expect(
    why('linear-attention-shape', {
      linearAttention: (...args) => Rows.from(right.linearAttention(...args) as number[][]),
    }),
  ).toMatchObject({ why: expect.stringContaining('a subclass of Array, Rows') as string });
});

test('a result that is not finite is told with its place, an error is told too', () => {
  expect(
    why('linear-attention-finite', {
      linearAttention: (q, _k, v) => q.map((_, i) => v[0]!.map(() => (i === 1 ? Number.NaN : 0))),
    }),
  ).toEqual({ outcome: 'broken', why: 'linearAttention: an entry must be finite, got NaN', place: 1 });
  expect(
    why('rnn-finite', {
      output: () => {
        throw new Error('no');
      },
    }),
  ).toMatchObject({ why: 'output: must return a value, threw Error: Error: no' });
});

test('nothing is said of calls that are not served, of which anything may come, or that are not answered', () => {
  const skipping = {
    softmaxAttention: () => {
      throw outside;
    },
  };
  expect(why('softmax-attention-shape', skipping)).toBe('skipped');
  expect(
    findingOf(
      'rnn-shape',
      brittle(hostWith(right), (nth) => (nth > 5 ? 'exited' : undefined)),
    ),
  ).toEqual({
    status: 'errored',
    cases: 5,
    failure: { kind: 'exited', got: '' },
  });
  const overflows = { fn: 'alternatingSum', x: [2 ** 1023, -(2 ** 1023)], h0: 2 ** 1023 } as const;
  const asker = new Asker(hostWith({ alternatingSum: () => 'text' as never }));
  expect(lawOf('rnn-shape').judge(asker, { calls: [overflows] })).toEqual({ outcome: 'outside' });
});
