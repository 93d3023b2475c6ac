import { type Dyadic, dyadic } from '#arithmetic/dyadic.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { emptyValues, setDyadic, setUnknown } from './dyadic-value.ts';
import type { Values } from './values.ts';

/** What is known of the recurrence at one input. */
export interface StateOracle {
  readonly states: Values;
  /** |h_0| + sum |x_s|, s <= t, summed from the left in binary64; as many as there are states. */
  readonly sizes: Float64Array;
}

/** Up to this sum of sizes neither a sum of some of the addends nor a difference of two comes near 2^1024. */
const ROOMY = 2 ** 1022;

/**
 * The final state h_T of h_t = x_t - h_(t-1), exactly.
 *
 * A state is kept as two doubles: TwoSum gives the rounding error of an addition exactly, also where it underflows, so
 * that the pair is exact as long as the sum of its low part and of the error is a double. Where it is not, and where a
 * sum might overflow, integers decide.
 *
 * @param x inputs, shape [T]
 * @param h0 initial state
 * @param exponent states and sizes are returned times 2^exponent
 * @returns one state, h_0 without inputs. Its radius is 0 unless it needs more than two doubles, and infinite where
 *   nothing is known: from a number that is not finite on, and where it is too large for a double
 * @cost 22 T additions; where that does not do, T additions of integers of up to 2100 bits
 * @source T. J. Dekker, A floating-point technique for extending the available precision, 1971; D. E. Knuth, The Art of
 *   Computer Programming 2, theorem 4.2.2 B
 */
export function finalStateValue(x: FloatArray, h0: number, exponent = 0): StateOracle {
  const oracle = { states: emptyValues(1), sizes: new Float64Array(1) };
  if (exponent !== 0 || !sumPairs(x, h0, oracle)) sumIntegers(x, h0, exponent, oracle);
  return oracle;
}

/** Every state h_1 ... h_T, exactly: as `finalStateValue`, shape [T]. */
export function stateValues(x: FloatArray, h0: number, exponent = 0): StateOracle {
  const oracle = { states: emptyValues(x.length), sizes: new Float64Array(x.length) };
  if (exponent !== 0 || !sumPairs(x, h0, oracle)) sumIntegers(x, h0, exponent, oracle);
  return oracle;
}

/** Writes the last states, as many as there is room for. Returns whether two doubles were enough for all. */
function sumPairs(x: FloatArray, h0: number, { states, sizes }: StateOracle): boolean {
  const { high, low } = states;
  const first = x.length - high.length;
  let sum = h0;
  let rest = 0;
  let size = Math.abs(h0);
  let lost = 0;
  for (let t = -1; ; ) {
    if (t >= first) {
      high[t - first] = sum;
      low[t - first] = rest;
      sizes[t - first] = size;
    }
    if (++t === x.length) break;
    const input = x[t]!;
    size += Math.abs(input);
    // TwoSum of the input and the high part, of their error and the low part, and of the two sums.
    const s = input - sum;
    const p = s - input;
    const e = input - (s - p) - (sum + p);
    const r = e - rest;
    const o = r - e;
    lost += Math.abs(e - (r - o) - (rest + o));
    sum = s + r;
    const i = sum - s;
    rest = s - (sum - i) + (r - i);
  }
  return lost === 0 && size <= ROOMY;
}

/** As `sumPairs`, for any input: states as integers, all times one power of two. */
function sumIntegers(x: FloatArray, h0: number, exponent: number, { states, sizes }: StateOracle): void {
  const scale = 2 ** exponent;
  const first = x.length - states.high.length;
  const least = leastExponent(x, h0);
  let known = Number.isFinite(h0);
  let sum = known ? integerOf(h0, least) : 0n;
  let size = Math.abs(h0) * scale;
  for (let t = -1; ; ) {
    if (t >= first) {
      sizes[t - first] = size;
      if (known) setDyadic(states, t - first, { mantissa: sum, exponent: least + exponent }, NOTHING);
      else setUnknown(states, t - first);
    }
    if (++t === x.length) break;
    const input = x[t]!;
    size += Math.abs(input) * scale;
    known &&= Number.isFinite(input);
    if (known) sum = integerOf(input, least) - sum;
  }
}

const NOTHING: Dyadic = { mantissa: 0n, exponent: 0 };

/** The least exponent of the finite numbers among some, as odd mantissas and powers of two. */
function leastExponent(x: FloatArray, h0: number): number {
  let least = Number.isFinite(h0) ? dyadic(h0).exponent : 0;
  for (const input of x) if (Number.isFinite(input)) least = Math.min(least, dyadic(input).exponent);
  return least;
}

/** value / 2^exponent, an integer. */
function integerOf(value: number, exponent: number): bigint {
  const exact = dyadic(value);
  return exact.mantissa << BigInt(exact.exponent - exponent);
}
