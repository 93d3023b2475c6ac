import { formatOf } from '#kernel/declaration.ts';
import { exps } from '#kernel/exp.ts';
import type { FeatureName } from '#kernel/kernel.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import type { Loops } from './loops.ts';

/**
 * elu + 1 of numbers: x + 1 for x > 0, e^x otherwise. Not (e^x - 1) + 1, which is 0 where e^x is small.
 *
 * @param from place in `x` of the first of `count` numbers
 * @param into their images, from 0; in the format of `x`. Each is within EXP_ULP ulp and half the smallest subnormal, and
 *   above zero down to x = -745 (-103 in binary32); NaN stays NaN, minus infinity gives 0
 * @cost an addition or an exponential each
 */
export function elu1(x: FloatArray, from: number, count: number, into: FloatArray): void {
  const exp = exps(formatOf(x));
  for (let i = 0; i < count; i++) {
    const value = x[from + i]!;
    // Storing rounds the sum to the format.
    into[i] = value > 0 ? value + 1 : exp(value);
  }
}

/** Rows of features: numbers in an array, from a place on. */
export interface Features<A extends FloatArray> {
  readonly rows: A;
  readonly at: number;
}

/** Reads queries or keys under a feature map, so many numbers from a place on; what it returned before is overwritten. */
export type FeatureReader<A extends FloatArray> = (from: number, count: number) => Features<A>;

/**
 * Queries or keys under a feature map: under the identity the array itself, otherwise a copy of the part asked for.
 *
 * @param longest the most numbers that are asked for at once
 * @cost `longest` numbers of scratch, none under the identity
 */
export function readFeatures<A extends FloatArray>(
  loops: Loops<A>,
  map: FeatureName,
  x: A,
  longest: number,
): FeatureReader<A> {
  if (map === 'identity') return (from) => ({ rows: x, at: from });
  const rows = loops.zeros(longest);
  return (from, count) => {
    elu1(x, from, count, rows);
    return { rows, at: 0 };
  };
}
