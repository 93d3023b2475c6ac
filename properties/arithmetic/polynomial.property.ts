import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import {
  asConstant,
  coefficients,
  collect,
  constant,
  degree,
  derivative,
  equalPolynomials,
  evaluate,
  formatPolynomial,
  indeterminate,
  indeterminates,
  isZeroPolynomial,
  orderedTerms,
  type Polynomial,
  polynomials,
  power,
  rationalIn,
  substitute,
  terms,
} from '#arithmetic/polynomial.ts';
import { fraction, parseRational, type Rational, rationals } from '#arithmetic/rational.ts';
import { fractions, smallPolynomials } from './arbitrary.ts';

const { add, sub, mul, neg, of } = polynomials;
const names = ['x1', 'x2', 'x10', 'dot(q,k1)'];
const small = smallPolynomials(names);
const points = fc.tuple(fractions, fractions, fractions, fractions);
const zero = collect([]);
const x = indeterminate('x');
const y = indeterminate('y');

const at =
  (values: readonly Rational[]) =>
  (name: string): Rational =>
    values[names.indexOf(name)]!;

test('evaluation at a point respects sums, differences, products and signs', () => {
  fc.assert(
    fc.property(small, small, points, (p, q, point) => {
      const value = (f: Polynomial): Rational => evaluate(rationals, f, at(point));
      expect(value(add(p, q))).toEqual(rationals.add(value(p), value(q)));
      expect(value(sub(p, q))).toEqual(rationals.sub(value(p), value(q)));
      expect(value(mul(p, q))).toEqual(rationals.mul(value(p), value(q)));
      expect(value(neg(p))).toEqual(rationals.neg(value(p)));
    }),
  );
});

test('equal values everywhere means identical normal forms, whatever the way there', () => {
  fc.assert(
    fc.property(small, small, small, (p, q, r) => {
      const [left, right] = [mul(p, add(q, r)), add(mul(r, p), mul(q, p))];
      expect(equalPolynomials(left, right)).toBe(true);
      expect(orderedTerms(left)).toEqual(orderedTerms(right));
      expect(formatPolynomial(left)).toBe(formatPolynomial(right));
      expect(isZeroPolynomial(sub(left, right))).toBe(true);
    }),
  );
});

test('different polynomials are not equal: coefficient, numerator, denominator, monomial, number of terms', () => {
  const others = [
    of(2),
    constant(fraction(1n, 2n)),
    constant(fraction(3n, 2n)),
    y,
    add(x, of(1)),
    zero,
    neg(x),
    mul(x, x),
  ];
  for (const other of others) {
    expect(equalPolynomials(x, other)).toBe(false);
    expect(equalPolynomials(other, other)).toBe(true);
  }
  expect(equalPolynomials(of(1), constant(fraction(1n, 2n)))).toBe(false);
  expect(equalPolynomials(constant(fraction(3n, 2n)), constant(fraction(1n, 2n)))).toBe(false);
});

test('no coefficient of a normal form is zero', () => {
  fc.assert(
    fc.property(small, small, (p, q) => {
      for (const f of [add(p, q), sub(p, q), mul(p, q)]) {
        expect(terms(f).every(({ coefficient }) => coefficient.num !== 0n)).toBe(true);
      }
    }),
  );
});

test('the text is read back as the same polynomial', () => {
  fc.assert(
    fc.property(small, (p) => {
      const read = formatPolynomial(p)
        .replaceAll(' - ', ' + -')
        .split(' + ')
        .map((term) => {
          const factors = term.replace(/^-(?=[a-z])/, '-1*').split('*');
          return factors.map(readFactor).reduce(mul);
        })
        .reduce(add);
      expect(equalPolynomials(read, p)).toBe(true);
    }),
  );
});

function readFactor(text: string): Polynomial {
  if (/^-?\d/.test(text)) return constant(parseRational(text));
  const [name, exponent = '1'] = text.split('^');
  return power(polynomials, indeterminate(name!), Number(exponent));
}

test('the text has its terms in graded lexicographic order and leaves out ones', () => {
  const p = [
    mul(of(2), mul(mul(indeterminate('x1'), indeterminate('x1')), indeterminate('u'))),
    mul(constant(fraction(-1n, 3n)), indeterminate('h0')),
    of(1),
    neg(mul(indeterminate('x10'), indeterminate('x2'))),
  ].reduce(add);
  expect(formatPolynomial(p)).toBe('2*u*x1^2 - x2*x10 - 1/3*h0 + 1');
  expect(formatPolynomial(neg(p))).toBe('-2*u*x1^2 + x2*x10 + 1/3*h0 - 1');
  expect([zero, of(-1), x].map(formatPolynomial)).toEqual(['0', '-1', 'x']);
});

