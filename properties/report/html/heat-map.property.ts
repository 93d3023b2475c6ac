import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heatMap, heatMapBody, numbered, weightText } from '#report/html/heat-map.ts';

/** The area of all rectangles of a shade. */
function areas(text: string): ReadonlyMap<string, number> {
  return new Map(
    [...text.matchAll(/fill-opacity="([\d.]+)" d="([^"]*)"/g)].map(([, opacity, d]) => {
      const rectangles = [...d!.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H/g)].map((match) =>
        match.slice(1).map(Number),
      );
      const area = rectangles.reduce(
        (sum, [left, top, right, bottom]) => sum + (right! - left!) * (bottom! - top!),
        0,
      );
      return [opacity!, area] as const;
    }),
  );
}

test('every cell is shaded by its number, once', () => {
  const weight = fc.constantFrom(0, 0.25, 0.5, 1);
  const rows = fc.array(fc.array(weight, { minLength: 10, maxLength: 10 }), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(rows, (matrix) => {
      const shaded = areas(heatMapBody({ matrix, side: 100 }).text);
      for (const value of [0.25, 0.5, 1]) {
        const count = matrix.flat().filter((entry) => entry === value).length;
        expect(shaded.get(`${value}`) ?? 0).toBeCloseTo(100 * count, 6);
      }
    }),
  );
});

test('few cells hold their numbers, many do not', () => {
  const square = (n: number): number[][] =>
    Array.from({ length: n }, () => Array.from({ length: n }, () => 1 / n));
  const small = heatMap({ title: 't', description: 'd', matrix: square(2), side: 100 }).text;
  expect([...small.matchAll(/>0\.500</g)]).toHaveLength(4);
  expect(small).toContain('viewBox="0 0 124 124"');
  const large = heatMap({ title: 't', description: 'd', matrix: square(numbered + 1), side: 90 }).text;
  expect(large).not.toContain('<text');
  expect(large).toContain('viewBox="0 0 90 90"');
});

test.each([
  [0, 3, '0'],
  [1, 3, '1'],
  [1 - 2 ** -53, 3, '→ 1'],
  [1e-9, 3, '1e−9'],
  [0.6652, 3, '0.665'],
  [0.6652, 6, '0.67'],
  [Number.NaN, 3, 'NaN'],
])('a weight of %s among %s is written %s', (value, count, text) => {
  expect(weightText(value, count)).toBe(text);
});

test('a number on a dark cell is light', () => {
  const { text } = heatMapBody({
    matrix: [
      [0.9, Number.NaN],
      [1e-30, 0.1],
    ],
    side: 100,
  });
  expect([...text.matchAll(/class="on-shade"/g)]).toHaveLength(1);
  expect(text).toContain('fill-opacity="0.0625"');
});
