import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bars, subscripted } from '#report/html/bars.ts';

test('every number has its bar, as long as its size says, on one zero', () => {
  const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(numbers, (values) => {
      const { text } = bars(
        'numbers',
        values.map((value, i) => ({ name: `x${i + 1}`, value })),
      );
      const heights = [...text.matchAll(/class="bar"[^>]*height="([\d.]+)"/g)].map(([, height]) =>
        Number(height),
      );
      const range = Math.max(0, ...values) - Math.min(0, ...values);
      expect(heights).toHaveLength(values.length);
      for (const [i, value] of values.entries()) {
        const length = range === 0 ? 0 : (76 * Math.abs(value)) / range;
        expect(Math.abs(heights[i]! - Math.max(1, length))).toBeLessThan(0.11);
      }
    }),
  );
});

test('no number at all is drawn as an empty line', () => {
  expect(bars('nothing', []).text).toContain('class="axis"');
});

test.each([
  ['x1', '<tspan class="math">x</tspan><tspan dy="3" font-size="10">1</tspan>'],
  ['k1_2', '<tspan class="math">k</tspan><tspan dy="3" font-size="10">1,2</tspan>'],
  ['beta', '<tspan class="math">β</tspan>'],
  ['S', '<tspan class="math">S</tspan>'],
])('%s is written with its index below', (name, text) => {
  expect(subscripted(name).text).toBe(text);
});
