import { expect, test } from 'vitest';
import { binary64 } from '#arithmetic/float-format.ts';
import { shrunk } from '#conformance/shrink-call.ts';
import { numbersOf } from '#conformance/smaller-calls.ts';
import type { Call } from '#law/subject-call.ts';

const long: Call = { fn: 'alternatingSum', x: Array.from({ length: 40 }, (_, i) => i / 7 + 0.123), h0: 9.87 };

test('what needs nothing of a call leaves nothing of it', () => {
  expect(shrunk(long, binary64, () => true)).toEqual({ fn: 'alternatingSum', x: [], h0: 0 });
  const tokens: Call = {
    fn: 'softmaxAttention',
    q: [
      [1.5, 2],
      [3, 4],
    ],
    k: [
      [5, 6],
      [7, 8],
    ],
    v: [
      [9.25, 1],
      [2, 3],
    ],
    options: { scale: 0.3, causal: true },
  };
  expect(shrunk(tokens, binary64, () => true)).toEqual({
    fn: 'softmaxAttention',
    q: [[0]],
    k: [[0]],
    v: [[0]],
    options: {},
  });
});

test('what it needs is left: how many, which one, how large', () => {
  const still = (call: Call): boolean =>
    'x' in call && call.x.length >= 3 && call.x.some((x) => x > 4.5) && call.h0 !== 0;
  const smallest = shrunk(long, binary64, still);
  expect('x' in smallest && [smallest.x.length, smallest.h0]).toEqual([3, 1]);
  expect(numbersOf(smallest).filter((x) => x > 4.5).length).toBe(1);
});

test('it asks at most 200 times, and of long calls less', () => {
  let asked = 0;
  const odd = (call: Call): boolean => {
    asked++;
    return asked % 3 === 0 && numbersOf(call).length > 10;
  };
  shrunk(long, binary64, odd);
  expect(asked).toBeLessThanOrEqual(200);
  asked = 0;
  const longest: Call = { fn: 'alternatingSum', x: Array.from({ length: 2 ** 15 }, () => 0.7), h0: 0 };
  expect(shrunk(longest, binary64, (call) => ++asked > 0 && numbersOf(call).length > 2 ** 15)).toMatchObject({
    h0: 0,
  });
  expect(asked).toBeLessThanOrEqual(80);
});
