import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareMonomials,
  compareNames,
  exponentOf,
  type Monomial,
  monomial,
  over,
  times,
  unit,
} from '#arithmetic/monomial.ts';

const names = fc.constantFrom('x1', 'x2', 'x10', 'u', 'beta', 'dot(q,k1)');
const monomials: fc.Arbitrary<Monomial> = fc
  .array(names, { maxLength: 5 })
  .map((factors) => factors.map((name) => monomial([[name, 1]])).reduce(times, unit));

test('a product adds degrees and exponents, in any order of the factors', () => {
  fc.assert(
    fc.property(monomials, monomials, names, (a, b, name) => {
      const product = times(a, b);
      expect(product).toEqual(times(b, a));
      expect(product.degree).toBe(a.degree + b.degree);
      expect(exponentOf(product, name)).toBe(exponentOf(a, name) + exponentOf(b, name));
    }),
  );
});

test('a quotient undoes a product and exists only where every exponent allows it', () => {
  fc.assert(
    fc.property(monomials, monomials, (a, b) => {
      expect(over(times(a, b), b)).toEqual(a);
      const divides = b.powers.every(([name, exponent]) => exponent <= exponentOf(a, name));
      expect(over(a, b) !== undefined).toBe(divides);
    }),
  );
});

test('the order is total, is kept by multiplication, and puts the higher degree first', () => {
  fc.assert(
    fc.property(monomials, monomials, monomials, (a, b, c) => {
      const order = Math.sign(compareMonomials(a, b));
      expect(Math.sign(compareMonomials(b, a)) + order).toBe(0);
      expect(order === 0).toBe(a.key === b.key);
      expect(Math.sign(compareMonomials(times(a, c), times(b, c)))).toBe(order);
      if (a.degree > b.degree) expect(order).toBe(-1);
    }),
    { numRuns: 1000 },
  );
});

test('the order is transitive', () => {
  fc.assert(
    fc.property(monomials, monomials, monomials, (a, b, c) => {
      const sorted = [a, b, c].sort(compareMonomials);
      expect(compareMonomials(sorted[0]!, sorted[2]!)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 1000 },
  );
});

test('names are ordered with their numbers as numbers', () => {
  const sorted = ['x10', 'x2', 'x', 'h', 'x2y', 'x1', 'x2x', 'xy'].sort(compareNames);
  expect(sorted).toEqual(['h', 'x', 'x1', 'x2', 'x2x', 'x2y', 'x10', 'xy']);
  expect(compareNames('x2', 'x2')).toBe(0);
});

test('names that only look alike have different keys', () => {
  const tricky = [
    monomial([
      ['a', 1],
      ['b', 1],
    ]),
    monomial([['a^1;1:b', 1]]),
    monomial([['a^1;b', 1]]),
    monomial([['a', 11]]),
    monomial([['a^1', 1]]),
    monomial([['a*b', 1]]),
  ];
  expect(new Set(tricky.map(({ key }) => key)).size).toBe(tricky.length);
});
