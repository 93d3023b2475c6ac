import type { FloatFormat } from '#arithmetic/float-format.ts';
import { next, previous, roundDouble } from '#arithmetic/float-format.ts';

/** Random numbers from 0 to 1, always the same from one seed. @source G. Marsaglia, Xorshift RNGs, 2003 */
export function randomFrom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * The greatest score that a climb finds: one number is changed at a time, and a change is kept unless the score falls.
 *
 * @param sample makes numbers to start from
 * @returns the score, and where it is reached
 */
export function climb(
  format: FloatFormat,
  random: () => number,
  sample: () => number[],
  score: (numbers: readonly number[]) => number,
  { starts, steps }: { readonly starts: number; readonly steps: number },
): { readonly score: number; readonly numbers: readonly number[] } {
  let best = { score: -1, numbers: sample() };
  for (let start = 0; start < starts; start++) {
    let numbers = sample();
    let reached = score(numbers);
    for (let step = 0; step < steps; step++) {
      const changed = [...numbers];
      const place = Math.floor(random() * numbers.length);
      changed[place] = change(format, random, changed[place]!);
      const now = score(changed);
      if (now >= reached) [numbers, reached] = [changed, now];
    }
    if (reached > best.score) best = { score: reached, numbers };
  }
  return best;
}

/** A number near to another, or one of the same size, or one that is nearly lost beside it. */
function change(format: FloatFormat, random: () => number, x: number): number {
  const size = Math.abs(x) || 1;
  const sign = random() < 0.5 ? 1 : -1;
  switch (Math.floor(random() * 6)) {
    case 0:
      return next(format, x);
    case 1:
      return previous(format, x);
    case 2:
      return roundDouble(format, sign * size * (0.5 + random()));
    case 3:
      return sign * format.unitRoundoff * (random() < 0.5 ? 1 : 1 - 2 * format.unitRoundoff);
    case 4:
      return roundDouble(format, x * (1 + sign * 2 ** -Math.floor(random() * format.precision)));
    default:
      return sign * 2 ** Math.floor(random() * 4 - 2);
  }
}
