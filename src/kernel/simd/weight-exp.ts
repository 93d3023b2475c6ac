import { type Code, sequence } from '#wasm/code.ts';
import { get, i32, type Local, set, type ValueType } from '#wasm/instruction.ts';
import { VECTOR, type VectorType, v128 } from '#wasm/vector.ts';
import { type VectorExp, vectorExp } from './exp.ts';
import { POWERS, POWERS_ADDRESS } from './powers.ts';

/**
 * e^x for the weights of softmax, of x that are not positive: where products may be fused, by fewer of them.
 *
 * Deterministic vectors have the bits of `kernel/exp.ts`. Relaxed ones are within EXP_ULP ulp, and half of the smallest
 * subnormal where the machine does not fuse, where e^x is a normal number; below, what they give is between 0 and the
 * smallest normal number, and 0 from its half on.
 */
export function weightExp(v: VectorType, local: (type: ValueType) => Local): VectorExp {
  if (v.rounding === 'deterministic') return vectorExp(v, local, 'nonPositive');
  return v.format === 'binary64' ? tableExp(v, local) : vectorExp(v, local, 'flushed');
}

/** So many powers of two stand between a number and its double, as a power of two itself. */
const STEPS = Math.log2(POWERS);

/** Bits of the fraction of a binary64 number. */
const FRACTION = 52;

/** Half of the widest interval of r. */
const REACH = Math.LN2 / (2 * POWERS);

/**
 * Coefficients of (e^r - 1 - r) / r^2 on |r| <= REACH = a: those of the series up to r^3, with r^6 / 720 replaced by
 * (a^2 r^4 - a^4 r^2 / 8) / 720, from which it differs by at most a^6 / 5760, so that with all that is left out the
 * polynomial is within 0.05 * 2^-53 of e^r.
 */
export const seriesOfTable: readonly number[] = [
  1 / 2 - REACH ** 4 / 5760,
  1 / 6,
  1 / 24 + REACH ** 2 / 720,
  1 / 120,
];

/** 1.5 * 2^52: adding it rounds to an integer, which is then in the lowest bits of the sum. */
const MAGIC = 1.5 * 2 ** FRACTION;

/** ln 2 in two parts, divided by the number of powers; the high one has 33 bits, so that 20 are left for n. */
export const partsOfLn2: readonly [number, number] = [
  0.6931471803691238 / POWERS,
  1.9082149292705877e-10 / POWERS,
];

/** Here e^x is 2^-1023, and the power of two has all its bits 0. */
const LEAST = -1023 * Math.LN2;

/**
 * e^x of two binary64 lanes: x = n ln(2) / 64 + r with |r| <= ln(2) / 128, then 2^(n / 64) from a table, times e^r =
 * 1 + (r + r^2 q(r)), all of it fused into the last addition.
 *
 * The error, in units of U = 2^-53, an ulp of results from 1 to 2 being 2 U: the power is off by 1 at most, and exact where n
 * is a multiple of 64; the last addition rounds by 1, and by 1/2 below 1, which only multiples of 64 reach. The polynomial
 * is off by 0.05 y. n times the high part of ln 2 / 64 is exact, for it has 50 bits; x less that, the low part and its product
 * leave r off by 0.006, and e^r as much; r + r^2 q(r) is below 2^-7, and rounds by 2^-9. Together less than 2.12 U, which is
 * 1.06 ulp. Where products are rounded the power times r + r^2 q(r) costs 2^-7 more, and half of the smallest subnormal where
 * it is one.
 *
 * Where e^x is below the smallest normal number, the exponent's bits are 0, and what is there is below it too.
 *
 * The largest error that climbing found in a million points: 1.021 ulp.
 *
 * @cost 9 products, 2 sums, and 2 numbers of the table, a vector
 */
function tableExp(v: VectorType, local: (type: ValueType) => Local): VectorExp {
  const loaded: Code[] = [];
  const number = (value: number): Code => {
    const variable = local(VECTOR);
    loaded.push(set(variable, v.const(value)));
    return get(variable);
  };
  const [magic, perStep, least] = [number(MAGIC), number(Math.LOG2E * POWERS), number(LEAST)] as const;
  const [high, low] = partsOfLn2.map((part) => number(-part)) as [Code, Code];
  const [q0, q1, q2, q3] = seriesOfTable.map(number) as [Code, Code, Code, Code];
  const place = (t: Local, lane: 0 | 1): Code =>
    i32.shl(i32.and(v128.word(get(t), 2 * lane), i32.const(POWERS - 1)), i32.const(3));
  const steps: readonly ((variables: Variables) => Code)[] = [
    ({ x }) => set(x, v.pmax(get(x), least)),
    ({ x, t }) => set(t, v.mulAdd(get(x), perStep, magic)),
    ({ t, n }) => set(n, v.sub(get(t), magic)),
    ({ t, power }) => set(power, v128.loadLow(place(t, 0), POWERS_ADDRESS)),
    ({ t, power }) => set(power, v128.loadHigh(place(t, 1), get(power), POWERS_ADDRESS)),
    // The table has n mod 64 taken off where this adds it, so that n / 64 rounded down is added to the exponent.
    ({ t, power }) => set(power, v.integerAdd(get(power), v.shiftLeft(get(t), FRACTION - STEPS))),
    ({ x, n, r }) => set(r, v.mulAdd(get(n), low, v.mulAdd(get(n), high, get(x)))),
    ({ r, n }) => set(n, v.mul(get(r), get(r))),
    ({ r, q }) => set(q, v.mulAdd(v.mulAdd(v.mulAdd(q3, get(r), q2), get(r), q1), get(r), q0)),
    ({ r, n, q }) => set(q, v.mulAdd(get(q), get(n), get(r))),
    ({ x, power, q }) => set(x, v.mulAdd(get(q), get(power), get(power))),
  ];
  const variables: Omit<Variables, 'x'>[] = [];
  const variablesOf = (i: number): Omit<Variables, 'x'> =>
    (variables[i] ??= {
      ...{ t: local(VECTOR), n: local(VECTOR), power: local(VECTOR) },
      ...{ r: local(VECTOR), q: local(VECTOR) },
    });
  return {
    prepare: sequence(...loaded),
    apply: (...xs) => {
      const all = xs.map((x, i) => ({ x, ...variablesOf(i) }));
      return sequence(...steps.flatMap((step) => all.map(step)));
    },
  };
}

/** What is in variables while the numbers of one are replaced. */
interface Variables {
  readonly x: Local;
  /** n in its lowest bits. */
  readonly t: Local;
  /** n, and later the square of r. */
  readonly n: Local;
  readonly power: Local;
  readonly r: Local;
  readonly q: Local;
}
