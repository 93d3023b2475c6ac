import { asConstant, coefficients, formatPolynomial, type Polynomial } from './polynomial.ts';
import { formatRational, fraction, isZero, type Rational, rationals, sign } from './rational.ts';

/** A polynomial in one indeterminate: coefficients, constant term first, the last one not zero; zero is empty. */
export type Univariate = readonly Rational[];

const { add, sub, mul, div, neg } = rationals;

/**
 * A polynomial in which only one indeterminate occurs, as its coefficients.
 *
 * @throws RangeError when another indeterminate occurs
 */
export function univariate(p: Polynomial, name: string): Univariate {
  return trimmed(
    coefficients(p, name).map((c) => {
      const value = asConstant(c);
      if (value) return value;
      throw new RangeError(`univariate: only ${name} must occur, got ${formatPolynomial(p)}`);
    }),
  );
}

/** p(w + by) as a polynomial in w. */
export function shifted(p: Univariate, by: Rational): Univariate {
  const result: Rational[] = [];
  // Horner's scheme: result <- result * (w + by) + c.
  for (const c of [...p].reverse()) {
    result.unshift(c);
    for (let k = 0; k + 1 < result.length; k++) result[k] = add(result[k]!, mul(by, result[k + 1]!));
  }
  return result;
}

/**
 * The sign all coefficients share, zeros aside.
 *
 * Applied to `shifted(p, a)` it certifies the sign of p on all of (a, +inf).
 *
 * @returns 1 or -1; 0 for the zero polynomial; undefined when both signs occur
 */
export function sharedSign(p: Univariate): -1 | 0 | 1 | undefined {
  const signs = new Set(p.map(sign));
  if (signs.has(1) && signs.has(-1)) return undefined;
  return signs.has(1) ? 1 : signs.has(-1) ? -1 : 0;
}

/**
 * The number of distinct real roots in (from, to], by Sturm's theorem.
 *
 * @throws RangeError for the zero polynomial, or when from > to
 */
export function rootsBetween(p: Univariate, from: Rational, to: Rational): number {
  if (rationals.compare(from, to) === 'greater') {
    throw new RangeError(
      `rootsBetween: interval must not be reversed, got (${formatRational(from)}, ${formatRational(to)}]`,
    );
  }
  const chain = sturmChain(p);
  return (
    variations(chain.map((q) => sign(valueAt(q, from)))) - variations(chain.map((q) => sign(valueAt(q, to))))
  );
}

/**
 * The number of distinct real roots in (from, +inf), by Sturm's theorem.
 *
 * @throws RangeError for the zero polynomial
 */
export function rootsAbove(p: Univariate, from: Rational): number {
  const chain = sturmChain(p);
  return variations(chain.map((q) => sign(valueAt(q, from)))) - variations(chain.map((q) => sign(q.at(-1)!)));
}

/** The value at a point, by Horner's scheme. */
export function valueAt(p: Univariate, x: Rational): Rational {
  return p.reduceRight((total, c) => add(mul(total, x), c), fraction(0n));
}

/** p / gcd(p, p'), its derivative, and the negated remainders down to a constant. */
function sturmChain(p: Univariate): Univariate[] {
  if (p.length === 0) throw new RangeError('sturm: polynomial must be non-zero, got 0');
  // A multiple root at an end of the interval would spoil the count; the square-free part has none.
  const chain = [divide(p, gcd(p, differentiated(p))).quotient];
  let next = differentiated(chain[0]!);
  while (next.length > 0) {
    chain.push(next);
    next = unitary(divide(chain.at(-2)!, next).remainder).map(neg);
  }
  return chain;
}

function variations(signs: readonly number[]): number {
  const changing = signs.filter((s) => s !== 0);
  return changing.filter((s, i) => i > 0 && s !== changing[i - 1]).length;
}

function differentiated(p: Univariate): Univariate {
  return p.map((c, k) => mul(c, fraction(BigInt(k)))).slice(1);
}

function gcd(a: Univariate, b: Univariate): Univariate {
  return b.length === 0 ? a : gcd(b, unitary(divide(a, b).remainder));
}

function divide(
  a: Univariate,
  b: Univariate,
): { readonly quotient: Univariate; readonly remainder: Univariate } {
  const remainder = [...a];
  const quotient: Rational[] = [];
  while (remainder.length >= b.length) {
    const factor = div(remainder.pop()!, b.at(-1)!);
    const offset = remainder.length - b.length + 1;
    for (let k = 0; k + 1 < b.length; k++) {
      remainder[offset + k] = sub(remainder[offset + k]!, mul(factor, b[k]!));
    }
    quotient.unshift(factor);
  }
  return { quotient, remainder: trimmed(remainder) };
}

/** Divided by the size of the leading coefficient: signs stay, and the fractions stay small. */
function unitary(p: Univariate): Univariate {
  const lead = p.at(-1);
  return lead ? p.map((c) => div(c, lead.num < 0n ? neg(lead) : lead)) : p;
}

function trimmed(p: readonly Rational[]): Univariate {
  return p.slice(0, p.findLastIndex((c) => !isZero(c)) + 1);
}
