import { expect, test } from 'vitest';
import { Asker } from '#conformance/asker.ts';
import { CallMemory } from '#conformance/call-memory.ts';
import { outside } from '#law/subject-call.ts';
import { brittle, hostWith, right } from './graded-stage.ts';

const call = { fn: 'alternatingSum', x: [0.3], h0: 0.1 } as const;

/** What becomes of one call, made as often as there are results. */
function judged(
  results: readonly (number | Error)[],
  asked: typeof call | { readonly h0: number } = call,
): unknown[] {
  let i = 0;
  const host = hostWith({
    alternatingSum: () => {
      const result = results[i++]!;
      if (typeof result !== 'number') throw result;
      return result;
    },
  });
  const memory = new CallMemory(new Asker(host));
  const made = { ...call, ...asked };
  return results.map(() => memory.ask(made));
}

const holds = { outcome: 'holds' };

test('results may differ by twice the bound, and no more', () => {
  const { bound } = new Asker(hostWith(right)).allowance(call);
  const once = 0.2;
  expect(judged([once, once + 1.9 * bound[0]!, once - 1.9 * bound[0]!])).toEqual([holds, holds, holds]);
  expect(judged([once, once + 3 * bound[0]!])[1]).toMatchObject({
    outcome: 'broken',
    place: 0,
    why: expect.stringMatching(
      /^alternatingSum: the same call must have the same result each time, got 0.2 at first, and then 0.2/,
    ) as string,
  });
  expect(judged([once, Number.NaN])[1]).toMatchObject({ outcome: 'broken' });
  expect(judged([Number.NaN, Number.NaN])).toEqual([holds, holds]);
});

test('a value one time and an error another time are different, two errors are not', () => {
  const error = new Error('no');
  expect(judged([1, error])[1]).toMatchObject({ outcome: 'broken' });
  expect(judged([error, 1])[1]).toMatchObject({ outcome: 'broken' });
  expect(judged([error, new Error('other')])).toEqual([holds, holds]);
});

test('where anything may come of a call, it may be something else each time', () => {
  const overflows = { x: [2 ** 1023, -(2 ** 1023)], h0: 2 ** 1023 };
  expect(judged([1, 2], overflows)).toEqual([holds, holds]);
  expect(judged([1, new Error('no')], overflows)).toEqual([holds, holds]);
});

test('calls without an answer are not remembered', () => {
  const failing = new CallMemory(new Asker(brittle(hostWith(right), () => 'crashed')));
  expect(failing.ask(call)).toMatchObject({ outcome: 'failed' });
  const skipping = hostWith({
    alternatingSum: () => {
      throw outside;
    },
  });
  const memory = new CallMemory(new Asker(skipping));
  expect(memory.ask(call)).toEqual({ outcome: 'outside' });
  expect([...failing.calls, ...memory.calls]).toEqual([]);
});
