import { expect, test } from 'vitest';
import { goldens, hashOf } from './golden.ts';

test.each(goldens)('$name: the bits are those of every other machine', ({ outputs, hash }) => {
  expect(hashOf(outputs)).toBe(hash);
});

test('no two kernels have one name, and bits that differ have another hash', () => {
  expect(new Set(goldens.map(({ name }) => name)).size).toBe(goldens.length);
  const one = (entry: number) => hashOf(() => [Float64Array.of(1, entry)]);
  expect(new Set([0, -0, 2, 2 + 2 ** -51, Number.NaN].map(one)).size).toBe(5);
});
