import { bitLength, type Dyadic, dyadic, nearestDouble } from './dyadic.ts';
import type { Field, Order, Ordered } from './ring.ts';

/** An exact fraction in lowest terms, with a positive denominator. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** Exact fractions; `compare` never says `overlap`. */
export const rationals: Field<Rational> & Ordered<Rational> = {
  of: exactly,
  add: (a, b) => {
    if (a.den === b.den) return fraction(a.num + b.num, a.den);
    return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
  },
  sub: (a, b) => {
    if (a.den === b.den) return fraction(a.num - b.num, a.den);
    return fraction(a.num * b.den - b.num * a.den, a.den * b.den);
  },
  mul: (a, b) => fraction(a.num * b.num, a.den * b.den),
  neg: (a) => ({ num: -a.num, den: a.den }),
  div: (a, b) => {
    if (b.num === 0n) throw new RangeError('rational.div: divisor must be non-zero, got 0');
    return fraction(a.num * b.den, a.den * b.num);
  },
  compare,
};

/**
 * The fraction num / den in lowest terms.
 *
 * @throws RangeError when den is zero
 */
export function fraction(num: bigint, den: bigint = 1n): Rational {
  if (den === 1n) return { num, den };
  if (den === 0n) throw new RangeError('fraction: denominator must be non-zero, got 0');
  if (den < 0n) return fraction(-num, -den);
  const divisor = divisorWithPositive(num, den);
  return divisor === 1n ? { num, den } : { num: num / divisor, den: den / divisor };
}

/**
 * A finite double as the fraction it is: `exactly(0.1)` is not 1/10.
 *
 * @throws RangeError when the value is not finite
 */
export function exactly(value: number): Rational {
  return fromDyadic(dyadic(value));
}

/** A dyadic number as a fraction. */
export function fromDyadic({ mantissa, exponent }: Dyadic): Rational {
  return exponent >= 0 ? fraction(mantissa << BigInt(exponent)) : fraction(mantissa, 1n << BigInt(-exponent));
}

/** @returns the double nearest to the fraction, ties to even; beyond the largest double, an infinity */
export function toDouble(r: Rational): number {
  return nearestDouble(truncated(r));
}

/**
 * A dyadic number that every rounding to at most 64 bits takes to the same place as the fraction.
 *
 * At least 66 bits of the quotient are kept and a last bit that says whether anything was cut off, so that
 * the dyadic number lies on a rounding boundary only when the fraction does, and on the same side of all others.
 */
export function truncated({ num, den }: Rational): Dyadic {
  if (den === 1n) return { mantissa: num, exponent: 0 };
  const magnitude = num < 0n ? -num : num;
  const shift = Math.max(0, 67 + bitLength(den) - bitLength(magnitude));
  const scaled = magnitude << BigInt(shift);
  const quotient = scaled / den;
  const sticky = quotient * den === scaled ? 0n : 1n;
  const mantissa = (quotient << 1n) | sticky;
  return { mantissa: num < 0n ? -mantissa : mantissa, exponent: -shift - 1 };
}

/** The fraction as text: `3`, `-1/3`. */
export function formatRational({ num, den }: Rational): string {
  return den === 1n ? `${num}` : `${num}/${den}`;
}

/**
 * Reads `3`, `-1/3`, and decimals such as `0.1` or `1e-3` as the fraction they denote.
 *
 * @throws RangeError when the text is none of these or the denominator is zero
 */
export function parseRational(text: string): Rational {
  const quotient = /^([+-]?\d+)(?:\/(\d+))?$/.exec(text);
  if (quotient) return fraction(BigInt(quotient[1]!), BigInt(quotient[2] ?? '1'));
  // Four digits of exponent are more than any double needs, and keep the power of ten small.
  const decimal = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  const digits = decimal ? decimal[2]! + decimal[3]! : '';
  if (!decimal || digits === '') {
    throw new RangeError(`parseRational: text must be a fraction or a decimal, got ${JSON.stringify(text)}`);
  }
  const exponent = Number(decimal[4] ?? '0') - decimal[3]!.length;
  const num = decimal[1] === '-' ? -BigInt(digits) : BigInt(digits);
  return exponent >= 0 ? fraction(num * 10n ** BigInt(exponent)) : fraction(num, 10n ** BigInt(-exponent));
}

export function isZero(r: Rational): boolean {
  return r.num === 0n;
}

/** @returns -1, 0 or 1 */
export function sign(r: Rational): -1 | 0 | 1 {
  return r.num === 0n ? 0 : r.num < 0n ? -1 : 1;
}

function compare(a: Rational, b: Rational): Order {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left === right ? 'equal' : left < right ? 'less' : 'greater';
}

/** The greatest common divisor of num and den > 0; for a power of two it is read off the lowest set bit. */
function divisorWithPositive(num: bigint, den: bigint): bigint {
  if (num === 0n) return den;
  if ((den & (den - 1n)) === 0n) {
    const lowest = num & -num;
    return lowest < den ? lowest : den;
  }
  let a = den;
  let b = num < 0n ? -num : num;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
