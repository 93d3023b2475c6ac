import fc, { type Arbitrary } from 'fast-check';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import { VISIT_BLOCKS } from '#kernel/rnn/biased.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { drawn } from '../simd/drawn.ts';
import { lanesIn } from './orders.ts';
import { formats } from './sequences.ts';

/** Inputs for some visits of biased sums. */
export interface Visits {
  readonly format: FloatFormat;
  readonly x: FloatArray;
}

/** What the inputs of a visit are, of numbers from -1 to 1 with all bits random. */
const kinds = {
  even: (value: number) => value,
  positive: Math.abs,
  wide: (value: number, t: number) => value * 2 ** (((t * 37) % 120) - 119),
  /** Lanes of zeros: their bias is 0. */
  halved: (value: number, t: number) => (t % 2 === 0 ? 0 : value),
  one: (value: number, t: number) => (t === 71 ? value : value * 2 ** -45),
  powers: (value: number) => Math.sign(value),
  zeros: () => 0,
} as const;

/** Inputs of so many blocks of a format. */
export function inputsIn(format: FloatFormat, blocks = VISIT_BLOCKS): number {
  return blocks * 4 * lanesIn(format);
}

/** One to four visits, near each other in size: all over the format, at its ends, subnormal numbers included. */
export function visits(): Arbitrary<Visits> {
  return fc.constantFrom(...formats).chain((format) => {
    const { quantum, minExponent, maxExponent } = format;
    const exponent = fc.oneof(
      fc.integer({ min: -20, max: 20 }),
      fc.integer({ min: quantum, max: minExponent + 20 }),
      fc.integer({ min: maxExponent - 25, max: maxExponent - 9 }),
    );
    const visit = fc.record({
      kind: fc.constantFrom(...Object.values(kinds)),
      shift: fc.integer({ min: -4, max: 4 }),
      seed: fc.nat(1000),
    });
    return fc
      .tuple(exponent, fc.array(visit, { minLength: 1, maxLength: 4 }))
      .map(([from, all]) => ({ format, x: placed(format, from, all) }));
  });
}

interface Visit {
  readonly kind: (value: number, t: number) => number;
  readonly shift: number;
  readonly seed: number;
}

function placed(format: FloatFormat, exponent: number, all: readonly Visit[]): FloatArray {
  const length = inputsIn(format);
  const x = drawn(format, all.length * length, 0);
  all.forEach(({ kind, shift, seed }, visit) => {
    const size = 2 ** Math.max(format.quantum, exponent + shift);
    drawn(format, length, seed).forEach((value, t) => {
      x[visit * length + t] = kind(value, t) * size;
    });
  });
  return x;
}

/** As few inputs as are biased, all bits random, and some more. */
export function manyInputs(format: FloatFormat, more: number): FloatArray {
  const some = drawn(format, 65_537, 9);
  const x = new (some.constructor as Float64ArrayConstructor)(2 ** 18 * 4 * lanesIn(format) + more);
  for (let start = 0; start < x.length; start += some.length)
    x.set(some.subarray(0, x.length - start), start);
  return x;
}
