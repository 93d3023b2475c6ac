import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balls } from '#arithmetic/ball.ts';
import { rest } from '#arithmetic/double-double.ts';
import { EXP_ERROR, EXP_LIMIT, exp } from '#arithmetic/double-double-exp.ts';
import { exactly, type Rational, rationals } from '#arithmetic/rational.ts';
import { fromHex, oracle, roundedFrom } from '../vector/oracle.ts';

const a = balls(200);

/** |found / true - 1| for e^(h + l). */
function errorOf(h: number, l: number): number {
  const found = a.add(a.of(exp(h, l)), a.of(rest()));
  const truth = a.exp(a.add(a.of(h), a.of(l)));
  const { mid, exp: exponent } = a.div(a.sub(found, truth), truth);
  return Math.abs(Number(mid)) * 2 ** exponent;
}

/** Arguments of all sizes, with a low part up to half an ulp. */
const argumentsOf = fc
  .tuple(
    fc.integer({ min: -60, max: 8 }),
    fc.integer({ min: 0, max: 2 ** 52 - 1 }),
    fc.constantFrom(1, -1),
    fc.double({ min: -0.999, max: 0.999, noNaN: true }),
  )
  .map(([exponent, fraction, sign, part]) => {
    const h = sign * 2 ** exponent * (1 + fraction * 2 ** -52);
    return [h, part * 2 ** (exponent - 53)] as const;
  });

test('the exponential of a double-double is within its derived error', () => {
  fc.assert(
    fc.property(argumentsOf, ([h, l]) => {
      expect(errorOf(h, l)).toBeLessThan(EXP_ERROR);
      expect(exp(h, l) + rest()).toBe(exp(h, l));
    }),
    { numRuns: 250 },
  );
});

test('the exponential comes within a factor of 10 of its derived error', () => {
  const worst = Array.from({ length: 400 }, (_, i) => errorOf(-300 - i / 3.1, 0.99 * 2 ** -46));
  expect(Math.max(...worst)).toBeGreaterThan(EXP_ERROR / 10);
});

test('at the seams of the reduction the exponential is within its derived error', () => {
  for (const step of [Math.LN2, Math.LN2 / 2, 2 ** -7, 2 ** -8, 2 ** -14, 2 ** -15]) {
    for (const count of [1, -1, 3, 45, -91, 512]) {
      for (const shift of [-1, 0, 1]) {
        const h = count * step * (1 + shift * 2 ** -52);
        if (Math.abs(h) <= EXP_LIMIT) expect(errorOf(h, 0)).toBeLessThan(EXP_ERROR);
      }
    }
  }
  expect(errorOf(EXP_LIMIT, 0)).toBeLessThan(EXP_ERROR);
  expect(errorOf(-EXP_LIMIT, 0)).toBeLessThan(EXP_ERROR);
});

test('e^0 is 1', () => {
  expect([exp(0, 0), rest()]).toEqual([1, 0]);
});

test('the exponential agrees with every value of the oracle that it can reach', () => {
  const size = (r: Rational): Rational => (r.num < 0n ? rationals.neg(r) : r);
  const reached = oracle.exp.filter(({ x }) => Math.abs(fromHex(x)) <= EXP_LIMIT);
  expect(reached.length).toBeGreaterThan(10);
  for (const { x, value } of reached) {
    const found = rationals.add(exactly(exp(fromHex(x), 0)), exactly(rest()));
    const { lo } = roundedFrom(value);
    const error = rationals.sub(size(rationals.sub(found, lo)), rationals.mul(size(lo), exactly(EXP_ERROR)));
    expect(error.num < 0n, x).toBe(true);
  }
});
