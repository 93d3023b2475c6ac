import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longest, placeOf } from './sequence.ts';

const root = join(import.meta.dirname, '..', '..');

test('the longest files exist, each once', () => {
  expect(longest.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  expect(new Set(longest).size).toBe(longest.length);
});

test('the longest files come first in their order, and of the others none before another', () => {
  const others = ['properties/kernel.property.ts', 'properties/house.property.ts'];
  const files = [...others, ...longest.toReversed()].map((file) => join(root, file));
  const sorted = files.toSorted((a, b) => placeOf(a) - placeOf(b));
  expect(sorted).toEqual([...longest, ...others].map((file) => join(root, file)));
});
