import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactDoubles } from '#arithmetic/exact-double.ts';
import { exactly, rationals } from '#arithmetic/rational.ts';

const { add, sub, mul, div, neg, exp, sqrt, of } = exactDoubles;
const operations = [
  ['add', add, rationals.add],
  ['sub', sub, rationals.sub],
  ['mul', mul, rationals.mul],
  ['div', div, rationals.div],
] as const;
const numbers = fc.oneof(
  fc.integer({ min: -100, max: 100 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -1100, max: 1000 }).map((e) => 3 * 2 ** e),
);

test.each(operations)('%s is the exact result, or none', (name, run, exact) => {
  const isExact = (a: number, b: number): boolean => {
    fc.pre(name !== 'div' || b !== 0);
    const value = run(a, b);
    if (!Number.isFinite(value)) return true;
    return rationals.compare(exactly(value), exact(exactly(a), exactly(b))) === 'equal';
  };
  fc.assert(fc.property(numbers, numbers, isExact));
});

test('small numbers have results, and what is rounded has none', () => {
  expect([add(0.5, 2), sub(1, 3), mul(1.5, -4), mul(0.1, 0), mul(0, 0.1), div(3, -4), neg(2), of(7)]).toEqual(
    [2.5, -2, -6, 0, 0, -0.75, -2, 7],
  );
  const sizes = 2 ** 600;
  for (const none of [
    add(0.1, 0.2),
    sub(1e16, 1.5),
    mul(0.1, 0.1),
    div(1, 3),
    mul(sizes, sizes),
    mul(1 / sizes, 1 / sizes),
  ]) {
    expect(none).toBeNaN();
  }
});

test('whole numbers beyond 2^53 are multiplied as all others are', () => {
  expect(mul(2 ** 53 + 2, 3)).toBeNaN();
  expect(mul(2 ** 53 + 2, 2)).toBe(2 ** 54 + 4);
});

test('what depends on no number is none', () => {
  for (const [, run] of operations)
    expect([run(Number.NaN, 1), run(1, Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  expect([exp(0), exp(1), sqrt(2.25), sqrt(2), sqrt(-1)]).toEqual([
    1,
    Number.NaN,
    1.5,
    Number.NaN,
    Number.NaN,
  ]);
});
