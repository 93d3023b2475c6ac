import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  collect,
  constant,
  equalPolynomials,
  indeterminate,
  isZeroPolynomial,
  type Polynomial,
  polynomials,
} from '#arithmetic/polynomial.ts';
import { emptySpan, extend, reduce, type Span } from '#judge/span.ts';

const monomials = ['x', 'y', 'z']
  .map(indeterminate)
  .concat(polynomials.mul(indeterminate('x'), indeterminate('y')));
const polynomial = fc
  .array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 })
  .map((c) => c.map((k, i) => polynomials.mul(polynomials.of(k), monomials[i]!)).reduce(polynomials.add));

function spanOf(members: readonly Polynomial[]): Span {
  return members.reduce<Span>(
    (span, p) => (isZeroPolynomial(reduce(span, p).rest) ? span : extend(span, p)),
    emptySpan,
  );
}

test('a polynomial is what is left of it plus the combination of members that was taken away', () => {
  fc.assert(
    fc.property(fc.array(polynomial, { maxLength: 5 }), polynomial, (members, p) => {
      const span = spanOf(members);
      const { rest, combination } = reduce(span, p);
      const taken = [...combination].map(([i, c]) => polynomials.mul(constant(c), span.members[i]!));
      expect(equalPolynomials([rest, ...taken].reduce(polynomials.add), p)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('what is a combination of members leaves nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(polynomial, fc.integer({ min: -9, max: 9 })), { maxLength: 5 }),
      (parts) => {
        const span = spanOf(parts.map(([p]) => p));
        const sum = parts
          .map(([p, c]) => polynomials.mul(polynomials.of(c), p))
          .reduce(polynomials.add, collect([]));
        expect(isZeroPolynomial(reduce(span, sum).rest)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test('a span has no more members than there are monomials', () => {
  fc.assert(
    fc.property(fc.array(polynomial, { maxLength: 12 }), (members) => {
      expect(spanOf(members).members.length).toBeLessThanOrEqual(monomials.length);
    }),
  );
});
