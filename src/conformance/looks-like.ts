import type { Ball } from '#arithmetic/ball.ts';
import { bitLength, nearestDouble } from '#arithmetic/dyadic.ts';
import { type AnyVariant, tellsApart, variantEntries } from '#law/variant.ts';
import type { Asker } from './asker.ts';
import type { Answer } from './graded-law.ts';

/** More variants than this that fit tell nothing. */
const MOST = 3;

/** Wrong answers that tell, where right ones do not. */
const FEW = 3;

/**
 * Roundings of a variant need not be those of the bound, which is derived for what is right; at the first answer, which is
 * shown, they are held to it all the same.
 */
const MARGIN = 4;

/**
 * What the results of a wrong subject look like: the variants that are wrong in the same way at the first answer, and fit
 * all the others; where none does, those that fit the others that are wrong.
 *
 * @returns words such as `drops the last key`; undefined when no variant fits, or too many do
 */
export function looksLike(
  variants: readonly AnyVariant[],
  asker: Asker,
  [first, ...others]: readonly Answer[],
): string | undefined {
  if (first === undefined) return undefined;
  const { call } = first;
  const fit = variants.filter(
    (variant) =>
      agrees(variant, first, asker, 1) && tellsApart(variant, call, asker.allowance(call), asker.format),
  );
  const wrong = others.filter(({ isWrong }) => isWrong);
  // One that is wrong in few calls fits by chance.
  const near = wrong.length < FEW ? [] : fitting(fit, asker, wrong);
  return told(fitting(fit, asker, others)) ?? told(near);
}

function fitting(
  variants: readonly AnyVariant[],
  asker: Asker,
  answers: readonly Answer[],
): readonly AnyVariant[] {
  return variants.filter((variant) => answers.every((answer) => agrees(variant, answer, asker)));
}

function told(variants: readonly AnyVariant[]): string | undefined {
  if (variants.length === 0 || variants.length > MOST) return undefined;
  return variants.map(({ says }) => says).join(', or ');
}

/** Whether the numbers are those of a variant, as far as rounding lets it tell; a variant without entries agrees. */
function agrees(
  variant: AnyVariant,
  { call, numbers }: Answer,
  asker: Asker,
  margin: number = MARGIN,
): boolean {
  const { bound, fates, exact } = asker.allowance(call);
  const isNarrow = variant.over === 'binary32';
  return variantEntries(variant, call, asker.format).every((entry, place) => {
    if (fates[place] !== 'bounded') return true;
    const number = numbers[place]!;
    if (entry === 'not finite' || !Number.isFinite(doubleOf(entry))) return !Number.isFinite(number);
    const value = doubleOf(entry);
    // In another order binary32 gives other numbers, but binary32 numbers.
    if (isNarrow && Math.fround(number) !== number) return false;
    const narrow = isNarrow ? 2 ** 29 : 1;
    const growth = Math.max(1, Math.abs(value / exact.high[place]!) || 1);
    return Math.abs(number - value) <= margin * narrow * growth * bound[place]!;
  });
}

/** The double nearest to the middle of a ball, which may be far beyond all doubles on both sides. */
function doubleOf({ mid, exp }: Ball): number {
  const size = bitLength(mid < 0n ? -mid : mid) + exp;
  if (mid === 0n || size < -1080) return 0;
  return size > 1025 ? Number.POSITIVE_INFINITY : nearestDouble({ mantissa: mid, exponent: exp });
}
