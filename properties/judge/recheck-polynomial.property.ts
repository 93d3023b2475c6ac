import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPolynomial, type Polynomial } from '#arithmetic/polynomial.ts';
import { fraction, shownFraction } from '#judge/recheck-number.ts';
import { byDegree, type Expanded, expanded } from '#judge/recheck-polynomial.ts';
import { readFormula } from '#judge/recheck-term.ts';
import { smallPolynomials } from '../arithmetic/arbitrary.ts';

const names = new Set(['x', 'y', 'z']);
const read = (text: string): Expanded => expanded(readFormula(text), names);
const shown = (p: Expanded): readonly string[] =>
  [...p].map(([monomial, c]) => `${shownFraction(c)} ${monomial}`).sort();

test('a polynomial in normal form is read as it is', () => {
  const coefficientsOf = (p: Polynomial): readonly string[] =>
    [...p.byMonomial.values()]
      .map(({ coefficient: { num, den }, monomial: { powers } }) => {
        const factors = powers.flatMap(([name, exponent]) => Array.from({ length: exponent }, () => name));
        return `${shownFraction(fraction(num, den))} ${factors.sort().join(' ')}`;
      })
      .sort();
  fc.assert(
    fc.property(smallPolynomials(['x', 'y', 'z']), (p) => {
      expect(shown(read(formatPolynomial(p)))).toEqual(coefficientsOf(p));
    }),
  );
});

test('products, powers and differences are multiplied out', () => {
  expect(shown(read('(x + 2*y)^2 - (x - y)*x/3'))).toEqual(['13/3 x y', '2/3 x x', '4 y y']);
  expect(shown(read('-(x - x) + 0'))).toEqual([]);
  expect(shown(read('x^0'))).toEqual(['1 ']);
});

test('coefficients come by degree, the leading one last', () => {
  expect(byDegree(read('3*x^2 - 1/2')).map(shownFraction)).toEqual(['-1/2', '0', '3']);
  expect(byDegree(read('7')).map(shownFraction)).toEqual(['7']);
  expect(byDegree(read('x - x'))).toEqual([]);
});

test.for([
  ['w', 'polynomial: names must be among x, y, z, got w'],
  ['1/x', 'polynomial: divisors must be numbers, got names'],
  ['x/(1 + y)', 'polynomial: divisors must be numbers, got names'],
  ['x^-1', 'polynomial: powers must not be negative, got -1'],
  ['exp(x)', 'polynomial: must be sums and products of names and numbers, got exp'],
] as const)('%s is no polynomial', ([text, message]) => {
  expect(() => read(text)).toThrow(new RangeError(message));
});
