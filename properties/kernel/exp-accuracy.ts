import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { balls } from '#arithmetic/ball.ts';
import { binary64, type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { EXP_ULP, type ExpPlan, plan32, plan64 } from '#kernel/exp.ts';

const exact = balls(100);

/** The plan of a format. */
export function planOf(format: FloatFormat): ExpPlan {
  return format === binary64 ? plan64 : plan32;
}

/** The least number of a format of which e^x is beyond it. */
export function overflowOf(format: FloatFormat): number {
  return format === binary64 ? 709.7827128933841 : 88.72283935546875;
}

/** Below this e^x is less than half of the smallest subnormal number. */
export function underflowOf(format: FloatFormat): number {
  return format === binary64 ? -745.1332191019412 : -103.97208;
}

/**
 * How far y is from e^x, in units in the last place of e^x, and whether e^x is a subnormal number of the format.
 *
 * @param y a finite number
 */
export function errorInUlps(
  { precision, quantum }: FloatFormat,
  x: number,
  y: number,
): { readonly ulps: number; readonly subnormal: boolean } {
  const value = exact.exp(exact.of(x));
  const top = value.exp + value.mid.toString(2).length - 1;
  // 2^unit is one ulp of e^x; the difference is formed in 2^-64 ulp, where the radius of the ball is below 2^-30.
  const unit = Math.max(top - precision + 1, quantum);
  const difference = exact.sub(exact.of(y), value);
  const shift = BigInt(Math.abs(difference.exp - unit + 64));
  const { mid } = difference;
  const scaled = difference.exp - unit + 64 >= 0 ? mid << shift : mid >> shift;
  return { ulps: Math.abs(Number(scaled)) * 2 ** -64, subnormal: top - precision + 1 < quantum };
}

/** Asserts that y is as near to e^x as EXP_ULP says. */
export function expectAccurate(format: FloatFormat, x: number, y: number): void {
  const { ulps, subnormal } = errorInUlps(format, x, y);
  // Half of the smallest subnormal number is half an ulp of every one.
  if (!(ulps <= EXP_ULP + (subnormal ? 0.5 : 0))) expect([x, y, ulps]).toEqual([x, y, EXP_ULP]);
}

/** Arguments of which e^x is neither infinite nor below every number: all sizes, and next to what divides intervals. */
export function finiteArguments(format: FloatFormat): Arbitrary<number> {
  const [low, high] = [underflowOf(format), overflowOf(format)];
  const near = fc
    .tuple(
      fc.integer({ min: Math.ceil(low / Math.LN2), max: Math.floor(high / Math.LN2) }),
      fc.constantFrom(0, 0.5),
      fc.integer({ min: -4, max: 4 }),
    )
    .map(([k, half, steps]) => {
      const x = (k + half) * Math.LN2;
      return x + steps * Math.abs(x) * 2 * format.unitRoundoff;
    });
  const anywhere = fc.double({ min: low, max: high, noNaN: true });
  const small = fc.double({ min: -1, max: 1, noNaN: true });
  return fc
    .oneof(anywhere, near, small, fc.double({ min: low, max: low + 40, noNaN: true }))
    .map((x) => roundDouble(format, x))
    .filter((x) => x > low && x < high);
}
