import { expect, test } from 'vitest';
import { dataTable, drawing, folded, path, rounded, table } from '#report/html/chart.ts';

test('a drawing says what it shows, before anything is drawn', () => {
  const plain = { title: 'a < b', description: 'two "numbers"', width: 10.04, height: 20, body: 'x' };
  expect(drawing(plain).text).toBe(
    '<svg class="chart" viewBox="0 0 10 20" width="10" height="20" role="img"><title>a &lt; b</title><desc>two &quot;numbers&quot;</desc>x</svg>',
  );
  expect(drawing({ ...plain, wide: true }).text).toMatch(/^<div class="scroll"><svg class="chart wide"/);
});

test('a table heads its rows, and has a name where nothing else tells it', () => {
  const { text } = dataTable(
    'Sizes',
    ['name', 'size'],
    [
      ['a', 1],
      ['<b>', 2],
    ],
  );
  expect(text).toContain('<summary>Sizes</summary>');
  expect(text).toContain('<tr><th scope="row">&lt;b&gt;</th><td>2</td></tr>');
  expect(text).not.toContain('aria-label');
  expect(table('by itself', ['a'], []).text).toContain('<table aria-label="by itself">');
  expect(folded('more', 'inside').text).toBe('<details><summary>more</summary>inside</details>');
});

test('places on paper are tenths, and never minus zero', () => {
  expect([0.04, -0.04, 1.25, 100].map(rounded)).toEqual(['0', '0', '1.3', '100']);
  expect(
    path([
      [0, 1],
      [2.55, 3],
    ]),
  ).toBe('M0 1L2.6 3');
  expect(path([])).toBe('');
});
