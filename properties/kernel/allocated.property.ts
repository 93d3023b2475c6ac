import { expect, test } from 'vitest';
import { isAllocated } from '#kernel/allocated.ts';
import { allocate } from '#kernel/memory.ts';

test('arrays from allocate are known, with all their parts, and others are not', () => {
  expect(isAllocated(new Float64Array(4))).toBe(false);
  for (const format of ['binary64', 'binary32'] as const) {
    const array = allocate(format, 8);
    expect([isAllocated(array), isAllocated(array.subarray(2, 5)), isAllocated(array.slice())]).toEqual([
      true,
      true,
      false,
    ]);
  }
});
