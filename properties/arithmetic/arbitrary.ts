import fc from 'fast-check';
import { collect, constant, indeterminate, type Polynomial, polynomials } from '#arithmetic/polynomial.ts';
import { fraction, type Rational } from '#arithmetic/rational.ts';

/** Doubles of every exponent, sign and length of mantissa, subnormals, zeros and the largest included. */
export const doubles: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -10, max: 10 }),
  fc
    .tuple(fc.integer({ min: -0x1fffff, max: 0x1fffff }), fc.integer({ min: -30, max: 10 }))
    .map(([m, e]) => m * 2 ** e),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.tuple(fc.maxSafeInteger(), fc.integer({ min: -1074, max: 900 })).map(([m, e]) => m * 2 ** e),
  fc.constantFrom(-0, 5e-324, -5e-324, 2 ** -1022, Number.MAX_VALUE, -Number.MAX_VALUE, 0.1),
);

/** Doubles neither huge nor tiny, so that exact results stay short. */
export const moderate: fc.Arbitrary<number> = fc
  .tuple(fc.maxSafeInteger(), fc.integer({ min: -80, max: -20 }))
  .map(([m, e]) => m * 2 ** e);

/** Fractions, small ones most often. */
export const fractions: fc.Arbitrary<Rational> = fc.oneof(
  fc
    .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .map(([n, d]) => fraction(BigInt(n), BigInt(d))),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
    .map(([n, d]) => fraction(n, d)),
);

/** Small polynomials in the given indeterminates. */
export function smallPolynomials(names: readonly string[], maxLength = 4): fc.Arbitrary<Polynomial> {
  const term = fc
    .tuple(
      fc.integer({ min: -4, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.constantFrom(...names), { maxLength: 3 }),
    )
    .map(([n, d, factors]) =>
      factors.map(indeterminate).reduce(polynomials.mul, constant(fraction(BigInt(n), BigInt(d)))),
    );
  return fc.array(term, { maxLength }).map((parts) => parts.reduce(polynomials.add, collect([])));
}
