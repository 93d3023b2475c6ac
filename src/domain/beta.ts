import { binary64, next, previous } from '#arithmetic/float-format.ts';
import type { Domain } from './domain.ts';
import { positiveAlphabet, positiveNumber } from './grain.ts';
import { inputs, type Shaped } from './layout.ts';

/** The common norm of a frame. */
export type BetaCase = Shaped<{ readonly beta: readonly [] }>;

/**
 * The norms beta > 0, or beta >= 0.
 *
 * Graded: (0,) 1, 2, 1/2, 3, ...; random sizes are drawn by logarithm from [2^-10, 2^5].
 */
export function betas(zeroIncluded: boolean): Domain<BetaCase> {
  return inputs({
    name: zeroIncluded ? 'beta >= 0' : 'beta > 0',
    layout: { beta: [] },
    sizes: {},
    numbers: positiveNumber,
    alphabet: zeroIncluded ? [0, ...positiveAlphabet] : positiveAlphabet,
    admits: (value) => Number.isFinite(value) && (value > 0 || (zeroIncluded && value === 0)),
    conditions: (a, { beta }) => [{ left: a.of(0), is: zeroIncluded ? '<=' : '<', right: beta }],
  });
}

/**
 * Numbers around a boundary, ascending: the boundary, its neighbouring doubles, and a range of factors 2^(2^-i).
 *
 * @param boundary a positive double
 * @param neighbours doubles on each side
 * @param octaves factors on each side: 2, sqrt 2, 2^(1/4), ...
 */
export function ladder(boundary: number, neighbours = 3, octaves = 6): number[] {
  const rungs = new Set([boundary]);
  let [below, above] = [boundary, boundary];
  for (let i = 0; i < neighbours; i++) {
    below = previous(binary64, below);
    above = next(binary64, above);
    rungs.add(below).add(above);
  }
  for (let i = 0; i < octaves; i++) {
    const factor = 2 ** (2 ** -i);
    rungs.add(boundary / factor).add(boundary * factor);
  }
  return [...rungs].filter((rung) => rung > 0 && Number.isFinite(rung)).sort((a, b) => a - b);
}
