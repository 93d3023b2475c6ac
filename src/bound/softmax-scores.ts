import type { SoftmaxOracle } from '#evaluation/values.ts';
import type { Declaration } from '#kernel/declaration.ts';
import type { Tokens } from '#kernel/tokens.ts';
import type { Fate } from './allowance.ts';
import { gamma } from './gamma.ts';

/** What the bound needs of a declaration at one input, and room for one row. */
export interface ScoreWork {
  readonly tokens: Tokens;
  readonly scale: number;
  readonly declares: Declaration;
  readonly oracle: SoftmaxOracle;
  readonly room: Room;
}

/** Room for what the bound needs of each key. */
interface Room {
  /** Sums of the sizes of the coordinates of each key. */
  readonly keySizes: Float64Array;
  /** Bounds on the errors of the scores, E_j. */
  readonly errors: Float64Array;
  /** At least p_j (e^tau_j - 1), and p_j e^tau_j. */
  readonly rise: Float64Array;
  readonly reach: Float64Array;
}

/** Everything in place for the rows of one input. */
export function scoreWork(
  tokens: Tokens,
  scale: number,
  declares: Declaration,
  oracle: SoftmaxOracle,
): ScoreWork {
  const { k, m, dk } = tokens;
  const work = { tokens, scale, declares, oracle, room: roomFor(m) };
  for (let j = 0; j < m; j++) work.room.keySizes[j] = sizeOf(k, j * dk, dk);
  return work;
}

/** The largest score of row i; minus infinity where no key is seen. */
export function largestScore({ tokens: { m }, oracle }: ScoreWork, i: number, seen: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < seen; j++) most = Math.max(most, oracle.scores[i * m + j]!);
  return most;
}

let room: Room = emptyRoom(0);

/** Room for so many keys, or more; the same one again while it is large enough. */
function roomFor(m: number): Room {
  if (room.errors.length < m) room = emptyRoom(2 * m);
  return room;
}

function emptyRoom(m: number): Room {
  const zeros = (): Float64Array => new Float64Array(m);
  return { keySizes: zeros(), errors: zeros(), rise: zeros(), reach: zeros() };
}

/** sum |x| of `width` numbers from `from` on. */
function sizeOf(numbers: ArrayLike<number>, from: number, width: number): number {
  let size = 0;
  for (let l = 0; l < width; l++) size += Math.abs(numbers[from + l]!);
  return size;
}

/**
 * Bounds on the errors of the scores of row i, E_j.
 *
 * c roundings on each product, gamma_c sum |scale q_l k_l|, c = 1 for the product + additions + scalings;
 * underflow of a product, of a scaled query or key (times the other factor) and of a scaled score add at most
 * eta (1 + |scale|)(d + sum |q_l| + sum |k_l|), as sqrt |scale| <= 1 + |scale|. Every operation rounds to nearest, once.
 *
 * @returns the largest
 */
export function scoreErrors(
  { tokens, scale, declares, oracle, room: { keySizes, errors } }: ScoreWork,
  i: number,
  seen: number,
): number {
  const { q, m, dk } = tokens;
  const { unitRoundoff: u, smallestSubnormal: eta } = declares.format;
  const rounding = gamma(1 + declares.additions(dk) + declares.joins + declares.scalings(scale), u);
  const querySize = sizeOf(q, i * dk, dk);
  let largest = 0;
  for (let j = 0; j < seen; j++) {
    const underflow = (1 + Math.abs(scale)) * (dk + querySize + keySizes[j]!) * eta;
    errors[j] = rounding * (Math.abs(scale) * oracle.sizes[i * m + j]!) + underflow;
    largest = Math.max(largest, errors[j]!);
  }
  return largest;
}

/**
 * What becomes of row i by its scores and, without a shift, by their exponentials.
 *
 * `overflows`: a score is beyond the largest number, with no partial sum that could overflow the other way, and a shift
 * turns it to infinity less infinity; or without a shift an exponential is infinite, and infinity divided by infinity
 * is NaN whatever the value; or all of them are below a quarter of the smallest subnormal, and 0 is divided by 0.
 * `bounded`: no query, key, product or partial sum, scaled or not, comes within a factor of 4 of the largest number.
 */
export function scoresFate(
  { tokens, scale, declares, oracle, room: { keySizes, errors } }: ScoreWork,
  i: number,
  seen: number,
): Fate {
  const { q, m, dk } = tokens;
  const { format, shifted } = declares;
  const limit = format.largest / 4;
  const factor = Math.max(1, Math.abs(scale));
  const querySize = sizeOf(q, i * dk, dk);
  let inside = querySize * factor <= limit;
  let vanishing = !shifted;
  for (let j = 0; j < seen; j++) {
    const score = oracle.scores[i * m + j]!;
    const size = oracle.sizes[i * m + j]!;
    // No partial sum of the other sign can overflow.
    const oneSided = factor * (size - score / Math.abs(scale)) <= limit;
    if (score - errors[j]! >= 2 * format.largest && oneSided) return 'overflows';
    const fits = factor * Math.max(size, keySizes[j]!) <= limit;
    if (!shifted && fits && score - errors[j]! > Math.log(format.largest) + 1) return 'overflows';
    if (!(score + errors[j]! < Math.log(format.smallestSubnormal) - 2)) vanishing = false;
    inside &&= fits;
  }
  if (!inside) return 'open';
  return vanishing ? 'overflows' : 'bounded';
}
