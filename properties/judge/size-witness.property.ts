import fc from 'fast-check';
import { expect, test } from 'vitest';
import { constant, indeterminate, polynomials } from '#arithmetic/polynomial.ts';
import { fraction, parseRational, rationals } from '#arithmetic/rational.ts';
import { sizeWitness } from '#judge/size-witness.ts';

const { mul, sub } = polynomials;
const T = indeterminate('T');
const d = indeterminate('d');

test('shows sizes, both polynomials and their exact values', () => {
  expect(sizeWitness({ T: 3, d: 2 }, mul(T, mul(T, d)), '<=', mul(T, d), 25)).toEqual({
    inputs: [
      { name: 'T', decimal: '3', hex: '0x1.8p+1' },
      { name: 'd', decimal: '2', hex: '0x1p+1' },
    ],
    entry: 1,
    left: { term: 'T^2*d', lo: '18', hi: '18' },
    relation: '<=',
    right: { term: 'T*d', lo: '6', hi: '6' },
    digits: 25,
    gap: '12',
  });
});

test('has a gap whichever side is larger', () => {
  expect(sizeWitness({ T: 3 }, T, '=', mul(T, T), 25).gap).toBe('6');
  expect(sizeWitness({ T: 3 }, mul(T, T), '=', T, 25).gap).toBe('6');
});

test('encloses values that are not whole, of either sign', () => {
  const third = constant(fraction(1n, 3n));
  const { left, right, gap } = sizeWitness({ T: 1 }, mul(third, T), '=', sub(polynomials.of(0), third), 5);
  expect(left).toEqual({ term: '1/3*T', lo: '0.33333', hi: '0.33334' });
  expect(right).toEqual({ term: '-1/3', lo: '-0.33334', hi: '-0.33333' });
  expect(gap).toMatch(/^0\.6666/);
});

test('never puts a value outside its decimals', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 60n }), (num, den) => {
      const value = fraction(num, den);
      const { lo, hi } = sizeWitness({ T: 1 }, constant(value), '=', polynomials.of(0), 25).left;
      expect(rationals.compare(parseRational(lo), value)).not.toBe('greater');
      expect(rationals.compare(value, parseRational(hi))).not.toBe('greater');
    }),
  );
});
