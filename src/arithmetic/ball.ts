import { pointExponential } from './ball-exp.ts';
import { expPlan } from './ball-exp-plan.ts';
import { type Dyadic, dyadic } from './dyadic.ts';
import { ceilDiv, ceilShift, compareScaled, floorRoot, floorShift, magnitude, sizeBound } from './integer.ts';
import type { Rational } from './rational.ts';
import type { Analytic, Order, Ordered } from './ring.ts';

/** Every real number from (mid - rad) * 2^exp to (mid + rad) * 2^exp, ends included; rad >= 0. */
export interface Ball {
  readonly mid: bigint;
  readonly rad: bigint;
  readonly exp: number;
}

/** Balls of one precision, as an arithmetic. */
export type Balls = Analytic<Ball> &
  Ordered<Ball> & {
    readonly bits: number;
    readonly fromRational: (r: Rational) => Ball;
  };

const zero: Ball = { mid: 0n, rad: 0n, exp: 0 };
const one: Ball = { mid: 1n, rad: 0n, exp: 0 };

/** Bits of a midpoint beyond the precision that are kept while they cost nothing; covers the exponential's. */
const SLACK = 96;

/** Bits beyond the precision that a rounded midpoint keeps: its rounding is below 2^-(bits + 6) of it. */
const KEPT = 8;

/** A radius is rounded up to at most 32 bits once it has 64: it grows by less than a 2^-30th. */
const RADIUS_BITS = 32;
const RADIUS_LIMIT = 1n << 64n;

/**
 * Bound on exponents: 2^53 less room for any shift of a BigInt, which is at most 2^30 bits. A sum of two exponents
 * and such shifts that was not exact is far beyond it, and refused.
 */
const EXPONENT_LIMIT = 2 ** 53 - 2 ** 40;

/** 4900 decimal digits: more than any claim needs, and what the derivation of the exponential allows for. */
const MAX_BITS = 2 ** 14;

/**
 * Midpoint-radius arithmetic on BigInt.
 *
 * Inclusion: x in X and y in Y imply x op y in X op Y. Each operation applied to exact points is exact (radius 0)
 * while the result needs at most bits + 96 bits; an exact quotient or root is found exact. Below, A and B are the
 * midpoints and a and b the radii of the operands, as integers at their scales.
 *
 * @param bits working precision: a result of exact points has a radius below 2^-bits of its midpoint; 2 to 2^14
 * @throws RangeError for a divisor that may be zero, the root of a negative number, a number out of range
 */
export function balls(bits: number): Balls {
  if (!Number.isInteger(bits) || bits < 2 || bits > MAX_BITS) {
    throw new RangeError(`balls: bits must be an integer from 2 to ${MAX_BITS}, got ${bits}`);
  }
  const shorten = shortening(bits);
  const div = (x: Ball, y: Ball): Ball => divide(bits, shorten, x, y);
  const add = (x: Ball, y: Ball): Ball => {
    if (isZero(x)) return y;
    if (isZero(y)) return x;
    const { A, a, B, b, exp } = align(bits, x, y);
    return shorten(A + B, a + b, exp);
  };
  return {
    bits,
    of: (value) => fromDyadic(dyadic(value)),
    fromRational: ({ num, den }) => div({ mid: num, rad: 0n, exp: 0 }, { mid: den, rad: 0n, exp: 0 }),
    add,
    sub: (x, y) => add(x, neg(y)),
    mul: (x, y) => multiply(shorten, x, y),
    neg,
    div,
    sqrt: (x) => squareRoot(bits, shorten, x),
    exp: (x) => exponential(bits, shorten, x),
    compare: (x, y) => compare(bits, x, y),
  };
}

/** Both ends of a ball, exactly. */
export function endpoints({ mid, rad, exp }: Ball): { readonly lo: Dyadic; readonly hi: Dyadic } {
  return { lo: { mantissa: mid - rad, exponent: exp }, hi: { mantissa: mid + rad, exponent: exp } };
}

/** Whether a fraction lies in a ball; an exact answer. */
export function contains(ball: Ball, r: Rational): boolean {
  return intersects(ball, r, r);
}

/** Whether a ball and the fractions' interval from lo to hi have a real number in common; an exact answer. */
export function intersects({ mid, rad, exp }: Ball, lo: Rational, hi: Rational): boolean {
  return (
    compareScaled((mid - rad) * hi.den, exp, hi.num) <= 0 &&
    compareScaled((mid + rad) * lo.den, exp, lo.num) >= 0
  );
}

