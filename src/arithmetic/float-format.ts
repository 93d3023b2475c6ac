import { type BinaryGrid, nearest } from './dyadic.ts';
import { type Rational, truncated } from './rational.ts';

/** A binary floating-point format; every number of each of the four is a double. */
export interface FloatFormat extends BinaryGrid {
  readonly name: 'binary64' | 'binary32' | 'binary16' | 'bfloat16';
  /** Significant bits, the hidden one included. */
  readonly precision: number;
  /** Binary exponent of the smallest normal number. */
  readonly minExponent: number;
  /** Binary exponent of the largest number. */
  readonly maxExponent: number;
  /** Exponent of the smallest subnormal: every number is a multiple of 2^quantum. */
  readonly quantum: number;
  /** u = 2^-precision: a rounding without underflow or overflow is off by at most u/(1 + u) relative. */
  readonly unitRoundoff: number;
  readonly smallestSubnormal: number;
  readonly largest: number;
}

export const binary64: FloatFormat = format('binary64', 53, 1023);
export const binary32: FloatFormat = format('binary32', 24, 127);
export const binary16: FloatFormat = format('binary16', 11, 15);
export const bfloat16: FloatFormat = format('bfloat16', 8, 127);

/** All formats, widest first. */
export const floatFormats: readonly FloatFormat[] = [binary64, binary32, binary16, bfloat16];

const bits = new DataView(new ArrayBuffer(8));

/** @returns the number of the format nearest to a fraction, ties to even; beyond the largest, an infinity */
export function round(format: FloatFormat, r: Rational): number {
  return nearest(format, truncated(r));
}

/** @returns the number of the format nearest to a double, ties to even; infinities, NaN and -0 stay as they are */
export function roundDouble(format: FloatFormat, x: number): number {
  if (format === binary64) return x;
  if (format === binary32) return Math.fround(x);
  if (Number.isNaN(x) || x === 0) return x;
  if (Math.abs(x) >= 2 * format.largest) return x < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  // Next to 1.5 * 2^52 ulp the doubles are the multiples of one ulp, so the addition rounds, ties to even.
  const anchor = threeHalvesOf(52 + ulpExponent(format, x));
  const magnitude = Math.abs(x) + anchor - anchor;
  const rounded = magnitude > format.largest ? Number.POSITIVE_INFINITY : magnitude;
  return x < 0 ? -rounded : rounded;
}

/** @returns the least number of the format above x, infinity included; NaN for NaN */
export function next(format: FloatFormat, x: number): number {
  const rounded = roundDouble(format, x);
  if (rounded > x || rounded === Number.POSITIVE_INFINITY || Number.isNaN(x)) return rounded;
  if (rounded === Number.NEGATIVE_INFINITY) return -format.largest;
  const exponent = ulpExponent(format, rounded);
  const ulp = 2 ** exponent;
  // Towards zero from a power of two the gap is half as wide, unless the numbers below it are subnormal.
  const isLowest = -rounded === ulp * 2 ** (format.precision - 1) && exponent > format.quantum;
  const above = rounded + (isLowest ? ulp / 2 : ulp);
  return above > format.largest ? Number.POSITIVE_INFINITY : above + 0;
}

/** @returns the greatest number of the format below x, minus infinity included; NaN for NaN */
export function previous(format: FloatFormat, x: number): number {
  return -next(format, -x) + 0;
}

/** Every number of the format from `from` to `to`, both included, in order; zero once. Meant for 16 bits. */
export function* values(format: FloatFormat, from: number, to: number): Generator<number> {
  const nearby = roundDouble(format, from);
  for (let x = nearby < from ? next(format, from) : nearby + 0; x < to; x = next(format, x)) yield x;
  if (from <= to && roundDouble(format, to) === to) yield to + 0;
}

function format(name: FloatFormat['name'], precision: number, maxExponent: number): FloatFormat {
  const minExponent = 1 - maxExponent;
  const quantum = minExponent - precision + 1;
  return {
    name,
    precision,
    minExponent,
    maxExponent,
    quantum,
    unitRoundoff: 2 ** -precision,
    smallestSubnormal: 2 ** quantum,
    largest: (2 - 2 ** (1 - precision)) * 2 ** maxExponent,
  };
}

/** 1.5 * 2^exponent from its bits, for exponents of normal doubles: a power would cost six times the rounding. */
function threeHalvesOf(exponent: number): number {
  bits.setUint32(0, ((1023 + exponent) << 20) | 0x80000);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** The exponent of the unit in the last place of a format at a finite double. */
function ulpExponent(format: FloatFormat, x: number): number {
  bits.setFloat64(0, x);
  // Bits 52 to 62, minus the bias; for a subnormal double this is below every minExponent.
  const exponent = ((bits.getUint32(0) >>> 20) & 0x7ff) - 1023;
  return Math.max(exponent, format.minExponent) - format.precision + 1;
}
