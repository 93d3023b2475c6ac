import { balls } from './ball.ts';
import { mul, rest, scaleRest, twoProduct, twoSum } from './double-double.ts';
import { dyadics, nearestDouble } from './dyadic.ts';

/** Arguments up to this size. */
export const EXP_LIMIT = 512;

/** Bound on the relative error of `exp`. */
export const EXP_ERROR: number = 2 ** -95;

/** Adding it rounds to an integer, taking it away again leaves that. */
const MAGIC = 1.5 * 2 ** 52;

/** ln 2 in three parts: multiples of 2^-42 and 2^-84, whose products with 10 bits are exact, and 53 bits more. */
const LN2_HIGH = 0.6931471805598903;
const LN2_MIDDLE = 5.49792301870721e-14;
const LN2_LOW = 1.1612227229362532e-26;

/** |k| <= 512 / ln 2 + 1/2 < 740. */
const MOST_POWER = 740;
const powers = Float64Array.from({ length: 2 * MOST_POWER + 1 }, (_, i) => 2 ** (i - MOST_POWER));

/** e^(i / 2^places) for |i| <= most, high and low parts side by side; within u^2 of its size. */
function table(places: number, most: number): Float64Array {
  const entries = new Float64Array(4 * most + 2);
  const { exp } = balls(128);
  for (let i = -most; i <= most; i++) {
    const { mid, exp: exponent } = exp({ mid: BigInt(i), rad: 0n, exp: -places });
    const exact = { mantissa: mid, exponent };
    const high = nearestDouble(exact);
    entries[2 * (i + most)] = high;
    entries[2 * (i + most) + 1] = nearestDouble(dyadics.sub(exact, dyadics.of(high)));
  }
  return entries;
}

/** ln(2) / 2 < 45.5 / 128. */
const MOST_COARSE = 45;
const MOST_FINE = 64;
const coarse = table(7, MOST_COARSE);
const fine = table(14, MOST_FINE);

/**
 * e^x of a double-double x = h + l with |x| <= 512; the low part is left for `rest`.
 *
 * x = k ln 2 + i / 2^7 + j / 2^14 + r with |r| <= 2^-14.99, and e^r = 1 + q, q = r + r^2 / 2 + t. Errors as parts of the
 * result, u = 2^-53:
 * - r: h - k LN2_HIGH is exact, for both are multiples of 2^-54 where k is not 0 (then |h| > 1/4), and the difference is
 *   below 0.35; so is s - m 2^-14, of multiples of 2^-68 and at most 2^-15 where m is not 0 (then |s| >= 2^-15). The
 *   tail is rounded twice, by u^2 |x| each and 2^-107 together.
 * - q: the series ends before r^6 / 720 < 2^-99.4. t < 2^-47.5 has fewer than 8 roundings, 2^-97.6, among them the
 *   three for what r leaves behind it. The low part, about as large as t, is summed with three roundings, 2^-98.9.
 * - The tables and their product: 2 u^2 + 7 u^2 < 2^-102.8.
 * - e + e q: the product of the high parts is exact; the low parts, below 2^-47.4 of e, are rounded or left out six
 *   times, by 2^-100.4 each, 2^-97.8.
 * Together below 2^-96.2 + 2 u^2 |x| < 2^-95.
 *
 * @returns the high part of e^x, within EXP_ERROR of its size
 * @cost about 120 operations
 */
export function exp(h: number, l: number): number {
  const k = h * Math.LOG2E + MAGIC - MAGIC;
  const s = twoSum(h - k * LN2_HIGH, -k * LN2_MIDDLE);
  const tail = rest() + (l - k * LN2_LOW);
  const m = s * 2 ** 14 + MAGIC - MAGIC;
  const r = twoSum(s - m * 2 ** -14, tail);
  const rLow = rest();
  const p = twoProduct(r, r);
  const half = 0.5 * p;
  const t = p * r * (1 / 6 + r * (1 / 24 + r * (1 / 120)));
  const q = r + half;
  const qLow = half - (q - r) + (rLow + (0.5 * rest() + r * rLow + t));
  const i = (m + 64) >> 7;
  const a = 2 * (i + MOST_COARSE);
  const b = 2 * (m - 128 * i + MOST_FINE);
  const e = mul(coarse[a]!, coarse[a + 1]!, fine[b]!, fine[b + 1]!);
  const eLow = rest();
  const f = twoProduct(e, q);
  const fLow = rest() + (e * qLow + eLow * q);
  const y = e + f;
  const yLow = f - (y - e) + (eLow + fLow);
  const power = powers[k + MOST_POWER]!;
  const high = twoSum(y, yLow) * power;
  scaleRest(power);
  return high;
}
