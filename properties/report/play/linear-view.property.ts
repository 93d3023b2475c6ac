import { expect, test } from 'vitest';
import { runLinear } from '#report/play/linear.ts';
import { grouped, linearFinding, linearView } from '#report/play/linear-view.ts';

test('every form has a curve and a row, and every kernel its error', () => {
  const settings = { T: 256, dk: 64, dv: 64 };
  const run = runLinear(settings);
  const { text } = linearView(settings, run);
  expect([...text.matchAll(/class="curve form-\d"/g)]).toHaveLength(4);
  expect([...text.matchAll(/class="stem"/g)]).toHaveLength(6);
  expect(text).toContain(grouped('8388608'));
  expect(text).toContain('crossover at T = 65');
  expect(linearFinding(settings, run)).toContain('T = 256 is past the crossover');
  expect(linearFinding({ ...settings, T: 64 }, run)).toContain('T = 64 is before the crossover');
});

test('small counts are written out, large ones by their powers of ten', () => {
  const settings = { T: 1, dk: 1, dv: 1 };
  const { text } = linearView(settings, runLinear(settings));
  expect(text).toContain('text-anchor="end">100</text>');
  expect(text).toContain('text-anchor="end">1e4</text>');
});

test('a late crossover is labelled on its other side', () => {
  const settings = { T: 1, dk: 512, dv: 512 };
  const run = runLinear(settings);
  expect(linearView(settings, { ...run, crossover: 20000 }).text).toContain('text-anchor="end">crossover');
  expect(linearView(settings, run).text).toMatch(/>1e\d</);
});

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1\u202f000'],
  ['12345678', '12\u202f345\u202f678'],
])('%s is grouped', (digits, text) => {
  expect(grouped(digits)).toBe(text);
});
