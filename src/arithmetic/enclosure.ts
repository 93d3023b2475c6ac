import { Decimal } from 'decimal.js';
import { type Dyadic, dyadic } from './dyadic.ts';
import { fraction, type Rational } from './rational.ts';
import type { Analytic, Ordered } from './ring.ts';

/** All reals from lo to hi, both ends included; both are finite. */
export interface Enclosure {
  readonly lo: Decimal;
  readonly hi: Decimal;
}

/** Enclosures of one precision, as an arithmetic. */
export type Enclosures = Analytic<Enclosure> &
  Ordered<Enclosure> & {
    readonly digits: number;
    readonly fromRational: (r: Rational) => Enclosure;
  };

/** More digits than any claim needs, and a negligible part of MAX_EXPONENT. */
const MAX_DIGITS = 4000;

/**
 * Largest decimal exponent of an endpoint. decimal.js flushes to 0 or Infinity beyond 9e15 whatever the rounding
 * mode; with endpoints within 4e15 every sum, product and quotient stays within 8e15 + 4000 and is rounded truly.
 */
const MAX_EXPONENT = 4e15;

/** e^|x| has at most 9e15 / ln 10 + 1 < 3.91e15 + 1 digits before (or zeros behind) the point: below MAX_EXPONENT. */
const MAX_EXP_ARGUMENT = '9e15';

type Operation = (x: Decimal, y: Decimal) => Decimal;

/** Decimal constructors of one precision; `defaults: true` shuts out what other code did with Decimal.set. */
interface Roundings {
  readonly down: typeof Decimal;
  readonly up: typeof Decimal;
  readonly near: typeof Decimal;
}

/**
 * Interval arithmetic on decimal.js, every endpoint rounded outward to a number of significant digits.
 *
 * Inclusion: x in X and y in Y imply x op y in X op Y. Sums, products, quotients and roots of decimal.js are
 * correctly rounded in the directed modes; its exp is not, see `exponential`. Equality is never claimed:
 * `compare` says `overlap` even for two equal points.
 *
 * @param digits significant decimal digits of the endpoints, 1 to 4000; operands of any precision are accepted
 * @throws RangeError for a divisor that may be zero, a root of what may be negative, a number out of range
 */
export function enclosures(digits: number): Enclosures {
  if (!Number.isInteger(digits) || digits < 1 || digits > MAX_DIGITS) {
    throw new RangeError(`enclosures: digits must be an integer from 1 to ${MAX_DIGITS}, got ${digits}`);
  }
  const { down, up, near } = roundings(digits);
  const spread = (
    where: string,
    a: Enclosure,
    b: Enclosure,
    lower: Operation,
    upper: Operation,
  ): Enclosure => ({
    lo: ranged(where, down.min(...corners(a, b, lower))),
    hi: ranged(where, up.max(...corners(a, b, upper))),
  });
  return {
    digits,
    of: (value) => {
      const x = exactDecimal(near, dyadic(value));
      return { lo: down.add(x, 0), hi: up.add(x, 0) };
    },
    fromRational: ({ num, den }) => {
      const [n, d] = [new near(`${num}`), new near(`${den}`)];
      return { lo: ranged('fromRational', down.div(n, d)), hi: ranged('fromRational', up.div(n, d)) };
    },
    add: (a, b) => ({ lo: ranged('add', down.add(a.lo, b.lo)), hi: ranged('add', up.add(a.hi, b.hi)) }),
    sub: (a, b) => ({ lo: ranged('sub', down.sub(a.lo, b.hi)), hi: ranged('sub', up.sub(a.hi, b.lo)) }),
    neg: (a) => ({ lo: a.hi.neg(), hi: a.lo.neg() }),
    mul: (a, b) => spread('mul', a, b, down.mul.bind(down), up.mul.bind(up)),
    div: (a, b) => {
      if (b.lo.lte(0) && b.hi.gte(0)) {
        throw new RangeError(`enclosure.div: divisor must exclude zero, got ${formatEnclosure(b, digits)}`);
      }
      return spread('div', a, b, down.div.bind(down), up.div.bind(up));
    },
    sqrt: (a) => {
      if (a.lo.lt(0)) {
        throw new RangeError(
          `enclosure.sqrt: argument must be non-negative, got ${formatEnclosure(a, digits)}`,
        );
      }
      return { lo: down.sqrt(a.lo), hi: up.sqrt(a.hi) };
    },
    exp: (a) => ({ lo: exponential(down, near, a.lo, -2), hi: exponential(up, near, a.hi, 2) }),
    compare: (a, b) => (a.hi.lt(b.lo) ? 'less' : a.lo.gt(b.hi) ? 'greater' : 'overlap'),
  };
}

