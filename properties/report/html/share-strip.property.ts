import { expect, test } from 'vitest';
import { type ShareRow, shareStrip } from '#report/html/share-strip.ts';

const strip = (rows: readonly ShareRow[], filled?: number): string =>
  shareStrip('title', 'described', rows, filled).text;
const row = (...shares: readonly number[]): ShareRow => ({
  label: '<row>',
  dots: shares.map((share) => ({ share, series: 0 })),
});
const placesOf = (text: string): readonly number[] =>
  [...text.matchAll(/M([\d.]+) [\d.]+a3.5/g)].map(([, x]) => Number(x) + 3.5);

test('a share stands by its logarithm between a round number and the bound', () => {
  const [least, middle, bound] = placesOf(strip([row(0.5, Math.SQRT1_2, 1)]));
  expect([least, bound]).toEqual([256, 648]);
  expect(middle).toBeCloseTo(452, 0);
});

test('what is beyond the bound, and what is no number, stands behind the end of the axis', () => {
  expect(placesOf(strip([row(1.01, Number.POSITIVE_INFINITY, Number.NaN)]))).toEqual([668, 668, 668]);
});

test.each([
  [0.3, ['0.2', '0.3', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9', 'bound']],
  [0.04, ['0.02', '0.05', '0.1', '0.2', '0.5', 'bound']],
  [0, ['0.5', '0.6', '0.7', '0.8', '0.9', 'bound']],
  [3e-5, ['0.0001', '0.001', '0.01', '0.1', 'bound']],
  [1e-9, ['1e−6', '1e−5', '0.0001', '0.001', '0.01', '0.1', 'bound']],
])('an axis down to %d has round ticks, each once, in order', (least, ticks) => {
  const text = strip([row(least)]);
  const shown = [...text.matchAll(/<text x="([\d.]+)" y="58">([^<]*)/g)];
  expect(shown.map(([, , tick]) => tick)).toEqual(ticks);
  expect(shown.map(([, x]) => Number(x))).toEqual(shown.map(([, x]) => Number(x)).toSorted((a, b) => a - b));
});

test('series differ in shape, those from the hollow one on are hollow, and labels are texts', () => {
  const text = strip([{ label: '<row>', dots: [0, 1, 2, 3].map((series) => ({ share: 0.9, series })) }]);
  expect([...text.matchAll(/class="(dot-[^"]*)"/g)].map(([, name]) => name)).toEqual([
    'dot-0',
    'dot-1',
    'dot-2',
    'dot-0 hollow',
  ]);
  expect(text).toMatch(/class="dot-1" d="M[\d.]+ [\d.]+h6v6h-6z"/);
  expect(text).toMatch(/class="dot-2" d="M[^"]*L[^"]*z"/);
  expect(text).toContain('>&lt;row&gt;</text>');
  expect(strip([{ label: '', dots: [{ share: 0.9, series: 1 }] }], 1)).toContain('class="dot-1 hollow"');
});
