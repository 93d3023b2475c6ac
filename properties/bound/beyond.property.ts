import { expect, test } from 'vitest';
import { isBeyond } from '#bound/beyond.ts';

function beyond(high: number, low: number, radius: number, off: number, largest: number): boolean {
  const values = { high: Float64Array.of(high), low: Float64Array.of(low), radius: Float64Array.of(radius) };
  return isBeyond(values, 0, off, largest);
}

test('a value is beyond the largest number when all that is within a distance and its radius is, on either side of 0', () => {
  for (const sign of [1, -1]) {
    expect(beyond(sign * 16, 0, 0, 5, 10)).toBe(true);
    expect(beyond(sign * 16, 0, 0, 6, 10)).toBe(false);
    expect(beyond(sign * 16, 0, 2, 5, 10)).toBe(false);
    // The low part counts towards the size when the signs agree, and against it when not.
    expect(beyond(sign * 16, sign * 0.5, 0, 6, 10)).toBe(true);
    expect(beyond(sign * 16, sign * -0.5, 0, 5.75, 10)).toBe(false);
  }
});

test('what is not known is not beyond anything', () => {
  expect(beyond(Number.NaN, 0, 0, 0, 1)).toBe(false);
  expect(beyond(Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0, 1)).toBe(false);
  expect(beyond(4, 0, 0, Number.NaN, 1)).toBe(false);
  expect(beyond(4, 0, 0, Number.POSITIVE_INFINITY, 1)).toBe(false);
});
