import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabet } from '#domain/grain.ts';
import { costOf, isSimpler, measureOf } from '#judge/measure.ts';

const simpler = (a: readonly number[], b: readonly number[]): boolean =>
  isSimpler(measureOf({ x: a }), measureOf({ x: b }));

test('numbers are as simple as a person would say', () => {
  const inOrder = [
    ...alphabet,
    6,
    -6,
    7,
    9,
    11,
    12,
    99,
    137,
    -137,
    138,
    0.01,
    1.5e-7,
    200.5,
    0.1 + 0.2,
    -Math.PI,
  ];
  const costs = inOrder.map(costOf);
  expect(costs.slice(0, alphabet.length)).toEqual(alphabet.map((_, rank) => rank));
  expect(costOf(6)).toBeGreaterThan(alphabet.length);
  for (const [a, b] of [
    [6, -6],
    [-6, 7],
    [7, 9],
    [9, 11],
    [99, 137],
    [137, -137],
    [-137, 138],
    [20, 200.5],
    [0.3, 0.1 + 0.2],
    [0.25, 0.3],
    [7, 1e300],
  ] as const) {
    expect(costOf(a), `${a} ${b}`).toBeLessThan(costOf(b));
  }
});

test('fewer numbers come before simpler ones, and those before their order', () => {
  expect(simpler([137.25], [0, 0])).toBe(true);
  expect(simpler([0, 1], [1, 1])).toBe(true);
  expect(simpler([0, 1], [1, 0])).toBe(true);
  expect(simpler([1, 0], [0, 1])).toBe(false);
  expect(simpler([1, 0], [1, 0])).toBe(false);
  expect(simpler([1, 1], [0, 1])).toBe(false);
  expect(simpler([0, 0], [1])).toBe(false);
});

test('is a strict order, so that no shrink goes round in circles', () => {
  const numbers = fc.oneof(
    fc.constantFrom(...alphabet),
    fc.integer({ min: -300, max: 300 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const lists = fc.array(numbers, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(lists, lists, lists, (a, b, c) => {
      expect(simpler(a, a)).toBe(false);
      expect(simpler(a, b) && simpler(b, a)).toBe(false);
      if (simpler(a, b) && simpler(b, c)) expect(simpler(a, c)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
