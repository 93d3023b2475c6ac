import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64, roundDouble } from '#arithmetic/float-format.ts';
import {
  fewerCalls,
  numbersOf,
  simplerCalls,
  simplerNumbers,
  withNumbers,
} from '#conformance/smaller-calls.ts';
import { oracleLaws } from '#law/oracle-laws.ts';
import type { Call } from '#law/subject-call.ts';

const someCall = fc.oneof(...oracleLaws.map((law) => law.arbitrary(binary64)));

/** Sizes of a call that only fall: of its lists, and of its options. */
function measure(call: Call): number {
  if ('x' in call) return call.x.length;
  const { q, k, v, options } = call;
  return q.length + k.length + k[0]!.length + v[0]!.length + Object.keys(options).length;
}

test('calls with fewer tokens or options are calls of the contract', () => {
  fc.assert(
    fc.property(someCall, (call) => {
      for (const fewer of fewerCalls(call)) {
        const isScaled = 'options' in call && 'scale' in call.options && measure(fewer) === measure(call);
        if (!isScaled) expect(measure(fewer)).toBeLessThan(measure(call));
        if (!('k' in fewer)) continue;
        const { q, k, v } = fewer;
        expect([k.length > 0, v.length]).toEqual([true, k.length]);
        for (const row of [...q, ...k]) expect(row.length).toBe(k[0]!.length);
        for (const row of v) expect(row.length).toBe(v[0]!.length);
      }
    }),
  );
});

test('every part of a sequence may be dropped, half of it first', () => {
  const call = { fn: 'alternatingSum', x: [1, 2, 3, 4], h0: 0 } as const;
  expect([...fewerCalls(call)].map((fewer) => 'x' in fewer && fewer.x)).toEqual([
    [],
    [1, 2],
    [3, 4],
    [1, 2, 3],
    [1, 2, 4],
    [1, 3, 4],
    [2, 3, 4],
  ]);
  const long = { ...call, x: Array.from({ length: 1000 }, () => 1) };
  expect([...fewerCalls(long)].length).toBeLessThan(90);
});

test('keys go with their values, and coordinates of queries with those of keys', () => {
  const call = {
    fn: 'softmaxAttention',
    q: [[1, 2]],
    k: [
      [3, 4],
      [5, 6],
    ],
    v: [[7], [8]],
    options: { scale: 0.37, causal: true },
  } as const;
  const { fn } = call;
  expect([...fewerCalls(call)]).toEqual([
    { ...call, k: [[3, 4]], v: [[7]] },
    { ...call, k: [[5, 6]], v: [[8]] },
    { ...call, q: [[1]], k: [[3], [5]] },
    { ...call, q: [[2]], k: [[4], [6]] },
    { ...call, options: { causal: true } },
    { ...call, options: { scale: 0.37 } },
    ...[2, 0.5, -1].map((scale) => ({ ...call, fn, options: { scale, causal: true } })),
  ]);
});

test('numbers keep their places', () => {
  fc.assert(
    fc.property(someCall, (call) => {
      expect(withNumbers(call, numbersOf(call))).toEqual(call);
    }),
  );
});

test('a simpler number is one of the format, and a chain of simpler ones has an end', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      for (const format of [binary64, binary32]) {
        let last = roundDouble(format, x);
        if (!Number.isFinite(last)) continue;
        for (let steps = 0; ; steps++) {
          expect(steps).toBeLessThan(40);
          const next = [...simplerNumbers(last, format)].at(-1);
          if (next === undefined) break;
          expect(roundDouble(format, next)).toBe(next);
          last = next;
        }
      }
    }),
  );
  expect([...simplerNumbers(0.123456, binary64)].slice(0, 3)).toEqual([0, 1, 2]);
  expect([...simplerNumbers(-0, binary64)]).toEqual([0]);
  expect([...simplerNumbers(0, binary64)]).toEqual([]);
  expect([...simplerNumbers(1, binary64)]).toEqual([0]);
});

test('all numbers may become simpler at once', () => {
  const call = { fn: 'output', x: [0.123], h0: 5.25 } as const;
  expect([...simplerCalls(call, binary64)].slice(0, 2)).toEqual([
    { ...call, x: [0], h0: 0 },
    { ...call, x: [1], h0: 1 },
  ]);
  expect([...simplerCalls({ ...call, x: [], h0: 0 }, binary64)]).toEqual([]);
});
