import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { outputValue } from '#evaluation/output-value.ts';
import type { Values } from '#evaluation/values.ts';
import { logistic } from '#reference/rnn.ts';

function state(high: number, low = 0, radius = 0): Values {
  return { high: Float64Array.of(high), low: Float64Array.of(low), radius: Float64Array.of(radius) };
}

/** States with all bits random, of sizes from 2^-12 to 1. */
const plain = fc
  .tuple(fc.nat(11), fc.integer({ min: -(2 ** 53), max: 2 ** 53 }))
  .map(([e, m]) => m * 2 ** (-e - 53));

/** States of every size, and around the two at which another method begins. */
const states = fc.oneof(
  { weight: 3, arbitrary: plain },
  { weight: 1, arbitrary: fc.nat(1074).map((e) => 2 ** -e) },
  fc
    .tuple(fc.constantFrom(0.27, 0.746, -0.27, -0.746), fc.integer({ min: -3, max: 3 }))
    .map(([h, i]) => h * (1 + i * 2 ** -52)),
);

test('the output at a state is enclosed, to 2^-87 of it in both tails, and so is its complement', () => {
  const a = enclosures(60);
  fc.assert(
    fc.property(states, fc.constantFrom(-0.9, 0, 0.3, 1), (h, part) => {
      const low = Math.abs(h) > 2 ** -900 ? h * part * 2 ** -53 : 0;
      const { output, complement } = outputValue(state(h, low));
      const z = a.mul(a.of(1000), a.add(a.of(h), a.of(low)));
      const [high, rest, radius] = [output.high[0]!, output.low[0]!, output.radius[0]!];
      const off = a.sub(logistic(a, z), a.add(a.of(high), a.of(rest)));
      expect(a.compare(off, a.of(radius))).not.toBe('greater');
      expect(a.compare(a.neg(off), a.of(radius))).not.toBe('greater');
      expect(radius).toBeLessThanOrEqual(high * 2 ** -87 + 3 * Number.MIN_VALUE);
      const other = a.sub(logistic(a, a.neg(z)), a.of(complement));
      const most = a.of(complement * 2 ** -52 + 2 * Number.MIN_VALUE);
      expect(a.compare(other, most)).not.toBe('greater');
      expect(a.compare(a.neg(other), most)).not.toBe('greater');
    }),
    { numRuns: 40 },
  );
});

test('the output is 1/2 at 0, and 0 or 1 within the smallest double far out', () => {
  expect(outputValue(state(0))).toMatchObject({ output: { high: Float64Array.of(0.5) }, complement: 0.5 });
  for (const [h, y] of [
    [-1, 0],
    [1, 1],
    [-Number.MAX_VALUE, 0],
    [Number.MAX_VALUE, 1],
  ] as const) {
    const { output, complement } = outputValue(state(h));
    expect([output.high[0], output.low[0], output.radius[0], complement]).toEqual([
      y,
      0,
      Number.MIN_VALUE,
      1 - y,
    ]);
  }
});

test('the radius of a state widens that of its output', () => {
  const known = outputValue(state(-0.4)).output;
  const wide = outputValue(state(-0.4, 0, 2 ** -106)).output;
  // The derivative is 1000 y (1 - y).
  const more = 1000 * 2 ** -106 * known.high[0]!;
  expect(wide.radius[0]! - known.radius[0]!).toBeGreaterThan(more * (1 - 2 ** -10));
  expect(wide.radius[0]! - known.radius[0]!).toBeLessThan(more * (1 + 2 ** -10));
});

test('nothing is known of the output at a state of which nothing is known', () => {
  for (const radius of [Number.POSITIVE_INFINITY, Number.NaN]) {
    const { output, complement } = outputValue(state(1, 0, radius));
    expect(output.radius[0]).toBe(Number.POSITIVE_INFINITY);
    expect(complement).toBeNaN();
  }
});
