import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indeterminate, type Polynomial, polynomials } from '#arithmetic/polynomial.ts';
import { sign } from '#arithmetic/rational.ts';
import { powerOf, valueAt } from '#judge/count-polynomial.ts';
import { signFromOne } from '#judge/count-sign.ts';

const { add, sub, mul, of } = polynomials;
const T = indeterminate('T');
const d = indeterminate('d');

test('shows a sign with the polynomial in how far each size is above 1', () => {
  expect(signFromOne('the difference', sub(mul(T, d), of(1)), false)).toEqual({
    kind: 'sign',
    says: 'the difference',
    term: 'T*d - 1',
    strict: false,
    above: false,
    least: { T: '1', d: '1' },
    numerator: 'w_T*w_d + w_T + w_d',
    denominator: '1',
  });
});

test('tells above zero from at least zero', () => {
  expect(signFromOne('', sub(T, of(1)), false)).toBeDefined();
  expect(signFromOne('', sub(T, of(1)), true)).toBeUndefined();
  expect(signFromOne('', T, true)).toBeDefined();
  expect(signFromOne('', sub(T, of(2)), true)).toBeUndefined();
  expect(signFromOne('', of(0), false)).toBeDefined();
  expect(signFromOne('', of(0), true)).toBeUndefined();
});

test('says nothing where the signs of coefficients do not', () => {
  expect(signFromOne('', sub(T, d), false)).toBeUndefined();
  // (T - 2)^2 is not negative, but -1 + w has coefficients of both signs when squared.
  expect(signFromOne('', powerOf2(sub(T, of(2))), false)).toBeUndefined();
});

test('never certifies a sign that some sizes contradict', () => {
  const term = fc.tuple(fc.integer({ min: -3, max: 5 }), fc.nat(2), fc.nat(2));
  fc.assert(
    fc.property(fc.array(term, { maxLength: 5 }), fc.boolean(), (entries, strict) => {
      const p = entries.reduce<Polynomial>(
        (total, [c, i, j]) => add(total, mul(of(c), mul(powerOf('T', i), powerOf('d', j)))),
        of(0),
      );
      fc.pre(signFromOne('', p, strict) !== undefined);
      for (const at of [1, 2, 3].flatMap((t) => [1, 2, 5].map((width) => ({ T: t, d: width })))) {
        expect(sign(valueAt(p, at))).toBeGreaterThanOrEqual(strict ? 1 : 0);
      }
    }),
  );
});

function powerOf2(p: Polynomial): Polynomial {
  return mul(p, p);
}
