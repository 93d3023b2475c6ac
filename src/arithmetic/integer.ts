import { bitLength } from './dyadic.ts';

/**
 * A quick bound on the size of a non-negative integer.
 *
 * @returns s with n < 2^s <= 4n, and -Infinity for 0. The error of converting to a double and of its logarithm,
 *   which is below 1024, is far less than the 2^-20 added: s > log2 n, and s <= log2 n + 1 + 2^-19
 * @cost a conversion to a double below 2^1023, a conversion to hexadecimal above
 */
export function sizeBound(n: bigint): number {
  const double = Number(n);
  return double < 2 ** 1023 ? Math.floor(Math.log2(double) + 2 ** -20) + 1 : bitLength(n);
}

export function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** The least integer >= n * 2^shift. */
export function ceilShift(n: bigint, shift: number): bigint {
  return shift >= 0 ? n << BigInt(shift) : -(-n >> BigInt(-shift));
}

/** The greatest integer <= n * 2^shift. */
export function floorShift(n: bigint, shift: number): bigint {
  return shift >= 0 ? n << BigInt(shift) : n >> BigInt(-shift);
}

/** The least integer >= num / den, for num >= 0 and den > 0. */
export function ceilDiv(num: bigint, den: bigint): bigint {
  return (num + den - 1n) / den;
}

/**
 * The greatest integer whose square is at most n >= 0.
 *
 * Newton's steps x -> floor((x + floor(n / x)) / 2) never go below floor(sqrt n), by the inequality of the means,
 * and go down from any x above it; so the first step that does not go down was taken from it. The start is above:
 * n = top * 4^half + rest with top < 2^104, the double root of top is within 2 of the true one
 * (2^52 times three roundings of 2^-53 and one of the integer part), and sqrt(top + 1) is at most 1 above it.
 *
 * @cost about log2(size of n / 50) divisions of n by its root
 */
export function floorRoot(n: bigint): bigint {
  if (n === 0n) return 0n;
  const half = Math.max(0, Math.ceil((bitLength(n) - 104) / 2));
  const top = Math.sqrt(Number(n >> BigInt(2 * half)));
  let root = (BigInt(Math.floor(top)) + 3n) << BigInt(half);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/**
 * The order of a * 2^exponent and b, whatever the size of the exponent.
 *
 * @returns the sign of a * 2^exponent - b
 * @cost shifts only when both sides are of one size, so by no more than the length of the longer
 */
export function compareScaled(a: bigint, exponent: number, b: bigint): -1 | 0 | 1 {
  const sign = a < 0n || b < 0n ? -1 : 1;
  if (a <= 0n !== b <= 0n || a >= 0n !== b >= 0n) return a < b ? -1 : 1;
  const left = bitLength(magnitude(a)) + exponent;
  const right = bitLength(magnitude(b));
  if (left !== right && a !== 0n) return left < right ? (-sign as -1 | 1) : sign;
  const difference = exponent >= 0 ? (a << BigInt(exponent)) - b : a - (b << BigInt(-exponent));
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
