import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draws, seedOf } from '#law/draw.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 2 });

function first(seed: number, count: number): number[] {
  const draw = draws(seed);
  return Array.from({ length: count }, draw);
}

test('a seed draws the same numbers every time, on every machine', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(first(seed, 5)).toEqual(first(seed, 5));
    }),
  );
  expect(first(1, 3)).toEqual([-0.2553745243656591, -0.9591560150309553, -0.1583092868650573]);
});

test('the numbers are in [-1, 1), use all 53 bits, and are spread over it', () => {
  const drawn = first(7, 4000);
  expect(drawn.every((x) => x >= -1 && x < 1)).toBe(true);
  expect(drawn.some((x) => (x * 2 ** 52) % 2 !== 0)).toBe(true);
  for (const from of [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75]) {
    const share = drawn.filter((x) => x >= from && x < from + 0.25).length / drawn.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.15);
  }
});

test('neighbouring seeds have nothing in common', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 3 }), (seed) => {
      const [one, other] = [first(seed, 4), first(seed + 1, 4)];
      expect(one.every((x, i) => Math.abs(x - other[i]!) > 2 ** -30)).toBe(true);
    }),
  );
});

test('no seed stands still, and no two runs share one', () => {
  expect(new Set(first(2 ** 32 - 1, 9)).size).toBe(9);
  fc.assert(
    fc.property(
      fc.nat(2 ** 20 - 1),
      fc.nat(2 ** 20 - 1),
      fc.nat(4095),
      fc.nat(4095),
      (run, other, place, elsewhere) => {
        expect(seedOf(run, place) === seedOf(other, elsewhere)).toBe(run === other && place === elsewhere);
      },
    ),
  );
});
