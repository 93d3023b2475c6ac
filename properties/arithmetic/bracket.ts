import type { Ball } from '#arithmetic/ball.ts';
import { bitLength } from '#arithmetic/dyadic.ts';

/** Positive real numbers from lo * 2^exp to hi * 2^exp. */
export interface Bracket {
  readonly lo: bigint;
  readonly hi: bigint;
  readonly exp: number;
}

/**
 * e^x for x = num * 2^exp, by halving, partial sums with their remainder, and squaring; no table and no logarithm.
 *
 * @returns a bracket of relative width below 2^-(bits + 100) for |x| < 2^60
 */
export function expBracket(num: bigint, exp: number, bits: number): Bracket {
  if (num === 0n) return { lo: 1n, hi: 1n, exp: 0 };
  const precision = bits + 192;
  const size = num < 0n ? -num : num;
  const halvings = Math.max(0, bitLength(size) + exp + 2);
  const [down, up] = shiftBoth(size, exp - halvings + precision);
  let result: Bracket = { ...partialSums(down, up, BigInt(precision)), exp: -precision };
  for (let i = 0; i < halvings; i++) result = squared(result, precision);
  return num < 0n ? inverse(result, precision) : result;
}

/** A number x = num * 2^exp with e^x within a relative 2^-(bits - 2) of c = num / den > 0. */
export function logarithm(num: bigint, den: bigint, bits: number): { num: bigint; exp: number } {
  const one = 1n << BigInt(bits);
  let x = BigInt(Math.floor(Math.log(Number(num) / Number(den)) * 2 ** 40)) << BigInt(bits - 40);
  for (let known = 30; known < 2 * bits; known *= 2) {
    const { lo, exp } = expBracket(-x, -bits, bits);
    const ratio = shiftBoth(num * lo, exp + bits)[0] / den;
    x += ratio - one;
  }
  return { num: x, exp: -bits };
}

/** Whether every number of the bracket lies in the ball. */
export function covers(ball: Ball, bracket: Bracket): boolean {
  const shift = ball.exp - bracket.exp;
  if (Math.abs(shift) > 1e6) return false;
  const up = (n: bigint, by: number): bigint => n << BigInt(Math.max(0, by));
  return (
    up(ball.mid - ball.rad, shift) <= up(bracket.lo, -shift) &&
    up(ball.mid + ball.rad, shift) >= up(bracket.hi, -shift)
  );
}

function partialSums(down: bigint, up: bigint, precision: bigint): { lo: bigint; hi: bigint } {
  let [low, high] = [1n << precision, 1n << precision];
  let [lo, hi] = [low, high];
  for (let k = 1n; high > 2n; k++) {
    low = ((low * down) >> precision) / k;
    high = -((-(high * up) >> precision) / k) + 1n;
    lo += low;
    hi += high;
  }
  // The argument is below 1/4 and every later term below 1/4 of the one before, which is at most 2.
  return { lo, hi: hi + 1n };
}

function squared({ lo, hi, exp }: Bracket, precision: number): Bracket {
  return shortened({ lo: lo * lo, hi: hi * hi, exp: 2 * exp }, precision);
}

function inverse({ lo, hi, exp }: Bracket, precision: number): Bracket {
  const one = 1n << BigInt(2 * precision);
  return shortened({ lo: one / hi, hi: one / lo + 1n, exp: -exp - 2 * precision }, precision);
}

function shortened({ lo, hi, exp }: Bracket, precision: number): Bracket {
  const drop = Math.max(0, bitLength(hi) - precision);
  return { lo: lo >> BigInt(drop), hi: (hi >> BigInt(drop)) + 1n, exp: exp + drop };
}

function shiftBoth(n: bigint, shift: number): readonly [down: bigint, up: bigint] {
  if (shift >= 0) return [n << BigInt(shift), n << BigInt(shift)];
  const down = n >> BigInt(-shift);
  return [down, down + 1n];
}
