import { floorRoot } from './integer.ts';
import {
  asConstant,
  constant,
  equalPolynomials,
  formatPolynomial,
  indeterminate,
  isZeroPolynomial,
  type Polynomial,
  polynomials,
} from './polynomial.ts';
import { exactQuotient } from './polynomial-gcd.ts';
import { exactly, fraction, type Rational, rationals } from './rational.ts';
import type { Analytic } from './ring.ts';

/** coefficient * e^exponent; neither has anything but indeterminates and fractions in it. */
interface ExponentialTerm {
  readonly coefficient: Polynomial;
  readonly exponent: Polynomial;
}

/**
 * A sum of exponential terms by the text of their exponents, none of them zero.
 *
 * The exponentials of different polynomials with rational coefficients are linearly independent over the rational
 * functions (for constants: Lindemann and Weierstrass), so two sums are equal exactly when their entries are.
 */
export type ExponentialSum = ReadonlyMap<string, ExponentialTerm>;

/** A quotient of exponential sums; not reduced, so it is compared crosswise. */
export interface Atomic {
  readonly num: ExponentialSum;
  readonly den: ExponentialSum;
}

const zero = constant(fraction(0n));
const one = sumOf([{ coefficient: constant(fraction(1n)), exponent: zero }]);

/**
 * Rational functions of indeterminates and of exponentials of polynomials, each exponential an atom of its own:
 * e^f e^g = e^(f + g), e^0 = 1, and nothing else is known of it but that it is positive.
 *
 * `div` throws RangeError for a zero divisor, `exp` for an argument that is not a polynomial, `sqrt` for one that is
 * not the square of a fraction.
 */
export const atoms: Analytic<Atomic> = {
  of: (value) => ofPolynomial(constant(exactly(value))),
  add,
  sub: (a, b) => add(a, neg(b)),
  mul: (a, b) => normalised(product(a.num, b.num), product(a.den, b.den)),
  neg,
  div: (a, b) => {
    if (b.num.size === 0) throw new RangeError('atoms.div: divisor must be non-zero, got 0');
    return normalised(product(a.num, b.den), product(a.den, b.num));
  },
  exp: (a) => {
    const exponent = asPolynomial(a);
    if (exponent === undefined)
      throw new RangeError('atoms.exp: argument must be a polynomial, got a quotient');
    return { num: sumOf([{ coefficient: constant(fraction(1n)), exponent }]), den: one };
  },
  sqrt: (a) => {
    const root = rootOf(a);
    if (root === undefined) throw new RangeError('atoms.sqrt: argument must be the square of a fraction');
    return ofPolynomial(constant(root));
  },
};

/** An indeterminate as an element. */
export function atomicIndeterminate(name: string): Atomic {
  return ofPolynomial(indeterminate(name));
}

/** A polynomial as an element. */
export function ofPolynomial(p: Polynomial): Atomic {
  return { num: sumOf([{ coefficient: p, exponent: zero }]), den: one };
}

/** @returns whether both are the same wherever both are defined, exactly */
export function equalAtomic(a: Atomic, b: Atomic): boolean {
  const left = product(a.num, b.den);
  const right = product(b.num, a.den);
  if (left.size !== right.size) return false;
  return [...left].every(([key, { coefficient }]) => {
    const other = right.get(key);
    return other !== undefined && equalPolynomials(coefficient, other.coefficient);
  });
}

function sumOf(terms: Iterable<ExponentialTerm>): ExponentialSum {
  const sum = new Map<string, ExponentialTerm>();
  for (const { coefficient, exponent } of terms) {
    const key = formatPolynomial(exponent);
    const total = polynomials.add(sum.get(key)?.coefficient ?? zero, coefficient);
    if (isZeroPolynomial(total)) sum.delete(key);
    else sum.set(key, { coefficient: total, exponent });
  }
  return sum;
}

function product(a: ExponentialSum, b: ExponentialSum): ExponentialSum {
  if (a === one) return b;
  if (b === one) return a;
  return sumOf(
    [...a.values()].flatMap((s) =>
      [...b.values()].map((t) => ({
        coefficient: polynomials.mul(s.coefficient, t.coefficient),
        exponent: polynomials.add(s.exponent, t.exponent),
      })),
    ),
  );
}

function add(a: Atomic, b: Atomic): Atomic {
  if (a.den === b.den) return normalised(sumOf([...a.num.values(), ...b.num.values()]), a.den);
  const tops = [...product(a.num, b.den).values(), ...product(b.num, a.den).values()];
  return normalised(sumOf(tops), product(a.den, b.den));
}

function neg(a: Atomic): Atomic {
  return {
    num: product(a.num, sumOf([{ coefficient: constant(fraction(-1n)), exponent: zero }])),
    den: a.den,
  };
}

/** A denominator of one term is divided out where that leaves polynomials. */
function normalised(num: ExponentialSum, den: ExponentialSum): Atomic {
  const [only, second] = den.values();
  if (den === one || second !== undefined) return { num, den };
  const quotients = [...num.values()].map(({ coefficient, exponent }) => ({
    coefficient: exactQuotient(coefficient, only!.coefficient),
    exponent: polynomials.sub(exponent, only!.exponent),
  }));
  const terms = quotients.flatMap(({ coefficient, exponent }) =>
    coefficient ? [{ coefficient, exponent }] : [],
  );
  return terms.length < quotients.length ? { num, den } : { num: sumOf(terms), den: one };
}

function asPolynomial({ num, den }: Atomic): Polynomial | undefined {
  if (num.size === 0) return zero;
  const [only, second] = num.values();
  return den === one && second === undefined && isZeroPolynomial(only!.exponent)
    ? only!.coefficient
    : undefined;
}

function rootOf(a: Atomic): Rational | undefined {
  const p = asPolynomial(a);
  const square = p && asConstant(p);
  if (square === undefined || square.num <= 0n) return square?.num === 0n ? square : undefined;
  const root = fraction(floorRoot(square.num), floorRoot(square.den));
  const again = rationals.mul(root, root);
  return again.num === square.num && again.den === square.den ? root : undefined;
}
