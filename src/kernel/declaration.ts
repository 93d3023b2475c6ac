import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { FloatArray } from './tokens.ts';

/**
 * What a kernel declares of its own rounding: with the input, all that its error bound depends on.
 *
 * Every operation rounds once, to nearest, in the format; products that enter a sum may stay unrounded (a fused
 * multiply-add), which only lessens the error.
 */
export interface Declaration {
  readonly format: FloatFormat;
  /** |computed e^x - e^x| <= expUlp ulp, plus half the smallest subnormal; 0 where no exponential is formed. */
  readonly expUlp: number;
  /** The most additions that any of n addends of a sum passes through; n - 1 from left to right. */
  readonly additions: (n: number) => number;
  /** The most times that an addend is rescaled by an exponential, of m keys; 0 when the shift is known beforehand. */
  readonly rescalings: (m: number) => number;
  /** Whether every exponential is of a score less the largest seen so far. */
  readonly shifted: boolean;
  /** Additions that join partial results beyond the sums themselves: 1 for chunks, else 0. */
  readonly joins: number;
  /**
   * Whether a sum carries the rounding errors of its own additions along: of n addends it is then off by at most
   * u |sum| + gamma_L^2 sum |addends|, L = additions(n).
   */
  readonly compensated: boolean;
  /** The most roundings that the factor on the scores costs one of the products it is on; 0 where it changes none. */
  readonly scalings: (scale: number) => number;
  /** Whether a quotient may be a product with a rounded reciprocal. */
  readonly reciprocal: boolean;
  /** Whether an exponential below the smallest normal number may be 0. */
  readonly flushes: boolean;
  /**
   * Whether weights may be e^(s - l) with l = max + log of the sum, so that their sum is 1 only as nearly as l is rounded; the
   * logarithm is within expUlp ulp.
   */
  readonly logarithm: boolean;
}

/** Sums from left to right, nothing shifted or rescaled; a score is multiplied by the scale once. */
export const inOrder: Omit<Declaration, 'format'> = {
  expUlp: 0,
  additions: (n) => Math.max(0, n - 1),
  rescalings: () => 0,
  shifted: false,
  joins: 0,
  compensated: false,
  scalings: (scale) => (scale === 1 ? 0 : 1),
  reciprocal: false,
  flushes: false,
  logarithm: false,
};

/** The format of the numbers of an array. */
export function formatOf(array: FloatArray): FloatFormat {
  return array instanceof Float64Array ? binary64 : binary32;
}

/** Rounds to the format of an array; a kernel does it after every operation. */
export function roundingTo(array: FloatArray): (value: number) => number {
  return array instanceof Float64Array ? unrounded : Math.fround;
}

/** An operation on doubles has rounded to binary64 already. */
function unrounded(value: number): number {
  return value;
}

/** So many zeros in the format of an array. */
export function zerosLike(array: FloatArray, length: number): FloatArray {
  return array instanceof Float64Array ? new Float64Array(length) : new Float32Array(length);
}
