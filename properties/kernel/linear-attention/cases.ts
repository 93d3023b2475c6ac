import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { binary32, binary64, type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { zerosLike } from '#kernel/declaration.ts';
import type { LinearKernel, LinearSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';

/** The formats of the kernels. */
export const formats: readonly FloatFormat[] = [binary64, binary32];

/** Tokens and their format. */
export interface Case {
  readonly format: FloatFormat;
  readonly tokens: Tokens;
}

/** The longest that each size of a case may be. */
export interface Sizes {
  readonly n: number;
  readonly m: number;
  readonly dk: number;
  readonly dv: number;
}

/** Sizes on both sides of the four rows that the loops take in a pass, zero included. */
const upToTen: Sizes = { n: 6, m: 10, dk: 9, dv: 3 };

/** Numbers in the format of a case. */
export function arrayOf(format: FloatFormat, numbers: readonly number[]): FloatArray {
  return format === binary64 ? Float64Array.from(numbers) : Float32Array.from(numbers);
}

/** Cases of all sizes up to those given. */
export function cases(
  numbers: Arbitrary<number>,
  { aligned = false, sizes = upToTen }: { readonly aligned?: boolean; readonly sizes?: Sizes } = {},
): Arbitrary<Case> {
  return fc
    .record({
      format: fc.constantFrom(...formats),
      n: fc.nat(sizes.n),
      m: fc.nat(sizes.m),
      dk: fc.nat(sizes.dk),
      dv: fc.nat(sizes.dv),
    })
    .chain(({ format, n, m: keys, dk, dv }) => {
      const m = aligned ? n : keys;
      const matrix = (length: number): Arbitrary<FloatArray> =>
        fc.array(numbers, { minLength: length, maxLength: length }).map((list) =>
          arrayOf(
            format,
            list.map((value) => roundDouble(format, value)),
          ),
        );
      return fc
        .tuple(matrix(n * dk), matrix(m * dk), matrix(m * dv))
        .map(([q, k, v]) => ({ format, tokens: { q, k, v, n, m, dk, dv } }));
    });
}

/** Small integers: every form is exact on them. */
export const integers: Arbitrary<number> = fc.integer({ min: -30, max: 30 });

/** Zero, and numbers of sizes from 2^-8 to 2^9 with all bits random: no product of three of them underflows. */
export const reals: Arbitrary<number> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.integer({ min: -8, max: 8 }),
        fc.integer({ min: 0, max: 2 ** 52 - 1 }),
        fc.constantFrom(1, -1),
      )
      .map(([exponent, fraction, sign]) => sign * 2 ** exponent * (1 + fraction * 2 ** -52)),
  },
);

/** Numbers whose products overflow and underflow, infinities and NaN. */
export const anything: Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: reals },
  { weight: 1, arbitrary: fc.double() },
);

/** Cases by kind: most of finite sums only, for one NaN hides all that is added to it. */
export function everyKind(
  chosen: { readonly aligned?: boolean; readonly sizes?: Sizes } = {},
): Arbitrary<Case> {
  return fc.oneof(
    { weight: 3, arbitrary: cases(reals, chosen) },
    { weight: 1, arbitrary: cases(anything, chosen) },
  );
}

/** The plainest settings. */
export const plain: LinearSettings = { causal: false, normalize: false, featureMap: 'identity', chunk: 3 };
export const causally: LinearSettings = { ...plain, causal: true };

/** What a kernel writes into an array that was full of other numbers; it must leave its inputs alone. */
export function run(kernel: LinearKernel, tokens: Tokens, settings: LinearSettings): FloatArray {
  const before = [tokens.q, tokens.k, tokens.v].map((array) => array.slice());
  const out = zerosLike(tokens.v, tokens.n * tokens.dv).fill(12345);
  kernel.run(tokens, settings, out);
  before.forEach((array, i) => {
    expectSame([tokens.q, tokens.k, tokens.v][i]!, array);
  });
  return out;
}

/** Asserts that two arrays hold the same numbers, NaN and the signs of zeros included; far faster than `toEqual`. */
export function expectSame(computed: FloatArray, expected: FloatArray): void {
  const place = computed.findIndex((entry, i) => !Object.is(entry, expected[i]));
  // Asked millions of times, so that an expectation is made only to fail.
  if (place < 0 && computed.length === expected.length) return;
  expect(computed.length).toBe(expected.length);
  expect({ place, entry: computed[place] }).toEqual({ place, entry: expected[place] });
}

/** A matrix by rows. */
export function rowsOf<N = number>(
  array: ArrayLike<number>,
  rows: number,
  width: number,
  lift: (value: number) => N,
): N[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: width }, (__, c) => lift(array[i * width + c]!)),
  );
}

/** Numbers in a list, zeros without their sign. */
export function unsigned(numbers: Iterable<number>): number[] {
  return Array.from(numbers, (value) => value + 0);
}

/** How many keys a row sees. */
export function seenBy(i: number, { m }: Tokens, { causal }: LinearSettings): number {
  return causal ? Math.min(i + 1, m) : m;
}

/** y_ic = sum_j <q_i, k_j> v_jc by its definition, exactly, and the same sum of absolute values. */
export function exactEntry(
  { q, k, v, dk, dv }: Tokens,
  i: number,
  c: number,
  seen: number,
): { readonly value: Rational; readonly size: Rational } {
  let [value, size] = [fraction(0n), fraction(0n)];
  for (let j = 0; j < seen; j++) {
    for (let l = 0; l < dk; l++) {
      const product = [q[i * dk + l]!, k[j * dk + l]!, v[j * dv + c]!].map(exactly).reduce(rationals.mul);
      value = rationals.add(value, product);
      size = rationals.add(size, sizeOf(product));
    }
  }
  return { value, size };
}

