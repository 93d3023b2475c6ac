import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import { exps } from '#kernel/exp.ts';
import { output32, output64, outputs } from '#kernel/rnn/output.ts';
import { logistic } from '#reference/rnn.ts';
import { formats } from './sequences.ts';

/** States with 1000 h of sizes from 2^-10 up to where outputs are subnormal, all bits random. */
function statesOf(format: FloatFormat): fc.Arbitrary<number> {
  const widest = format === binary64 ? 0.76 : 0.11;
  return fc
    .tuple(fc.nat(16), fc.integer({ min: -(2 ** 52), max: 2 ** 52 }))
    .map(([exponent, mantissa]) => floats(format).of(widest * mantissa * 2 ** (-exponent - 52)));
}

test('the output is within the bound of its doc comment, in both tails', () => {
  const a = enclosures(40);
  for (const format of formats) {
    const output = outputs(format);
    const u = format.unitRoundoff;
    fc.assert(
      fc.property(statesOf(format), (h) => {
        const y = logistic(a, a.mul(a.of(1000), a.of(h)));
        const complement = logistic(a, a.mul(a.of(-1000), a.of(h)));
        // e^D - 1 <= D + D^2 for D <= 1; the powers of two make room for the rounding of the bound itself.
        const D = u * Math.abs(1000 * h) * (1 + 2 ** -20);
        const slope = a.mul(a.mul(y, complement), a.of(D + D * D));
        const rounding = a.mul(y, a.of(4.51 * u));
        const bound = a.add(a.add(slope, rounding), a.of(2 * format.smallestSubnormal));
        const computed = a.of(output(h));
        expect(a.compare(a.sub(computed, y), bound)).toBe('less');
        expect(a.compare(a.sub(y, computed), bound)).toBe('less');
      }),
      { numRuns: 60 },
    );
  }
});

test('the output is 1/2 at zero, exactly 0 and 1 far out, and NaN for NaN', () => {
  for (const output of [output64, output32]) {
    expect([0, -0, Number.MIN_VALUE].map(output)).toEqual([0.5, 0.5, 0.5]);
    for (const far of [1, 1e300, Number.POSITIVE_INFINITY]) {
      expect([output(far), output(-far)]).toEqual([1, 0]);
    }
    expect(output(Number.NaN)).toBeNaN();
  }
});

test('the lower tail is e^(1000 h), not zero where that is subnormal', () => {
  expect(output64(-0.74)).toBe(exps(binary64)(-740));
  expect(output64(-0.74)).toBeGreaterThan(0);
  expect(output32(Math.fround(-0.1))).toBe(exps(binary32)(-100));
  expect(output32(Math.fround(-0.1))).toBeGreaterThan(0);
});

test('the output takes each operation once, rounded to its format, by the exponential that is at most 1', () => {
  for (const format of formats) {
    const { add, mul, div } = floats(format);
    fc.assert(
      fc.property(statesOf(format), (h) => {
        const z = mul(1000, h);
        const e = exps(format)(-Math.abs(z));
        expect(outputs(format)(h)).toBe(div(z >= 0 ? 1 : e, add(1, e)));
      }),
    );
  }
});

test('each format has its output', () => {
  expect(formats.map(outputs)).toEqual([output64, output32]);
});
