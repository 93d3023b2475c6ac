import { expect, test } from 'vitest';
import { binary32, binary64 } from '#arithmetic/float-format.ts';
import { formatNamed, formatNames } from '#kernel/format.ts';

test('formats are found by their names', () => {
  expect(formatNames.map(formatNamed)).toEqual([binary64, binary32]);
});
