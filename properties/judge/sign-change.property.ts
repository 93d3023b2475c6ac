import fc from 'fast-check';
import { expect, test } from 'vitest';
import { polynomials } from '#arithmetic/polynomial.ts';
import { fraction, type Rational, rationals, sign, toDouble } from '#arithmetic/rational.ts';
import { type Univariate, univariate, valueAt } from '#arithmetic/sturm.ts';
import { signChangesAboveOne } from '#judge/sign-change.ts';
import { normalForm } from './obligation.ts';

function polynomial(term: string): Univariate {
  return univariate(normalForm(term).num, 'u');
}

function roots(term: string): number[] {
  return signChangesAboveOne(polynomial(term)).map(({ hi }) => toDouble(hi));
}

test('the sign changes of a product of linear factors are its roots above 1 of odd multiplicity', () => {
  const factor = fc.tuple(fc.integer({ min: -20, max: 40 }), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(fc.array(factor, { minLength: 1, maxLength: 5 }), (factors) => {
      const product = factors
        .map(([n, d]) => normalForm(`u - ${n}/${d}`).num)
        .reduce((a, b) => polynomials.mul(a, b));
      const times = new Map<number, number>();
      for (const [n, d] of factors) times.set(n / d, (times.get(n / d) ?? 0) + 1);
      const expected = [...times].flatMap(([root, count]) => (root > 1 && count % 2 === 1 ? [root] : []));
      const found = signChangesAboveOne(univariate(product, 'u'));
      expect(found.map(({ hi }) => toDouble(hi)).sort((a, b) => a - b)).toEqual(
        expected.sort((a, b) => a - b),
      );
    }),
  );
});

test('at each change the sign below it is the one it says, and above it the other', () => {
  const p = polynomial('(u - 2)*(u - 3)*(u^2 - 5)*(3*u - 4)');
  const changes = signChangesAboveOne(p);
  expect(changes).toHaveLength(4);
  for (const { lo, hi, before } of changes) {
    const [below, above] = [nudged(lo, -1), nudged(hi, 1)].map((x) => sign(valueAt(p, x)));
    expect([below, above]).toEqual([before, -before]);
    const width = rationals.sub(hi, lo);
    expect(toDouble(width) / (toDouble(lo) - 1)).toBeLessThanOrEqual(2 ** -64);
  }
  expect(changes.map(({ before }) => before)).toEqual([1, -1, 1, -1].map((s) => s * changes[0]!.before));
});

test('changes come in ascending order, whole numbers and split points included', () => {
  expect(roots('(u - 3)*(u - 5)*(2*u - 3)*(u - 2)')).toEqual([1.5, 2, 3, 5]);
  expect(roots('(u - 33)*(u - 17)*(u - 9)')).toEqual([9, 17, 33]);
  // The interval from 1 to 64 is halved at 65/2, then at 67/4, then at the root 71/8 itself.
  expect(roots('(u - 71/8)*(u - 2)')).toEqual([2, 8.875]);
  // From 1 to 512 the halving comes to 639/128, and the double root beyond it must not count for a change.
  expect(roots('(u - 639/128)*(u - 7)^2')).toEqual([639 / 128]);
});

test('roots at 1, below 1, of even multiplicity or not real are no changes', () => {
  expect(roots('u - 1')).toEqual([]);
  expect(roots('(u - 1)^2*(u - 4)')).toEqual([4]);
  expect(roots('(u - 1/2)*(u + 7)')).toEqual([]);
  expect(roots('(u - 3)^2')).toEqual([]);
  expect(roots('u^2 + 1')).toEqual([]);
  expect(roots('7')).toEqual([]);
});

test('two roots that no double tells apart are two changes', () => {
  const p = polynomial('(u - 2)*(u - 2 - 1/1000000000000000000000)');
  expect(signChangesAboveOne(p).map(({ hi }) => toDouble(hi))).toEqual([2, 2]);
});

test('a root far above or barely above 1 is enclosed as closely', () => {
  for (const root of [fraction(10n ** 24n), rationals.add(fraction(1n), fraction(1n, 10n ** 24n))]) {
    const [change, ...others] = signChangesAboveOne([rationals.neg(root), fraction(1n)]);
    expect(others).toEqual([]);
    const one = fraction(1n);
    expect(toDouble(rationals.sub(change!.lo, one))).toBeCloseTo(toDouble(rationals.sub(root, one)), 40);
    expect(change!.before).toBe(-1);
  }
});

function nudged(x: Rational, direction: number): Rational {
  return rationals.add(x, fraction(BigInt(direction), 1n << 80n));
}
