import { expect, test } from 'vitest';
import { defaultLimits } from '#conformance/limits.ts';

test('a subject has the ten seconds of the contract to start, and every limit is above nothing', () => {
  expect(defaultLimits.start).toBe(10_000);
  expect(Object.values(defaultLimits).every((limit: number) => Number.isInteger(limit) && limit > 0)).toBe(
    true,
  );
});
