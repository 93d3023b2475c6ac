import { binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Declaration } from '#kernel/declaration.ts';

/**
 * What every correct implementation in a format may be assumed to declare, however it is written: sums in any order,
 * partial sums joined once more, scores less the largest so far and a softmax rescaled at every key, both queries and
 * keys multiplied by a rounded root of the scale and scores by log2 e, products with a rounded reciprocal, a logarithm of
 * the sum in its place, and every operation rounded once, fused or not.
 *
 * Exponentials are within 4 ulp in binary64: glibc states 1 to 2, V8's (fdlibm) and SLEEF's `u10` 1, SVML's and numpy's
 * vectors up to 4. In binary32 torch's fused attention has one of 20 ulp, by its name `exp_u20`, which is 0 where the
 * result is not a normal number.
 *
 * @source GNU C library manual, Known maximum errors in math functions; SLEEF documentation; PyTorch,
 *   aten/src/ATen/cpu/vec/vec512/vec512_float.h
 */
export function loosest(format: FloatFormat): Declaration {
  const wide = format.name === binary64.name;
  return {
    format,
    expUlp: wide ? 4 : 20,
    additions: (n) => Math.max(0, n - 1),
    rescalings: (m) => Math.max(0, m - 1),
    shifted: true,
    joins: 1,
    compensated: false,
    scalings: (scale) => (scale === 1 ? 3 : 4),
    reciprocal: true,
    flushes: !wide,
    logarithm: true,
  };
}

/** As `loosest`, but that an exponential may be of a positive number: 1 / (1 + e^-z) is 0 where that overflows. */
export function loosestOutput(format: FloatFormat): Declaration {
  return { ...loosest(format), shifted: false };
}
