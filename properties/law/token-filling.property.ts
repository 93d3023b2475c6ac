import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import {
  filling,
  longLengths,
  ordinaryFillings,
  overflowing,
  refilled,
  short,
  smallShapes,
  subnormal,
  whole,
  zero,
} from '#law/token-filling.ts';

const formats = [binary64, binary32];

test('every filling has the shape that it is asked for, in numbers of the format', () => {
  for (const format of formats) {
    for (const { fill } of ordinaryFillings) {
      for (const shape of smallShapes) {
        const { q, k, v } = fill(shape, format, 3);
        expect([q.length, k.length, v.length]).toEqual([shape.n, shape.m, shape.m]);
        expect(q.every((row) => row.length === shape.dk) && k.every((row) => row.length === shape.dk)).toBe(
          true,
        );
        expect(v.every((row) => row.length === shape.dv)).toBe(true);
        const numbers = [q, k, v].flat(2);
        if (format === binary32) expect(numbers.map(Math.fround)).toEqual(numbers);
        expect(numbers.every(Number.isFinite)).toBe(true);
      }
    }
  }
});

test('a filling is the same for a seed, and another for another', () => {
  const shape = { n: 2, m: 3, dk: 2, dv: 2 };
  const { fill } = filling('all bits', () => ({ q: whole, k: whole, v: whole }));
  expect(fill(shape, binary64, 5)).toEqual(fill(shape, binary64, 5));
  expect(fill(shape, binary64, 5)).not.toEqual(fill(shape, binary64, 6));
  const swapped = refilled('swapped', { name: '', fill }, ({ q, k, v }) => ({ q: k, k: q, v }));
  expect(swapped.fill(shape, binary64, 5).q).toEqual(fill(shape, binary64, 5).k);
});

test('queries, keys and values are all different in the first fillings, and each equal to another in some', () => {
  const shape = { n: 3, m: 3, dk: 2, dv: 2 };
  for (const { fill } of ordinaryFillings.slice(0, 2)) {
    const { q, k, v } = fill(shape, binary64, 1);
    expect(new Set([q, k, v].map((rows) => rows.join())).size).toBe(3);
  }
  const alike = ordinaryFillings.map(({ fill }) => {
    const { q, k, v } = fill(shape, binary64, 1);
    return [q.join() === k.join(), k.join() === v.join(), q.join() === v.join()].join();
  });
  expect(alike).toEqual(expect.arrayContaining(['true,true,true', 'true,false,false', 'false,true,false']));
});

test('no short number is 0, and all are multiples of 1/8 of size at most 3', () => {
  for (let i = -64; i < 64; i++) {
    const x = short(i / 64);
    expect(Math.abs(x) > 0 && Math.abs(x) <= 3.125 && Number.isInteger(8 * x)).toBe(true);
  }
});

test('zeros have both signs, subnormal numbers are subnormal, and beyond overflow e^x is infinite', () => {
  expect([zero(0.5), zero(-0.5)]).toEqual([0, -0]);
  for (const format of formats) {
    const smallest = 2 ** format.minExponent;
    for (const x of [1, -1, 0.3]) {
      const y = Math.abs(subnormal(format)(x, 0, 0));
      expect(y > 0 && y < smallest).toBe(true);
    }
    expect(Math.exp(overflowing(format)) > format.largest).toBe(true);
    expect(Math.exp(overflowing(format) - 0.2) < format.largest).toBe(true);
  }
});

test('shapes have more queries than keys and fewer, wider values than keys and narrower, and widths of 0', () => {
  const has = (where: (shape: (typeof smallShapes)[0]) => boolean): boolean => smallShapes.some(where);
  expect([
    has(({ n, m }) => n < m),
    has(({ n, m }) => n > m),
    has(({ dk, dv }) => dk < dv),
    has(({ dk, dv }) => dk > dv),
    has(({ n }) => n === 0),
    has(({ dk }) => dk === 0),
    has(({ dv }) => dv === 0),
    has(({ dk }) => dk % 2 === 1),
  ]).toEqual(Array.from({ length: 8 }, () => true));
  expect(smallShapes.every(({ m }) => m > 0)).toBe(true);
});

test('long lengths are on both sides of every power of two from 8 to 256', () => {
  for (const power of [16, 32, 64, 128, 256]) {
    expect(longLengths).toEqual(expect.arrayContaining([power - 1, power, power + 1]));
  }
});
