import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { type FloatFormat, next, previous, round } from '#arithmetic/float-format.ts';
import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { stateAllowance } from '#bound/rnn.ts';
import { addVisits, BIAS_EXPONENT, BIAS_ROOM, biasedInputs, VISIT_BLOCKS } from '#kernel/rnn/biased.ts';
import { compensated } from '#kernel/rnn/compensated.ts';
import { lanes } from '#kernel/rnn/lanes.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { drawn } from '../simd/drawn.ts';
import { lanesIn } from './orders.ts';
import { arrayOf, formats, gamma, sizeOf, unsignedZeros } from './sequences.ts';
import { inputsIn, manyInputs, type Visits, visits } from './visits.ts';

/** The accumulators and errors that visits leave, from zeros. */
function added({ format, x }: Visits): FloatArray {
  const sums = arrayOf(format, new Array<number>(8 * lanesIn(format)).fill(0));
  addVisits(x, x.length, sums);
  return sums;
}

/** The floor of the logarithm of a positive number, by its bits. */
function exponentOf(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  // Times 2^100 no number of a format is subnormal as a double.
  bits.setFloat64(0, value < 2 ** -900 ? value * 2 ** 100 : value);
  return ((bits.getUint32(0) >>> 20) & 2047) - 1023 - (value < 2 ** -900 ? 100 : 0);
}

/** fl(a + b), and its error: which is asserted to be a number of the format. */
function sumOf(format: FloatFormat, a: number, b: number): { readonly sum: number; readonly error: number } {
  const sum = floats(format).add(a, b);
  const error = rationals.sub(rationals.add(exactly(a), exactly(b)), exactly(sum));
  const rounded = round(format, error);
  // Of half a million errors, one by one.
  if (rationals.compare(exactly(rounded), error) !== 'equal') expect(exactly(rounded)).toEqual(error);
  return { sum, error: rounded };
}

/** The order of `biased.ts`, with every error from exact fractions. */
function documented({ format, x }: Visits): number[] {
  const { add } = floats(format);
  const w = lanesIn(format);
  const [high, low] = [new Array<number>(4 * w).fill(0), new Array<number>(4 * w).fill(0)];
  const addTo = (place: number, value: number): void => {
    const { sum, error } = sumOf(format, high[place]!, value);
    [high[place], low[place]] = [sum, add(low[place]!, error)];
  };
  const exponents = new Array<number | undefined>(2 * w).fill(undefined);
  for (let start = 0; start < x.length; start += inputsIn(format)) {
    const visit = x.subarray(start, start + inputsIn(format));
    const inputs = exponents.map((_, place) => Array.from(visit).filter((_, t) => t % (2 * w) === place));
    const sizes = inputs.map((some) => Math.max(...some.map(Math.abs)));
    if (sizes.some((size) => size >= 2 ** (format.maxExponent - 10))) {
      visit.forEach((input, t) => {
        addTo(t % (4 * w), input);
      });
      continue;
    }
    inputs.forEach((some, place) => {
      const e = exponentOf(sizes[place]!);
      const before = exponents[place];
      const isKept = before !== undefined && before >= e + 8 && before <= e + 10;
      exponents[place] = sizes[place]! < 2 ** format.minExponent ? undefined : isKept ? before : e + 9;
      const bias = exponents[place] === undefined ? 0 : 1.5 * 2 ** exponents[place];
      const sum = some.reduce((s, input) => {
        const { sum: after, error } = sumOf(format, s, input);
        low[place] = add(low[place]!, error);
        return after;
      }, bias);
      addTo(place, sumOf(format, sum, -bias).sum);
    });
  }
  return [...high, ...low];
}

test('visits add in the documented order, with the exact error of every addition', () => {
  fc.assert(
    fc.property(visits(), (some) => {
      expect(unsignedZeros(added(some))).toEqual(unsignedZeros(documented(some)));
    }),
    { numRuns: 25 },
  );
});

test('the bias of a size is that of its exponent, however near the next one it is', () => {
  for (const format of formats) {
    for (const exponent of [-100, 1, 10, 100]) {
      for (const size of [previous(format, 2 ** exponent), 2 ** exponent, next(format, 2 ** exponent)]) {
        const x = drawn(format, inputsIn(format), 1).map((value) => (value * size) / 2);
        const some = { format, x: x.fill(size, 0, 2 * lanesIn(format)) };
        expect(added(some)).toEqual(arrayOf(format, documented(some)));
      }
    }
  }
});

/** The sum of some numbers, exactly. */
function exactSum(numbers: ArrayLike<number>): Rational {
  return Array.from(numbers, exactly).reduce(rationals.add, fraction(0n));
}

