import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCallPacking } from '#conformance/call-packing.ts';
import { argumentsOf, functionNames } from '#conformance/contract.ts';
import type { Call } from '#law/subject-call.ts';

const packing = createCallPacking();

const row = fc.array(fc.double(), { maxLength: 4 });
const rows = fc.array(row, { maxLength: 4 });
const scale = fc.double();
const causal = fc.boolean();
const softmaxOptions = fc.record({ scale, causal }, { requiredKeys: [] });
const linearOptions = fc.record(
  { causal, normalize: fc.boolean(), featureMap: fc.constantFrom('identity', 'elu1') },
  { requiredKeys: [] },
);
const calls: fc.Arbitrary<Call> = fc.oneof(
  fc.record({ fn: fc.constantFrom('alternatingSum', 'output'), x: row, h0: fc.double() }),
  fc.record({ fn: fc.constant('softmaxAttention'), q: rows, k: rows, v: rows, options: softmaxOptions }),
  fc.record({ fn: fc.constant('linearAttention'), q: rows, k: rows, v: rows, options: linearOptions }),
);

function write(words: Float64Array, at: number, call: Call, frozen = false): number {
  return packing.writeCall(words, at, functionNames.indexOf(call.fn), frozen, call);
}

test('calls come out as they went in, one after another', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(calls, fc.boolean()), { maxLength: 5 }), (all) => {
      const words = new Float64Array(2000);
      let to = 0;
      for (const [call, frozen] of all) to = write(words, to, call, frozen);
      let from = 0;
      for (const [call, frozen] of all) {
        const { fn, frozen: isFrozen, args } = packing.readCall(words, from);
        expect([functionNames[fn], isFrozen, args]).toEqual([call.fn, frozen, argumentsOf(call)]);
        from = words[from]!;
      }
      expect(from).toBe(to);
    }),
  );
});

test('holes are none, and arrays of every kind inside keep their numbers', () => {
  const q = [
    [1, 2],
    [0.5, -0],
    Array.from({ length: 2 }, () => Number.NaN),
    [],
    new Array<number>(2).fill(7),
  ];
  const words = new Float64Array(100);
  write(words, 0, { fn: 'softmaxAttention', q, k: [], v: [[]], options: {} });
  expect(packing.readCall(words, 0).args).toEqual([q, [], [[]], {}]);
});

test.each([
  [[0, 1, 2], 'three'],
  [[0, 0, 2], 'queries that are the keys'],
  [[0, 1, 0], 'queries that are the values'],
  [[0, 1, 1], 'keys that are the values'],
  [[0, 0, 0], 'one'],
])('objects %j stay what they are: %s', (which) => {
  const objects = [[[1]], [[1]], [[1]]];
  const [q, k, v] = which.map((i) => objects[i]!);
  const words = new Float64Array(100);
  write(words, 0, { fn: 'linearAttention', q: q!, k: k!, v: v!, options: {} });
  const args = packing.readCall(words, 0).args.slice(0, 3);
  expect(args).toEqual([[[1]], [[1]], [[1]]]);
  expect(args.map((arg) => args.indexOf(arg))).toEqual(which.map((i) => which.indexOf(i)));
});

test('what does not fit is refused, and what fits is whole', () => {
  fc.assert(
    fc.property(calls, (call) => {
      const size = write(new Float64Array(2000), 0, call);
      const whole = new Float64Array(size + 50).fill(9);
      expect(write(whole.subarray(0, size), 0, call)).toBe(size);
      for (let less = 1; less <= Math.min(size, 12); less++)
        expect(write(whole.subarray(0, size - less), 0, call)).toBe(0);
      expect(write(whole.subarray(0, size + 1), 2, call)).toBe(0);
      expect(whole.subarray(size + 1)).toEqual(new Float64Array(49).fill(9));
    }),
  );
});

test('results come out as they went in, where there is room for them', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), rows), (result) => {
      const words = new Float64Array(100);
      const to = packing.writeResult(words, 3, 90, result);
      expect(packing.readResult(words, 3)).toEqual(result);
      expect(words[3]).toBe(to);
      // What is not a result begins with a count there.
      expect(words[4]).toBeLessThan(0);
      expect(packing.writeResult(words, 3, to - 3, result)).toBe(to);
      expect(packing.writeResult(words, 3, to - 4, result)).toBe(0);
      expect(packing.writeResult(words.subarray(0, to - 1), 3, 90, result)).toBe(0);
    }),
  );
});
