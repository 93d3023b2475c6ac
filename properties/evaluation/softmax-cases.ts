import fc, { type Arbitrary } from 'fast-check';
import { binary32, binary64, type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { realNumber } from '#domain/grain.ts';
import type { SoftmaxSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';

/** An input of softmax attention and its format. */
export interface SoftmaxCase {
  readonly format: FloatFormat;
  readonly tokens: Tokens;
  readonly settings: SoftmaxSettings;
}

/** Numbers of queries and keys, and of values. */
interface Numbers {
  readonly coordinates: Arbitrary<number>;
  readonly values: Arbitrary<number>;
}

/** Numbers of either sign with all bits random, their exponents uniform. */
export function sized(from: number, to: number): Arbitrary<number> {
  return fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.integer({ min: 0, max: 2 ** 52 - 1 }),
      fc.constantFrom(1, -1),
    )
    .map(([exponent, fraction, sign]) => sign * 2 ** exponent * (1 + fraction * 2 ** -52));
}

const grains: Arbitrary<number> = fc.oneof(realNumber('integer'), realNumber('dyadic'), realNumber('double'));

/** By kind: plain numbers; large spreads; ties; values near the largest number, and near the smallest. */
export const kinds = {
  plain: () => ({ coordinates: grains, values: grains }),
  spread: () => ({ coordinates: sized(-4, 7), values: sized(-3, 3) }),
  tied: () => ({ coordinates: fc.constantFrom(0, 3.7, -3.7), values: grains }),
  large: ({ maxExponent }: FloatFormat) => ({
    coordinates: sized(Math.floor(maxExponent / 2) - 20, Math.floor(maxExponent / 2) + 1),
    values: sized(maxExponent - 12, maxExponent - 1),
  }),
  small: ({ quantum }: FloatFormat) => ({
    coordinates: fc.oneof(grains, sized(quantum, Math.floor(quantum / 3))),
    values: fc.oneof(sized(quantum, Math.floor(quantum / 2)), fc.constant(0)),
  }),
} satisfies Record<string, (format: FloatFormat) => Numbers>;

export type Kind = keyof typeof kinds;

const scales = fc.oneof(
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 0.5, 0.35, -2.7, 2 ** -80 * 1.3, 2 ** 90 * 1.1) },
);

/** Numbers in a format. */
export function arrayOf(format: FloatFormat, numbers: readonly number[]): FloatArray {
  return format === binary64 ? Float64Array.from(numbers) : Float32Array.from(numbers);
}

/** Inputs of one kind, in either format; now and then more keys than a tile of a kernel holds. */
export function softmaxCases(kind: Kind, mostKeys = 6): Arbitrary<SoftmaxCase> {
  return fc
    .record({
      format: fc.constantFrom(binary64, binary32),
      n: fc.integer({ min: 1, max: 3 }),
      m: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: mostKeys }) },
        { weight: 1, arbitrary: fc.constantFrom(33, 70) },
      ),
      dk: fc.nat(5),
      dv: fc.integer({ min: 1, max: 3 }),
      scale: scales,
      causal: fc.boolean(),
    })
    .chain(({ format, n, m, dk, dv, scale, causal }) => {
      const { coordinates, values } = kinds[kind](format);
      const matrix = (numbers: Arbitrary<number>, length: number): Arbitrary<FloatArray> =>
        fc.array(numbers, { minLength: length, maxLength: length }).map((list) =>
          arrayOf(
            format,
            list.map((x) => roundDouble(format, x)),
          ),
        );
      return fc
        .tuple(matrix(coordinates, n * dk), matrix(coordinates, m * dk), matrix(values, m * dv))
        .map(([q, k, v]) => ({
          format,
          tokens: { q, k, v, n, m, dk, dv },
          settings: { scale: roundDouble(format, scale), causal },
        }));
    });
}

/** The last coordinate of every key makes its first score nearly 0, so that most of its digits cancel. */
export function cancelling({ format, tokens, settings }: SoftmaxCase): SoftmaxCase {
  const { q, k, m, dk } = tokens;
  const keys = k.slice();
  for (let j = 0; j < m * Math.sign(dk); j++) {
    let sum = 0;
    for (let l = 0; l < dk - 1; l++) sum += q[l]! * keys[j * dk + l]!;
    if (q[dk - 1] !== 0) keys[j * dk + dk - 1] = -sum / q[dk - 1]!;
  }
  return { format, tokens: { ...tokens, k: keys }, settings };
}

/** A case of plain lists. */
export function caseOf(
  format: FloatFormat,
  [q, k, v]: readonly (readonly number[])[],
  { n = 1, dk = 1, dv = 1, scale = 1, causal = false } = {},
): SoftmaxCase {
  const m = v!.length / dv;
  const [queries, keys, values] = [q!, k!, v!].map((list) => arrayOf(format, list));
  return {
    format,
    tokens: { q: queries!, k: keys!, v: values!, n, m, dk, dv },
    settings: { scale, causal },
  };
}
