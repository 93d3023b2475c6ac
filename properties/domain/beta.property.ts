import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary64, next, previous } from '#arithmetic/float-format.ts';
import { betas, ladder } from '#domain/beta.ts';

test('beta = 1 comes first, and 0 before it where it belongs', () => {
  expect([...betas(false).graded()].slice(0, 4).map(({ beta }) => beta)).toEqual([1, 2, 0.5, 3]);
  expect([...betas(true).graded()].slice(0, 3).map(({ beta }) => beta)).toEqual([0, 1, 2]);
  expect([...betas(false).graded({ alphabet: [-1, 0, 7] })]).toEqual([{ beta: 7 }]);
});

test('no beta is negative, zero only where it is included', () => {
  const [positive, nonNegative] = [betas(false), betas(true)];
  expect([positive.name, nonNegative.name]).toEqual(['beta > 0', 'beta >= 0']);
  expect(positive.includes({ beta: 5e-324 })).toBe(true);
  for (const beta of [0, -1, Number.POSITIVE_INFINITY, Number.NaN])
    expect(positive.includes({ beta })).toBe(false);
  expect(nonNegative.includes({ beta: 0 })).toBe(true);
  expect(nonNegative.includes({ beta: 2 })).toBe(true);
  expect(nonNegative.includes({ beta: -1 })).toBe(false);
  for (const grain of ['integer', 'dyadic', 'double'] as const) {
    fc.assert(fc.property(positive.arbitrary(grain), positive.includes), { numRuns: 100 });
  }
});

test('a ladder holds the boundary, its neighbours and factors on both sides, ascending', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (boundary) => {
      const rungs = ladder(boundary, 2, 3);
      expect(rungs).toEqual([...new Set(rungs)].toSorted((a, b) => a - b));
      const above = next(binary64, boundary);
      const below = previous(binary64, boundary);
      for (const rung of [boundary, above, next(binary64, above), below, previous(binary64, below)]) {
        expect(rungs).toContain(rung);
      }
      expect(rungs).toContain(2 * boundary);
      expect(rungs).toContain(boundary / 2);
      expect(rungs).toHaveLength(11);
    }),
  );
});

test('a ladder stays among the positive doubles', () => {
  expect(ladder(5e-324, 1, 0)).toEqual([5e-324, 1e-323]);
  expect(ladder(Number.MAX_VALUE, 1, 1)).toEqual([
    Number.MAX_VALUE / 2,
    previous(binary64, Number.MAX_VALUE),
    Number.MAX_VALUE,
  ]);
  expect(ladder(1)).toHaveLength(19);
});