/** @returns what both enclosures hold, or undefined when they are disjoint */
export function intersect(a: Enclosure, b: Enclosure): Enclosure | undefined {
  if (disjoint(a, b)) return undefined;
  return { lo: a.lo.gt(b.lo) ? a.lo : b.lo, hi: a.hi.lt(b.hi) ? a.hi : b.hi };
}

/** @returns whether no real is in both */
export function disjoint(a: Enclosure, b: Enclosure): boolean {
  return a.hi.lt(b.lo) || b.hi.lt(a.lo);
}

/** @returns hi - lo, rounded up to 20 digits */
export function width(e: Enclosure): Decimal {
  return roundings(20).up.sub(e.hi, e.lo);
}

/** @returns an endpoint as a fraction, exactly; meant for exponents of at most some thousands */
export function endpointAsRational(x: Decimal): Rational {
  const [digits, exponent] = x.toExponential().split('e');
  const [whole, fractional = ''] = digits!.split('.');
  const integer = BigInt(whole! + fractional);
  const shift = Number(exponent) - fractional.length;
  return shift >= 0 ? fraction(integer * 10n ** BigInt(shift)) : fraction(integer, 10n ** BigInt(-shift));
}

/** `[lo, hi]` with so many significant digits, rounded outward. */
export function formatEnclosure(e: Enclosure, digits: number): string {
  const { down, up } = roundings(digits);
  return `[${down.add(e.lo, 0).toString()}, ${up.add(e.hi, 0).toString()}]`;
}

/** `near` has four digits to spare, as `exponential` needs. */
function roundings(digits: number): Roundings {
  const clone = (precision: number, rounding: Decimal.Rounding): typeof Decimal =>
    Decimal.clone({ defaults: true, precision, rounding });
  return {
    down: clone(digits, Decimal.ROUND_FLOOR),
    up: clone(digits, Decimal.ROUND_CEIL),
    near: clone(digits + 4, Decimal.ROUND_HALF_EVEN),
  };
}

/** mantissa * 2^-k = mantissa * 5^k * 10^-k, entered as text so that nothing is rounded. */
function exactDecimal(Exact: typeof Decimal, { mantissa, exponent }: Dyadic): Decimal {
  if (exponent >= 0) return new Exact(`${mantissa << BigInt(exponent)}`);
  return new Exact(`${mantissa * 5n ** BigInt(-exponent)}e${exponent}`);
}

/** The results at the corners of a box: an operation monotone in each argument is extreme there. */
function corners(a: Enclosure, b: Enclosure, op: Operation): Decimal[] {
  const lefts = a.lo.eq(a.hi) ? [a.lo] : [a.lo, a.hi];
  const rights = b.lo.eq(b.hi) ? [b.lo] : [b.lo, b.hi];
  return lefts.flatMap((x) => rights.map((y) => op(x, y)));
}

function ranged(where: string, x: Decimal): Decimal {
  if (x.isZero() || Math.abs(x.e) <= MAX_EXPONENT) return x;
  throw new RangeError(`enclosure.${where}: exponent must be at most 4e15 in size, got ${x.toString()}`);
}

/**
 * A bound of e^x: below it for `ulps` = -2 and rounding down, above it for `ulps` = 2 and rounding up.
 *
 * decimal.js documents its exp as correctly rounded, and it is not: next to a rounding boundary it is often one ulp
 * off. What its source gives for a result of P digits, rounded to nearest: x is divided by 2^k exactly until
 * |x| < 0.1. With w = P + g digits, g > 2 log10(2^k) + 4, the terms x^i / i! of the series lose at most
 * (i + 1) 10^(1 - w) relative each, less than 0.3 * 10^(1 - w) together; the tail left out is below
 * 1.2 * 10^(1 - w); each of k squarings loses 10^(1 - w) relative and doubles what was lost before. The sum is at
 * least 0.9, so the relative error is at most 2^k (1.5 / 0.9 + 1) 10^(1 - w) < 4 * 10^(-P - 3), which is at most
 * 0.004 ulp, and the last rounding adds half an ulp. Hence |result - e^x| < 0.51 ulp, and 2 ulp is ample.
 */
function exponential(rounding: typeof Decimal, near: typeof Decimal, x: Decimal, ulps: number): Decimal {
  if (x.isZero()) return new rounding(1);
  if (x.abs().gt(MAX_EXP_ARGUMENT)) {
    throw new RangeError(
      `enclosure.exp: argument must be at most ${MAX_EXP_ARGUMENT} in size, got ${x.toString()}`,
    );
  }
  const nearby = near.exp(x);
  const ulp = new near(`${ulps}e${nearby.e - near.precision + 1}`);
  return rounding.add(nearby, ulp);
}
