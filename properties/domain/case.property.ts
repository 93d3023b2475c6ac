import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly, toDouble } from '#arithmetic/rational.ts';
import { lift, numbersOf } from '#domain/case.ts';

const c = { h0: -1, x: [0.5, 2], k1: [[1, 2]], k: [[3], [4]] };

test('every number has the name a witness gives it', () => {
  expect([...numbersOf(c)]).toEqual([
    ['h0', -1],
    ['x1', 0.5],
    ['x2', 2],
    ['k1_1_1', 1],
    ['k1_1_2', 2],
    ['k1_1', 3],
    ['k2_1', 4],
  ]);
});

test('lifting keeps the shape and loses nothing', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(double, fc.array(double), fc.array(fc.array(double)), (h0, x, k) => {
      const there = lift({ h0, x, k }, exactly);
      const back = {
        h0: toDouble(there.h0),
        x: there.x.map(toDouble),
        k: there.k.map((row) => row.map(toDouble)),
      };
      expect(back).toEqual({ h0: h0 + 0, x: x.map((n) => n + 0), k: k.map((row) => row.map((n) => n + 0)) });
    }),
  );
});
