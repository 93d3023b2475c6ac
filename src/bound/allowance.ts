import type { Values } from '#evaluation/values.ts';

/**
 * What may become of one entry that a correct kernel computes.
 *
 * `bounded`: it is finite, and within the bound. `overflows`: it is not finite, for an intermediate result is certain to
 * exceed the format. `open`: nothing is promised: so near to the largest number that rounding decides, or so
 * ill-conditioned that the hypotheses of the bound fail.
 */
export type Fate = 'bounded' | 'overflows' | 'open';

/** What a correct kernel may return at one input, entry by entry. */
export interface Allowance {
  readonly exact: Values;
  /** Greatest distance from the exact value, rounded up; infinite unless the fate is `bounded`. */
  readonly bound: Float64Array;
  readonly fates: readonly Fate[];
}
