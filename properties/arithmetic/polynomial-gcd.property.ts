import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  equalPolynomials,
  formatPolynomial,
  indeterminate,
  isZeroPolynomial,
  type Polynomial,
  polynomials,
} from '#arithmetic/polynomial.ts';
import {
  exactQuotient,
  gcdPolynomials,
  leadingCoefficient,
  monic,
  scaled,
} from '#arithmetic/polynomial-gcd.ts';
import { fraction } from '#arithmetic/rational.ts';
import { smallPolynomials } from './arbitrary.ts';

const { add, sub, mul, of } = polynomials;
const small = smallPolynomials(['x1', 'x2', 'u'], 3);
const zero = of(0);
const x = indeterminate('x');
const y = indeterminate('y');

const divides = (d: Polynomial, p: Polynomial): boolean => exactQuotient(p, d) !== undefined;

test('an exact quotient undoes a product', () => {
  fc.assert(
    fc.property(small, small, (p, q) => {
      fc.pre(!isZeroPolynomial(q));
      expect(equalPolynomials(exactQuotient(mul(p, q), q)!, p)).toBe(true);
    }),
  );
});

test('where there is a remainder there is no exact quotient', () => {
  expect(exactQuotient(add(mul(x, x), of(1)), add(x, of(1)))).toBeUndefined();
  expect(exactQuotient(x, y)).toBeUndefined();
  expect(exactQuotient(of(1), x)).toBeUndefined();
  expect(formatPolynomial(exactQuotient(sub(mul(x, x), mul(y, y)), sub(x, y))!)).toBe('x + y');
});

test('a divisor of zero is refused', () => {
  expect(() => exactQuotient(x, zero)).toThrow(
    new RangeError('exactQuotient: divisor must be non-zero, got 0'),
  );
});

test('the greatest common divisor divides both and holds every common factor', () => {
  fc.assert(
    fc.property(small, small, small, (p, q, c) => {
      fc.pre(![p, q, c].some(isZeroPolynomial));
      const g = gcdPolynomials(mul(p, c), mul(q, c));
      expect(divides(g, mul(p, c)) && divides(g, mul(q, c)) && divides(c, g)).toBe(true);
      expect(leadingCoefficient(g)).toEqual(fraction(1n));
    }),
    { numRuns: 60 },
  );
});

test('quotients by the greatest common divisor have nothing in common', () => {
  fc.assert(
    fc.property(small, small, (p, q) => {
      fc.pre(![p, q].some(isZeroPolynomial));
      const g = gcdPolynomials(p, q);
      expect(formatPolynomial(gcdPolynomials(exactQuotient(p, g)!, exactQuotient(q, g)!))).toBe('1');
    }),
    { numRuns: 60 },
  );
});

test('it does not depend on the order of the two', () => {
  fc.assert(
    fc.property(small, small, (p, q) => {
      expect(equalPolynomials(gcdPolynomials(p, q), gcdPolynomials(q, p))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('with zero it is the other one, made monic, and zero only for two zeros', () => {
  const p = add(mul(of(3), x), of(6));
  expect(
    [gcdPolynomials(p, zero), gcdPolynomials(zero, p), gcdPolynomials(p, p)].map(formatPolynomial),
  ).toEqual(Array.from({ length: 3 }, () => 'x + 2'));
  expect(isZeroPolynomial(gcdPolynomials(zero, zero))).toBe(true);
  expect(isZeroPolynomial(monic(zero))).toBe(true);
});

test('known divisors are found', () => {
  const xy = mul(sub(mul(x, x), mul(y, y)), add(x, of(1)));
  expect(formatPolynomial(gcdPolynomials(xy, mul(sub(x, y), sub(x, y))))).toBe('x - y');
  expect(formatPolynomial(gcdPolynomials(mul(of(4), x), mul(of(6), mul(x, x))))).toBe('x');
  expect(formatPolynomial(gcdPolynomials(add(x, of(1)), add(y, of(1))))).toBe('1');
  expect(formatPolynomial(gcdPolynomials(mul(y, add(x, of(1))), mul(y, y)))).toBe('y');
  expect(formatPolynomial(gcdPolynomials(of(4), x))).toBe('1');
  expect(formatPolynomial(gcdPolynomials(x, of(4)))).toBe('1');
});

test('a factor is found whatever its leading coefficient is at any point', () => {
  // One of these vanishes wherever a point might be chosen among the integers to 100.
  for (let n = 0; n <= 100; n++) {
    const factor = add(mul(sub(x, of(n)), y), of(1));
    const g = gcdPolynomials(mul(factor, add(x, of(200))), mul(factor, add(x, of(300))));
    expect(equalPolynomials(g, factor)).toBe(true);
  }
});

test('a polynomial that vanishes at a point shares the factors it has', () => {
  for (const n of [8, 27, 64]) {
    const common = mul(sub(x, of(n)), add(mul(y, y), x));
    const g = gcdPolynomials(mul(common, add(x, y)), mul(common, add(x, of(1))));
    expect(equalPolynomials(g, monic(common))).toBe(true);
  }
});

test('a common factor of degree 20 is found among large coefficients', () => {
  const product = (from: number, to: number): Polynomial =>
    Array.from({ length: to - from }, (_, k) => sub(x, of(from + k))).reduce(mul);
  const g = gcdPolynomials(product(0, 30), product(10, 40));
  expect(equalPolynomials(g, product(10, 30))).toBe(true);
});

test('scaling multiplies every coefficient', () => {
  expect(formatPolynomial(scaled(add(x, of(3)), fraction(-1n, 3n)))).toBe('-1/3*x - 1');
});