/** A ball as text, exactly: `(3 +- 1) * 2^-4`. */
export function formatBall({ mid, rad, exp }: Ball): string {
  return `(${mid} +- ${rad}) * 2^${exp}`;
}

type Shorten = (mid: bigint, rad: bigint, exp: number) => Ball;

/**
 * Makes balls short enough to go on with.
 *
 * Dropping s bits of the midpoint by a floor moves it by less than one new unit, and the radius becomes the ceiling
 * of itself, plus that unit: the new ball contains the old.
 *
 * @throws RangeError when the exponent is out of range
 */
function shortening(bits: number): Shorten {
  const limit = 1n << BigInt(bits + SLACK);
  return (mid, rad, exp) => {
    if (mid < limit && mid > -limit && rad < RADIUS_LIMIT) return ranged({ mid, rad, exp });
    const drop = Math.max(sizeBound(magnitude(mid)) - bits - KEPT, sizeBound(rad) - RADIUS_BITS);
    return ranged({ mid: floorShift(mid, -drop), rad: ceilShift(rad, -drop) + 1n, exp: exp + drop });
  };
}

function ranged(ball: Ball): Ball {
  if (Math.abs(ball.exp) <= EXPONENT_LIMIT) return ball;
  throw new RangeError(`ball: exponent must be at most 2^53 - 2^40 in size, got ${ball.exp}`);
}

function fromDyadic({ mantissa, exponent }: Dyadic): Ball {
  return { mid: mantissa, rad: 0n, exp: exponent };
}

function isZero({ mid, rad }: Ball): boolean {
  return mid === 0n && rad === 0n;
}

function neg({ mid, rad, exp }: Ball): Ball {
  return { mid: -mid, rad, exp };
}

/**
 * Two balls at one scale, exactly when that takes no more than 2 bits + 256 bits below the larger of them; otherwise
 * what is below is rounded outward as in `shortening`, so that no exponent makes a gigantic integer.
 */
function align(bits: number, x: Ball, y: Ball): { A: bigint; a: bigint; B: bigint; b: bigint; exp: number } {
  const reach = 2 * bits + 256;
  const lower = Math.min(x.exp, y.exp);
  const far = Math.abs(x.exp - y.exp) > reach;
  const exp = far ? Math.max(lower, Math.max(topOf(x), topOf(y)) - reach) : lower;
  const [A, a] = atScale(x, exp);
  const [B, b] = atScale(y, exp);
  return { A, a, B, b, exp };
}

function topOf({ mid, rad, exp }: Ball): number {
  return sizeBound(magnitude(mid) + rad) + exp;
}

function atScale({ mid, rad, exp }: Ball, scale: number): readonly [mid: bigint, rad: bigint] {
  const shift = exp - scale;
  if (shift === 0) return [mid, rad];
  return [floorShift(mid, shift), shift > 0 ? ceilShift(rad, shift) : ceilShift(rad, shift) + 1n];
}

/** xy - AB = (x - A) B + A (y - B) + (x - A)(y - B), so the radius is a |B| + |A| b + ab: attained, hence the least. */
function multiply(shorten: Shorten, x: Ball, y: Ball): Ball {
  if (isZero(x) || isZero(y)) return zero;
  const mid = x.mid * y.mid;
  const exp = x.exp + y.exp;
  if (x.rad === 0n && y.rad === 0n) return shorten(mid, 0n, exp);
  return shorten(mid, x.rad * (magnitude(y.mid) + y.rad) + magnitude(x.mid) * y.rad, exp);
}

/**
 * x/y - A/B = ((x - A) B - A (y - B)) / (B y) and |y| >= |B| - b, so the distance is at most
 * (a |B| + |A| b) / (|B| (|B| - b)). The quotient of the midpoints is cut, which adds less than one unit,
 * and nothing when it is exact; its shift gives it more than `bits` + 6 bits.
 *
 * @throws RangeError when the divisor may be zero
 */
