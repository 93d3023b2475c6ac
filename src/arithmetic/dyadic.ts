import type { Order, Ordered, Ring } from './ring.ts';

/** The number mantissa * 2^exponent; zero is any number whose mantissa is zero. */
export interface Dyadic {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** A grid of binary floating-point numbers: `precision` significant bits, multiples of 2^quantum, below 2^(maxExponent + 1). */
export interface BinaryGrid {
  readonly precision: number;
  readonly quantum: number;
  readonly maxExponent: number;
}

const binary64: BinaryGrid = { precision: 53, quantum: -1074, maxExponent: 1023 };
const bits = new DataView(new ArrayBuffer(8));

/** Exact sums, differences and products of doubles, without a greatest common divisor anywhere. */
export const dyadics: Ring<Dyadic> & Ordered<Dyadic> = {
  of: dyadic,
  add,
  sub: (a, b) => add(a, neg(b)),
  mul: (a, b) => ({ mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent }),
  neg,
  compare,
};

/**
 * A finite double as an odd mantissa and a power of two.
 *
 * @returns the double, exactly
 * @throws RangeError when the value is not finite
 */
export function dyadic(value: number): Dyadic {
  if (Number.isInteger(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) {
    return { mantissa: BigInt(value), exponent: 0 };
  }
  if (!Number.isFinite(value)) throw new RangeError(`exactly: value must be finite, got ${value}`);
  bits.setFloat64(0, value);
  const high = bits.getUint32(0) & 0x7fffffff;
  const low = bits.getUint32(4);
  const biased = high >>> 20;
  // A subnormal has the exponent of the smallest normal number and no hidden bit.
  const hidden = biased === 0 ? 0 : 0x100000;
  const upper = (high & 0xfffff) | hidden;
  const even = low === 0 ? 32 + trailingZeros(upper) : trailingZeros(low);
  const odd = (upper * 2 ** 32 + low) / 2 ** even;
  // 1075 = bias 1023 + 52 fraction bits.
  return { mantissa: BigInt(value < 0 ? -odd : odd), exponent: Math.max(biased, 1) - 1075 + even };
}

/** @returns the double nearest to the number, ties to even; beyond the largest double, an infinity */
export function nearestDouble(a: Dyadic): number {
  return nearest(binary64, a);
}

/**
 * The number of a binary grid nearest to an exact number, ties to even.
 *
 * @returns correctly rounded, subnormals included; an infinity from 2^(maxExponent + 1) minus half an ulp on
 */
export function nearest(grid: BinaryGrid, a: Dyadic): number {
  if (a.mantissa === 0n) return 0;
  const negative = a.mantissa < 0n;
  const magnitude = negative ? -a.mantissa : a.mantissa;
  const exponent = a.exponent + bitLength(magnitude);
  const ulp = Math.max(exponent - grid.precision, grid.quantum);
  const count = shiftToNearest(magnitude, a.exponent - ulp);
  const overflows = bitLength(count) + ulp > grid.maxExponent + 1;
  // count < 2^53 + 1 and -1074 <= ulp <= 971: the power and the product are exact doubles.
  const value = overflows ? Number.POSITIVE_INFINITY : Number(count) * 2 ** ulp;
  return negative ? -value : value;
}

/** The number of bits of a non-negative integer; 0 for 0. */
export function bitLength(n: bigint): number {
  if (n === 0n) return 0;
  const hex = n.toString(16);
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex[0]!, 16)) - 28);
}

function add(a: Dyadic, b: Dyadic): Dyadic {
  if (a.mantissa === 0n) return b;
  if (b.mantissa === 0n) return a;
  const shift = a.exponent - b.exponent;
  if (shift === 0) return { mantissa: a.mantissa + b.mantissa, exponent: a.exponent };
  return shift > 0
    ? { mantissa: (a.mantissa << BigInt(shift)) + b.mantissa, exponent: b.exponent }
    : { mantissa: a.mantissa + (b.mantissa << BigInt(-shift)), exponent: a.exponent };
}

function neg(a: Dyadic): Dyadic {
  return { mantissa: -a.mantissa, exponent: a.exponent };
}

function compare(a: Dyadic, b: Dyadic): Order {
  const { mantissa } = add(a, neg(b));
  return mantissa === 0n ? 'equal' : mantissa < 0n ? 'less' : 'greater';
}

function trailingZeros(n: number): number {
  return 31 - Math.clz32(n & -n);
}

/** n * 2^shift to the nearest integer, ties to even. */
function shiftToNearest(n: bigint, shift: number): bigint {
  if (shift >= 0) return n << BigInt(shift);
  const down = BigInt(-shift);
  const floor = n >> down;
  const twiceRest = (n - (floor << down)) << 1n;
  const unit = 1n << down;
  const up = twiceRest > unit || (twiceRest === unit && (floor & 1n) === 1n);
  return up ? floor + 1n : floor;
}
