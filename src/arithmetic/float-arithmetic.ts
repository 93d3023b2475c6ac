import { balls, endpoints } from './ball.ts';
import { enclosures, endpointAsRational } from './enclosure.ts';
import { type FloatFormat, round, roundDouble } from './float-format.ts';
import { fromDyadic, type Rational } from './rational.ts';
import type { Analytic } from './ring.ts';

/** Bounds of e^x, tighter for more digits; x is a finite double other than zero. */
export type ExpEnclosing = (x: number, digits: number) => { readonly lo: Rational; readonly hi: Rational };

/** Formats of at most this many significant bits have few enough numbers to remember every exponential. */
const REMEMBERED_PRECISION = 11;

/**
 * The arithmetic of a floating-point format on doubles: every result is rounded once, to nearest, ties to even.
 *
 * For binary32 and below the double result is rounded again, which is innocuous: with 2p + 2 <= 53 no sum, product,
 * quotient or root of two numbers of p bits lies so close to a rounding boundary of the format, without being on
 * it, that the double lands on the boundary. Below the normal range sums and products are exact doubles, and a
 * quotient differs from a boundary by at least 2^(-2p - 1) of itself. `of` rounds to the format. Infinities and
 * NaN propagate and nothing throws.
 *
 * @param enclosing bounds of e^x by which `exp` is rounded correctly, so that it is the same on every machine
 */
export function floats(format: FloatFormat, enclosing: ExpEnclosing = ballExp): Analytic<number> {
  const rounded = (x: number): number => roundDouble(format, x);
  return {
    of: rounded,
    add: (a, b) => rounded(a + b),
    sub: (a, b) => rounded(a - b),
    mul: (a, b) => rounded(a * b),
    neg: (a) => -a,
    div: (a, b) => rounded(a / b),
    exp:
      format.precision <= REMEMBERED_PRECISION
        ? remembering(expRounder(format, enclosing))
        : expRounder(format, enclosing),
    sqrt: (a) => rounded(Math.sqrt(a)),
  };
}

/**
 * The correctly rounded exponential of a format.
 *
 * e^x of a rational x other than 0 is transcendental, so it is never on a rounding boundary and doubling the digits
 * ends: at some precision both bounds round to the same number.
 */
export function expRounder(format: FloatFormat, enclosing: ExpEnclosing): (x: number) => number {
  // ln 2 < 0.7, so beyond these e^x is above 2^(maxExponent + 1), or below half the smallest subnormal.
  const overflow = 0.7 * (format.maxExponent + 1);
  const underflow = 0.7 * (format.quantum - 1);
  return (x) => {
    if (Number.isNaN(x) || x >= overflow) return x > 0 ? Number.POSITIVE_INFINITY : x;
    if (x <= underflow) return 0;
    if (x === 0) return 1;
    for (let digits = 25; ; digits *= 2) {
      const { lo, hi } = enclosing(x, digits);
      const below = round(format, lo);
      if (below === round(format, hi)) return below;
    }
  };
}

/** Bounds of e^x from the balls. */
export function ballExp(x: number, digits: number): { readonly lo: Rational; readonly hi: Rational } {
  // log2(10) = 3.32...: four bits a digit are enough.
  const arithmetic = balls(4 * digits);
  const { lo, hi } = endpoints(arithmetic.exp(arithmetic.of(x)));
  return { lo: fromDyadic(lo), hi: fromDyadic(hi) };
}

/** Bounds of e^x from the decimal enclosures. */
export function decimalExp(x: number, digits: number): { readonly lo: Rational; readonly hi: Rational } {
  const arithmetic = enclosures(digits);
  const { lo, hi } = arithmetic.exp(arithmetic.of(x));
  return { lo: endpointAsRational(lo), hi: endpointAsRational(hi) };
}

function remembering(f: (x: number) => number): (x: number) => number {
  const known = new Map<number, number>();
  return (x) => {
    const before = known.get(x);
    if (before !== undefined) return before;
    const value = f(x);
    known.set(x, value);
    return value;
  };
}
