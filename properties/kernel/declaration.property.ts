import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { formatOf, inOrder, roundingTo, zerosLike } from '#kernel/declaration.ts';

test('an array has the format of its numbers, and what is made like it too', () => {
  expect([formatOf(new Float64Array(1)), formatOf(new Float32Array(1))]).toEqual([binary64, binary32]);
  expect([zerosLike(new Float64Array(1), 2), zerosLike(new Float32Array(1), 3)]).toEqual([
    new Float64Array(2),
    new Float32Array(3),
  ]);
});

test('a number is rounded to the format of an array', () => {
  const [to64, to32] = [roundingTo(new Float64Array(1)), roundingTo(new Float32Array(1))];
  fc.assert(
    fc.property(fc.double(), (x) => {
      expect([to64(x), to32(x)]).toEqual([x, Math.fround(x)]);
    }),
  );
});

test('from left to right, of n addends the first passes through n - 1 additions, and nothing is shifted or rescaled', () => {
  const { additions, rescalings, scalings, ...rest } = inOrder;
  expect([0, 1, 2, 10].map(additions)).toEqual([0, 0, 1, 9]);
  expect([0, 1, 2, 10].map(rescalings)).toEqual([0, 0, 0, 0]);
  // Times 1 is exact.
  expect([1, 0.5, 0].map(scalings)).toEqual([0, 1, 1]);
  expect(rest).toEqual({
    ...{ expUlp: 0, shifted: false, joins: 0, compensated: false },
    ...{ reciprocal: false, flushes: false, logarithm: false },
  });
});
