import { expect } from 'vitest';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import { softmaxAllowance } from '#bound/softmax-attention.ts';
import { type Declaration, zerosLike } from '#kernel/declaration.ts';
import type { SoftmaxKernel } from '#kernel/kernel.ts';
import { tiledRelaxed, tiledSimd } from '#kernel/simd/softmax-attention.ts';
import { memoryImport } from '#kernel/simd/workspace.ts';
import { naive } from '#kernel/softmax-attention/naive.ts';
import { online } from '#kernel/softmax-attention/online.ts';
import { tiled } from '#kernel/softmax-attention/tiled.ts';
import { twoPass } from '#kernel/softmax-attention/two-pass.ts';
import { supports } from '#wasm/engine.ts';
import { arrayOf, type SoftmaxCase } from '../evaluation/softmax-cases.ts';
import '../wasm/relaxed.ts';

/** What a kernel has to do with its bound. */
export type Bounded = Pick<SoftmaxKernel, 'run'> & {
  readonly declares: (format: FloatFormat) => Declaration;
};

/** Every kernel that this engine runs, by name. */
export const kernels: readonly (readonly [name: string, kernel: Bounded])[] = [
  ['naive', naive],
  ['two-pass', twoPass],
  ['online', online],
  ['tiled', tiled],
  ['tiled by vectors', tiledSimd],
  ...(supports('relaxed', memoryImport.shared) ? ([['tiled, fused', tiledRelaxed]] as const) : []),
];

/** Asserts that a kernel returns what it is allowed to. @returns the largest error in parts of its bound */
export function expectAllowed(kernel: Bounded, { format, tokens, settings }: SoftmaxCase): number {
  const out = zerosLike(tokens.v, tokens.n * tokens.dv);
  kernel.run(tokens, settings, out);
  const { exact, bound, fates } = softmaxAllowance(tokens, settings, kernel.declares(format));
  let largest = 0;
  out.forEach((entry, at) => {
    if (fates[at] === 'overflows') expect(entry).not.toSatisfy(Number.isFinite);
    if (fates[at] !== 'bounded') return;
    const error = Math.abs(entry - exact.high[at]! - exact.low[at]!);
    // Only an error that is certain is one.
    expect(error - exact.radius[at]!).toBeLessThanOrEqual(bound[at]!);
    largest = Math.max(largest, error / bound[at]!);
  });
  return largest;
}

/** Sizes of the cases that show how sharp the bounds are. */
export interface Size {
  readonly m: number;
  readonly dk: number;
}

/** One query with coordinates and values in [-2, 2), from a seed: the same on every machine. */
export function seeded(format: FloatFormat, seed: number, { m, dk }: Size): SoftmaxCase {
  let state = seed >>> 0;
  // A linear congruence modulo 2^32 (Numerical Recipes, ranqd1); the upper 22 bits are used.
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 10) * 2 ** -20 - 2;
  };
  const list = (length: number) =>
    arrayOf(
      format,
      Array.from({ length }, () => next() + next() * 2 ** -22),
    );
  return {
    format,
    tokens: { q: list(dk), k: list(m * dk), v: list(m), n: 1, m, dk, dv: 1 },
    settings: { scale: 1, causal: false },
  };
}
