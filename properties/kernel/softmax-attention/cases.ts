import fc, { type Arbitrary } from 'fast-check';
import { binary32, binary64, type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { zerosLike } from '#kernel/declaration.ts';
import type { SoftmaxKernel, SoftmaxSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import { expectSame } from '../linear-attention/cases.ts';

/** The formats of the kernels. */
export const formats: readonly FloatFormat[] = [binary64, binary32];

/** Tokens, their format, and what is asked of them. */
export interface Case {
  readonly format: FloatFormat;
  readonly tokens: Tokens;
  readonly settings: SoftmaxSettings;
}

/** The most that each size of a case may be, and the least number of keys. */
export interface Sizes {
  readonly n: number;
  readonly m: number;
  readonly dk: number;
  readonly dv: number;
}

/** What numbers are drawn: ordinary ones; of many sizes, infinities and NaN among them; small integers. */
export type Kind = 'reals' | 'anything' | 'integers';

/** Numbers from 0 to 1 that look random. Many thousands are needed, of which shrinking one would tell nothing. */
export function unitNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e300, 1e38, 5e-324];

/** One number of a kind. */
function draw(kind: Kind, unit: () => number): number {
  if (kind === 'integers') return Math.floor(unit() * 9) - 4;
  if (kind === 'anything' && unit() < 0.02) return special[Math.floor(unit() * special.length)]!;
  const size = 2 ** Math.floor(unit() * 6 - 3);
  return unit() < 0.05 ? 0 : (2 * unit() - 1) * size;
}

/** So many numbers of a format. */
export function arrayOf(format: FloatFormat, length: number, number: (place: number) => number): FloatArray {
  const array = format === binary64 ? new Float64Array(length) : new Float32Array(length);
  for (let place = 0; place < length; place++) array[place] = number(place);
  return array;
}

/** Cases of all sizes up to those given, with at least one key. */
export function cases(
  sizes: Sizes,
  kinds: readonly Kind[] = ['reals', 'reals', 'anything'],
): Arbitrary<Case> {
  return fc
    .record({
      format: fc.constantFrom(...formats),
      n: fc.nat(sizes.n),
      m: fc.integer({ min: 1, max: sizes.m }),
      dk: fc.nat(sizes.dk),
      dv: fc.nat(sizes.dv),
      scale: fc.constantFrom(1, 0.3, -1, 4, 0),
      causal: fc.boolean(),
      kind: fc.constantFrom(...kinds),
      seed: fc.integer(),
    })
    .map(({ format, n, m, dk, dv, scale, causal, kind, seed }) => {
      const unit = unitNumbers(seed);
      const matrix = (rows: number, width: number): FloatArray =>
        arrayOf(format, rows * width, () => draw(kind, unit));
      return {
        format,
        tokens: { q: matrix(n, dk), k: matrix(m, dk), v: matrix(m, dv), n, m, dk, dv },
        settings: { scale: roundDouble(format, scale), causal },
      };
    });
}

/** What a kernel writes into an array that was full of other numbers; it must leave its inputs alone. */
export function run(kernel: SoftmaxKernel, { tokens, settings }: Omit<Case, 'format'>): FloatArray {
  const before = [tokens.q, tokens.k, tokens.v].map((array) => array.slice());
  const out = zerosLike(tokens.v, tokens.n * tokens.dv).fill(12345);
  kernel.run(tokens, settings, out);
  for (const [i, array] of before.entries()) expectSame([tokens.q, tokens.k, tokens.v][i]!, array);
  return out;
}

/** How many keys a row sees. */
export function seenBy(i: number, { m }: Tokens, { causal }: SoftmaxSettings): number {
  return causal ? Math.min(i + 1, m) : m;
}

/** Tokens with one number changed. */
export function changed(
  { format, tokens, settings }: Case,
  name: 'q' | 'k' | 'v',
  place: number,
  value: number,
): Case {
  const array = arrayOf(format, tokens[name].length, (at) => (at === place ? value : tokens[name][at]!));
  return { format, settings, tokens: { ...tokens, [name]: array } };
}
