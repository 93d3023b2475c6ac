import { expect } from 'vitest';
import { balls, endpoints } from '#arithmetic/ball.ts';
import { nearestDouble } from '#arithmetic/dyadic.ts';
import { exactly, fromDyadic, type Rational, rationals } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates } from '#arithmetic/space.ts';
import type { Values } from '#evaluation/values.ts';
import { attentionWeights, softmaxAttention } from '#reference/softmax-attention.ts';
import type { SoftmaxCase } from './softmax-cases.ts';

/** Bounds of every output by an arithmetic, from the definition: without a shift, in its order. */
export function outputsOver<N>(a: Analytic<N>, { tokens, settings }: SoftmaxCase): readonly N[] {
  const { q, k, v, n, m, dk, dv } = tokens;
  const rows = (numbers: ArrayLike<number>, count: number, width: number): N[][] =>
    Array.from({ length: count }, (_, i) =>
      Array.from({ length: width }, (__, c) => a.of(numbers[i * width + c]!)),
    );
  const options = { scale: a.of(settings.scale), causal: settings.causal };
  const [keys, values] = [coordinates(a, dk), coordinates(a, dv)];
  return softmaxAttention(keys, values, rows(q, n, dk), rows(k, m, dk), rows(v, m, dv), options).flat();
}

const wide = balls(400);

/** Bounds of every output as fractions, by balls of 400 bits. */
export function truthOf(one: SoftmaxCase): readonly { readonly lo: Rational; readonly hi: Rational }[] {
  return outputsOver(wide, one).map((ball) => {
    const { lo, hi } = endpoints(ball);
    return { lo: fromDyadic(lo), hi: fromDyadic(hi) };
  });
}

/** Rows of weights, by balls of 400 bits, as doubles; keys behind the mask absent. */
export function weightsOf({ tokens, settings }: SoftmaxCase): readonly (readonly number[])[] {
  const { q, k, n, m, dk } = tokens;
  const rows = (numbers: ArrayLike<number>, count: number) =>
    Array.from({ length: count }, (_, i) =>
      Array.from({ length: dk }, (__, l) => wide.of(numbers[i * dk + l]!)),
    );
  const options = { scale: wide.of(settings.scale), causal: settings.causal };
  return attentionWeights(coordinates(wide, dk), rows(q, n), rows(k, m), options).map((row) =>
    row.map(({ mid, exp }) => nearestDouble({ mantissa: mid, exponent: exp })),
  );
}

/** Asserts that an entry of values has the truth, known between two fractions, within its radius. */
export function expectHolds(values: Values, at: number, lo: Rational, hi: Rational): void {
  const mid = rationals.add(exactly(values.high[at]!), exactly(values.low[at]!));
  const radius = exactly(values.radius[at]!);
  const below = rationals.sub(mid, radius);
  const above = rationals.add(mid, radius);
  expect(rationals.sub(hi, below).num >= 0n && rationals.sub(above, lo).num >= 0n).toBe(true);
}

/** Whether the definition, in its own order, has an exponential for every score. */
export function reachable({ tokens: { q, k }, settings: { scale } }: SoftmaxCase): boolean {
  const most = (list: ArrayLike<number>): number => Math.max(0, ...Array.from(list, Math.abs));
  return most(q) * most(k) * Math.abs(scale) < 1e13;
}
