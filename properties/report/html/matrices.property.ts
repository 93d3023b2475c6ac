import { expect, test } from 'vitest';
import { matrices } from '#report/html/matrices.ts';

test('every number has a cell, rows below each other and matrices side by side', () => {
  const { text } = matrices('title', 'described', [
    { stem: 'q', rows: [[1, 2]] },
    { stem: 'k', rows: [[3], [4]] },
  ]);
  const cells = [...text.matchAll(/<rect class="cell" x="(\d+)" y="(\d+)"[^>]*\/><text[^>]*>(\d)/g)];
  expect(cells.map(([, x, y, value]) => [value, Number(x), Number(y)])).toEqual([
    ['1', 26, 6],
    ['2', 78, 6],
    ['3', 174, 6],
    ['4', 174, 34],
  ]);
  expect(text).toContain('viewBox="0 0 244 68"');
  expect(text).toContain('<title>title</title><desc>described</desc>');
});

test('a matrix without rows has its letter', () => {
  expect(matrices('title', '', [{ stem: 'q', rows: [] }]).text).toContain('>q</text>');
});
