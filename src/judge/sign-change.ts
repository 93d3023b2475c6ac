import { fraction, isZero, type Rational, rationals } from '#arithmetic/rational.ts';
import { rootsBetween, shifted, type Univariate } from '#arithmetic/sturm.ts';

/** Fractions with one root in (lo, hi], at which the sign changes. */
export interface SignChange {
  readonly lo: Rational;
  readonly hi: Rational;
  /** The sign below the root. */
  readonly before: -1 | 1;
}

const { add, sub, mul, div } = rationals;
const one = fraction(1n);
const half = fraction(1n, 2n);

/** A width of 2^-64 (lo - 1) fixes the logarithm of the root to more digits than a double has. */
const FINENESS = fraction(1n, 1n << 64n);

/**
 * Every place above 1 where a polynomial changes its sign, ascending, each enclosed to 2^-64 of its distance from 1.
 *
 * Sturm's theorem counts the roots between two fractions, so intervals are split until they hold one each; a root
 * at which the sign stays is left out.
 *
 * @throws RangeError for the zero polynomial
 */
export function signChangesAboveOne(p: Univariate): SignChange[] {
  const awayFromOne = withoutRootAtOne(p);
  const signAt = signs(awayFromOne);
  return isolated(awayFromOne, signAt, one, boundOfRoots(awayFromOne))
    .filter(([lo, hi]) => signAt(lo) !== signAt(hi))
    .map(([lo, hi]) => refined(signAt, lo, hi));
}

/** The polynomial divided by the powers of u - 1 in it, which are positive above 1. */
function withoutRootAtOne(p: Univariate): Univariate {
  const about = shifted(p, one);
  const first = about.findIndex((c) => !isZero(c));
  return first > 0 ? shifted(about.slice(first), fraction(-1n)) : p;
}

/** A power of two above 1 and above all roots, by Cauchy's bound 1 + max |c_k / c_n|. */
function boundOfRoots(p: Univariate): Rational {
  const lead = p.at(-1)!;
  const ratios = p.map((c) => div(c, lead)).map(({ num, den }) => (num < 0n ? -num : num) / den + 1n);
  const largest = ratios.reduce((a, b) => (a > b ? a : b));
  return fraction(1n << BigInt(largest.toString(2).length + 1));
}

/** The sign of a polynomial at a fraction, in integers: a power of the denominator is no matter. */
function signs(p: Univariate): (x: Rational) => -1 | 0 | 1 {
  const common = p.reduce((product, { den }) => product * den, 1n);
  const integers = p.map(({ num, den }) => num * (common / den));
  return ({ num, den }) => {
    let scale = 1n;
    let total = 0n;
    for (const c of integers.toReversed()) {
      total = total * num + c * scale;
      scale *= den;
    }
    return total === 0n ? 0 : total < 0n ? -1 : 1;
  };
}

/** Intervals with one root each, between two numbers that are none. */
function isolated(
  p: Univariate,
  signAt: (x: Rational) => number,
  lo: Rational,
  hi: Rational,
): (readonly [Rational, Rational])[] {
  const roots = rootsBetween(p, lo, hi);
  if (roots <= 1) return roots === 0 ? [] : [[lo, hi]];
  const width = sub(hi, lo);
  let parts = 2n;
  let split = add(lo, mul(width, half));
  while (signAt(split) === 0) split = add(lo, div(width, fraction(++parts)));
  return [...isolated(p, signAt, lo, split), ...isolated(p, signAt, split, hi)];
}

function refined(signAt: (x: Rational) => number, from: Rational, to: Rational): SignChange {
  const before = signAt(from);
  let [lo, hi] = [from, to];
  while (rationals.compare(sub(hi, lo), mul(FINENESS, sub(lo, one))) === 'greater') {
    const middle = mul(add(lo, hi), half);
    if (signAt(middle) === before) lo = middle;
    else hi = middle;
  }
  return { lo, hi, before: before > 0 ? 1 : -1 };
}
