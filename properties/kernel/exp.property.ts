import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balls, endpoints } from '#arithmetic/ball.ts';
import { dyadics } from '#arithmetic/dyadic.ts';
import { ballExp, expRounder } from '#arithmetic/float-arithmetic.ts';
import { binary32, binary64, next, previous, roundDouble } from '#arithmetic/float-format.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';
import { EXP_ULP, exp32, exp64, exps } from '#kernel/exp.ts';
import {
  errorInUlps,
  expectAccurate,
  finiteArguments,
  overflowOf,
  planOf,
  underflowOf,
} from './exp-accuracy.ts';

test('every format has its exponential', () => {
  expect([exps(binary64), exps(binary32)]).toEqual([exp64, exp32]);
});

describe.each([binary64, binary32])('$name', (format) => {
  const exp = exps(format);
  const plan = planOf(format);
  const [low, high] = [underflowOf(format), overflowOf(format)];

  test('e^x is within EXP_ULP units in the last place', () => {
    fc.assert(
      fc.property(finiteArguments(format), (x) => {
        expectAccurate(format, x, exp(x));
      }),
      { numRuns: 2000 },
    );
  });

  test('e^x is as accurate on both sides of every odd multiple of ln(2) / 2', () => {
    for (let k = Math.ceil(low / Math.LN2); k + 1 < high / Math.LN2; k++) {
      const x = roundDouble(format, (k + 0.5) * Math.LN2);
      for (const y of [previous(format, x), x, next(format, x)]) expectAccurate(format, y, exp(y));
    }
  });

  test('a search for the largest error finds more than 0.7 units, and never more than EXP_ULP', () => {
    let largest = 0;
    for (let start = 0; start < 100; start++) {
      let [x, error, step] = [Math.sin(start) * 0.1 - 0.3, 0, 1e-2];
      for (let i = 0; i < 15; i++) {
        const y = roundDouble(format, x + Math.sin(start * 100 + i) * step);
        const { ulps } = errorInUlps(format, y, exp(y));
        if (ulps > error) [x, error] = [y, ulps];
        else step *= 0.7;
      }
      largest = Math.max(largest, error);
    }
    expect(largest).toBeGreaterThan(0.7);
    expect(largest).toBeLessThanOrEqual(EXP_ULP);
  });

  test('e^x is 1 at zero, and follows infinities and NaN', () => {
    expect([0, -0, format.smallestSubnormal, -format.smallestSubnormal].map((x) => exp(x))).toEqual([
      1, 1, 1, 1,
    ]);
    const ends = [Number.NEGATIVE_INFINITY, -1e6, plan.least, Number.POSITIVE_INFINITY, 1e6, Number.NaN];
    expect(ends.map((x) => exp(x))).toEqual([
      0,
      0,
      0,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
  });

  test('e^x is infinite from just where it leaves the format', () => {
    expect(expRounder(format, ballExp)(high)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(previous(format, high))).toBeLessThanOrEqual(format.largest);
    expect([high, next(format, high), plan.greatest].map((x) => exp(x))).toEqual(
      new Array<number>(3).fill(Number.POSITIVE_INFINITY),
    );
  });

  test('e^x is 0 below half of the smallest subnormal number, and never negative', () => {
    for (let x = roundDouble(format, low - 0.001); x > plan.least - 1; x -= 0.01) {
      expect(Object.is(exp(roundDouble(format, x)), 0)).toBe(true);
    }
    expect(exp(roundDouble(format, low + 0.001))).toBe(format.smallestSubnormal);
  });

  test('k times the high part of ln 2 is exact, and both parts are ln 2 to half an ulp of the low one', () => {
    for (let k = Math.ceil(plan.least / Math.LN2) - 1; k <= Math.ceil(plan.greatest / Math.LN2); k++) {
      const product = rationals.mul(exactly(k), exactly(plan.ln2High));
      expect(exactly(roundDouble(format, k * plan.ln2High))).toEqual(product);
    }
    // e^(high + low) = 2 e^d with d = high + low - ln 2, so e^(high + low) / 2 - 1 is d and a little more.
    const arithmetic = balls(200);
    const parts = arithmetic.add(arithmetic.of(plan.ln2High), arithmetic.of(plan.ln2Low));
    const off = arithmetic.sub(arithmetic.div(arithmetic.exp(parts), arithmetic.of(2)), arithmetic.of(1));
    const bound = exactly(1.001 * format.unitRoundoff * Math.abs(plan.ln2Low));
    expect(within(off, bound)).toBe(true);
  });

  test('the polynomial is as near to e^r as it says, with its coefficients as they are', () => {
    const arithmetic = balls(160);
    const share = format === binary64 ? 0.1 : 0.065;
    const steps = 600;
    for (let i = -steps; i <= steps; i++) {
      const r = arithmetic.of(((Math.LN2 / 2) * i) / steps);
      const q = plan.q.map(arithmetic.of).reduceRight((so, c) => arithmetic.add(arithmetic.mul(so, r), c));
      const polynomial = arithmetic.add(
        arithmetic.of(1),
        arithmetic.add(r, arithmetic.mul(arithmetic.mul(r, r), q)),
      );
      const truth = arithmetic.exp(r);
      const relative = arithmetic.div(arithmetic.sub(polynomial, truth), truth);
      expect(within(relative, exactly(share * format.unitRoundoff))).toBe(true);
    }
  });

  test('every constant is a number of the format', () => {
    const { q, ...rest } = plan;
    for (const constant of [...q, ...Object.values(rest)]) {
      expect(roundDouble(format, constant)).toBe(constant);
    }
  });
});

/** Whether all of a ball lies between two opposite numbers. */
function within(ball: Parameters<typeof endpoints>[0], bound: ReturnType<typeof exactly>): boolean {
  const { lo, hi } = endpoints(ball);
  const size = { mantissa: bound.num, exponent: 0 };
  const scaled = (end: typeof lo) => dyadics.mul(end, { mantissa: bound.den, exponent: 0 });
  return (
    dyadics.compare(scaled(hi), size) !== 'greater' &&
    dyadics.compare(scaled(lo), dyadics.neg(size)) !== 'less'
  );
}