function divide(bits: number, shorten: Shorten, x: Ball, y: Ball): Ball {
  const divisor = magnitude(y.mid);
  if (divisor <= y.rad) {
    throw new RangeError(`ball.div: divisor must exclude zero, got ${formatBall(y)}`);
  }
  if (isZero(x)) return zero;
  const dividend = magnitude(x.mid);
  const shift = Math.max(0, bits + KEPT + sizeBound(divisor) - sizeBound(dividend + x.rad));
  const up = BigInt(shift);
  const mid = (x.mid << up) / y.mid;
  const cut = mid * y.mid === x.mid << up ? 0n : 1n;
  const exp = x.exp - y.exp - shift;
  if (x.rad === 0n && y.rad === 0n) return shorten(mid, cut, exp);
  const spread = (x.rad * divisor + dividend * y.rad) << up;
  return shorten(mid, ceilDiv(spread, divisor * (divisor - y.rad)) + cut, exp);
}

/**
 * The roots of the non-negative numbers of a ball.
 *
 * With n = A 2^shift and s = floor(sqrt n), a root at scale 2^(exp - shift) is off from that of the midpoint by
 * |x - A| / (sqrt x + sqrt A). sqrt x >= sqrt(A - a) >= (A - a) / sqrt A, so this is at most a sqrt A / (2A - a),
 * in units of the result a sqrt n / (2A - a) <= a (s + 1) / (2A - a). The floor adds less than one unit, and nothing
 * when s^2 = n. A ball that reaches to zero or below gives [0, sqrt(A + a)].
 *
 * @throws RangeError when the ball has negative numbers only
 */
function squareRoot(bits: number, shorten: Shorten, x: Ball): Ball {
  const { mid, rad, exp } = x;
  if (mid + rad < 0n) {
    throw new RangeError(`ball.sqrt: argument must not be negative, got ${formatBall(x)}`);
  }
  if (mid + rad === 0n) return zero;
  const reaches = mid <= rad;
  const radicand = reaches ? mid + rad : mid;
  const least = Math.max(0, 2 * (bits + KEPT) - sizeBound(radicand));
  // An odd exponent has an even one below it.
  const shift = least + (Math.abs(exp - least) % 2);
  const n = radicand << BigInt(shift);
  const root = floorRoot(n);
  const cut = root * root === n ? 0n : 1n;
  const scale = (exp - shift) / 2;
  if (reaches) return shorten(root + cut, root + cut, scale - 1);
  return shorten(root, ceilDiv(rad * (root + 1n), 2n * mid - rad) + cut, scale);
}

/**
 * e^x over a ball.
 *
 * For a small radius d = a 2^exp <= 2^-16, |e^x - e^A| = e^A |e^(x-A) - 1| <= e^A (e^d - 1) <= e^A d (1 + d), since
 * e^d - 1 - d <= d^2 there. With D >= d at scale 2^width, D + D 2^-16 + 1 bounds d (1 + d), and the bound on e^A
 * is midpoint plus radius of the point's result. For larger radii e^x is monotone, and the smallest ball is taken
 * that holds the results for both ends.
 *
 * @throws RangeError when an argument is beyond 6e15 in size
 */
function exponential(bits: number, shorten: Shorten, x: Ball): Ball {
  if (isZero(x)) return one;
  const plan = expPlan(bits);
  const { mid, rad, exp } = x;
  // A positive exponent only makes a large radius larger.
  const spread = ceilShift(rad, Math.min(exp, 0) + plan.width);
  if (spread >> (plan.widthShift - 16n) !== 0n) {
    const lo = pointExponential(plan, mid - rad, exp);
    const hi = pointExponential(plan, mid + rad, exp);
    const { A, a, B, b, exp: scale } = align(bits, lo, hi);
    return shorten(A - a + B + b, B + b - A + a, scale - 1);
  }
  const point = pointExponential(plan, mid, exp);
  if (spread === 0n) return shorten(point.mid, point.rad, point.exp);
  const relative = spread + (spread >> 16n) + 1n;
  const bound = ((point.mid + point.rad) * relative) >> plan.widthShift;
  return shorten(point.mid, point.rad + bound + 1n, point.exp);
}

/**
 * The order of two balls: `less` and `greater` for all their numbers; `equal` for points that are the same number.
 */
function compare(bits: number, x: Ball, y: Ball): Order {
  const { A, a, B, b } = align(bits, x, y);
  const distance = B - A;
  const reach = a + b;
  if (distance > reach) return 'less';
  if (distance < -reach) return 'greater';
  return reach === 0n ? 'equal' : 'overlap';
}
