import { expect, test } from 'vitest';
import { smoke } from '#conformance/smoke.ts';
import { outside } from '#law/subject-call.ts';
import { brittle, hostWith, right } from './graded-stage.ts';

test('what is right passes with the result that is expected', () => {
  const results = smoke(hostWith(right));
  for (const { outcome, says, expected, got } of results) {
    expect([outcome, says, got]).toEqual(['passed', 'result: as it must be', expected]);
  }
  expect(results.map(({ request }) => (JSON.parse(request) as { cmd: string }).cmd)).toEqual([
    'run',
    'run',
    'run',
    'run',
  ]);
});

test('what is wrong is told by the field of the reply', () => {
  const results = smoke(
    hostWith({
      alternatingSum: () => 5,
      output: () => {
        throw new Error('no such function');
      },
      softmaxAttention: (q, k, v, options) => {
        class Rows extends Array<number[]> {}
        return Rows.from(right.softmaxAttention(q, k, v, options) as number[][]);
      },
      linearAttention: () => [9, 12, 15] as never,
    }),
  );
  expect(results.map(({ outcome, says }) => [outcome, says])).toEqual([
    ['failed', expect.stringMatching(/^result: alternatingSum: an entry must be within .* of 2, got 5$/)],
    ['failed', 'error: output must return a value here, got Error: no such function'],
    ['failed', 'result: must be plain, got a subclass of Array, Rows'],
    ['failed', 'result, row 0: must be plain, got 9'],
  ]);
});

test('what is not offered or not served is skipped, and what is not answered told', () => {
  const host = hostWith({
    alternatingSum: right.alternatingSum,
    softmaxAttention: () => {
      throw outside;
    },
  });
  const results = smoke(brittle(host, (_, { fn }) => (fn === 'alternatingSum' ? 'bare NaN' : undefined)));
  expect(results.map(({ outcome, says }) => [outcome, says])).toEqual([
    ['errored', 'a number that JSON cannot write must be a string in a reply'],
    ['skipped', 'implements: does not name output'],
    ['skipped', 'skipped: the subject does not serve it'],
    ['skipped', 'implements: does not name linearAttention'],
  ]);
});
