import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary64 } from '#arithmetic/float-format.ts';
import { rationals } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { shiftedSoftmax } from '#judge/shifted-softmax.ts';
import { softmax } from '#reference/softmax-attention.ts';

const base: Analytic<number> = { ...floats(binary64), exp: Math.exp };
const shifted = shiftedSoftmax(base, Math.max);

/** Softmax as a program computes it. */
function stable(scores: readonly number[]): number[] {
  const greatest = Math.max(...scores);
  const exponentials = scores.map((s) => Math.exp(s - greatest));
  const total = exponentials.reduce((a, b) => a + b);
  return exponentials.map((e) => e / total);
}

test('the reference softmax becomes the softmax of programs, bit for bit', () => {
  const scores = fc.array(
    fc.integer({ min: -8000, max: 8000 }).map((n) => n / 8),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(scores, (row) => {
      expect(softmax(shifted, row.map(shifted.from)).map(shifted.formed)).toEqual(stable(row));
    }),
  );
});

test('the shift avoids the overflow of the definition', () => {
  expect(softmax(base, [1000, 999])).toEqual([Number.NaN, Number.NaN]);
  const weights = softmax(shifted, [1000, 999].map(shifted.from)).map(shifted.formed);
  expect(weights.every((weight) => weight > 0 && weight < 1)).toBe(true);
});

test('a sum of exponentials divided by a sum of exponentials is shifted by the greatest of the divisor', () => {
  const [x, y, z] = [700, 800, 900].map((s) => shifted.exp(shifted.from(s)));
  const part = shifted.div(shifted.add(x!, y!), shifted.add(y!, z!));
  expect(shifted.formed(part)).toBe((Math.exp(-200) + Math.exp(-100)) / (Math.exp(-100) + 1));
});

test('everything else is the operation on the numbers formed', () => {
  const number = fc.integer({ min: -40, max: 40 }).map((n) => n / 4);
  fc.assert(
    fc.property(number, number, (p, q) => {
      const [x, e] = [shifted.from(p), shifted.exp(shifted.from(q))];
      const value = Math.exp(q);
      expect(shifted.formed(e)).toBe(value);
      expect(shifted.formed(shifted.add(x, e))).toBe(p + value);
      expect(shifted.formed(shifted.add(e, x))).toBe(value + p);
      expect(shifted.formed(shifted.sub(x, e))).toBe(p - value);
      expect(shifted.formed(shifted.mul(e, e))).toBe(value * value);
      expect(shifted.formed(shifted.div(x, e))).toBe(p / value);
      expect(shifted.formed(shifted.div(e, x))).toBe(value / p);
      expect(shifted.formed(shifted.neg(e))).toBe(-value);
      expect(shifted.formed(shifted.sqrt(e))).toBe(Math.sqrt(value));
      expect(shifted.formed(shifted.of(p))).toBe(p);
    }),
  );
});

test('a sum of exponentials keeps the order of its terms', () => {
  const order: string[] = [];
  const recording: Analytic<number> = {
    ...base,
    exp: (s) => {
      order.push(`${s}`);
      return Math.exp(s);
    },
  };
  const a = shiftedSoftmax(recording, Math.max);
  const [x, y, z] = [1, 2, 3].map((s) => a.exp(a.from(s)));
  a.formed(a.add(a.add(x!, y!), z!));
  expect(order).toEqual(['1', '2', '3']);
});

test('it is an arithmetic over any other, exact fractions included', () => {
  const a = shiftedSoftmax({ ...rationals, exp: rationals.neg, sqrt: rationals.neg }, (x) => x);
  expect(a.formed(a.div(a.of(1), a.of(2)))).toEqual({ num: 1n, den: 2n });
});
