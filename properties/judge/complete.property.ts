import { expect, test } from 'vitest';
import { complete } from '#judge/complete.ts';

test('a list is complete when nothing is missing, whatever else is in it', () => {
  expect(complete([0, null, ''])).toEqual([0, null, '']);
  expect(complete([])).toEqual([]);
  expect(complete([1, undefined])).toBeUndefined();
});
