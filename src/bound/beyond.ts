import type { Values } from '#evaluation/values.ts';

/**
 * Whether every number within `off` of a value is beyond `largest` in size. False where anything is NaN.
 *
 * @param off rounded up by 2^-30 of itself at least, which covers the rounding of these operations: they are off by
 *   2^-51 of the difference, which only matters where `off` is near to it
 */
export function isBeyond(
  { high, low, radius }: Values,
  place: number,
  off: number,
  largest: number,
): boolean {
  const away = high[place]! < 0 ? -low[place]! : low[place]!;
  return Math.abs(high[place]!) - largest + away - radius[place]! > off;
}
