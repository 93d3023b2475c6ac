import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { exactly } from '#arithmetic/rational.ts';
import { scan } from '#kernel/rnn/scan.ts';
import { streamingStates } from '#kernel/rnn/streaming.ts';
import { depths, scanOrder } from './orders.ts';
import { arrayOf, exactState, expectWithinBound, formats, unsignedZeros } from './sequences.ts';

const BLOCK = 255;

/** Lengths at which blocks begin and end, one of them with two levels of blocks. */
const lengths = [0, 1, 2, 254, 255, 256, 509, 510, 511, 1000, 255 * 255 + 255 + 2];

function inputs(length: number, seed: number): number[] {
  return Array.from({ length }, (_, t) => Math.fround(Math.sin(seed + t * t) * 2 ** (t % 20)));
}

test('every scanned state is what the documented order gives, bit by bit, also in place of the inputs', () => {
  for (const length of lengths) {
    // One format is enough for the long one.
    for (const format of formats.slice(length > 2000 ? 1 : 0)) {
      const x = inputs(length, length);
      const out = arrayOf(format, x).fill(7);
      const array = arrayOf(format, x);
      scan.run(array, 0.1, out);
      const arithmetic = floats(format);
      expect(unsignedZeros(out)).toEqual(unsignedZeros(scanOrder(arithmetic, BLOCK, x, arithmetic.of(0.1))));
      scan.run(array, 0.1, array);
      expect(array).toEqual(out);
    }
  }
});

test('the scanned states of integers are those of the recurrence', () => {
  fc.assert(
    fc.property(fc.constantFrom(...formats), fc.nat(1200), fc.integer(), (format, length, seed) => {
      const x = arrayOf(
        format,
        Array.from({ length }, (_, t) => Math.round(100 * Math.sin(seed + t * t))),
      );
      const [scanned, streamed] = [arrayOf(format, [...x]), arrayOf(format, [...x])];
      scan.run(x, 3, scanned);
      streamingStates.run(x, 3, streamed);
      expect(unsignedZeros(scanned)).toEqual(unsignedZeros(streamed));
    }),
    { numRuns: 20 },
  );
  const out = new Float64Array(600);
  scan.run(new Float64Array(600).fill(1), 4, out);
  expect(exactly(out[599]!)).toEqual(exactState([...new Float64Array(600).fill(1)], 4));
});

test('every scanned state is within its declared bound of the exact one', () => {
  for (const format of formats) {
    const x = inputs(800, 1);
    const out = arrayOf(format, x);
    scan.run(out, 0.5, out);
    for (const t of [0, 1, 200, 254, 255, 256, 600, 799]) {
      expectWithinBound(scan.declares(format), x.slice(0, t + 1), 0.5, out[t]!);
    }
  }
});

test('no addend passes through more additions than the scan declares, in any state, and one through as many', () => {
  for (const format of formats) {
    const { additions } = scan.declares(format);
    expect(additions(0)).toBe(0);
    expect(additions(1)).toBe(0);
    for (const length of lengths.slice(1)) {
      const states = scanOrder(depths, BLOCK, new Array<number>(length).fill(0), 0);
      const most = states.reduce<number>((all, depth) => Math.max(all, depth!), 0);
      expect(additions(length + 1)).toBeGreaterThanOrEqual(most);
      expect(additions(length + 1)).toBeLessThanOrEqual(most + 1);
    }
  }
});

test('a NaN leaves the scanned states before it as they are', () => {
  for (const poisoned of [0, 100, 254, 255, 700]) {
    const x = Float64Array.from(inputs(1000, 2));
    const [clean, out] = [new Float64Array(1000), new Float64Array(1000)];
    scan.run(x, 0.5, clean);
    x[poisoned] = Number.NaN;
    scan.run(x, 0.5, out);
    expect(out.subarray(0, poisoned)).toEqual(clean.subarray(0, poisoned));
    expect(out.subarray(poisoned).every(Number.isNaN)).toBe(true);
  }
});
