import { formatOf, roundingTo } from '#kernel/declaration.ts';
import type { FloatArray } from '#kernel/tokens.ts';

const f = Math.fround;

/** Blocks of `lanes.ts` in a visit. */
export const VISIT_BLOCKS = 32;

/** log2 N + 2 below: a bias is at least 1.5 times 2^8 as large as the power of two that inputs are below. */
export const BIAS_EXPONENT = 8;

/** So many of the largest powers of two are sizes for which there is no bias. */
export const BIAS_ROOM: number = BIAS_EXPONENT + 3;

/** Blocks from which on sums are biased; see the derivation. */
const ENOUGH_BLOCKS = 2 ** 18;

/** How many inputs are added by visits from a bias, first of all: whole visits of 16 MiB or more, none of less. */
export function biasedInputs(length: number, block: number): number {
  return length < ENOUGH_BLOCKS * block ? 0 : length - (length % (VISIT_BLOCKS * block));
}

/**
 * Adds whole visits of inputs to accumulators a_i[l] and their errors, with four additions an input where TwoSum takes
 * seven: a sum that is much larger than what is added to it has its rounding error by FastTwoSum.
 *
 * A visit is 32 blocks of `lanes.ts`. In it, lane l of accumulator p = 0, 1 adds the inputs t mod 2 w = p w + l, N = 64 of
 * them. For each visit:
 * 1. M is the largest size among those inputs. Where M < 2^emin, the smallest normal number, their bias is 0. Else let
 *    2^e <= M < 2^(e + 1): a bias 1.5 2^k with e + 8 <= k <= e + 10 is kept from the visit before, any other becomes
 *    1.5 2^(e + 9);
 * 2. where M >= 2^(emax - 10), or is no number, for any of them, the inputs of the visit are added by TwoSum, as in
 *    `compensated.ts`; biases stay for the next visit;
 * 3. otherwise s starts from the bias; each input x makes t = fl(s + x), its error fl(x - fl(t - s)) is added to those of
 *    a_p[l], and s = t;
 * 4. s less its bias joins a_p[l] by TwoSum.
 *
 * Theorem. Errors in 3 and the difference in 4 are exact. With L = additions(n) of `compensated.ts`, the state is within
 * u |h_T| + gamma_L^2 S of h_T, where S is the sum of the sizes of h_0 and all inputs.
 *
 * Derivation. Let g = 2^k 2u be the spacing of numbers from 2^k to 2^(k + 1). An input rounded to multiples of g is at most
 * 2^(e + 1), so that N of them move s by at most N 2^(e + 1) <= 2^(k - 1) from 1.5 2^k: every fl(s + x) is the multiple of
 * g nearest to s + x. Then t - s is a multiple of g, of size at most 2^(e + 1), and exact; r = x - (t - s) is 0 or a
 * multiple of the last place of x, and |r| <= |x| as 0 is a multiple of g: exact. So is s - 1.5 2^k. From a bias of 0:
 * where |s + x| < 2 2^emin nothing is rounded; else |s| >= 2^emin > |x|, for which FastTwoSum is exact.
 *
 * Each |r| is at most g / 2 = 2^k u <= 2^10 u M, and N of them at most 2^16 u M, which is at most 2^16 u times the sizes of
 * those inputs in this visit. All other errors are those of TwoSum, in sums of sizes at most (1 + 2^16 u) S. Let there be B
 * blocks and V visits. An addend takes part in N additions of its own visit; in one for each later visit, but in 32 where
 * that was added by TwoSum: which is for 2^9 visits at most, as S < 2^(emax - 1); in 32 after the last visit, and in w + 3
 * that join accumulators and h_0. So all errors are together at most ((1 + u)^D - 1) S, with
 * D = 2^16 + V + 2^14 + N + 35 + w. Adding them up, each takes part in A = 65 V + 32 + 2 w + 6 additions at most, and the
 * last rounding is one more: off by at most ((1 + u)^(A + 1) - 1) times that. Now V <= B / 32, 2^18 <= B < L, hence
 * A + 1 <= 33 L / 16, D <= 3 L / 8, and by (1 + u)^n - 1 <= n u e^(n u) the product is at most
 * (4 / 5) x^2 e^(5 x / 2) for x = L u. That is below gamma_L^2 = x^2 / (1 - x)^2, as
 * 5 x / 2 + log(4 / 5) < 2 x + x^2 <= -2 log(1 - x).
 *
 * A bias, and a sum from it, is at most 2^emax: what overflows does so in 2 or 4, as in sums by TwoSum alone.
 *
 * @param x inputs; the first `end` are added, whole visits
 * @param sums accumulators a_i[l] at w i + l, and as far behind each its errors
 * @cost 4 additions an input in 2 w chains, and a pass that finds the largest sizes; 2 w numbers of memory
 * @source T. J. Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971);
 *   S. M. Rump, T. Ogita, S. Oishi, Accurate floating-point summation part I, SIAM J. Sci. Comput. 31 (2008), section 3
 */
