import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates } from '#arithmetic/space.ts';
import { counting, type Tally, tallying } from '#arithmetic/tally.ts';

const machine: Analytic<number> = {
  of: (value) => value,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  neg: (a) => -a,
  div: (a, b) => a / b,
  exp: Math.exp,
  sqrt: Math.sqrt,
};
const none: Tally = { add: 0, mul: 0, div: 0, exp: 0, sqrt: 0 };

type Run = (r: Analytic<number>, a: number, b: number) => number;

/** One call of every operation, with what it adds to the tally. */
const operations: readonly (readonly [counts: Partial<Tally>, run: Run])[] = [
  [{}, (r, a) => r.of(a)],
  [{}, (r, a) => r.neg(a)],
  [{ add: 1 }, (r, a, b) => r.add(a, b)],
  [{ add: 1 }, (r, a, b) => r.sub(a, b)],
  [{ mul: 1 }, (r, a, b) => r.mul(a, b)],
  [{ div: 1 }, (r, a, b) => r.div(a, b)],
  [{ exp: 1 }, (r, a) => r.exp(a)],
  [{ sqrt: 1 }, (r, a) => r.sqrt(a)],
];

test('every operation gives the result of the arithmetic below and is counted as its kind', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 99 }), (a, b) => {
      for (const [counts, run] of operations) {
        const { arithmetic, tally } = tallying(machine);
        expect(run(arithmetic, a, b)).toBe(run(machine, a, b));
        expect(tally()).toEqual({ ...none, ...counts });
      }
    }),
    { numRuns: 20 },
  );
});

test('a dot product of n coordinates is n products and n - 1 sums, counted without values', () => {
  for (let n = 1; n <= 8; n++) {
    const { arithmetic, tally } = counting();
    const vector = Array.from({ length: n }, () => arithmetic.of(1));
    coordinates(arithmetic, n).dot(vector, vector);
    expect(tally()).toEqual({ ...none, add: n - 1, mul: n });
  }
});

test('every operation is counted without values', () => {
  const { arithmetic: a, tally } = counting();
  const one = a.of(1);
  a.exp(a.sqrt(a.div(a.neg(one), a.sub(a.add(one, one), a.mul(one, one)))));
  expect(tally()).toEqual({ add: 2, mul: 1, div: 1, exp: 1, sqrt: 1 });
});

test('a tally read earlier does not change, and two counts do not share', () => {
  const [first, second] = [tallying(machine), tallying(machine)];
  const before = first.tally();
  first.arithmetic.add(1, 2);
  expect(before).toEqual(none);
  expect(first.tally().add).toBe(1);
  expect(second.tally()).toEqual(none);
});
