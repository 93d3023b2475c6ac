import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundDouble } from '#arithmetic/float-format.ts';
import { exps } from '#kernel/exp.ts';
import { elu1, readFeatures } from '#kernel/linear-attention/feature.ts';
import { loops64 } from '#kernel/linear-attention/loops64.ts';
import { arrayOf, formats } from './cases.ts';

test('elu1 is x + 1 above zero and e^x elsewhere, rounded to the format', () => {
  fc.assert(
    fc.property(fc.constantFrom(...formats), fc.array(fc.double()), (format, numbers) => {
      const x = arrayOf(format, numbers);
      const into = arrayOf(format, numbers);
      elu1(x, 0, x.length, into);
      const exp = exps(format);
      expect([...into]).toEqual(
        Array.from(x, (value) => (value > 0 ? roundDouble(format, value + 1) : exp(value))),
      );
    }),
  );
});

test('elu1 is positive where (e^x - 1) + 1 is zero', () => {
  const far = Float64Array.of(-38, -100, -745);
  const near = Float32Array.of(-18, -50, -103);
  for (const x of [far, near]) {
    const into = x.slice();
    elu1(x, 0, x.length, into);
    expect(into.every((value) => value > 0)).toBe(true);
  }
});

test('elu1 is 1 at zero of either sign, 0 at minus infinity, and NaN at NaN', () => {
  for (const format of formats) {
    const x = arrayOf(format, [0, -0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN]);
    const into = x.slice();
    elu1(x, 0, x.length, into);
    expect([...into]).toEqual([1, 1, 0, Number.POSITIVE_INFINITY, Number.NaN]);
  }
});

test('under the identity features are the array itself, under elu1 a copy of the part asked for', () => {
  const x = Float64Array.of(1, 2, 3, 4);
  const same = readFeatures(loops64, 'identity', x, 2)(1, 2);
  expect(same.rows).toBe(x);
  expect(same.at).toBe(1);
  const read = readFeatures(loops64, 'elu1', x, 2);
  expect(read(1, 2)).toEqual({ rows: Float64Array.of(3, 4), at: 0 });
  expect(read(3, 1)).toEqual({ rows: Float64Array.of(5, 4), at: 0 });
  expect([...x]).toEqual([1, 2, 3, 4]);
});
