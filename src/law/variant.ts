import { type Ball, balls } from '#arithmetic/ball.ts';
import { floats } from '#arithmetic/float-arithmetic.ts';
import { binary32, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import type { Allowance } from '#bound/allowance.ts';
import type { Call } from './subject-call.ts';

/** The call of one function. */
export type CallOf<F extends Call['fn']> = Extract<Call, { readonly fn: F }>;

/**
 * Something else that a function could be taken to be: an option ignored, an axis taken for another, a sign lost.
 *
 * A case is evidence against it only if the variant differs from what is right on that very case.
 */
export interface Variant<F extends Call['fn']> {
  readonly id: string;
  readonly says: string;
  readonly fn: F;
  /**
   * Where it goes wrong: already of real numbers, or only once every operation is rounded to the format, or to binary32
   * where the format is wider.
   */
  readonly over: 'reals' | 'format' | 'binary32';
  readonly entries: <N>(a: Analytic<N>, call: CallOf<F>) => readonly N[];
}

/** A variant of some function; its own function is the only one that it may be given calls of. */
export type AnyVariant = Omit<Variant<Call['fn']>, 'entries'> & {
  readonly entries: <N>(a: Analytic<N>, call: never) => readonly N[];
};

/** The bounds of computed numbers are far above the width of these balls. */
const arithmetic = balls(128);

/**
 * Whether a case tells a variant from what is right: some entry is off by more than twice its bound, so that the variant,
 * computed as well as the bound asks, is still out of it.
 *
 * @returns false where the variant is undefined, or may be
 */
export function tellsApart(
  variant: AnyVariant,
  call: Call,
  allowance: Allowance,
  format: FloatFormat,
): boolean {
  if (call.fn !== variant.fn) return false;
  const { bound, fates } = allowance;
  const differs = variantEntries(variant, call, format).map((entry, place) => {
    if (fates[place] !== 'bounded') return false;
    if (entry === 'not finite') return true;
    return isBeyond(entry, allowance, place, 2 * bound[place]!);
  });
  return differs.some(Boolean);
}

/** The entries of a variant as balls; none where it is undefined over the reals. */
export function variantEntries(
  { over, entries }: AnyVariant,
  call: Call,
  format: FloatFormat,
): readonly (Ball | 'not finite')[] {
  if (over === 'reals') {
    try {
      return entries(arithmetic, call as never);
    } catch (error) {
      // A divisor that may be zero.
      if (error instanceof RangeError) return [];
      throw error;
    }
  }
  const computed = entries(floats(over === 'format' ? format : binary32), call as never);
  return computed.map((entry) => (Number.isFinite(entry) ? arithmetic.of(entry) : 'not finite'));
}

/** Whether a number is off from the exact one by more than a distance, wherever in its radius that is. */
function isBeyond(entry: Ball, { exact }: Allowance, place: number, distance: number): boolean {
  const { add, sub, neg, of, compare } = arithmetic;
  if (!Number.isFinite(exact.radius[place])) return false;
  const off = sub(entry, add(of(exact.high[place]!), of(exact.low[place]!)));
  const reach = add(of(distance), of(exact.radius[place]!));
  return compare(off, reach) === 'greater' || compare(neg(off), reach) === 'greater';
}
