import type { FloatFormat } from '#arithmetic/float-format.ts';

/**
 * How e^x is computed in a format, in plain code and by vectors alike: x = k ln 2 + r with |r| <= ln(2) / 2, then
 * e^r = 1 + (r^2 q(r) + r), then times 2^k in two steps, so that only the last one can round. The even and the odd
 * coefficients of q are two series in r^2, each from its highest term down: q = odd(r^2) r + even(r^2).
 */
export interface ExpPlan {
  /** 1.5 * 2^(p - 1): adding it rounds to an integer, which is then in the lowest bits of the sum. */
  readonly magic: number;
  readonly log2e: number;
  /** ln 2 in two parts; the high one has so few bits that its product with k is exact. */
  readonly ln2High: number;
  readonly ln2Low: number;
  /** Coefficients of q, the constant first. */
  readonly q: readonly number[];
  /** Beyond these e^x is infinite or rounds to 0; arguments are moved to them. */
  readonly least: number;
  readonly greatest: number;
  /** 2^k = 2^(k + shift) 2^-shift for k <= 0, and 2^(k - shift) 2^shift for k > 0, all factors normal. */
  readonly shift: number;
}

/**
 * Minimax coefficients of (e^r - 1 - r) / r^2 on |r| <= ln(2) / 2, weighted by r^2 / e^r, from a Remez exchange at 200
 * bits. With the coefficients rounded to doubles, the polynomial is within 0.1 * 2^-53 of e^r.
 */
export const plan64: ExpPlan = {
  magic: 1.5 * 2 ** 52,
  log2e: Math.LOG2E,
  // 33 bits, so that 20 are left for k; the low part is ln 2 less the high one.
  ln2High: 0.6931471803691238,
  ln2Low: 1.9082149292705877e-10,
  q: [
    0.5000000000000011, 0.16666666666666413, 0.041666666666530267, 0.008333333333494335,
    0.0013888888943598022, 0.00019841269506777785, 2.480149313582193e-5, 2.755758626737624e-6,
    2.7630234059192756e-7, 2.5000072213603394e-8,
  ],
  least: -746,
  greatest: 710,
  shift: 54,
};

/** As `plan64`, with the polynomial within 0.065 * 2^-24 of e^r; every constant is a binary32 number. */
export const plan32: ExpPlan = {
  magic: 1.5 * 2 ** 23,
  log2e: Math.fround(Math.LOG2E),
  // 9 bits, so that 15 are left for k.
  ln2High: 0.693359375,
  ln2Low: Math.fround(Math.LN2 - 0.693359375),
  q: [
    0.4999999345167114, 0.1666652067927879, 0.041668387367783825, 0.00836870989145493, 0.0013814613121415032,
  ].map(Math.fround),
  least: -104,
  greatest: 89,
  shift: 26,
};

