import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Rational, rationals } from '#arithmetic/rational.ts';
import { coordinates, sum, sumVectors } from '#arithmetic/space.ts';
import { counting } from '#arithmetic/tally.ts';

const integer = fc.integer({ min: -99, max: 99 });
const triple = fc.array(integer, { minLength: 3, maxLength: 3 });
const space = coordinates<Rational>(rationals, 3);
const lifted = (v: readonly number[]) => v.map(rationals.of);

test('sums, multiples and inner products are taken coordinate by coordinate', () => {
  fc.assert(
    fc.property(triple, triple, integer, (u, v, c) => {
      expect(space.add(lifted(u), lifted(v))).toEqual(lifted(u.map((entry, i) => entry + v[i]!)));
      expect(space.scale(rationals.of(c), lifted(u))).toEqual(lifted(u.map((entry) => c * entry)));
      const product = u.reduce((total, entry, i) => total + entry * v[i]!, 0);
      expect(space.dot(lifted(u), lifted(v))).toEqual(rationals.of(product));
      expect(sumVectors(space, [lifted(u), lifted(v), lifted(u)])).toEqual(
        lifted(u.map((entry, i) => 2 * entry + v[i]!)),
      );
    }),
  );
});

test('sums of nothing are zero', () => {
  expect(sum(rationals, [])).toEqual(rationals.of(0));
  expect(sumVectors(space, [])).toEqual(lifted([0, 0, 0]));
  expect(coordinates<Rational>(rationals, 0).dot([], [])).toEqual(rationals.of(0));
});

test('an inner product of width d costs d multiplications and d - 1 additions', () => {
  const { arithmetic, tally } = counting();
  const plane = coordinates(arithmetic, 5);
  plane.dot(plane.zero, plane.zero);
  expect(tally()).toMatchObject({ mul: 5, add: 4 });
});
