import { expect } from 'vitest';
import { exactly, fraction, type Rational, rationals, toDouble } from '#arithmetic/rational.ts';
import type { Values } from '#evaluation/values.ts';

export function sizeOf(r: Rational): Rational {
  return r.num < 0n ? rationals.neg(r) : r;
}

/** Asserts that a fraction is within the radius of a value, and the high part the double nearest to it. */
export function expectEncloses(values: Values, place: number, exact: Rational): void {
  const { high, low, radius } = values;
  const sum = rationals.add(exactly(high[place]!), exactly(low[place]!));
  expect(rationals.compare(sizeOf(rationals.sub(exact, sum)), exactly(radius[place]!))).not.toBe('greater');
  const nearest = toDouble(exact);
  // Without a sign of zero.
  if (radius[place] === 0) expect(high[place]! + 0).toBe(nearest + 0);
}

/** Asserts that nothing is said of a value. */
export function expectUnknown({ radius }: Values, place: number): void {
  expect(radius[place]! < Number.POSITIVE_INFINITY).toBe(false);
}

/** 2^exponent as a fraction. */
export function power(exponent: number): Rational {
  return exponent < 0 ? fraction(1n, 1n << BigInt(-exponent)) : fraction(1n << BigInt(exponent));
}
