import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64, roundDouble } from '#arithmetic/float-format.ts';
import { functionNames } from '#conformance/contract.ts';
import { callWords, drawnCall, ordinaryCalls, plainCalls, runOf } from '#conformance/graded-calls.ts';
import { numbersOf } from '#conformance/smaller-calls.ts';
import { allowanceOf, contract } from '#law/subject-allowance.ts';
import { someSeed } from './graded-stage.ts';

test('every seed stands for a run', () => {
  expect([0, 5, 2 ** 20, -1].map(runOf)).toEqual([0, 5, 0, 2 ** 20 - 1]);
});

test.each(functionNames)('plain calls of %s are bounded, not empty, and have no options', (fn) => {
  for (const format of [binary64, binary32]) {
    const calls = plainCalls(fn, format, someSeed(), 12);
    expect(calls.length).toBe(12);
    for (const call of calls) {
      expect(allowanceOf(call, contract(format)(fn)).fates.every((fate) => fate === 'bounded')).toBe(true);
      expect(numbersOf(call).every((x) => roundDouble(format, x) === x)).toBe(true);
      if ('options' in call) expect(call.options).toEqual({});
    }
  }
});

test.each(functionNames)('ordinary calls of %s are not empty, and differ in size and options', (fn) => {
  const calls = ordinaryCalls(fn, binary64, someSeed(), 12);
  expect(calls.length).toBe(fn === 'linearAttention' ? 24 : 12);
  expect(new Set(calls.map(callWords)).size).toBeGreaterThan(1);
  for (const call of calls) {
    if ('x' in call) expect(call.x.length).toBeGreaterThan(0);
    else expect([call.q, call.q[0], call.v[0]].every((list) => list!.length > 0)).toBe(true);
  }
});

test('a drawn call has the sizes that are asked for, and other numbers with another seed', () => {
  const sizes = [2, 3, 4, 5] as const;
  const [one, other] = [1, 2].map((seed) => drawnCall('linearAttention', sizes, binary64, seed, (x) => x));
  expect(callWords(one!)).toBe('linearAttention, n = 2, m = 3, dk = 4, dv = 5');
  expect(one).not.toEqual(other);
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const call = drawnCall('output', sizes, binary64, seed, (x) => x);
      expect(numbersOf(call).every((x) => Math.abs(x) <= 2 ** -9)).toBe(true);
    }),
  );
});

test('a call is told by its sizes and its options', () => {
  expect(callWords({ fn: 'output', x: [1, 2], h0: 0 })).toBe('output, T = 2');
  const tokens = { q: [], k: [[1, 2]], v: [[1]] };
  expect(callWords({ fn: 'softmaxAttention', ...tokens, options: { scale: 0.5, causal: true } })).toBe(
    'softmaxAttention, n = 0, m = 1, dk = 2, dv = 1, scale = 0.5, causal = true',
  );
});
