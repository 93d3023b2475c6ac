import { type ExpPlan, INDEX_BITS } from './ball-exp-plan.ts';
import { floorShift } from './integer.ts';

/** The real number e^x as (mid +- rad) * 2^exp, with mid > 0. */
export interface PointExponential {
  readonly mid: bigint;
  readonly rad: bigint;
  readonly exp: number;
}

/** Up to this |k|, k = floor(x / ln 2) is read off a double of x with an error below 2^-29. */
const SINGLE_LOOK = 2 ** 20;

/** The number of entries of a table, and of pairs of entries of two. */
const SINGLE = 2 ** INDEX_BITS;
const PAIR = SINGLE ** 2;

/**
 * e^x for x = mid * 2^exp.
 *
 * Write w for the width of the plan and take as unit 2^-w.
 *
 * Reduction. X = floor(x 2^w). k is an integer with k ln 2 + 2^-22 < x < (k + 1) ln 2 + 2^-19, see `quotient`.
 * r = X - floor(k ln2 / 2^64), where ln2 is at most 1.001 off at scale 2^(w + 64): the first floor takes [0, 1),
 * the second gives [0, 1), and |k| 2^-64 < 2^-10, so that r is within 1.002 units of x - k ln 2. Hence r >= 0,
 * r < 0.69315, and e^r is within a relative error of 1.003 units of e^(x - k ln 2).
 *
 * Tables. r = i1 2^-8 + i2 2^-16 + i3 2^-24 + i4 2^-32 + rest exactly, so e^r is a product of four table entries
 * and e^rest. All factors are at least 1 (as computed, too), so that an absolute error of one unit is a relative
 * error of at most one unit.
 *
 * Series. Let Q_j = sum of rest^(i-j) / i! from i = j to n, and q_j its computed value, at scale 2^(w - tj), t = 32. One step q_j = c_j + floor(q_(j+1) cut(rest) / 2^shift) loses, in units of its own scale, less than
 * 1 by the floor, less than 1 in c_j, 2^(cut - tj) Q_(j+1) <= 1.01 by cutting rest, and what q_(j+1) lost, times
 * rest 2^t < 1. So q_0 is too small by at most 3.01 n + 1 units, and the remainder of the series is below 1.01:
 * together less than 4n + 3.
 *
 * Product. Four entries too small by a relative 1.001 units, four products cut by at most one unit, the series and
 * the reduction: a relative error below 4n + 3 + 4.004 + 4 + 1.003 < 4n + 13 units, second-order terms included.
 * Since e^(x - k ln 2) < 2.001, the absolute error is below 2.001 (4n + 13) <= 9n + 27 units, the plan's radius.
 *
 * @throws RangeError when |x| > 6e15: the exponent of the result might not be a safe integer
 * @cost n + 5 products; n is 5 at 50 decimal digits and 20 at 200
 */
export function pointExponential(plan: ExpPlan, mid: bigint, exp: number): PointExponential {
  // A larger exponent makes no number but 0 smaller than 2^64, which is refused.
  const scaled = floorShift(mid, Math.min(exp, 64) + plan.width);
  if (scaled > plan.limit || scaled < -plan.limit) {
    throw new RangeError(`ball.exp: argument must be at most 6e15 in size, got ${mid} * 2^${exp}`);
  }
  const k = quotient(plan, scaled);
  const reduced = scaled - ((BigInt(k) * plan.ln2) >> 64n);
  const index = Number(reduced >> plan.restShift);
  const high = Math.floor(index / PAIR);
  const low = index % PAIR;
  const [t1, t2, t3, t4] = plan.tables;
  const w = plan.widthShift;
  const coarse = (t1[high >>> INDEX_BITS]! * t2[high % SINGLE]!) >> w;
  const fine = (t3[low >>> INDEX_BITS]! * t4[low % SINGLE]!) >> w;
  const series = seriesAt(plan, BigInt.asUintN(plan.restWidth, reduced));
  return { mid: (((coarse * fine) >> w) * series) >> w, rad: plan.radius, exp: k - plan.width };
}

/** Horner's rule with operands no longer than each step needs. */
function seriesAt(plan: ExpPlan, rest: bigint): bigint {
  let sum = plan.last;
  for (const { cut, shift, coefficients } of plan.runs) {
    const short = rest >> cut;
    for (const coefficient of coefficients) sum = coefficient + ((sum * short) >> shift);
  }
  return sum;
}

/**
 * An integer k with k ln 2 + 2^-22 < x < (k + 1) ln 2 + 2^-19.
 *
 * The double of the leading bits of x is off by 2^-64 and a relative 2^-53, its product with log2 e by a relative
 * 2^-51 in all: below 2^-29 for |x| <= 2^21, whence 2^-20 - 2^-29 < x / ln 2 - k < 1 + 2^-20 + 2^-29. For larger x
 * the first look is off by no more than a few units (2^53 * 2^-51), and a second look at what is left is exact enough.
 */
function quotient(plan: ExpPlan, scaled: bigint): number {
  const first = look(plan, scaled);
  if (Math.abs(first) <= SINGLE_LOOK) return first;
  return first + look(plan, scaled - ((BigInt(first) * plan.ln2) >> 64n));
}

function look(plan: ExpPlan, scaled: bigint): number {
  return Math.floor(Number(scaled >> plan.leadShift) * (Math.LOG2E * 2 ** -64) - 2 ** -20);
}