export function sizeOf(r: Rational): Rational {
  return r.num < 0n ? rationals.neg(r) : r;
}

/** Asserts that every output is exact. */
export function expectExact(kernel: LinearKernel, { tokens }: Case, settings: LinearSettings): void {
  const out = run(kernel, tokens, settings);
  for (let i = 0; i < tokens.n; i++) {
    for (let c = 0; c < tokens.dv; c++) {
      const { value } = exactEntry(tokens, i, c, seenBy(i, tokens, settings));
      expect(exactly(out[i * tokens.dv + c]!)).toEqual(value);
    }
  }
}

/**
 * Asserts that every output is as near to the exact one as the declaration says: gamma_k times the sum of sizes, with k
 * the two products of an addend, the additions over coordinates and keys, and the joins. Nothing underflows with `reals`.
 */
export function expectWithinBound(
  kernel: LinearKernel,
  { format, tokens }: Case,
  settings: LinearSettings,
): void {
  const { additions, joins } = kernel.declares(format);
  const out = run(kernel, tokens, settings);
  for (let i = 0; i < tokens.n; i++) {
    const seen = seenBy(i, tokens, settings);
    const ku = rationals.mul(
      exactly(format.unitRoundoff),
      exactly(2 + additions(tokens.dk) + additions(seen) + joins),
    );
    const gamma = rationals.div(ku, rationals.sub(fraction(1n), ku));
    for (let c = 0; c < tokens.dv; c++) {
      const { value, size } = exactEntry(tokens, i, c, seen);
      const error = sizeOf(rationals.sub(exactly(out[i * tokens.dv + c]!), value));
      expect(rationals.compare(error, rationals.mul(gamma, size))).not.toBe('greater');
    }
  }
}

/** Asserts that the normaliser divides by the outputs for values of 1, entry by entry and rounded once. */
export function expectQuotients(
  kernel: LinearKernel,
  { format, tokens }: Case,
  settings: LinearSettings,
): void {
  const ones = { ...tokens, v: arrayOf(format, new Array<number>(tokens.m).fill(1)), dv: 1 };
  const totals = run(kernel, ones, { ...settings, normalize: false });
  const sums = run(kernel, tokens, { ...settings, normalize: false });
  const expected = sums.map((entry, place) => entry / totals[Math.floor(place / tokens.dv)]!);
  expect(unsigned(run(kernel, tokens, { ...settings, normalize: true }))).toEqual(unsigned(expected));
}

/** Asserts that a number that is NaN spoils the rows and columns that it must, and leaves the bits of all others. */
export function expectContained(
  kernel: LinearKernel,
  { format, tokens }: Case,
  settings: LinearSettings,
  spoils: (i: number, key: number) => boolean,
): void {
  const { n, m, dk, dv } = tokens;
  const clean = run(kernel, tokens, settings);
  const poisoned = (name: 'q' | 'k' | 'v', place: number): FloatArray => {
    const numbers = [...tokens[name]];
    numbers[place] = Number.NaN;
    return run(kernel, { ...tokens, [name]: arrayOf(format, numbers) }, settings);
  };
  const expectSpoiled = (out: FloatArray, spoiled: (i: number, c: number) => boolean): void => {
    out.forEach((entry, place) => {
      const expected = spoiled(Math.floor(place / dv), place % dv) ? Number.NaN : clean[place]!;
      expect(entry).toBe(expected);
    });
  };
  for (let row = 0; row < n * Math.min(1, dk * m); row++) {
    expectSpoiled(poisoned('q', row * dk), (i) => i === row);
  }
  for (let key = 0; key < m * Math.min(1, dk); key++) {
    expectSpoiled(poisoned('k', key * dk + dk - 1), (i) => spoils(i, key));
    for (let column = 0; column < dv; column++) {
      expectSpoiled(poisoned('v', key * dv + column), (i, c) => c === column && spoils(i, key));
    }
  }
}

/** Asserts what becomes of sizes of zero: no keys or no coordinates give 0, and NaN with the normaliser. */
export function expectEmpties(kernel: LinearKernel, settings: LinearSettings): void {
  for (const format of formats) {
    for (const [n, m, dk, dv] of [
      [0, 0, 2, 2],
      [0, 3, 2, 2],
      [2, 0, 2, 2],
      [2, 2, 0, 2],
      [2, 2, 2, 0],
      [0, 0, 0, 0],
    ] as const) {
      const of = (length: number): FloatArray => arrayOf(format, new Array<number>(length).fill(1));
      const tokens = { q: of(n * dk), k: of(m * dk), v: of(m * dv), n, m, dk, dv };
      expect([...run(kernel, tokens, { ...settings, normalize: false })]).toEqual(
        new Array<number>(n * dv).fill(0),
      );
      expect([...run(kernel, tokens, { ...settings, normalize: true })]).toEqual(
        new Array<number>(n * dv).fill(Number.NaN),
      );
    }
  }
}

/** Tokens under a feature map, by the scalar definition. */
export function mapped({ format, tokens }: Case, map: (x: number) => number): Tokens {
  const each = (array: FloatArray): FloatArray => arrayOf(format, Array.from(array, map));
  return { ...tokens, q: each(tokens.q), k: each(tokens.k) };
}
