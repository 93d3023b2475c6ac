import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Atomic, atomicIndeterminate, atoms, equalAtomic, ofPolynomial } from '#arithmetic/atoms.ts';
import { constant } from '#arithmetic/polynomial.ts';
import { fraction } from '#arithmetic/rational.ts';
import { smallPolynomials } from './arbitrary.ts';

const { add, sub, mul, neg, div, exp, sqrt, of } = atoms;
const x = atomicIndeterminate('x');
const y = atomicIndeterminate('y');
const polynomials = smallPolynomials(['x', 'y'], 3).map(ofPolynomial);
const elements: fc.Arbitrary<Atomic> = fc
  .tuple(polynomials, polynomials, polynomials)
  .map(([p, q, r]) => add(mul(p, exp(q)), exp(r)));

test('an exponential takes sums to products, and nothing to one', () => {
  fc.assert(
    fc.property(polynomials, polynomials, (p, q) => {
      expect(equalAtomic(exp(add(p, q)), mul(exp(p), exp(q)))).toBe(true);
      expect(equalAtomic(mul(exp(p), exp(neg(p))), of(1))).toBe(true);
      expect(equalAtomic(exp(sub(p, q)), div(exp(p), exp(q)))).toBe(true);
    }),
  );
  expect(equalAtomic(exp(of(0)), of(1))).toBe(true);
});

test('exponentials of different arguments are different', () => {
  expect(equalAtomic(exp(x), exp(y))).toBe(false);
  expect(equalAtomic(exp(x), exp(mul(of(2), x)))).toBe(false);
  expect(equalAtomic(exp(of(1)), of(3))).toBe(false);
  expect(equalAtomic(add(exp(x), of(1)), exp(x))).toBe(false);
  expect(equalAtomic(exp(x), add(exp(x), of(1)))).toBe(false);
  expect(equalAtomic(mul(of(2), exp(x)), exp(x))).toBe(false);
});

test('fractions of elements form a field', () => {
  fc.assert(
    fc.property(elements, elements, elements, (a, b, c) => {
      expect(equalAtomic(mul(a, add(b, c)), add(mul(a, b), mul(a, c)))).toBe(true);
      expect(equalAtomic(sub(a, a), of(0))).toBe(true);
      fc.pre(!equalAtomic(b, of(0)) && !equalAtomic(c, of(0)));
      expect(equalAtomic(mul(div(a, b), b), a)).toBe(true);
      expect(equalAtomic(add(div(a, b), div(a, c)), div(mul(a, add(b, c)), mul(b, c)))).toBe(true);
      expect(equalAtomic(add(div(a, b), div(c, b)), div(add(a, c), b))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a weight and its complement are recognised', () => {
  const total = add(exp(x), exp(y));
  expect(equalAtomic(add(div(exp(x), total), div(exp(y), total)), of(1))).toBe(true);
  expect(equalAtomic(div(exp(x), total), div(of(1), add(of(1), exp(sub(y, x)))))).toBe(true);
  expect(equalAtomic(div(exp(x), total), div(exp(y), total))).toBe(false);
});

test('a quotient of polynomials that divides is a polynomial again', () => {
  const product = mul(add(x, y), sub(x, y));
  expect(equalAtomic(exp(div(product, add(x, y))), exp(sub(x, y)))).toBe(true);
  expect(equalAtomic(div(exp(x), mul(of(2), exp(y))), mul(of(0.5), exp(sub(x, y))))).toBe(true);
});

test('roots are those of squares of fractions', () => {
  const ratio = ofPolynomial(constant(fraction(4n, 9n)));
  expect(equalAtomic(sqrt(ratio), ofPolynomial(constant(fraction(2n, 3n))))).toBe(true);
  expect(equalAtomic(sqrt(of(0)), of(0))).toBe(true);
  for (const radicand of [of(2), of(-4), x, exp(of(2)), div(of(1), add(of(1), x))]) {
    expect(() => sqrt(radicand)).toThrow('atoms.sqrt: argument must be the square of a fraction');
  }
});

test('what has no normal form is refused', () => {
  expect(() => exp(div(x, y))).toThrow('atoms.exp: argument must be a polynomial, got a quotient');
  expect(() => exp(exp(x))).toThrow(RangeError);
  expect(() => exp(add(exp(x), x))).toThrow(RangeError);
  expect(() => div(x, sub(y, y))).toThrow('atoms.div: divisor must be non-zero, got 0');
});