/**
 * In either format |computed - e^x| <= EXP_ULP ulp of e^x, plus half of the smallest subnormal where the result is subnormal.
 *
 * Let p be the precision and U = 2^-p: one ulp of numbers below 1 that are at least 1/2, half an ulp of those from 1 on.
 * Rounding is by half an ulp, U 2^j for results below 2^j. Let t = e^r - 1, |r| <= 0.3466, s = r^2 <= 0.1202. In
 * units of U:
 * - r: x - k ln2High is exact, for k ln2High is, and is within a factor of two of x unless k is 0. k ln2Low is off by
 *   its rounding and that of ln2Low, together 0.001 in binary64 (|k ln2Low| < 2^-22) and 0.036 in binary32 (below
 *   2^-4). The subtraction rounds by 1/4. So r is off by 0.286, and e^r by that times e^r.
 * - even: its last sum is below 1, and rounds by 1/2; what comes before adds 0.02. odd: below 1/4, so 1/8, and 0.01 from
 *   before; times r, and rounded below 2^-4: 0.08. Their sum q is below 1 and rounds by 1/2: q is off by 1.1.
 * - s q <= 0.068: s times 1.1, q times the rounding of s, 1/16, and the product's own, 1/16: 0.132 + 0.036 + 0.063 = 0.231.
 *   For r < 0, where q <= 1/2 and s q <= 0.06: 0.132 + 0.032 + 0.032 < 0.2.
 * - s q + r is below 1/2, and rounds by 1/4; below 1/4, by 1/8.
 * - The polynomial: 0.1 e^r.
 * - 1 + (...) rounds by 1/2 where e^r < 1, and by 1 from there on; no result is on the other side of 1 than e^r.
 * For r >= 0, in ulps of 2 U: (1.415 * 0.286 + 0.231 + 0.25 + 0.142 + 1) / 2 < 1.02. For r < 0, in ulps of U: when
 * r < -0.287, e^r < 0.751 and 0.751 * 0.286 + 0.2 + 0.25 + 0.076 + 0.5 < 1.242; otherwise |s q + r| < 1/4, and
 * 0.286 + 0.2 + 0.125 + 0.1 + 0.5 < 1.22. Fusing leaves roundings out. The factors 2^k are exact until a result is
 * subnormal, which rounds once more, by half of the smallest subnormal.
 *
 * The largest error that climbing found in ten million points each: 1.045 ulp in binary64 and 1.029 in binary32; 1.071
 * and 1.040 with fused products.
 */
export const EXP_ULP = 1.25;

/** Powers of two from 2^LOWEST, all normal doubles. */
const LOWEST = -1022;
const powers = Float64Array.from({ length: 2046 }, (_, i) => 2 ** (LOWEST + i));

/**
 * e^x in binary64, with the same bits on every machine.
 *
 * @returns within EXP_ULP ulp, and half of the smallest subnormal; 1 at 0; infinite above 709.78, 0 below -745.13
 * @cost about 30 operations
 */
export function exp64(x: number): number {
  const { magic, log2e, ln2High, ln2Low, least, greatest, shift } = plan64;
  if (!(x > least)) return Number.isNaN(x) ? x : 0;
  if (x > greatest) return Number.POSITIVE_INFINITY;
  const k = x * log2e + magic - magic;
  const r = x - k * ln2High - k * ln2Low;
  const s = r * r;
  const even = (((q64[8]! * s + q64[6]!) * s + q64[4]!) * s + q64[2]!) * s + q64[0]!;
  const odd = (((q64[9]! * s + q64[7]!) * s + q64[5]!) * s + q64[3]!) * s + q64[1]!;
  const y = 1 + (s * (odd * r + even) + r);
  return k > 0
    ? y * powers[k - shift - LOWEST]! * powers[shift - LOWEST]!
    : y * powers[k + shift - LOWEST]! * powers[-shift - LOWEST]!;
}

const q64 = Float64Array.from(plan64.q);
const q32 = Float64Array.from(plan32.q);
const f = Math.fround;

/** As `exp64`, in binary32: every operation is rounded to it. Infinite above 88.72, 0 below -103.97. */
export function exp32(x: number): number {
  const { magic, log2e, ln2High, ln2Low, least, greatest, shift } = plan32;
  if (!(x > least)) return Number.isNaN(x) ? x : 0;
  if (x > greatest) return Number.POSITIVE_INFINITY;
  const k = f(f(f(x * log2e) + magic) - magic);
  const r = f(f(x - f(k * ln2High)) - f(k * ln2Low));
  const s = f(r * r);
  const even = f(f(f(f(q32[4]! * s) + q32[2]!) * s) + q32[0]!);
  const odd = f(f(q32[3]! * s) + q32[1]!);
  const y = f(1 + f(f(s * f(f(odd * r) + even)) + r));
  return k > 0
    ? f(f(y * powers[k - shift - LOWEST]!) * powers[shift - LOWEST]!)
    : f(f(y * powers[k + shift - LOWEST]!) * powers[-shift - LOWEST]!);
}

/** e^x in a format. */
export function exps(format: FloatFormat): (x: number) => number {
  return format.name === 'binary64' ? exp64 : exp32;
}