export function addVisits(x: FloatArray, end: number, sums: FloatArray): void {
  const block = sums.length / 2;
  const step = block / 2;
  const { minExponent, maxExponent } = formatOf(x);
  const [smallest, tooLarge] = [2 ** minExponent, 2 ** (maxExponent + 1 - BIAS_ROOM)];
  const powers = new Float64Array(step);
  for (let start = 0; start < end; start += VISIT_BLOCKS * block) {
    const visit = { first: start, end: start + VISIT_BLOCKS * block, step };
    const places = Array.from(powers, (_, place) => ({ ...visit, first: start + place }));
    const sizes = places.map((inputs) => largestSize(x, inputs));
    if (!sizes.every((size) => size < tooLarge)) {
      for (let t = visit.first; t < visit.end; t++) addTo(sums, t % block, x[t]!);
      continue;
    }
    places.forEach((inputs, place) => {
      powers[place] = settled(powers[place]!, sizes[place]!, smallest);
      const bias = 1.5 * powers[place];
      const from = { sum: bias, errors: sums[place + block]! };
      const { sum, errors } =
        x instanceof Float64Array ? addFromBias64(x, inputs, from) : addFromBias32(x, inputs, from);
      sums[place + block] = errors;
      // The difference is exact, so that it is a number of the format.
      addTo(sums, place, sum - bias);
    });
  }
}

/** Inputs of one accumulator in a visit. */
interface Inputs {
  readonly first: number;
  readonly end: number;
  readonly step: number;
}

/** A sum, and the errors of its additions with others from before. */
interface Sum {
  readonly sum: number;
  readonly errors: number;
}

/** The largest size of some inputs; NaN where one is NaN. */
function largestSize(x: FloatArray, { first, end, step }: Inputs): number {
  let largest = 0;
  for (let t = first; t < end; t += step) largest = Math.max(largest, Math.abs(x[t]!));
  return largest;
}

/** The power of two 2^k of a bias, 0 for none: that of the visit before where it is right for the size. */
function settled(power: number, size: number, smallest: number): number {
  if (size < smallest) return 0;
  const least = 2 ** BIAS_EXPONENT * powerOf(size);
  return power >= least && power <= 4 * least ? power : 2 * least;
}

/** 2^e <= size < 2^(e + 1). */
function powerOf(size: number): number {
  // A logarithm that is rounded up may be that of the next power.
  const power = 2 ** Math.floor(Math.log2(size));
  return power > size ? power / 2 : power;
}

function addFromBias64(x: Float64Array, { first, end, step }: Inputs, { sum, errors }: Sum): Sum {
  let [s, e] = [sum, errors];
  for (let t = first; t < end; t += step) {
    const input = x[t]!;
    const next = s + input;
    e += input - (next - s);
    s = next;
  }
  return { sum: s, errors: e };
}

function addFromBias32(x: Float32Array, { first, end, step }: Inputs, { sum, errors }: Sum): Sum {
  let [s, e] = [sum, errors];
  for (let t = first; t < end; t += step) {
    const input = x[t]!;
    const next = f(s + input);
    e = f(e + f(input - f(next - s)));
    s = next;
  }
  return { sum: s, errors: e };
}

/** Adds a number to accumulator i, and the error, by TwoSum, to its errors. */
function addTo(sums: FloatArray, i: number, added: number): void {
  const round = roundingTo(sums);
  const errors = i + sums.length / 2;
  const sum = sums[i]!;
  const next = round(sum + added);
  const part = round(next - sum);
  sums[errors] = round(sums[errors]! + round(round(sum - round(next - part)) + round(added - part)));
  sums[i] = next;
}
