import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { binary32, binary64, type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import type { Declaration } from '#kernel/declaration.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { finalState } from '#reference/rnn.ts';

/** The formats of the kernels. */
export const formats: readonly FloatFormat[] = [binary64, binary32];

/** Numbers as an array of a format, each rounded to it. */
export function arrayOf(format: FloatFormat, numbers: readonly number[]): FloatArray {
  return format === binary64 ? Float64Array.from(numbers) : Float32Array.from(numbers);
}

/** A sequence, its initial state, and the format it is in; its numbers are of the format. */
export interface Sequence {
  readonly format: FloatFormat;
  readonly x: readonly number[];
  readonly h0: number;
}

/** Sequences longer than two blocks of any lanes, with numbers of all kinds of one arbitrary. */
export function sequences(numbers: Arbitrary<number>, maxLength = 45): Arbitrary<Sequence> {
  return fc
    .record({
      format: fc.constantFrom(...formats),
      x: fc.array(numbers, { maxLength, size: 'max' }),
      h0: numbers,
    })
    .map(({ format, x, h0 }) => ({
      format,
      x: x.map((value) => roundDouble(format, value)),
      h0: roundDouble(format, h0),
    }));
}

/** Doubles of sizes from 2^-60 to 2^60, in which sums lose much. */
export const wide: Arbitrary<number> = fc
  .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -(2 ** 52), max: 2 ** 52 }))
  .map(([exponent, mantissa]) => mantissa * 2 ** (exponent - 52));

/** Small integers: sums of a few are exact in every format. */
export const integers: Arbitrary<number> = fc.integer({ min: -1000, max: 1000 });

/** Also infinities, NaN, zeros of both signs, the largest and the smallest numbers. */
export const anything: Arbitrary<number> = fc.oneof(
  wide,
  fc.double(),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, binary32.largest, -binary32.largest),
);

/**
 * Sequences by kind: most of finite numbers only, for one NaN hides all that came before it; many whose sum cancels, for
 * otherwise the errors of a compensated sum vanish in its last rounding.
 */
export function everyKind(maxLength = 45): Arbitrary<Sequence> {
  return fc.oneof(
    { weight: 3, arbitrary: sequences(wide, maxLength) },
    { weight: 3, arbitrary: cancelling(maxLength) },
    { weight: 1, arbitrary: sequences(anything, maxLength) },
  );
}

/** Finite numbers and their copies at places of the other parity, and a few small ones. */
export function cancelling(maxLength = 45): Arbitrary<Sequence> {
  return fc
    .tuple(sequences(wide, Math.floor(maxLength / 2) - 2), fc.array(wide, { maxLength: 3 }))
    .map(([{ format, x, h0 }, more]) => ({
      format,
      x: [
        ...x,
        ...(x.length % 2 === 0 ? [0] : []),
        ...x,
        ...more.map((value) => roundDouble(format, value * 2 ** -60)),
      ],
      h0: roundDouble(format, h0 * 2 ** -60),
    }));
}

/** Equal to the last bit, up to the sign of a zero. */
export function expectSameNumber(computed: number, expected: number): void {
  expect(computed + 0).toBe(expected + 0);
}

/** Numbers of an array or list, zeros without their sign. */
export function unsignedZeros(numbers: Iterable<number>): number[] {
  return Array.from(numbers, (value) => value + 0);
}

/** k u / (1 - k u), exactly. */
export function gamma({ unitRoundoff }: FloatFormat, k: number): Rational {
  const ku = rationals.mul(fraction(BigInt(k)), exactly(unitRoundoff));
  return rationals.div(ku, rationals.sub(fraction(1n), ku));
}

export function sizeOf(r: Rational): Rational {
  return r.num < 0n ? rationals.neg(r) : r;
}

/** How far a declaration lets the state at the end of a sequence be off. */
export function stateBound(
  { format, additions, compensated }: Declaration,
  x: readonly number[],
  h0: number,
): Rational {
  const sizes = [h0, ...x].map((value) => sizeOf(exactly(value))).reduce(rationals.add);
  const factor = gamma(format, additions(x.length + 1));
  if (!compensated) return rationals.mul(factor, sizes);
  const rounding = rationals.mul(exactly(format.unitRoundoff), sizeOf(exactState(x, h0)));
  return rationals.add(rounding, rationals.mul(rationals.mul(factor, factor), sizes));
}

/** The state at the end of a sequence, exactly. */
export function exactState(x: readonly number[], h0: number): Rational {
  return finalState(rationals, x.map(exactly), exactly(h0));
}

/** Asserts that a computed state is as near to the exact one as a declaration says. */
export function expectWithinBound(
  declaration: Declaration,
  x: readonly number[],
  h0: number,
  computed: number,
): void {
  const error = sizeOf(rationals.sub(exactly(computed), exactState(x, h0)));
  expect(rationals.compare(error, stateBound(declaration, x, h0))).not.toBe('greater');
}
