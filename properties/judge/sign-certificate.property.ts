import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beta, u } from '#arithmetic/exponential.ts';
import { indeterminate } from '#arithmetic/polynomial.ts';
import { fraction, type Rational, rationals, sign } from '#arithmetic/rational.ts';
import {
  asRationalFunction,
  evaluate,
  formatRationalFunction,
  isZeroRationalFunction,
  quotient,
  type RationalFunction,
  rationalFunctions,
} from '#arithmetic/rational-function.ts';
import { certifySign, hasRoots } from '#judge/sign-certificate.ts';
import type { Obligation } from '#judge/verdict.ts';
import { smallPolynomials } from '../arithmetic/arbitrary.ts';
import { isEvidence, normalForm } from './obligation.ts';

function certify(term: string, strict: boolean, above: boolean): Obligation | undefined {
  return certifySign({ says: 'a sign', term, value: normalForm(term), strict, above });
}

const fractionsOfPolynomials: fc.Arbitrary<RationalFunction> = fc
  .tuple(smallPolynomials(['beta', 'u'], 3), smallPolynomials(['beta', 'u'], 2))
  .filter(([, den]) => den.byMonomial.size > 0)
  .map(([num, den]) => quotient(num, den));

const positive: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }))
  .map(([n, d]) => fraction(BigInt(n), BigInt(d)));

test('whatever is certified is so at every point, and its text is evidence', () => {
  let certified = 0;
  fc.assert(
    fc.property(fractionsOfPolynomials, fc.boolean(), positive, positive, (value, strict, b, w) => {
      const term = formatRationalFunction(value);
      const found = certifySign({ says: '', term, value, strict, above: true });
      if (found === undefined) return;
      certified++;
      expect(isEvidence(found)).toBe(true);
      const point = (name: string): Rational => (name === 'u' ? rationals.add(w, fraction(1n)) : b);
      expect(sign(evaluate(rationals, value, point))).toBeGreaterThanOrEqual(strict ? 1 : 0);
    }),
    { numRuns: 150 },
  );
  expect(certified).toBeGreaterThan(5);
});

test.each([
  'u - 1',
  '(u - 1)/(u + 2)',
  '1/(u^2 + u + 1) + beta',
  '(1 - u)/(0 - u - 2)',
  'beta^2*u - beta^2',
  // Roots of u^2 - 3 u + 3 are not real: some common factor shows it.
  '(u^2 - 3*u + 3)/u',
  'beta*(u^2 - 3*u + 3)',
  // A denominator with mixed coefficients about u = 1.
  '1/(u^2 - 3*u + 3)',
])('%s is positive above the least values, with evidence', (term) => {
  const found = certify(term, true, true);
  expect(found && isEvidence(found)).toBe(true);
});

test.each(['u - 2', '2 - u', 'beta - 1', '1 - u', '(u - 1)/(1 - u - u)', 'u^2 - 4*u + 4 - 1/100'])(
  '%s is not certified: it is negative somewhere',
  (term) => {
    expect(certify(term, false, true)).toBeUndefined();
  },
);

test('zero is at least zero and not above zero', () => {
  expect(certify('u - u', false, true)).toBeDefined();
  expect(certify('u - u', true, true)).toBeUndefined();
});

test('a fraction that is zero at the least values is strictly positive only above them', () => {
  expect(certify('u - 1', true, true)).toBeDefined();
  expect(certify('u - 1', true, false)).toBeUndefined();
  expect(certify('u - 1', false, false)).toBeDefined();
  expect(certify('u', true, false)).toBeDefined();
});

test('a denominator that is zero at the least values is left alone', () => {
  expect(certify('1/(u - 1)', true, true)).toBeUndefined();
  expect(certify('1/beta', true, true)).toBeUndefined();
});

test('every name in the term has its least value, also one that cancels', () => {
  const found = certify('(beta + u)/(beta + u)', true, true);
  expect(found).toMatchObject({ least: { beta: '0', u: '1' }, numerator: '1', denominator: '1' });
});

test('a function is no name', () => {
  const value = asRationalFunction(indeterminate('sqrt2'));
  const found = certifySign({ says: '', term: 'sqrt(2) * exp(0)', value, strict: true, above: true });
  expect(found).toMatchObject({ least: { sqrt2: '0' } });
});

test('only names such as sqrt2 are roots', () => {
  const root = asRationalFunction(indeterminate('sqrt2'));
  expect(hasRoots(root)).toBe(true);
  expect(hasRoots(rationalFunctions.div(beta, rationalFunctions.add(root, u)))).toBe(true);
  expect(hasRoots(rationalFunctions.div(beta, u))).toBe(false);
  expect(isZeroRationalFunction(root)).toBe(false);
});
