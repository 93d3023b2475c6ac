import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atomicIndeterminate, atoms, equalAtomic, ofPolynomial } from '#arithmetic/atoms.ts';
import {
  evaluate as evaluatePolynomial,
  formatPolynomial,
  indeterminate,
  type Polynomial,
} from '#arithmetic/polynomial.ts';
import { separated } from '#arithmetic/separated-atoms.ts';
import { smallPolynomials } from './arbitrary.ts';

const { add, sub, mul, div, exp, of } = atoms;
const x = atomicIndeterminate('x');
const y = atomicIndeterminate('y');
const byName = (_atom: unknown, place: number): Polynomial => indeterminate(`e${place}`);
const shown = (value: Parameters<typeof separated>[0]): string[] => {
  const parts = separated(value);
  const { num, den } = parts.with(byName);
  return [
    ...parts.atoms.map(({ exponent }) => formatPolynomial(exponent)),
    formatPolynomial(num),
    formatPolynomial(den),
  ];
};

test('all powers of one exponential are powers of the largest unit', () => {
  expect(shown(add(exp(mul(of(1000), x)), exp(mul(of(2000), x))))).toEqual(['1000*x', 'e0^2 + e0', '1']);
  expect(shown(add(exp(mul(of(0.75), x)), exp(mul(of(0.5), x))))).toEqual(['1/4*x', 'e0^3 + e0^2', '1']);
});

test('no power is negative', () => {
  expect(shown(exp(sub(of(0), x)))).toEqual(['x', '1', 'e0']);
  expect(shown(div(of(1), add(of(1), exp(sub(of(0), x)))))).toEqual(['x', 'e0', 'e0 + 1']);
});

test('an exponential of a sum is a product of atoms, constants included', () => {
  expect(shown(exp(add(add(x, mul(of(2), y)), of(3))))).toEqual(['x', '2*y', '3', 'e0*e1*e2', '1']);
});

test('where there are no exponentials there are no atoms', () => {
  expect(shown(div(x, add(x, y)))).toEqual(['x', 'x + y']);
});

test('putting the exponentials back gives the quotient', () => {
  const polynomials = smallPolynomials(['x', 'y'], 2);
  fc.assert(
    fc.property(polynomials, polynomials, polynomials, polynomials, (p, q, r, s) => {
      const bottom = add(exp(ofPolynomial(r)), mul(ofPolynomial(s), exp(ofPolynomial(q))));
      fc.pre(!equalAtomic(bottom, of(0)));
      const value = div(add(mul(ofPolynomial(p), exp(ofPolynomial(q))), of(1)), bottom);
      const parts = separated(value);
      const { num, den } = parts.with(byName);
      const meaning = (name: string) =>
        name.startsWith('e')
          ? exp(ofPolynomial(parts.atoms[Number(name.slice(1))]!.exponent))
          : atomicIndeterminate(name);
      const back = div(evaluatePolynomial(atoms, num, meaning), evaluatePolynomial(atoms, den, meaning));
      expect(equalAtomic(back, value)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
