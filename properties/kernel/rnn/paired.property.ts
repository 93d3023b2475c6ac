import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { exactly } from '#arithmetic/rational.ts';
import { paired } from '#kernel/rnn/paired.ts';
import { depths, pairOrder } from './orders.ts';
import {
  arrayOf,
  everyKind,
  exactState,
  expectSameNumber,
  expectWithinBound,
  formats,
  integers,
  sequences,
  wide,
} from './sequences.ts';

test('the paired state is the sum of the pairs in the documented order, bit by bit', () => {
  fc.assert(
    fc.property(everyKind(), ({ format, x, h0 }) => {
      expectSameNumber(paired.run(arrayOf(format, x), h0), pairOrder(floats(format), x, h0));
    }),
  );
});

test('the paired state rounds the initial state to the format of the inputs', () => {
  expect(paired.run(new Float32Array(0), 0.1)).toBe(Math.fround(0.1));
  // 2^24 + 1 is a tie, and goes to the even 2^24: above it, where the numbers are 2 apart, it would go up.
  expect(paired.run(Float32Array.of(-(2 ** 23), 2 ** 23), 1 + 2 ** -25)).toBe(2 ** 24);
});

test('the paired state of integers is exact', () => {
  fc.assert(
    fc.property(sequences(integers), ({ format, x, h0 }) => {
      expect(exactly(paired.run(arrayOf(format, x), h0))).toEqual(exactState(x, h0));
    }),
  );
});

test('the paired state is within its declared bound of the exact one', () => {
  fc.assert(
    fc.property(sequences(wide), ({ format, x, h0 }) => {
      expectWithinBound(paired.declares(format), x, h0, paired.run(arrayOf(format, x), h0));
    }),
  );
});

test('no addend passes through more additions than the paired form declares, and one through as many', () => {
  for (let T = 0; T < 20; T++) {
    const depth = pairOrder(depths, new Array<number>(T).fill(0), 0);
    for (const format of formats) expect(paired.declares(format).additions(T + 1)).toBe(depth);
  }
  expect(paired.declares(formats[0]!).additions(0)).toBe(0);
});
