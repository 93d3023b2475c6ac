import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  equalPolynomials,
  evaluate as evaluatePolynomial,
  indeterminate,
  isZeroPolynomial,
  polynomials,
} from '#arithmetic/polynomial.ts';
import { gcdPolynomials, leadingCoefficient } from '#arithmetic/polynomial-gcd.ts';
import { fraction, isZero, type Rational, rationals } from '#arithmetic/rational.ts';
import {
  asRationalFunction,
  derivative,
  equalRationalFunctions,
  evaluate,
  formatRationalFunction,
  isZeroRationalFunction,
  quotient,
  type RationalFunction,
  rationalFunctions,
} from '#arithmetic/rational-function.ts';
import { fractions, smallPolynomials } from './arbitrary.ts';

const { add, sub, mul, neg, div, of } = rationalFunctions;
const small = smallPolynomials(['u', 'x'], 3);
const quotients: fc.Arbitrary<RationalFunction> = fc
  .tuple(small, small)
  .filter(([, den]) => !isZeroPolynomial(den))
  .map(([num, den]) => quotient(num, den));
const u = asRationalFunction(indeterminate('u'));
const x = asRationalFunction(indeterminate('x'));

test('evaluation at a point respects the operations', () => {
  fc.assert(
    fc.property(quotients, quotients, fractions, fractions, (f, g, a, b) => {
      const point = (name: string): Rational => (name === 'u' ? a : b);
      fc.pre(![f, g].some(({ den }) => isZero(evaluatePolynomial(rationals, den, point))));
      const value = (h: RationalFunction): Rational => evaluate(rationals, h, point);
      expect(value(add(f, g))).toEqual(rationals.add(value(f), value(g)));
      expect(value(sub(f, g))).toEqual(rationals.sub(value(f), value(g)));
      expect(value(mul(f, g))).toEqual(rationals.mul(value(f), value(g)));
      expect(value(neg(f))).toEqual(rationals.neg(value(f)));
      if (!isZero(value(g))) expect(value(div(f, g))).toEqual(rationals.div(value(f), value(g)));
    }),
    { numRuns: 60 },
  );
});

test('every result is in lowest terms with a leading coefficient of 1 below', () => {
  fc.assert(
    fc.property(quotients, quotients, (f, g) => {
      const results = [
        f,
        add(f, g),
        sub(f, g),
        mul(f, g),
        neg(f),
        ...(isZeroRationalFunction(g) ? [] : [div(f, g)]),
      ];
      for (const { num, den } of results) {
        expect(leadingCoefficient(den)).toEqual(fraction(1n));
        if (!isZeroPolynomial(num))
          expect(equalPolynomials(gcdPolynomials(num, den), polynomials.of(1))).toBe(true);
        else expect(equalPolynomials(den, polynomials.of(1))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('equal functions have identical normal forms', () => {
  fc.assert(
    fc.property(quotients, quotients, quotients, (f, g, h) => {
      expect(equalRationalFunctions(mul(f, add(g, h)), add(mul(f, g), mul(f, h)))).toBe(true);
      if (!isZeroRationalFunction(g)) expect(equalRationalFunctions(mul(div(f, g), g), f)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('functions that differ above or below are not equal', () => {
  expect(equalRationalFunctions(div(u, x), div(of(1), x))).toBe(false);
  expect(equalRationalFunctions(div(of(1), u), div(of(1), x))).toBe(false);
  expect(equalRationalFunctions(div(u, x), div(u, x))).toBe(true);
});

test('the text is a quotient, or the numerator alone', () => {
  expect(formatRationalFunction(div(sub(mul(u, u), of(1)), add(u, of(1))))).toBe('u - 1');
  expect(formatRationalFunction(div(of(1), add(mul(of(2), u), of(4))))).toBe('(1/2)/(u + 2)');
  expect(formatRationalFunction(of(0))).toBe('0');
});

test('the derivative obeys the product and quotient rules', () => {
  const d = (f: RationalFunction): RationalFunction => derivative(f, 'u');
  fc.assert(
    fc.property(quotients, quotients, (f, g) => {
      expect(equalRationalFunctions(d(mul(f, g)), add(mul(d(f), g), mul(f, d(g))))).toBe(true);
    }),
    { numRuns: 30 },
  );
  expect(formatRationalFunction(d(div(of(1), u)))).toBe('(-1)/(u^2)');
  expect(formatRationalFunction(d(div(x, add(u, x))))).toBe('(-x)/(u^2 + 2*u*x + x^2)');
});

test('division by zero is refused, and so is a pole', () => {
  expect(() => div(u, sub(x, x))).toThrow(
    new RangeError('rationalFunction.div: divisor must be non-zero, got 0'),
  );
  expect(() => quotient(polynomials.of(1), polynomials.of(0))).toThrow(
    new RangeError('quotient: denominator must be non-zero, got 0'),
  );
  expect(() => evaluate(rationals, div(of(1), sub(u, of(2))), () => fraction(2n))).toThrow(RangeError);
});

test('where the denominator is 1 nothing is divided', () => {
  const withoutDivision = { ...rationals, div: (): never => expect.fail('divided') };
  expect(evaluate(withoutDivision, add(mul(u, u), x), () => fraction(3n))).toEqual(fraction(12n));
});

test('doubles enter as the fractions they are', () => {
  expect(formatRationalFunction(of(-0.25))).toBe('-1/4');
  expect(isZeroRationalFunction(of(0)) && !isZeroRationalFunction(u)).toBe(true);
});
