import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { rationals, fraction as reduced } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import {
  add,
  asFraction,
  type Exact,
  exact,
  exponential,
  fraction,
  isZero,
  negate,
  plus,
  product,
  quotient,
  root,
  shownFraction,
  subtract,
  times,
  undefinedHere,
} from '#judge/recheck-number.ts';

const integers = fc.integer({ min: -40, max: 40 });
const positive = fc.integer({ min: 1, max: 40 });
const number = (n: number): Exact => exact(fraction(BigInt(n)));

/** The checker's numbers as an arithmetic, so that one formula is run in it and in enclosures. */
const checked: Analytic<Exact> = {
  of: number,
  add,
  sub: subtract,
  mul: product,
  neg: negate,
  div: quotient,
  exp: exponential,
  sqrt: root,
};

test('fractions are those of the other arithmetic', () => {
  const nonZero = fc.integer({ min: -40, max: 40 }).filter((n) => n !== 0);
  fc.assert(
    fc.property(integers, nonZero, integers, nonZero, (a, b, c, d) => {
      const [x, y] = [fraction(BigInt(a), BigInt(b)), fraction(BigInt(c), BigInt(d))];
      const [p, q] = [reduced(BigInt(a), BigInt(b)), reduced(BigInt(c), BigInt(d))];
      expect([x.over, x.under]).toEqual([p.num, p.den]);
      const [sum, difference] = [plus(x, y), rationals.add(p, q)];
      expect([sum.over, sum.under]).toEqual([difference.num, difference.den]);
      const [xy, pq] = [times(x, y), rationals.mul(p, q)];
      expect([xy.over, xy.under]).toEqual([pq.num, pq.den]);
    }),
  );
  expect(shownFraction(fraction(6n, -4n))).toBe('-3/2');
  expect(shownFraction(fraction(-7n))).toBe('-7');
});

test('roots and exponentials follow their laws exactly', () => {
  fc.assert(
    fc.property(positive, positive, positive, (a, b, c) => {
      const [x, y, z] = [number(a), number(b), quotient(number(c), number(7))];
      expect(asFraction(product(root(x), root(x)))).toEqual(fraction(BigInt(a)));
      expect(isZero(subtract(product(root(x), root(y)), root(product(x, y))))).toBe(true);
      expect(
        isZero(subtract(product(exponential(z), exponential(negate(x))), exponential(subtract(z, x)))),
      ).toBe(true);
      const conjugates = product(add(root(x), root(y)), subtract(root(x), root(y)));
      expect(isZero(subtract(conjugates, subtract(x, y)))).toBe(true);
      const split = add(quotient(x, add(exponential(z), root(y))), quotient(y, add(exponential(z), root(y))));
      expect(isZero(subtract(split, quotient(add(x, y), add(exponential(z), root(y)))))).toBe(true);
      expect(
        isZero(
          subtract(
            quotient(number(1), product(exponential(z), root(y))),
            quotient(exponential(negate(z)), root(y)),
          ),
        ),
      ).toBe(true);
    }),
  );
});

test('what is different is not zero', () => {
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const [x, y] = [number(a), number(b)];
      expect(isZero(subtract(root(x), root(y)))).toBe(a === b);
      expect(isZero(subtract(exponential(x), exponential(y)))).toBe(a === b);
      expect(isZero(subtract(exponential(x), root(y)))).toBe(false);
    }),
  );
  expect(asFraction(root(number(2)))).toBeUndefined();
  expect(asFraction(exponential(number(1)))).toBeUndefined();
  expect(asFraction(add(number(1), root(number(2))))).toBeUndefined();
  expect(asFraction(subtract(root(number(2)), root(number(2))))).toEqual(fraction(0n));
});

test('values lie in the enclosures of the same formula', () => {
  const formula = <N>(a: Analytic<N>, [x, y, z]: readonly [number, number, number]): N =>
    a.div(
      a.sub(a.mul(a.sqrt(a.of(x)), a.sqrt(a.of(x * y * y))), a.of(z)),
      a.add(a.exp(a.sub(a.of(x), a.of(x))), a.sqrt(a.of(y * y))),
    );
  const a = enclosures(30);
  fc.assert(
    fc.property(fc.tuple(positive, positive, positive), (values) => {
      const { over, under } = asFraction(formula(checked, values))!;
      expect(a.compare(a.fromRational(reduced(over, under)), formula(a, values))).toBe('overlap');
    }),
  );
});

test('square factors of any size up to 15 digits are found', () => {
  const primes = fc.constantFrom(2, 3, 5, 7, 97, 9973, 99_991);
  fc.assert(
    fc.property(primes, primes, primes, (p, q, r) => {
      fc.pre(BigInt(p) ** 2n * BigInt(q) * BigInt(r) <= 10n ** 15n);
      const whole = root(product(number(p * p), number(q * r)));
      expect(isZero(subtract(whole, product(number(p), product(root(number(q)), root(number(r))))))).toBe(
        true,
      );
    }),
  );
  expect(asFraction(root(exact(fraction(0n))))).toEqual(fraction(0n));
});

test('what has no value, and what is beyond the checker, is told apart', () => {
  expect(() => quotient(number(1), number(0))).toThrow(undefinedHere);
  expect(() => root(number(-1))).toThrow(undefinedHere);
  expect(() => root(exponential(number(1)))).toThrow('sqrt: argument must be a fraction at fractions');
  expect(() => exponential(root(number(2)))).toThrow('exp: exponent must be a fraction at fractions');
  expect(() => root(exact(fraction(10n ** 15n + 1n)))).toThrow('sqrt: radicand must have at most 15 digits');
});
