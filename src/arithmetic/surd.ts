import { monomial, times } from './monomial.ts';
import { collect, indeterminates, type Polynomial, type PolynomialTerm, polynomials } from './polynomial.ts';
import { fraction, rationals } from './rational.ts';

/** Factors up to here are found by trial; what is left below the square of it is prime. */
const TRIAL_LIMIT = 100_000n;

/** n = root^2 * squareFree, for n >= 1. @throws RangeError when n has two prime factors above 10^5 */
export function squareFreePart(n: bigint): { readonly root: bigint; readonly squareFree: bigint } {
  let root = 1n;
  let squareFree = 1n;
  let rest = n;
  for (let p = 2n; p * p <= rest; p++) {
    if (p > TRIAL_LIMIT) throw new RangeError(`surd: radicand must have small prime factors, got ${n}`);
    while (rest % (p * p) === 0n) {
      rest /= p * p;
      root *= p;
    }
    if (rest % p === 0n) {
      rest /= p;
      squareFree *= p;
    }
  }
  return { root, squareFree: squareFree * rest };
}

/** The name of the indeterminate that stands for the root of a square-free integer above 1. */
export function surdName(squareFree: bigint): string {
  return `sqrt${squareFree}`;
}

/** The integer under the root that a name stands for, or undefined for any other name. */
export function radicand(name: string): bigint | undefined {
  const match = /^sqrt(\d+)$/.exec(name);
  return match ? BigInt(match[1]!) : undefined;
}

/** The polynomial with the surds of each term multiplied out into at most one. */
export function reduceSurds(p: Polynomial): Polynomial {
  return collect([...p.byMonomial.values()].map(reduced));
}

/** The numerator and denominator of the same fraction, the denominator free of surds. */
export function rationalise(num: Polynomial, den: Polynomial): readonly [num: Polynomial, den: Polynomial] {
  const under = indeterminates(den)
    .map(radicand)
    .find((n) => n !== undefined);
  if (under === undefined) return [num, den];
  // Changing the sign of the root of one prime is an automorphism: the product with the image is free of it.
  const prime = smallestFactor(under);
  const image = collect([...den.byMonomial.values()].map((term) => conjugated(term, prime)));
  const byImage = (p: Polynomial): Polynomial => reduceSurds(polynomials.mul(p, image));
  return rationalise(byImage(num), byImage(den));
}

function reduced({ coefficient, monomial: m }: PolynomialTerm): PolynomialTerm {
  let under = 1n;
  const powers = m.powers.filter(([name, exponent]) => {
    const n = radicand(name);
    if (n !== undefined) under *= n ** BigInt(exponent);
    return n === undefined;
  });
  const { root, squareFree } = squareFreePart(under);
  const rest = monomial(powers);
  return {
    coefficient: rationals.mul(coefficient, fraction(root)),
    monomial: squareFree === 1n ? rest : times(rest, monomial([[surdName(squareFree), 1]])),
  };
}

function conjugated(term: PolynomialTerm, prime: bigint): PolynomialTerm {
  const flips = term.monomial.powers.some(([name]) => (radicand(name) ?? 1n) % prime === 0n);
  return flips ? { ...term, coefficient: rationals.neg(term.coefficient) } : term;
}

function smallestFactor(n: bigint): bigint {
  let p = 2n;
  while (n % p !== 0n) p++;
  return p;
}
