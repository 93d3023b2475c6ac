import { bitLength } from './dyadic.ts';

/** Bits of the argument that one table takes. */
export const INDEX_BITS = 8;

/** Bits that the four tables take together: what is left of the argument is below 2^-32. */
const TABLED_BITS = 4 * INDEX_BITS;

/**
 * Entries of the first table: arguments up to ln 2 + 2^-19 < 0.69315 have an index of at most
 * floor(0.69315 * 2^8) = 177.
 */
const FIRST_ENTRIES = 178;

/** Extra bits with which tables and ln 2 are computed before they are cut; the errors they hide are derived below. */
const GUARD_BITS = 64;

/** Three 64-bit digits: cutting an operand more often costs more than the shorter products save. */
const CUT_STEP = 192;

/** A run of steps of Horner's rule that share one cut of the argument. */
interface HornerRun {
  readonly cut: bigint;
  readonly shift: bigint;
  readonly coefficients: readonly bigint[];
}

/** What e^x at one precision needs to have been computed beforehand; integers at scale 2^width. */
export interface ExpPlan {
  readonly width: number;
  readonly widthShift: bigint;
  /** floor of 2^64 times the argument's scale, for a look at its leading bits. */
  readonly leadShift: bigint;
  readonly restWidth: number;
  readonly restShift: bigint;
  /** 6e15: beyond it, the exponent of the result might not be a safe integer. */
  readonly limit: bigint;
  /** ln 2 at scale 2^(width + 64), at most 1.001 off. */
  readonly ln2: bigint;
  /** Table q has e^(i 2^(-8q)), 0 to 1.001 too small, 1 exactly at i = 0. */
  readonly tables: readonly [readonly bigint[], readonly bigint[], readonly bigint[], readonly bigint[]];
  /** 1 / n!, the last coefficient. */
  readonly last: bigint;
  readonly runs: readonly HornerRun[];
  /** Bound, in units of 2^-width, on the error of e^x before it is scaled by a power of two. */
  readonly radius: bigint;
}

const plans = new Map<number, ExpPlan>();

/**
 * The plan for results of a relative error below 2^-(bits + 4), kept for later calls: n <= 430 and a radius of
 * 9n + 27 < 2^12 at a scale of at least 2^(bits + 16).
 *
 * @param bits precision in bits, from 2 to 2^14
 * @returns a plan of width >= bits + 16, of the form 64m - 2, so that numbers below 4 fill whole machine words,
 *   and at least 126, so that a shift by width - 64 makes sense
 * @cost about 950 products of `width` bits for the first call at a width, and 950 numbers of `width` bits of memory
 */
export function expPlan(bits: number): ExpPlan {
  const width = Math.max(2, Math.ceil((bits + 18) / 64)) * 64 - 2;
  const known = plans.get(width);
  if (known) return known;
  const plan = makePlan(width);
  plans.set(width, plan);
  return plan;
}

function makePlan(width: number): ExpPlan {
  const restWidth = width - TABLED_BITS;
  const { last, runs, degree } = series(width);
  return {
    width,
    widthShift: BigInt(width),
    leadShift: BigInt(width - 64),
    restWidth,
    restShift: BigInt(restWidth),
    limit: 6_000_000_000_000_000n << BigInt(width),
    ln2: naturalLogarithmOfTwo(width + 64),
    tables: [
      table(width, 1, FIRST_ENTRIES),
      table(width, 2, 1 << INDEX_BITS),
      table(width, 3, 1 << INDEX_BITS),
      table(width, 4, 1 << INDEX_BITS),
    ],
    last,
    runs,
    // Derived in ball-exp.ts.
    radius: BigInt(9 * degree + 27),
  };
}

/**
 * ln 2 = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749), since 2 artanh(1/n) = ln((n+1)/(n-1)) and
 * (27/25)^9 (4800/4802) (8750/8748)^4 = 2: the powers of 2, 3, 5, 7 in it are 1, 0, 0, 0.
 *
 * @returns an integer at most 1.001 from ln 2 * 2^scale: the three sums have, in units of 2^-(scale + 64), errors in
 *   [0, terms + 1), together below 28 (scale + 64) < 2^20, less than 0.001 of a unit before the last floor
 */
function naturalLogarithmOfTwo(scale: number): bigint {
  const wide = scale + GUARD_BITS;
  const sum = 18n * artanhOfInverse(26n, wide) - 2n * artanhOfInverse(4801n, wide);
  return (sum + 8n * artanhOfInverse(8749n, wide)) >> BigInt(GUARD_BITS);
}

/** Sum of 1 / (m n^m) over odd m; every term is the floor of the true one, and those after the last sum to < 1. */
function artanhOfInverse(n: bigint, scale: number): bigint {
  let power = (1n << BigInt(scale)) / n;
  let sum = 0n;
  for (let m = 1n; power !== 0n; m += 2n) {
    sum += power / m;
    power /= n * n;
  }
  return sum;
}

/**
 * e^(i d) for i = 0, 1, ... and d = 2^(-8q), by repeated multiplication at 64 extra bits.
 *
 * Every value is too small, never too large. The series for e^d has fewer than 2^11 terms, each a floor, so that e^d
 * is too small by at most 2^11. If entry i is too small by a_i, then a_(i+1) <= a_i e^d + e^(id) 2^11 + 1, so that
 * a_i <= i e^(id) (2^11 + 1) < 2^8 * 2.8 * (2^11 + 1) < 2^21: below 2^-43 of a unit once the extra bits are cut off,
 * which makes less than one more unit.
 */
function table(width: number, q: number, entries: number): readonly bigint[] {
  const shift = BigInt(width + GUARD_BITS);
  let step = 0n;
  let term = 1n << shift;
  for (let k = 1n; term !== 0n; k++) {
    step += term;
    term = (term >> BigInt(INDEX_BITS * q)) / k;
  }
  const values: bigint[] = [];
  for (let value = 1n << shift; values.length < entries; value = (value * step) >> shift) {
    values.push(value >> BigInt(GUARD_BITS));
  }
  return values;
}

/**
 * Coefficients of sum r^j / j!, j = 0 ... n, for 0 <= r < 2^-t and t = 32.
 *
 * The j-th is kept at scale 2^(width - tj) only, since it is multiplied by r^j, and met by r without its last
 * `cut` <= tj bits. n is the least with 2^(t(n+1)) (n+1)! >= 2^width, so that width - tn > 0 and the remainder
 * r^(n+1) / (n+1)! (1 + r + ...) is below 1.001 units of 2^-width.
 */
function series(width: number): { last: bigint; runs: readonly HornerRun[]; degree: number } {
  const scaled = [1n << BigInt(width)];
  let factorial = 1n;
  for (let n = 1; ; n++) {
    factorial *= BigInt(n);
    if (bitLength(factorial) - 1 + TABLED_BITS * n >= width) break;
    scaled.push((1n << BigInt(width - TABLED_BITS * n)) / factorial);
  }
  const degree = scaled.length - 1;
  const runs: { cut: bigint; shift: bigint; coefficients: bigint[] }[] = [];
  for (let j = degree - 1; j >= 0; j--) {
    const cut = Math.floor((TABLED_BITS * j) / CUT_STEP) * CUT_STEP;
    const shift = BigInt(width - TABLED_BITS - cut);
    if (runs.at(-1)?.shift !== shift) runs.push({ cut: BigInt(cut), shift, coefficients: [] });
    runs.at(-1)!.coefficients.push(scaled[j]!);
  }
  return { last: scaled[degree]!, runs, degree };
}
