import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balls } from '#arithmetic/ball.ts';
import {
  equalPolynomials,
  indeterminate,
  polynomials,
  derivative as slopeOf,
} from '#arithmetic/polynomial.ts';
import { fraction, rationals } from '#arithmetic/rational.ts';
import { inputs } from '#domain/layout.ts';
import { type Dual, duals, gradient } from '#law/dual.ts';
import { type Derivative, derivative } from '#law/law.ts';
import { referenceSystem } from '#law/reference-system.ts';
import { fractions, smallPolynomials } from '../arithmetic/arbitrary.ts';

const analytic = balls(200);
const dual = duals(analytic);
const at = (value: number): Dual<ReturnType<typeof analytic.of>> => ({
  value: analytic.of(value),
  slope: analytic.of(1),
});

test('sums, differences, products and signs are differentiated as polynomials are', () => {
  const exact = duals({ ...polynomials, div: polynomials.mul, exp: polynomials.neg, sqrt: polynomials.neg });
  const lifted = smallPolynomials(['x']).map((p) => ({ value: p, slope: slopeOf(p, 'x') }));
  fc.assert(
    fc.property(lifted, lifted, (f, g) => {
      for (const h of [exact.add(f, g), exact.sub(f, g), exact.mul(f, g), exact.neg(f)]) {
        expect(equalPolynomials(h.slope, slopeOf(h.value, 'x'))).toBe(true);
      }
    }),
  );
  expect(exact.of(3)).toEqual({ value: polynomials.of(3), slope: polynomials.of(0) });
  expect(exact.add({ value: indeterminate('x'), slope: polynomials.of(1) }, exact.of(0)).slope).toEqual(
    polynomials.of(1),
  );
});

test('a quotient times its divisor is the dividend, slopes included', () => {
  const exact = duals({ ...rationals, exp: rationals.neg, sqrt: rationals.neg });
  const any = fc.record({ value: fractions, slope: fractions });
  fc.assert(
    fc.property(any, any, (x, y) => {
      fc.pre(y.value.num !== 0n);
      expect(exact.mul(exact.div(x, y), y)).toEqual(x);
    }),
  );
});

test('the exponential has itself for slope, the root half its inverse', () => {
  const x = at(2);
  expect(dual.exp(x).slope).toEqual(dual.exp(x).value);
  expect(dual.exp(dual.mul(dual.of(3), x)).slope).toEqual(
    analytic.mul(analytic.exp(analytic.of(6)), analytic.of(3)),
  );
  expect(dual.sqrt(at(16)).slope).toEqual(analytic.div(analytic.of(1), analytic.of(8)));
});

test('a gradient has an entry for each of the list, in order, and takes no other input along', () => {
  const part = derivative({
    domain: inputs({ name: 'x', layout: { x1: [], x: ['T'] }, sizes: { T: [3] } }),
    of: (a, s, { x1, x }) => [a.mul(x1, s.alternatingSum(x, x1))],
    by: 'x',
    is: () => [],
  }) as Derivative;
  const exact = { ...rationals, exp: rationals.neg, sqrt: rationals.neg };
  const slopes = gradient(referenceSystem, exact, part, { h: 5, x1: 7, x: [1, 2, 3] });
  expect(slopes).toEqual([7n, -7n, 7n].map((n) => fraction(n)));
});
