/**
 * Numbers as unevaluated sums of two doubles, high + low with |low| <= u |high|, u = 2^-53.
 *
 * Every function returns the high part and leaves the low one for `rest`, so that nothing is allocated. Results are
 * exact or bounded as stated while no product leaves the doubles: all factors that are not 0 lie between 2^-400 and
 * 2^400 in size, so that every partial product and every rounding error is a double, and splitting does not overflow.
 *
 * @source M. Joldes, J.-M. Muller, V. Popescu, Tight and rigorous error bounds for basic building blocks of
 *   double-word arithmetic, ACM Transactions on Mathematical Software 44 (2), 2017: algorithms 6, 10, 17
 */

/** u^2: one unit of the error bounds. */
export const U2: number = 2 ** -106;

/** 2^27 + 1: c = SPLITTER a, c - (c - a) has the upper 26 bits of a, and a less that is a double of 26 bits. */
export const SPLITTER: number = 2 ** 27 + 1;

const low = new Float64Array(1);

/** The low part of the latest result. */
export function rest(): number {
  return low[0]!;
}

/** Multiplies the low part of the latest result by a power of two. */
export function scaleRest(power: number): void {
  low[0] = low[0]! * power;
}

/** a + b exactly, high part rounded to nearest. @source D. E. Knuth, The Art of Computer Programming 2, 4.2.2 */
export function twoSum(a: number, b: number): number {
  const s = a + b;
  const t = s - a;
  low[0] = a - (s - t) + (b - t);
  return s;
}

/** a + b exactly, for |a| >= |b| or a = 0. @source T. J. Dekker, A floating-point technique, 1971 */
function fastTwoSum(a: number, b: number): number {
  const s = a + b;
  low[0] = b - (s - a);
  return s;
}

/** a b exactly, high part rounded to nearest. @source T. J. Dekker, A floating-point technique, 1971 */
export function twoProduct(a: number, b: number): number {
  const p = a * b;
  const c = SPLITTER * a;
  const d = SPLITTER * b;
  const a1 = c - (c - a);
  const b1 = d - (d - b);
  const a2 = a - a1;
  const b2 = b - b1;
  low[0] = a2 * b2 - (p - a1 * b1 - a2 * b1 - a1 * b2);
  return p;
}

/** Sum, within 3 u^2 / (1 - 4u) of its size. */
export function add(ah: number, al: number, bh: number, bl: number): number {
  const s = twoSum(ah, bh);
  const sRest = low[0]!;
  const t = twoSum(al, bl);
  const tRest = low[0]!;
  const v = fastTwoSum(s, sRest + t);
  return fastTwoSum(v, tRest + low[0]!);
}

/** Product, within 7 u^2 of its size. */
export function mul(ah: number, al: number, bh: number, bl: number): number {
  const p = twoProduct(ah, bh);
  return fastTwoSum(p, low[0]! + (ah * bl + al * bh));
}

/** Quotient, within 15 u^2 + 56 u^3 of its size; the divisor is not 0. */
export function div(ah: number, al: number, bh: number, bl: number): number {
  const q = ah / bh;
  // (b q) as a double-double, then what is left of a.
  const p = twoProduct(bh, q);
  const pRest = low[0]!;
  const s = fastTwoSum(p, bl * q);
  const r = fastTwoSum(s, low[0]! + pRest);
  const left = ah - r + (al - low[0]!);
  return fastTwoSum(q, left / bh);
}
