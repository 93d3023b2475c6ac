import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { exactly } from '#arithmetic/rational.ts';
import { laneAdditions, lanes, lanesOf, VECTORS, VISIT } from '#kernel/rnn/lanes.ts';
import { depths, laneOrder, lanesIn } from './orders.ts';
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

test('the sum by lanes adds in the documented order, bit by bit', () => {
  fc.assert(
    fc.property(everyKind(), ({ format, x, h0 }) => {
      expectSameNumber(lanes.run(arrayOf(format, x), h0), laneOrder(floats(format), lanesIn(format), x, h0));
    }),
  );
});

test('visiting the inputs part by part leaves every sum as it is', () => {
  for (const format of formats) {
    const x = Array.from({ length: VISIT + 37 }, (_, t) => Math.fround(Math.sin(t) * 2 ** (t % 30)));
    expectSameNumber(lanes.run(arrayOf(format, x), 0.5), laneOrder(floats(format), lanesIn(format), x, 0.5));
  }
});

test('a part that is visited holds whole blocks, and vectors have 128 bits', () => {
  for (const format of formats) {
    expect(lanesOf(format)).toBe(lanesIn(format));
    expect(VISIT % (VECTORS * lanesOf(format))).toBe(0);
  }
});

test('the sum by lanes rounds the initial state to the format of the inputs', () => {
  expect(lanes.run(new Float32Array(0), 0.1)).toBe(Math.fround(0.1));
  // 2^24 + 1 is a tie, and goes to the even 2^24: above it, where the numbers are 2 apart, it would go up.
  expect(lanes.run(Float32Array.of(-(2 ** 23), 2 ** 23), 1 + 2 ** -25)).toBe(2 ** 24);
});

test('the sum by lanes of integers is exact, and zero is not negative', () => {
  fc.assert(
    fc.property(sequences(integers), ({ format, x, h0 }) => {
      expect(exactly(lanes.run(arrayOf(format, x), h0))).toEqual(exactState(x, h0));
    }),
  );
  expect(lanes.run(Float64Array.of(1), 1)).toBe(0);
  expect(lanes.run(Float32Array.of(1), 1)).toBe(0);
});

test('the sum by lanes is within its declared bound of the exact one', () => {
  fc.assert(
    fc.property(sequences(wide), ({ format, x, h0 }) => {
      expectWithinBound(lanes.declares(format), x, h0, lanes.run(arrayOf(format, x), h0));
    }),
  );
});

test('no addend passes through more additions than the lanes declare, and one through as many', () => {
  for (const format of formats) {
    for (let T = 0; T < 70; T++) {
      const depth = laneOrder(depths, lanesOf(format), new Array<number>(T).fill(0), 0);
      expect(lanes.declares(format).additions(T + 1)).toBe(depth);
    }
    expect(laneAdditions(format, 0)).toBe(0);
  }
});
