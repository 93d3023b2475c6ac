import { expect } from 'vitest';
import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Allowance } from '#bound/allowance.ts';

/** The formats of the kernels. */
export const formats: readonly FloatFormat[] = [binary64, binary32];

/**
 * Error over bound of an entry: how far a number is certain to be from the exact value, as a part of what is allowed. 0 where
 * nothing is promised, and infinite where the fate is not the one foretold.
 */
export function share({ exact, bound, fates }: Allowance, place: number, computed: number): number {
  if (fates[place] === 'open') return 0;
  if (Number.isFinite(computed) !== (fates[place] === 'bounded')) return Number.POSITIVE_INFINITY;
  if (fates[place] === 'overflows') return 0;
  const { high, low, radius } = exact;
  const error = Math.abs(computed - high[place]! - low[place]!) - radius[place]!;
  return error <= 0 ? 0 : error / bound[place]!;
}

/** Asserts that every number is as near to the exact value as is allowed, or not finite where that was foretold. */
export function expectAllowed(allowance: Allowance, computed: ArrayLike<number>): void {
  expect(allowance.bound.length).toBe(computed.length);
  expect(allowance.fates.length).toBe(computed.length);
  expect(allowance.exact.high.length).toBe(computed.length);
  for (let place = 0; place < computed.length; place++) {
    expect(share(allowance, place, computed[place]!)).toBeLessThanOrEqual(1);
  }
}

/** Numbers as an array of a format. */
export function arrayIn(format: FloatFormat, numbers: readonly number[]): Float64Array | Float32Array {
  return format === binary64 ? Float64Array.from(numbers) : Float32Array.from(numbers);
}
