import { expect, test } from 'vitest';
import { formatChart } from '#report/play/format-chart.ts';

const region = { format: 'binary16', softmax: 'shifted' } as const;

test('a format that seems to confirm is drawn where it does, and where it returns NaN', () => {
  const { text } = formatChart(2, [{ ...region, from: '2.76', to: '180', nan: '181' }]);
  expect(text).toMatch(/class="confirm" x="[\d.]+" y="10"/);
  expect(text).toContain('class="nan"');
  expect(text).not.toContain('then NaN');
  expect(text).toContain('binary16 shifted: from 2.76 to 180, NaN from 181');
});

test('what lies beyond the axis is said in words', () => {
  const { text } = formatChart(1000, [{ ...region, from: '6', to: '1e19', nan: '1.5e19' }]);
  expect(text).toContain('on to 1.5e19, then NaN →');
  expect(text).not.toContain('class="nan"');
});

test('a format that never confirms has an empty lane', () => {
  const { text } = formatChart(0.1, [region]);
  expect(text).not.toContain('class="confirm"');
  expect(text).toContain('never, never NaN');
  expect(text).toContain('<td>never</td>');
});

test('nothing decided is said to be so', () => {
  expect(formatChart(1, []).text).toBe('<p class="note">The claim was not decided in number formats.</p>');
});
