import { expect, test } from 'vitest';
import { callPicture } from '#report/html/call-picture.ts';

test('a sequence is drawn as bars', () => {
  const { text } = callPicture({ x: [1, '-0'], h0: 2 })!;
  expect(text).toContain('<desc>h0 = 2, x1 = 1, x2 = 0</desc>');
});

test('queries, keys and values are drawn in cells', () => {
  const { text } = callPicture({ q: [[1, 'NaN']], k: [[2, 3]], v: [[4]], options: {} })!;
  expect(text).toContain('<desc>q = (1, NaN); k = (2, 3); v = (4)</desc>');
  expect(callPicture({ q: [], k: [], v: [] })).toBeDefined();
});

test.each([
  ['a number', 5],
  ['nothing', null],
  ['text for numbers', { x: ['1'], h0: 0 }],
  ['too long a sequence', { x: Array(12).fill(1), h0: 0 }],
  ['what no bar can be', { x: ['Infinity'], h0: 0 }],
  ['rows that are none', { q: [1], k: [[1]], v: [[1]] }],
  ['too many rows', { q: Array(13).fill([1]), k: [[1]], v: [[1]] }],
  ['rows too long', { q: [[1, 1, 1, 1, 1, 1]], k: [[1]], v: [[1]] }],
])('%s is not drawn', (_, args) => {
  expect(callPicture(args)).toBeUndefined();
});
