import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary32, binary64, type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import type { Allowance } from '#bound/allowance.ts';
import { loosestOutput } from '#bound/loosest.ts';
import { outputAllowance, withOutput } from '#bound/output.ts';
import { exps } from '#kernel/exp.ts';
import { outputs } from '#kernel/rnn/output.ts';
import { streaming } from '#kernel/rnn/streaming.ts';
import { everyKind, sequences } from '../kernel/rnn/sequences.ts';
import { arrayIn, expectAllowed, formats, share } from './allowed.ts';

/** Inputs whose states are of sizes from 2^-1000 up to 1: outputs of all sizes. */
const small = fc
  .tuple(fc.oneof(fc.nat(9), fc.nat(1000)), fc.integer({ min: -(2 ** 52), max: 2 ** 52 }))
  .map(([exponent, mantissa]) => mantissa * 2 ** (-52 - exponent));

const kinds = fc.oneof({ weight: 4, arbitrary: sequences(small, 4) }, { weight: 1, arbitrary: everyKind() });

const declared = (format: FloatFormat): Parameters<typeof outputAllowance>[2] =>
  withOutput(streaming.declares(format));

test('the output of the library stays within its allowance, in both formats', () => {
  fc.assert(
    fc.property(kinds, ({ format, x, h0 }) => {
      const array = arrayIn(format, x);
      expectAllowed(outputAllowance(array, h0, declared(format)), [
        outputs(format)(streaming.run(array, h0)),
      ]);
    }),
    { numRuns: 400 },
  );
});

/** 1 / (1 + e^-z), and e^z / (1 + e^z) below zero, with every operation rounded. */
function forms(format: FloatFormat, h: number): readonly number[] {
  const { add, mul, div } = floats(format);
  const exp = exps(format);
  const z = mul(1000, h);
  const usual = div(1, add(1, exp(-z)));
  return z > 0 ? [usual] : [usual, div(exp(z), add(1, exp(z)))];
}

test('the usual ways to write the output stay within the loosest allowance, also where an exponential overflows', () => {
  fc.assert(
    fc.property(kinds, ({ format, x, h0 }) => {
      const array = arrayIn(format, x);
      const allowance = outputAllowance(array, h0, loosestOutput(format));
      for (const y of forms(format, streaming.run(array, h0))) expectAllowed(allowance, [y]);
    }),
    { numRuns: 400 },
  );
});

function at(format: FloatFormat, h: number, declares = declared(format)): Allowance {
  return outputAllowance(arrayIn(format, []), roundDouble(format, h), declares);
}

test('where the exponential overflows 0 is allowed of a foreign output, and not of ours', () => {
  for (const [format, h] of [
    [binary64, -0.7098],
    [binary64, -0.72],
    [binary32, -0.0888],
    [binary32, -0.09],
  ] as const) {
    expect(forms(format, roundDouble(format, h))[0]).toBe(0);
    expect(share(at(format, h, loosestOutput(format)), 0, 0)).toBeLessThanOrEqual(1);
    expect(share(at(format, h), 0, 0)).toBeGreaterThan(1);
  }
  // Before it overflows, 0 is wrong.
  expect(share(at(binary64, -0.7, loosestOutput(binary64)), 0, 0)).toBeGreaterThan(1);
  expect(share(at(binary32, -0.08, loosestOutput(binary32)), 0, 0)).toBeGreaterThan(1);
});

test('a wrong gain, a sigmoid without relative accuracy, and a missing one in its tails are not allowed', () => {
  for (const format of formats) {
    const wrong = [
      [-0.03, 0.5 * (1 + Math.tanh(-15)) + format.unitRoundoff],
      [-0.03, outputs(format)(roundDouble(format, -0.02997))],
      [0.001, 1 / (1 + Math.exp(-1)) + 60 * format.unitRoundoff],
      [1, 0.5],
      [-1, 2 ** -100],
    ] as const;
    for (const [h, y] of wrong) expect(share(at(format, h, loosestOutput(format)), 0, y)).toBeGreaterThan(1);
  }
});

test('the bound is sharp: outputs near 1/2 take more than half of it, and outputs in a tail 8 tenths', () => {
  // Found among 150000 states for each.
  for (const [format, h, least] of [
    [binary64, 0.0000287339083560503, 0.53],
    [binary64, -0.0010739401952357631, 0.66],
    [binary64, -0.032439329018037366, 0.92],
    [binary32, 0.000010396604920970276, 0.53],
    [binary32, -0.0010920295026153326, 0.66],
    [binary32, -0.03220725059509277, 0.89],
  ] as const) {
    expect(share(at(format, h), 0, outputs(format)(h))).toBeGreaterThan(least);
  }
});

test('an uncertain state allows every output that it may have, and no more than 1', () => {
  // The state is 0 or 1, as the sum may lose 1 beside 2^53.
  const x = Float64Array.of(-(2 ** 53), 1 - 2 ** 53);
  const { bound, fates } = outputAllowance(x, 0, declared(binary64));
  expect(fates).toEqual(['bounded']);
  expect(bound[0]).toBeGreaterThanOrEqual(0.5);
  expect(bound[0]).toBeLessThan(1.001);
  // Far in a tail an uncertainty that reaches back to 0 allows anything as well.
  const far = outputAllowance(Float64Array.of(-(2 ** 60), 256 - 2 ** 60), 0, declared(binary64));
  expect(far.exact.high[0]).toBe(1);
  expect(far.bound[0]).toBeGreaterThanOrEqual(1);
});

test('nothing is promised of the output where the state may overflow or is not a number', () => {
  for (const x of [[Number.MAX_VALUE, -Number.MAX_VALUE], [Number.NaN], [Number.POSITIVE_INFINITY]]) {
    const { fates, bound } = outputAllowance(Float64Array.from(x), 0, declared(binary64));
    expect(fates).toEqual(['open']);
    expect(bound[0]).toBe(Number.POSITIVE_INFINITY);
  }
  const huge = outputAllowance(Float64Array.of(2 ** 1020), 0, declared(binary64));
  expectAllowed(huge, [1]);
  expect(share(huge, 0, 0)).toBeGreaterThan(1);
});

test('an exponential that may flush is allowed what it loses', () => {
  const format = binary32;
  // e^-87.4 is below 2^-126.
  const strict = { ...loosestOutput(format), flushes: false };
  const h = -0.0874;
  expect(share(at(format, h, loosestOutput(format)), 0, 0)).toBeLessThanOrEqual(1);
  expect(share(at(format, h, strict), 0, 0)).toBeGreaterThan(1);
});
