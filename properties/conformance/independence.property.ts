import { expect, test } from 'vitest';
import { Asker } from '#conformance/asker.ts';
import type { SubjectFunctions } from '#law/subject.ts';
import type { Call } from '#law/subject-call.ts';
import { outside } from '#law/subject-call.ts';
import { brittle, findingOf, hostWith, lawOf, right } from './graded-stage.ts';

type State = Required<SubjectFunctions>['alternatingSum'];

const id = 'rnn-independent-calls';

function broken(alternatingSum: State): { readonly why: string; readonly calls: readonly Call[] } | string {
  const found = findingOf(id, hostWith({ alternatingSum }));
  if (found.status !== 'failed') return found.status;
  return { why: found.breakage.broken.why, calls: found.breakage.exhibit.calls };
}

test('one in so many calls that is wrong is seen', () => {
  for (const period of [7, 13, 60]) {
    let nth = 0;
    expect(broken((x, h0) => (++nth % period === 0 ? 3 : right.alternatingSum(x, h0)))).toMatchObject({
      why: expect.stringContaining('the same call must have the same result each time') as string,
    });
  }
});

test('what goes wrong only after all that other laws ask is seen when the law is asked again', () => {
  const law = lawOf(id);
  let late = 0;
  const asker = new Asker(hostWith({ alternatingSum: (x, h0) => right.alternatingSum(x, h0) + late }));
  const examining = law.examine(asker, ['alternatingSum'], { seed: 1, runs: 1 });
  expect(examining.next().done).toBe(false);
  late = 1;
  expect(examining.next().value).toMatchObject({ status: 'failed' });
});

test.each<[string, (x: readonly number[], h0: number) => string]>([
  ['the length of the inputs', (x) => `${x.length}`],
  ['the first input', (x) => `${x.length} ${x[0]!}`],
  ['all but the last input', (x, h0) => `${h0} ${x.slice(0, -1).join()}`],
  ['the inputs without the state', (x) => x.join()],
])('what is remembered by %s is seen', (_, keyOf) => {
  const known = new Map<string, number>();
  const found = broken((x, h0) => {
    const key = keyOf(x, h0);
    known.set(key, known.get(key) ?? right.alternatingSum(x, h0));
    return known.get(key)!;
  });
  expect(found).toMatchObject({ why: expect.stringMatching(/, after a call that is like it$/) as string });
  // A subject that has seen nothing shows it by the calls of the witness.
  known.clear();
  const { calls } = found as { calls: readonly Call[] };
  expect(calls.length).toBe(2);
  const fresh = hostWith({
    alternatingSum: (x, h0) => {
      const key = keyOf(x, h0);
      known.set(key, known.get(key) ?? right.alternatingSum(x, h0));
      return known.get(key)!;
    },
  });
  expect(lawOf(id).judge(new Asker(fresh), { calls })).toMatchObject({ outcome: 'broken' });
});

test('what is wrong in itself is not blamed on earlier calls', () => {
  expect(broken(() => 7)).toBe('passed');
  expect(broken((x, h0) => (x[0]! > 0 ? 7 : right.alternatingSum(x, h0)))).toBe('passed');
  expect(broken((x) => x.length)).toBe('passed');
});

test('what breaks off errs, wherever that is', () => {
  const total = 3 * 10 ** 3;
  const erring = (nth: number): string =>
    findingOf(
      id,
      brittle(hostWith(right), (n) => (n === nth ? 'exited' : undefined)),
    ).status;
  for (const nth of [1, 150, 201, 202, 215, 228]) expect([nth, erring(nth)]).toEqual([nth, 'errored']);
  expect(erring(total)).toBe('passed');
});

test('a subject that serves nothing is not failed', () => {
  const host = hostWith({
    alternatingSum: () => {
      throw outside;
    },
  });
  expect(findingOf(id, host)).toMatchObject({ status: 'skipped' });
  const call = { fn: 'alternatingSum', x: [], h0: 1 } as const;
  expect(lawOf(id).judge(new Asker(host), { calls: [call] })).toEqual({ outcome: 'outside' });
});

test('an exhibit of calls that are not told from each other holds, and one that breaks off fails', () => {
  const call = { fn: 'alternatingSum', x: [], h0: 1 } as const;
  expect(lawOf(id).judge(new Asker(hostWith(right)), { calls: [call, { ...call }] })).toEqual({
    outcome: 'holds',
  });
  const gone = new Asker(brittle(hostWith(right), (nth) => (nth === 2 ? 'exited' : undefined)));
  expect(lawOf(id).judge(gone, { calls: [call, call] })).toMatchObject({ outcome: 'failed' });
});