test('sums and their errors together are as near to the exact sum as the derivation says', () => {
  fc.assert(
    fc.property(visits(), (some) => {
      const { format, x } = some;
      const error = sizeOf(rationals.sub(exactSum(added(some)), exactSum(x)));
      // Of V visits: 65 V additions of errors, which are together at most (2^16 + 96 V) u of the sizes.
      const visited = x.length / inputsIn(format);
      const factor = rationals.mul(gamma(format, 65 * visited), gamma(format, 2 ** 16 + 96 * visited));
      const allowed = rationals.mul(factor, exactSum(x.map(Math.abs)));
      expect(rationals.compare(error, allowed)).not.toBe('greater');
    }),
    { numRuns: 60 },
  );
});

test('sums are biased from 2^18 blocks on, and whole visits only', () => {
  for (const format of formats) {
    const block = 4 * lanesIn(format);
    const [enough, visit] = [2 ** 18 * block, VISIT_BLOCKS * block];
    expect(biasedInputs(0, block)).toBe(0);
    expect(biasedInputs(enough - 1, block)).toBe(0);
    expect(biasedInputs(enough, block)).toBe(enough);
    expect(biasedInputs(enough + visit - 1, block)).toBe(enough);
    expect(biasedInputs(enough + visit, block)).toBe(enough + visit);
    expect((enough * format.precision) % visit).toBe(0);
  }
});

test('from as many blocks as sums are biased from, what is declared covers the derivation', () => {
  for (const format of formats) {
    const w = lanesIn(format);
    for (const blocks of [2 ** 18, 2 ** 18 + 31, 2 ** 19 + 1, 2 ** 23, 2 ** 28]) {
      const T = blocks * 4 * w;
      expect(biasedInputs(T, 4 * w)).toBeGreaterThan(0);
      const L = compensated.declares(format).additions(T + 1);
      const visited = Math.floor(blocks / VISIT_BLOCKS);
      const perVisit = 2 * VISIT_BLOCKS;
      const ofErrors = 2 ** 16 + visited + 2 ** 14 + perVisit + 35 + w;
      const onErrors = (perVisit + 1) * visited + 32 + 2 * w + 6;
      expect(ofErrors).toBeLessThanOrEqual((3 * L) / 8);
      expect(onErrors + 1).toBeLessThanOrEqual((33 * L) / 16);
    }
  }
  // The constants of which 2^16 and 2^14 are made.
  const [perVisit, largest] = [2 * VISIT_BLOCKS, 2 ** (BIAS_EXPONENT + 2)];
  expect(2 ** (BIAS_EXPONENT - 2)).toBe(perVisit);
  expect(perVisit * largest).toBe(2 ** 16);
  expect(BIAS_ROOM).toBe(BIAS_EXPONENT + 3);
  expect(2 ** (BIAS_ROOM - 2) * VISIT_BLOCKS).toBe(2 ** 14);
});

test('many inputs that cancel leave a state within its bound of the exact one', () => {
  for (const format of formats) {
    const x = manyInputs(format, 10);
    // The second half is the first behind one more input: it adds what that took away.
    const half = 2 ** 17 * 4 * lanesIn(format);
    x.copyWithin(half + 1, 0, half);
    x.fill(0, half, half + 1)
      .fill(0, 2 * half + 1)
      .fill(2 ** -60, 2 * half + 5);
    const { exact, bound, fates } = stateAllowance(x, 0, compensated.declares(format));
    expect(fates).toEqual(['bounded']);
    const error = Math.abs(compensated.run(x, 0) - exact.high[0]! - exact.low[0]!);
    expect(error).toBeLessThanOrEqual(bound[0]!);
    // Plain sums lose more than this, by the million; the bound of binary32, which has no digits to spare, says less.
    expect(error).toBeLessThanOrEqual(format.unitRoundoff ** 2 * 2 ** 24);
    expect(Math.abs(lanes.run(x, 0) - exact.high[0]!)).toBeGreaterThan(format.unitRoundoff ** 2 * 2 ** 24);
  }
});

test('an infinity, NaN or overflow in a visit reaches its accumulator', () => {
  for (const format of formats) {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const x = drawn(format, 2 * inputsIn(format), 3);
      x[inputsIn(format) + 2] = value;
      const sums = added({ format, x });
      expect(Number.isFinite(sums[2])).toBe(false);
      expect([...sums.subarray(0, 2)].every(Number.isFinite)).toBe(true);
    }
    const x = drawn(format, inputsIn(format), 4).fill(format.largest);
    expect(added({ format, x }).subarray(0, 2)).toEqual(
      arrayOf(format, [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]),
    );
  }
});
