import { expect, test } from 'vitest';
import { measuredTimes } from '#report/html/measured-times.ts';

const growth = [
  {
    name: 'reassociated',
    factor: 2.0512,
    points: [
      { T: 4096, seconds: 0.0005 },
      { T: 8192, seconds: 0.00102 },
    ],
  },
  {
    name: 'quadratic',
    factor: 4,
    points: [
      { T: 4096, seconds: 0.5 },
      { T: 16384, seconds: 8 },
    ],
  },
  { name: 'other', factor: 1, points: [{ T: 4096, seconds: 0.5 }] },
  { name: 'left out', factor: Number.NaN, points: [] },
];
const { text } = measuredTimes({ node: 'v20.0.0', processor: '<Processor>', growth });

test('every form is a line, named at its end, on axes by logarithm', () => {
  const points = [...text.matchAll(/class="curve form-(\d)" d="([^"]*)"/g)].map(([, form, d]) => [form, d]);
  expect(points).toEqual([
    ['2', 'M64 252L312 234.5'],
    ['1', 'M64 82.2L560 14'],
    ['0', 'M64 82.2'],
  ]);
  expect(text).toContain('>quadratic</text>');
});

test('what is drawn is told in words, and in a table', () => {
  expect(text).toContain(
    '<desc>reassociated from 500 µs at T = 4096 to 1.02 ms at T = 8192; quadratic from 500 ms at T = 4096 to 8 s at T = 16384;',
  );
  expect(text).toContain('<tr><th scope="row">8192</th><td>1.02</td><td></td><td></td></tr>');
  expect(text).toContain('on &lt;Processor&gt;, Node v20.0.0.');
  expect(text).toContain('in the median: reassociated 2.05; quadratic 4; other 1.');
});

test('says so where nothing was measured', () => {
  for (const none of [
    undefined,
    { node: '', processor: '', growth: [] },
    { node: '', processor: '', growth: growth.slice(3) },
  ]) {
    expect(measuredTimes(none).text).toContain('<code>npm run bench</code> measures');
  }
});