test('the terms are the coefficients with the exponents of each indeterminate', () => {
  expect(terms(add(mul(of(3), mul(x, mul(y, y))), of(-2)))).toEqual([
    {
      coefficient: fraction(3n),
      powers: new Map([
        ['x', 1],
        ['y', 2],
      ]),
    },
    { coefficient: fraction(-2n), powers: new Map() },
  ]);
});

test('a constant is recognised, and nothing else', () => {
  expect([zero, of(5), x, add(x, of(5))].map(asConstant)).toEqual([
    fraction(0n),
    fraction(5n),
    undefined,
    undefined,
  ]);
});

test('the indeterminates are those that occur', () => {
  fc.assert(
    fc.property(small, (p) => {
      const occurring = names.filter((name) => degree(p, name) > 0);
      expect(indeterminates(p)).toEqual(indeterminates(occurring.map(indeterminate).reduce(add, zero)));
      expect(new Set(indeterminates(p))).toEqual(new Set(occurring));
    }),
  );
});

test('substitution commutes with evaluation and leaves the other indeterminates', () => {
  fc.assert(
    fc.property(small, small, points, (p, q, point) => {
      const replaced = substitute(p, (name) => (name === 'x2' ? q : undefined));
      const inner = evaluate(rationals, q, at(point));
      const expected = evaluate(rationals, p, (name) => (name === 'x2' ? inner : at(point)(name)));
      expect(evaluate(rationals, replaced, at(point))).toEqual(expected);
    }),
  );
});

test('the coefficients by power of one indeterminate put the polynomial together again', () => {
  fc.assert(
    fc.property(small, (p) => {
      const parts = coefficients(p, 'x1');
      expect(parts.length).toBe(degree(p, 'x1') + 1);
      expect(parts.every((part) => degree(part, 'x1') === 0)).toBe(true);
      const x1 = indeterminate('x1');
      const whole = parts.reduceRight((total, part) => add(mul(total, x1), part), zero);
      expect(equalPolynomials(whole, p)).toBe(true);
    }),
  );
});

test('the derivative is linear, obeys the product rule, and is 1 for the indeterminate itself', () => {
  const d = (p: Polynomial): Polynomial => derivative(p, 'x1');
  fc.assert(
    fc.property(small, small, (p, q) => {
      expect(equalPolynomials(d(add(p, q)), add(d(p), d(q)))).toBe(true);
      expect(equalPolynomials(d(mul(p, q)), add(mul(d(p), q), mul(p, d(q))))).toBe(true);
    }),
  );
  expect(formatPolynomial(d(indeterminate('x1')))).toBe('1');
  expect(formatPolynomial(d(indeterminate('x2')))).toBe('0');
});

test('a power is repeated multiplication', () => {
  const base = add(x, of(2));
  let product = base;
  for (let exponent = 1; exponent <= 9; exponent++) {
    expect(equalPolynomials(power(polynomials, base, exponent), product)).toBe(true);
    product = mul(product, base);
  }
});

test('a fraction enters any field exactly, however large', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fractions,
        fc.bigInt().map((n) => fraction(n << 60n)),
        fc.bigInt().map((n) => fraction(n)),
      ),
      (r) => {
        expect(rationalIn(rationals, r)).toEqual(r);
      },
    ),
  );
  for (const n of [2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n), -(2n ** 53n) - 1n, 2n ** 200n - 1n]) {
    expect(rationalIn(rationals, fraction(n))).toEqual(fraction(n));
  }
});

test('evaluation over enclosures holds the value', () => {
  const e = enclosures(12);
  fc.assert(
    fc.property(small, points, (p, point) => {
      const value = e.fromRational(evaluate(rationals, p, at(point)));
      expect(
        e.compare(
          evaluate(e, p, (name) => e.fromRational(at(point)(name))),
          value,
        ),
      ).toBe('overlap');
    }),
    { numRuns: 30 },
  );
});

test('doubles enter as the fractions they are', () => {
  expect(formatPolynomial(of(0.5))).toBe('1/2');
  expect(isZeroPolynomial(of(-0))).toBe(true);
  expect(() => of(Number.NaN)).toThrow(RangeError);
});
