import { bitLength, type Dyadic, dyadics } from '#arithmetic/dyadic.ts';
import { fromDyadic, type Rational, rationals } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';

/** The number coefficient * e^exponent, both exact. */
interface ExponentialTerm {
  readonly coefficient: Dyadic;
  readonly exponent: Dyadic;
}

/** A finite sum of exponentials; an exponent may occur several times. */
export type ExponentialSum = readonly ExponentialTerm[];

/** A sum with one non-zero term an exponent, by a text that is the same for equal exponents only; empty when zero. */
export type CollectedSum = ReadonlyMap<string, ExponentialTerm>;

/** A quotient of sums of exponentials: what the three systems return for doubles. */
export interface ExponentialQuotient {
  readonly num: ExponentialSum;
  readonly den: ExponentialSum;
}

const zero = dyadics.of(0);
const one = dyadics.of(1);
/** The denominator of all that was never divided; compared by identity. */
const unit: ExponentialSum = [{ coefficient: one, exponent: zero }];

/**
 * The exact field in which the references are evaluated: nothing is rounded before the last step.
 *
 * `exp` takes dyadic numbers only, and there is no `sqrt`: the three systems need no more.
 *
 * @throws RangeError for a divisor equal to zero, and outside those limits
 */
export const exponentialQuotients: Analytic<ExponentialQuotient> = {
  of: (value) => ofDyadic(dyadics.of(value)),
  add: (a, b) => {
    if (a.den === b.den) return { num: addSums(a.num, b.num), den: a.den };
    return { num: addSums(mulSums(a.num, b.den), mulSums(b.num, a.den)), den: mulSums(a.den, b.den) };
  },
  sub: (a, b) => exponentialQuotients.add(a, exponentialQuotients.neg(b)),
  mul: (a, b) => ({ num: mulSums(a.num, b.num), den: mulSums(a.den, b.den) }),
  neg: ({ num, den }) => ({ num: num.map(negated), den }),
  div: (a, b) => {
    if (isZeroSum(b.num)) {
      throw new RangeError('exponentialQuotient.div: divisor must be non-zero, got 0');
    }
    return { num: mulSums(a.num, b.den), den: mulSums(a.den, b.num) };
  },
  exp: ({ num, den }) => {
    const [term = { coefficient: zero, exponent: zero }, ...others] = collected(num).values();
    if (den !== unit || others.length > 0 || term.exponent.mantissa !== 0n) {
      throw new RangeError(
        `exponentialQuotient.exp: argument must be a dyadic number, got ${num.length} over ${den.length} terms`,
      );
    }
    return plain([{ coefficient: one, exponent: term.coefficient }]);
  },
  sqrt: ({ num, den }) => {
    throw new RangeError(
      `exponentialQuotient.sqrt: must not be called, got ${num.length} over ${den.length} terms`,
    );
  },
};

/** A dyadic number as an element of the field. */
export function ofDyadic(coefficient: Dyadic): ExponentialQuotient {
  return plain([{ coefficient, exponent: zero }]);
}

/**
 * The rational number that a quotient of sums is, or undefined when it is irrational.
 *
 * By the theorem of Lindemann and Weierstrass e^r for distinct rational r are linearly independent over the algebraic
 * numbers. Hence sum n_r e^r = y sum d_r e^r for an algebraic y exactly when n_r = y d_r for every r: the quotient is
 * the common ratio of the coefficients where there is one, and transcendental where there is none.
 */
export function asRational(num: CollectedSum, den: CollectedSum): Rational | undefined {
  const [first] = num;
  if (first === undefined) return rationals.of(0);
  const [key, { coefficient: n }] = first;
  const d = den.get(key)?.coefficient;
  if (d === undefined || num.size !== den.size) return undefined;
  for (const [other, { coefficient }] of num) {
    const below = den.get(other)?.coefficient;
    if (below === undefined) return undefined;
    if (dyadics.compare(dyadics.mul(coefficient, d), dyadics.mul(below, n)) !== 'equal') return undefined;
  }
  return rationals.div(fromDyadic(n), fromDyadic(d));
}

/** As `asRational`, of sums as they come. */
export function rationalValue({ num, den }: ExponentialQuotient): Rational | undefined {
  return asRational(collected(num), collected(den));
}

/** The terms of a sum, those of one exponent added up. */
export function collected(sum: ExponentialSum): CollectedSum {
  const byExponent = new Map<string, ExponentialTerm>();
  for (const term of sum) {
    const key = keyOf(term.exponent);
    const known = byExponent.get(key);
    const coefficient = known ? dyadics.add(known.coefficient, term.coefficient) : term.coefficient;
    if (coefficient.mantissa === 0n) byExponent.delete(key);
    else byExponent.set(key, known ? { coefficient, exponent: term.exponent } : term);
  }
  return byExponent;
}

/** Exponents are shared by the entries of a row. */
const keys = new WeakMap<Dyadic, string>();

function keyOf(d: Dyadic): string {
  const known = keys.get(d);
  if (known !== undefined) return known;
  const { mantissa, exponent } = d;
  const even = mantissa === 0n ? 0 : bitLength(mantissa & -mantissa) - 1;
  const key = mantissa === 0n ? '0' : `${(mantissa >> BigInt(even)).toString(36)}p${exponent + even}`;
  keys.set(d, key);
  return key;
}

function plain(num: ExponentialSum): ExponentialQuotient {
  return { num, den: unit };
}

/** Plain numbers stay a single term; what has several is collected once, at the end. */
function addSums(a: ExponentialSum, b: ExponentialSum): ExponentialSum {
  const [left, right] = [a[0]!, b[0]!];
  if (a.length === 1 && b.length === 1 && left.exponent === right.exponent) {
    return [{ coefficient: dyadics.add(left.coefficient, right.coefficient), exponent: left.exponent }];
  }
  return [...a, ...b];
}

function mulSums(a: ExponentialSum, b: ExponentialSum): ExponentialSum {
  if (a === unit) return b;
  if (b === unit) return a;
  if (a.length === 1 && b.length === 1) return [mulTerms(a[0]!, b[0]!)];
  return a.flatMap((left) => b.map((right) => mulTerms(left, right)));
}

function mulTerms(a: ExponentialTerm, b: ExponentialTerm): ExponentialTerm {
  return {
    coefficient: dyadics.mul(a.coefficient, b.coefficient),
    exponent: addExponents(a.exponent, b.exponent),
  };
}

/** Positive coefficients, as every softmax has below the line, are seen without collecting. */
function isZeroSum(sum: ExponentialSum): boolean {
  return !sum.every(({ coefficient }) => coefficient.mantissa > 0n) && collected(sum).size === 0;
}

/** Keeps the exponent of a plain number the one object `zero`. */
function addExponents(a: Dyadic, b: Dyadic): Dyadic {
  if (a === zero) return b;
  return b === zero ? a : dyadics.add(a, b);
}

function negated({ coefficient, exponent }: ExponentialTerm): ExponentialTerm {
  return { coefficient: dyadics.neg(coefficient), exponent };
}
