// e^x by halving, partial sums with their remainder, and squaring. Shares no table, logarithm or code with src/.
import { fivePower, scaled, sign, size } from './number.mjs';

/**
 * Two numbers lo <= e^x <= hi of base 2 or 10, a relative base^-places or so apart.
 *
 * |x| is halved until it is below 2^-8. Lower sums are of floors and upper sums of ceilings; the terms left out are
 * each below 2^-8 of the one before, and the first of them below the last unit that was added twice. Every squaring
 * doubles the relative width, which the places to spare allow for; lower ends are cut and upper ends raised.
 */
export function expBracket(x, base, places) {
  if (sign(x) === 0) return { lo: scaled(base, 1n), hi: scaled(base, 1n) };
  const halvings = Math.max(0, Math.ceil(size(x)) + 8);
  const work = places + Math.ceil((halvings + 24) / Math.log2(base));
  const one = power(base, work);
  let { lo, hi } = partialSums(reduced(x, halvings, one), one);
  let [lowExponent, highExponent] = [-work, -work];
  for (let i = 0; i < halvings; i++) {
    [lo, lowExponent] = cut(lo * lo, 2 * lowExponent, base, work, 0n);
    [hi, highExponent] = cut(hi * hi, 2 * highExponent, base, work, 1n);
  }
  if (sign(x) > 0) return { lo: scaled(base, lo, lowExponent), hi: scaled(base, hi, highExponent) };
  const wide = power(base, 2 * work + 2);
  const down = (n, e, up) => scaled(base, wide / n + up, -e - 2 * work - 2);
  return { lo: down(hi, highExponent, 0n), hi: down(lo, lowExponent, 1n) };
}

/** floor(|x| / 2^halvings * one); one more is above it. */
function reduced({ n, t, f }, halvings, one) {
  let num = (n < 0n ? -n : n) * one;
  let den = 1n;
  if (f >= 0) num *= fivePower(f);
  else den = fivePower(-f);
  const shift = t - halvings;
  if (shift >= 0) num <<= BigInt(shift);
  else den <<= BigInt(-shift);
  return num / den;
}

function partialSums(down, one) {
  const up = down + 1n;
  let [low, high] = [one, one];
  let [lo, hi] = [one, one];
  for (let k = 1n; high > 1n; k++) {
    low = (low * down) / one / k;
    high = (high * up) / (one * k) + 1n;
    lo += low;
    hi += high;
  }
  return { lo, hi: hi + 1n };
}

/** Keeps about `work` places, in units of the last of them. */
function cut(n, e, base, work, up) {
  const length = n.toString(16).length * 4;
  const drop = Math.floor((length - 4) / Math.log2(base)) - work - 1;
  if (drop <= 0) return [n, e];
  return [n / power(base, drop) + up, e + drop];
}

function power(base, k) {
  return base === 2 ? 1n << BigInt(k) : fivePower(k) << BigInt(k);
}

/**
 * A number x of base 2 or 10 with `places` places behind the point and e^x next to c, by Newton's steps.
 *
 * @param approximate the logarithm of c as a double
 */
export function logarithm(c, approximate, base, places) {
  const one = power(base, places);
  const first = Math.round(approximate * 2 ** 40);
  let x = (BigInt(first) * one) >> 40n;
  for (let known = 36; known < 2 * places * Math.log2(base); known *= 2) {
    const { lo } = expBracket(scaled(base, -x, -places), base, places + 4);
    const ratio = { n: c.n * lo.n, t: c.t + lo.t, f: c.f + lo.f };
    x += floorOf(ratio, one) - one;
  }
  return scaled(base, x, -places);
}

/** floor(a * one) for a > 0 of moderate size. */
function floorOf({ n, t, f }, one) {
  const num = n * one * (f > 0 ? fivePower(f) : 1n) * (t > 0 ? 1n << BigInt(t) : 1n);
  return num / ((f < 0 ? fivePower(-f) : 1n) * (t < 0 ? 1n << BigInt(-t) : 1n));
}
