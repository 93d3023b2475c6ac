import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { exactly } from '#arithmetic/rational.ts';
import { streaming, streamingStates } from '#kernel/rnn/streaming.ts';
import { finalState } from '#reference/rnn.ts';
import { depths } from './orders.ts';
import {
  arrayOf,
  everyKind,
  exactState,
  expectWithinBound,
  formats,
  integers,
  sequences,
  wide,
} from './sequences.ts';

test('the streaming state is the reference in the arithmetic of its format, bit by bit', () => {
  fc.assert(
    fc.property(everyKind(), ({ format, x, h0 }) => {
      expect(streaming.run(arrayOf(format, x), h0)).toBe(finalState(floats(format), x, h0));
    }),
  );
});

test('the initial state is rounded to the format of the inputs', () => {
  for (const inputs of [[], [1], [1, 2]]) {
    const x = Float32Array.from(inputs);
    const out = new Float32Array(x.length);
    streamingStates.run(x, 0.1, out);
    expect(streaming.run(x, 0.1)).toBe(streaming.run(x, Math.fround(0.1)));
    expect([...out]).toEqual([...x.keys()].map((t) => streaming.run(x.subarray(0, t + 1), Math.fround(0.1))));
    expect(streaming.run(Float64Array.from(inputs), 0.1)).toBe(finalState(floats(formats[0]!), inputs, 0.1));
  }
});

test('the streaming state of integers is exact', () => {
  fc.assert(
    fc.property(sequences(integers), ({ format, x, h0 }) => {
      expect(exactly(streaming.run(arrayOf(format, x), h0))).toEqual(exactState(x, h0));
    }),
  );
});

test('the streaming state is within its declared bound of the exact one', () => {
  fc.assert(
    fc.property(sequences(wide), ({ format, x, h0 }) => {
      expectWithinBound(streaming.declares(format), x, h0, streaming.run(arrayOf(format, x), h0));
    }),
  );
});

test('no addend passes through more additions than the streaming form declares', () => {
  for (let T = 0; T < 20; T++) {
    const depth = finalState(depths, new Array<number>(T).fill(0), 0);
    for (const format of formats) {
      expect(streaming.declares(format).additions(T + 1)).toBe(depth);
      expect(streamingStates.declares(format)).toEqual(streaming.declares(format));
    }
  }
});

test('every state is what the inputs up to it give, also where the states overwrite the inputs', () => {
  fc.assert(
    fc.property(everyKind(20), ({ format, x, h0 }) => {
      const inputs = arrayOf(format, x);
      const states = arrayOf(format, x).fill(7);
      streamingStates.run(inputs, h0, states);
      expect([...states]).toEqual(x.map((_, t) => streaming.run(inputs.subarray(0, t + 1), h0)));
      streamingStates.run(inputs, h0, inputs);
      expect(inputs).toEqual(states);
    }),
  );
});
