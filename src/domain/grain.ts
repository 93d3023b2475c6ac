import fc, { type Arbitrary } from 'fast-check';

/** How fine the numbers of a random case are. */
export type Grain = 'integer' | 'dyadic' | 'double';

/** Numbers in the order in which a person would try them; the place of a number in the list is its rank. */
export const alphabet: readonly number[] = [
  0,
  1,
  -1,
  2,
  -2,
  3,
  1 / 2,
  10,
  -3,
  -1 / 2,
  -10,
  4,
  5,
  -4,
  -5,
  1 / 4,
  3 / 2,
  100,
  -100,
];

/** The positive numbers of the alphabet, in its order. */
export const positiveAlphabet: readonly number[] = [1, 2, 1 / 2, 3, 10, 4, 5, 1 / 4, 3 / 2, 1 / 10, 100];

/** Integers of a size at which products of a few are still easy to read. */
const LARGEST_INTEGER = 20;

/** The grid 2^-6 Z within [-16, 16]: sums and products of a few are exact doubles. */
const GRID = 2 ** -6;
const LARGEST_ON_GRID = 16 / GRID;

/**
 * Doubles in [2^-10, 2^5] by size; fast-check's own generator is uniform over bit patterns and lands in
 * [0.1, 30] in 0.3 % of its draws.
 */
const SMALLEST_EXPONENT = -10;
const LARGEST_EXPONENT = 4;

/** @returns random real numbers of one grain, of both signs, zero included */
export function realNumber(grain: Grain): Arbitrary<number> {
  if (grain === 'integer') return fc.integer({ min: -LARGEST_INTEGER, max: LARGEST_INTEGER });
  if (grain === 'dyadic') {
    return fc.integer({ min: -LARGEST_ON_GRID, max: LARGEST_ON_GRID }).map((n) => n * GRID);
  }
  const double = fc.tuple(positiveDouble(), fc.boolean()).map(([x, negative]) => (negative ? -x : x));
  return fc.oneof({ weight: 7, arbitrary: double }, { weight: 1, arbitrary: fc.constantFrom(0, 1, -1) });
}

/** @returns random numbers above zero of one grain */
export function positiveNumber(grain: Grain): Arbitrary<number> {
  if (grain === 'integer') return fc.integer({ min: 1, max: LARGEST_INTEGER });
  if (grain === 'dyadic') return fc.integer({ min: 1, max: LARGEST_ON_GRID }).map((n) => n * GRID);
  return positiveDouble();
}

/** Doubles with all 53 bits random and the exponent uniform. */
function positiveDouble(): Arbitrary<number> {
  const exponent = fc.integer({ min: SMALLEST_EXPONENT, max: LARGEST_EXPONENT });
  const fraction = fc.integer({ min: 0, max: 2 ** 52 - 1 });
  return fc.tuple(exponent, fraction).map(([e, f]) => 2 ** e * (1 + f * 2 ** -52));
}
