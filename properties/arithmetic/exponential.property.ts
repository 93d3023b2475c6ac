import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { atBeta, beta, exponentials, u } from '#arithmetic/exponential.ts';
import { isZeroPolynomial } from '#arithmetic/polynomial.ts';
import {
  equalRationalFunctions,
  formatRationalFunction,
  isZeroRationalFunction,
  quotient,
  type RationalFunction,
} from '#arithmetic/rational-function.ts';
import { rationalise, reduceSurds } from '#arithmetic/surd.ts';
import { smallPolynomials } from './arbitrary.ts';

const { of, add, sub, mul, neg, div, exp, sqrt } = exponentials;
const squared = mul(beta, beta);
const e = enclosures(40);
const above = smallPolynomials(['beta', 'u', 'sqrt2', 'sqrt6'], 3).map(reduceSurds);
const below = smallPolynomials(['u', 'sqrt3'], 2).map(reduceSurds);
const elements: fc.Arbitrary<RationalFunction> = fc
  .tuple(above, below)
  .filter(([, den]) => !isZeroPolynomial(den))
  .map(([num, den]) => {
    const [top, bottom] = rationalise(num, den);
    return quotient(reduceSurds(top), bottom);
  });
const show = formatRationalFunction;
const equal = equalRationalFunctions;

test('the field laws hold as identities of normal forms', () => {
  fc.assert(
    fc.property(elements, elements, elements, (f, g, h) => {
      expect(equal(mul(f, add(g, h)), add(mul(f, g), mul(f, h)))).toBe(true);
      expect(equal(mul(mul(f, g), h), mul(f, mul(g, h)))).toBe(true);
      expect(equal(sub(f, f), of(0)) && equal(add(f, neg(f)), of(0))).toBe(true);
      if (!isZeroRationalFunction(g)) expect(equal(mul(div(f, g), g), f)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('the value at a number beta is held by the enclosure of the same formula there', () => {
  const norm = e.of(1.3125);
  const at = (f: RationalFunction): ReturnType<typeof e.of> => atBeta(e, f, norm);
  fc.assert(
    fc.property(elements, elements, (f, g) => {
      const results: (readonly [RationalFunction, () => ReturnType<typeof e.of>])[] = [
        [add(f, g), () => e.add(at(f), at(g))],
        [sub(f, g), () => e.sub(at(f), at(g))],
        [mul(f, g), () => e.mul(at(f), at(g))],
        [neg(f), () => e.neg(at(f))],
      ];
      for (const [symbolic, numeric] of results) expect(e.compare(at(symbolic), numeric())).toBe('overlap');
      if (!isZeroRationalFunction(g)) expect(e.compare(e.mul(at(div(f, g)), at(g)), at(f))).toBe('overlap');
    }),
    { numRuns: 25 },
  );
  const formula = add(exp(mul(of(-2), squared)), div(sqrt(mul(of(3), squared)), exp(squared)));
  const expected = e.add(
    e.exp(e.mul(e.of(-2), e.mul(norm, norm))),
    e.div(e.mul(e.sqrt(e.of(3)), norm), e.exp(e.mul(norm, norm))),
  );
  expect(e.compare(at(formula), expected)).toBe('overlap');
});

test('the exponential turns integer multiples of beta^2 into powers of u', () => {
  expect([0, 1, 2, 7, -1, -3].map((k) => show(exp(mul(of(k), squared))))).toEqual([
    '1',
    'u',
    'u^2',
    'u^7',
    '(1)/(u)',
    '(1)/(u^3)',
  ]);
  fc.assert(
    fc.property(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }), (j, k) => {
      const [a, b] = [mul(of(j), squared), mul(of(k), squared)];
      expect(equal(exp(add(a, b)), mul(exp(a), exp(b)))).toBe(true);
    }),
  );
});

test('any other exponent is refused in words', () => {
  const refused = [
    of(1),
    beta,
    mul(of(0.5), squared),
    mul(squared, squared),
    u,
    mul(u, squared),
    add(squared, of(1)),
    div(of(1), squared),
    mul(sqrt(of(2)), squared),
    div(squared, add(beta, of(1))),
  ];
  for (const f of refused) {
    expect(() => exp(f)).toThrow(
      new RangeError(`exponential.exp: exponent must be an integer multiple of beta^2, got ${show(f)}`),
    );
  }
});

test('the root of a monomial is beta, a fraction and at most one surd', () => {
  const over = (n: number, d: number): RationalFunction => div(of(n), of(d));
  const roots = [
    squared,
    of(0),
    of(9),
    of(2),
    over(1, 2),
    over(8, 9),
    mul(of(3), squared),
    mul(over(3, 4), mul(squared, squared)),
    div(of(2), squared),
    div(of(1), mul(of(4), mul(squared, squared))),
  ];
  expect(roots.map((f) => show(sqrt(f)))).toEqual([
    'beta',
    '0',
    '3',
    'sqrt2',
    '1/2*sqrt2',
    '2/3*sqrt2',
    'beta*sqrt3',
    '1/2*beta^2*sqrt3',
    '(sqrt2)/(beta)',
    '(1/2)/(beta^2)',
  ]);
  for (const f of roots) expect(equal(mul(sqrt(f), sqrt(f)), f)).toBe(true);
});

test('the root of a fraction squares to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }), (n, d) => {
      const f = div(of(n), of(d));
      expect(equal(mul(sqrt(f), sqrt(f)), f)).toBe(true);
    }),
  );
});

test('the root of anything else is refused in words', () => {
  for (const f of [
    neg(squared),
    of(-2),
    beta,
    u,
    add(squared, of(1)),
    mul(sqrt(of(2)), squared),
    div(of(1), u),
  ]) {
    expect(() => sqrt(f)).toThrow(
      new RangeError(`exponential.sqrt: argument must be c beta^(2m) with a fraction c >= 0, got ${show(f)}`),
    );
  }
});

test('products of roots have one normal form, and roots leave denominators', () => {
  const [two, three, six, eight] = [2, 3, 6, 8].map((n) => sqrt(of(n))) as [
    RationalFunction,
    RationalFunction,
    RationalFunction,
    RationalFunction,
  ];
  expect(equal(mul(two, three), six) && equal(mul(two, two), of(2)) && equal(eight, mul(of(2), two))).toBe(
    true,
  );
  expect(
    [div(of(1), two), div(of(1), add(of(1), two)), div(of(1), add(two, three)), div(two, six)].map(show),
  ).toEqual(['1/2*sqrt2', 'sqrt2 - 1', '-sqrt2 + sqrt3', '1/3*sqrt3']);
});

test('a division by zero is refused', () => {
  const zero = sub(mul(sqrt(of(2)), sqrt(of(2))), of(2));
  expect(() => div(u, zero)).toThrow(new RangeError('exponential.div: divisor must be non-zero, got 0'));
});

test('doubles enter as the fractions they are', () => {
  expect(show(of(0.1))).toBe('3602879701896397/36028797018963968');
});
