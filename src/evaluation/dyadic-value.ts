import { type Dyadic, dyadic, dyadics, nearestDouble } from '#arithmetic/dyadic.ts';
import type { Values } from './values.ts';

/** So many values, all 0. */
export function emptyValues(length: number): Values {
  return {
    high: new Float64Array(length),
    low: new Float64Array(length),
    radius: new Float64Array(length),
  };
}

/**
 * Writes an enclosure among values: the real numbers within `radius` of `mid`.
 *
 * @param mid the midpoint; where it is too large for a double, an infinity is written, and an infinite radius
 * @param radius a non-negative number
 */
export function setDyadic(values: Values, place: number, mid: Dyadic, radius: Dyadic): void {
  const high = nearestDouble(mid);
  values.high[place] = high;
  if (!Number.isFinite(high)) {
    values.radius[place] = Number.POSITIVE_INFINITY;
    return;
  }
  const rest = dyadics.sub(mid, dyadic(high));
  const low = nearestDouble(rest);
  const left = dyadics.sub(rest, dyadic(low));
  values.low[place] = low;
  values.radius[place] = above(dyadics.add(left.mantissa < 0n ? dyadics.neg(left) : left, radius));
}

/** Writes that nothing is known of a value. */
export function setUnknown(values: Values, place: number): void {
  values.high[place] = Number.NaN;
  values.low[place] = Number.NaN;
  values.radius[place] = Number.POSITIVE_INFINITY;
}

/** A double that is not below a number, and 0 for 0. */
function above(a: Dyadic): number {
  if (a.mantissa === 0n) return 0;
  // To nearest is off by 2^-53 of it, or by half of the smallest double.
  return nearestDouble(a) * (1 + 2 ** -51) + Number.MIN_VALUE;
}
