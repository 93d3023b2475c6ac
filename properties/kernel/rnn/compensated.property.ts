import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary64, type FloatFormat, round } from '#arithmetic/float-format.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';
import { compensated } from '#kernel/rnn/compensated.ts';
import { lanes, VISIT } from '#kernel/rnn/lanes.ts';
import { type Compensation, compensatedOrder, depths, lanesIn } from './orders.ts';
import {
  anything,
  arrayOf,
  cancelling,
  exactState,
  expectSameNumber,
  expectWithinBound,
  formats,
  integers,
  sequences,
  wide,
} from './sequences.ts';

/** Compensation in a format, the errors of its additions from exact fractions. */
function exactErrors(format: FloatFormat): Compensation<number, number> {
  const sums = floats(format);
  return {
    sums,
    errors: sums,
    errorOf: (a, b) => {
      const exact = rationals.add(exactly(a), exactly(b));
      const error = rationals.sub(exact, exactly(sums.add(a, b)));
      const rounded = round(format, error);
      expect(exactly(rounded)).toEqual(error);
      return rounded;
    },
  };
}

test('the compensated state adds in the documented order, with the exact error of every addition', () => {
  fc.assert(
    fc.property(fc.oneof(sequences(wide), cancelling(120)), ({ format, x, h0 }) => {
      const { high, low } = compensatedOrder(exactErrors(format), lanesIn(format), x, h0);
      expectSameNumber(compensated.run(arrayOf(format, x), h0), floats(format).add(high, low));
    }),
  );
});

test('visiting the inputs part by part leaves every compensated sum as it is, to the last error', () => {
  for (const format of formats) {
    const half = Array.from({ length: VISIT / 2 + 18 }, (_, t) => Math.fround(Math.sin(t) * 2 ** (t % 8)));
    // The second half cancels the first, so that nothing but h_0 and the errors is left.
    const x = [...half, 0, ...half];
    const { high, low } = compensatedOrder(exactErrors(format), lanesIn(format), x, 2 ** -80);
    expectSameNumber(compensated.run(arrayOf(format, x), 2 ** -80), floats(format).add(high, low));
  }
});

test('the compensated state rounds the initial state to the format of the inputs', () => {
  expect(compensated.run(new Float32Array(0), 0.1)).toBe(Math.fround(0.1));
  expect(compensated.run(Float32Array.of(-(2 ** 23), 2 ** 23), 1 + 2 ** -25)).toBe(2 ** 24);
});

test('the compensated state of integers is exact, and zero is not negative', () => {
  fc.assert(
    fc.property(sequences(integers), ({ format, x, h0 }) => {
      expect(exactly(compensated.run(arrayOf(format, x), h0))).toEqual(exactState(x, h0));
    }),
  );
  expect(compensated.run(Float64Array.of(1), 1)).toBe(0);
  expect(compensated.run(Float32Array.of(1), 1)).toBe(0);
});

test('the compensated state is within its declared bound of the exact one, where a plain sum is not', () => {
  let beyond = 0;
  fc.assert(
    fc.property(fc.oneof(sequences(wide), cancelling(120)), ({ format, x, h0 }) => {
      const declaration = compensated.declares(format);
      expectWithinBound(declaration, x, h0, compensated.run(arrayOf(format, x), h0));
      try {
        expectWithinBound(declaration, x, h0, lanes.run(arrayOf(format, x), h0));
      } catch {
        beyond++;
      }
    }),
  );
  expect(beyond).toBeGreaterThan(0);
});

test('what cancels down to the last bit is still there', () => {
  const x = [2 ** 60, 2 ** 60 + 2 ** 10, 1, 3, 2 ** 30 + 1, 2 ** 30 + 3];
  const cancelling = Array.from({ length: 60 }, (_, t) => x[t % 6]!);
  expect(exactly(compensated.run(Float64Array.from(cancelling), 0.5))).toEqual(exactState(cancelling, 0.5));
});

test('an infinity or NaN in an input, or an overflow, reaches the compensated state as it does the sum by lanes', () => {
  const outside = anything.map((value) => (Number.isFinite(value) ? value * 2 ** 900 : value));
  fc.assert(
    fc.property(sequences(outside), ({ format, x, h0 }) => {
      const array = arrayOf(format, x);
      const plain = lanes.run(array, h0);
      if (!Number.isFinite(plain)) expect(compensated.run(array, h0)).toBe(plain);
    }),
  );
  for (const format of formats) {
    const x = arrayOf(format, [-Number.MAX_VALUE, Number.POSITIVE_INFINITY]);
    expect(compensated.run(x, 0)).toBe(Number.POSITIVE_INFINITY);
  }
});

test('no addend and no error passes through more additions than the compensated form declares', () => {
  for (const format of formats) {
    const { additions } = compensated.declares(format);
    expect(additions(1)).toBe(0);
    for (let T = 1; T < 70; T++) {
      const counted: Compensation<number | undefined, number | undefined> = {
        sums: depths,
        errors: depths,
        errorOf: (a, b) => (a === undefined || b === undefined ? undefined : 0),
      };
      const { high, low } = compensatedOrder(counted, lanesIn(format), new Array<number>(T).fill(0), 0);
      const most = Math.max(high!, low ?? 0);
      expect(additions(T + 1)).toBeGreaterThanOrEqual(most);
      expect(additions(T + 1)).toBeLessThanOrEqual(most + lanesIn(format) + 3);
    }
  }
  expect(compensated.declares(binary64).compensated).toBe(true);
});
