/** An exact fraction in lowest terms, the denominator positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** coefficient * e^exponent * sqrt(radicand), the radicand a square-free positive integer. */
interface Part {
  readonly coefficient: Fraction;
  readonly exponent: Fraction;
  readonly radicand: bigint;
}

/** A sum of such parts, one for each exponent and radicand, none zero. */
type Parts = ReadonlyMap<string, Part>;

/**
 * A quotient of sums of exponentials and roots of rational numbers.
 *
 * By the theorem of Lindemann and Weierstrass e^r sqrt(s), for distinct rational r and square-free s, are linearly
 * independent over the fractions, so that a number is zero exactly when it has no part left above the line.
 */
export interface Exact {
  readonly above: Parts;
  readonly below: Parts;
}

/** Thrown where a formula has no value: a denominator of zero, a root of a negative number. */
export const undefinedHere: Error = new Error('the formula has no value here');

/** Radicands are factored by trial up to the cube root: up to 10^5 for numbers of 15 digits. */
const LARGEST_RADICAND = 10n ** 15n;

export function fraction(over: bigint, under = 1n): Fraction {
  let [a, b] = [under, over];
  while (b !== 0n) [a, b] = [b, a % b];
  // The sign of the divisor makes the denominator positive.
  const divisor = under / a < 0n ? -a : a;
  return { over: over / divisor, under: under / divisor };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under);
}

export function shownFraction({ over, under }: Fraction): string {
  return under === 1n ? `${over}` : `${over}/${under}`;
}

const nothing = fraction(0n);
const whole: Parts = partsOf([{ coefficient: fraction(1n), exponent: nothing, radicand: 1n }]);

/** A fraction as an exact number. */
export function exact(coefficient: Fraction): Exact {
  return { above: partsOf([{ coefficient, exponent: nothing, radicand: 1n }]), below: whole };
}

export function isZero({ above }: Exact): boolean {
  return above.size === 0;
}

export function add(a: Exact, b: Exact): Exact {
  if (a.below === b.below) return { above: addParts(a.above, b.above), below: a.below };
  return over(addParts(multiply(a.above, b.below), multiply(b.above, a.below)), multiply(a.below, b.below));
}

export function negate({ above, below }: Exact): Exact {
  return {
    above: multiply(above, partsOf([{ coefficient: fraction(-1n), exponent: nothing, radicand: 1n }])),
    below,
  };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function product(a: Exact, b: Exact): Exact {
  return over(multiply(a.above, b.above), multiply(a.below, b.below));
}

/** @throws undefinedHere when b is zero */
export function quotient(a: Exact, b: Exact): Exact {
  if (isZero(b)) throw undefinedHere;
  return over(multiply(a.above, b.below), multiply(a.below, b.above));
}

/** @throws RangeError when the exponent is not a fraction */
export function exponential(x: Exact): Exact {
  const exponent = asFraction(x);
  if (exponent === undefined)
    throw new RangeError('exp: exponent must be a fraction at fractions, got another number');
  return { above: partsOf([{ coefficient: fraction(1n), exponent, radicand: 1n }]), below: whole };
}

/** @throws undefinedHere for a negative number, RangeError when the number is not a fraction or is too long to factor */
export function root(x: Exact): Exact {
  const square = asFraction(x);
  if (square === undefined)
    throw new RangeError('sqrt: argument must be a fraction at fractions, got another number');
  if (square.over < 0n) throw undefinedHere;
  if (square.over === 0n) return x;
  const { factor, radicand } = squareFree(square.over * square.under);
  const coefficient = fraction(factor, square.under);
  return { above: partsOf([{ coefficient, exponent: nothing, radicand }]), below: whole };
}

/** The fraction that a number is, or undefined when it is none (or is not seen to be one). */
export function asFraction({ above, below }: Exact): Fraction | undefined {
  if (above.size === 0) return nothing;
  const [part, ...others] = above.values();
  const plain = below === whole && others.length === 0 && part!.exponent.over === 0n && part!.radicand === 1n;
  return plain ? part!.coefficient : undefined;
}

/** A denominator of one part is divided out, so that plain fractions keep the denominator `whole`. */
function over(above: Parts, below: Parts): Exact {
  if (below === whole || below.size > 1) return { above, below };
  const [{ coefficient, exponent, radicand }] = below.values() as Iterable<Part> as [Part];
  // 1 / (c e^r sqrt s) = e^-r sqrt s / (c s).
  const inverse: Part = {
    coefficient: fraction(coefficient.under, coefficient.over * radicand),
    exponent: fraction(-exponent.over, exponent.under),
    radicand,
  };
  return { above: multiply(above, partsOf([inverse])), below: whole };
}

function addParts(a: Parts, b: Parts): Parts {
  return partsOf([...a.values(), ...b.values()]);
}

function multiply(a: Parts, b: Parts): Parts {
  if (a === whole) return b;
  if (b === whole) return a;
  const products: Part[] = [];
  for (const x of a.values()) for (const y of b.values()) products.push(multiplyPart(x, y));
  return partsOf(products);
}

function multiplyPart(x: Part, y: Part): Part {
  // sqrt(s) sqrt(t) = g sqrt(s t / g^2) for the common divisor g of the square-free s and t.
  const common = x.radicand / fraction(x.radicand, y.radicand).over;
  return {
    coefficient: times(times(x.coefficient, y.coefficient), fraction(common)),
    exponent: plus(x.exponent, y.exponent),
    radicand: (x.radicand * y.radicand) / (common * common),
  };
}

function partsOf(list: readonly Part[]): Parts {
  const parts = new Map<string, Part>();
  for (const part of list) {
    const key = part.exponent.over === 0n && part.radicand === 1n ? 'plain' : keyOf(part);
    const known = parts.get(key);
    const coefficient = known ? plus(known.coefficient, part.coefficient) : part.coefficient;
    if (coefficient.over === 0n) parts.delete(key);
    else parts.set(key, { ...part, coefficient });
  }
  return parts;
}

function keyOf({ exponent, radicand }: Part): string {
  return `${shownFraction(exponent)} ${radicand}`;
}

/** n = factor^2 * radicand for n >= 1. */
function squareFree(n: bigint): { readonly factor: bigint; readonly radicand: bigint } {
  if (n > LARGEST_RADICAND) throw new RangeError(`sqrt: radicand must have at most 15 digits, got ${n}`);
  let [factor, radicand, rest] = [1n, 1n, n];
  for (let p = 2n; p * p * p <= rest; p++) {
    for (; rest % (p * p) === 0n; rest /= p * p) factor *= p;
    if (rest % p === 0n) {
      rest /= p;
      radicand *= p;
    }
  }
  // What is left has at most two prime factors: it is a square, or square-free.
  const side = BigInt(Math.round(Math.sqrt(Number(rest))));
  return side * side === rest ? { factor: factor * side, radicand } : { factor, radicand: radicand * rest };
}
