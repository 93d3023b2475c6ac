import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearScale, linearTicks, logScale, logTicks, shortNumber, spanOf } from '#report/html/scale.ts';

const ordinary = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('a linear scale sends the ends of a span to the ends of the paper and keeps their order', () => {
  fc.assert(
    fc.property(ordinary, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (from, width) => {
      const scale = linearScale([from, from + width], [300, 20]);
      expect(scale(from)).toBe(300);
      expect(scale(from + width)).toBeCloseTo(20, 6);
      expect(scale(from + width / 4)).toBeGreaterThan(scale(from + width / 2));
    }),
  );
  expect(linearScale([2, 2], [0, 10])(7)).toBe(5);
});

test('a scale by logarithm sends equal factors to equal steps, and what it cannot draw to its start', () => {
  const scale = logScale([0.1, 1000], [0, 400]);
  expect([0.1, 1, 10, 100, 1000].map((value) => Math.round(scale(value)))).toEqual([0, 100, 200, 300, 400]);
  expect(scale(0)).toBe(0);
});

test('a span holds every finite value', () => {
  expect(spanOf([3, Number.NaN, -1], 0)).toEqual([-1, 3]);
  expect(spanOf([Number.POSITIVE_INFINITY])).toEqual([0, 1]);
});

test('ticks are round, in the span, and as many as were asked for, more or less', () => {
  fc.assert(
    fc.property(ordinary, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (from, width) => {
      const ticks = linearTicks([from, from + width]);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(12);
      expect(ticks.every((tick) => tick >= from - width * 1e-6 && tick <= from + width * (1 + 1e-6))).toBe(
        true,
      );
    }),
  );
  expect(linearTicks([0, 5])).toEqual([0, 1, 2, 3, 4, 5]);
  expect(linearTicks([0, 9])).toEqual([0, 2, 4, 6, 8]);
  expect(linearTicks([4, 4])).toEqual([4]);
});

test('ticks by logarithm are powers of ten', () => {
  expect(logTicks([0.1, 100])).toEqual([0.1, 1, 10, 100]);
  expect(logTicks([1e-18, 1], 4)).toEqual([1e-18, 1e-13, 1e-8, 1e-3]);
});

test.each([
  [0, '0'],
  [-0, '0'],
  [0.334759, '0.3348'],
  [-2, '−2'],
  [1e-7, '1e−7'],
  [1.25e-9, '1.25e−9'],
  [1.3e19, '1.3e19'],
  [123456, '123500'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NEGATIVE_INFINITY, '−∞'],
  [-1e-7, '−1e−7'],
])('%s is written %s', (value, text) => {
  expect(shortNumber(value)).toBe(text);
});

test('a short number is within half a unit of its last digit', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (value) => {
      const read = Number(shortNumber(value).replaceAll('−', '-'));
      expect(Math.abs(read - value)).toBeLessThanOrEqual(value * 5.01e-4);
    }),
  );
});
