import { type Ball, balls, endpoints } from '#arithmetic/ball.ts';
import { nearestDouble } from '#arithmetic/dyadic.ts';
import { gamma, raised } from '#bound/gamma.ts';
import type { Declaration } from '#kernel/declaration.ts';
import { type Case, seenBy } from './cases.ts';

const a = balls(160);

/** A number in the middle of a ball, to 2^-52: balls of 160 bits are far narrower. */
function middle(ball: Ball): number {
  return nearestDouble(endpoints(ball).lo);
}

/** A sum of balls. */
function total(some: readonly Ball[]): Ball {
  return some.reduce(a.add, a.of(0));
}

/** One row of attention, exactly, and what its bound depends on. */
export interface Row {
  /** Weights that add up to 1. */
  readonly weights: readonly number[];
  /** The scores, and the sums of the sizes of their products. */
  readonly scores: readonly number[];
  readonly sizes: readonly number[];
  /** Entries of the output, as balls. */
  readonly entries: readonly Ball[];
}

/** A row by the definition, in balls. */
export function exactRow({ tokens, settings }: Case, i: number): Row {
  const { q, k, v, dk, dv } = tokens;
  const keys = Array.from({ length: seenBy(i, tokens, settings) }, (_, j) => j);
  const products = keys.map((j) =>
    Array.from({ length: dk }, (_, l) =>
      [settings.scale, q[i * dk + l]!, k[j * dk + l]!].map(a.of).reduce(a.mul),
    ),
  );
  const scores = products.map(total);
  const weights = scores.map(a.exp);
  const sum = total(weights);
  return {
    weights: weights.map((weight) => middle(a.div(weight, sum))),
    scores: scores.map(middle),
    sizes: products.map((some) => some.map((one) => Math.abs(middle(one))).reduce((x, y) => x + y, 0)),
    entries: Array.from({ length: dv }, (_, c) =>
      a.div(total(weights.map((weight, j) => a.mul(weight, a.of(v[j * dv + c]!)))), sum),
    ),
  };
}

/** How far a number is from what is in a ball. */
export function distance(ball: Ball, computed: number): number {
  return Math.abs(middle(a.sub(ball, a.of(computed))));
}

/**
 * B4: how far an entry may be off, of a kernel that declares this of itself, while nothing overflows.
 *
 * E: error of a score; tau: of the logarithm of a weight; T1: what weights that are off make of values less the output;
 * the rest: rounding of sums, products and the quotient, and underflow.
 */
export function entryBound(
  { format, expUlp, rescalings, shifted }: Declaration,
  { tokens: { v, dk, dv } }: Case,
  { weights, scores, sizes, entries }: Row,
  c: number,
): number {
  const [u, eta, n] = [format.unitRoundoff, format.smallestSubnormal, weights.length];
  const E = sizes.map((size) => gamma(dk + 1, u) * size + (dk + 1) * eta);
  const [most, widest] = [Math.max(...scores), Math.max(...E)];
  const R = rescalings(n);
  const relative = 2 * u * expUlp;
  const tau = E.map((off, j) => {
    const gap = shifted ? most - scores[j]! + off + widest : 0;
    return off + u * (1 + u) * gap + ((1 + R) * relative) / (1 - relative);
  });
  const y = Math.abs(middle(entries[c]!));
  const values = Array.from(weights, (_, j) => v[j * dv + c]!);
  const sum = (term: (j: number) => number): number => weights.reduce((so, _, j) => so + term(j), 0);
  const D = sum((j) => weights[j]! * Math.exp(-tau[j]!));
  const T1 = sum((j) => weights[j]! * Math.expm1(tau[j]!) * Math.abs(values[j]! - middle(entries[c]!))) / D;
  const M = sum((j) => weights[j]! * Math.exp(tau[j]!) * Math.abs(values[j]!)) / D;
  const [rho, phi] = [gamma(n + 1 + R, u), gamma(n - 1 + R, u)];
  const sizesOfValues = sum((j) => Math.abs(values[j]!));
  const underflow = 2 * eta * (2 * sizesOfValues + n * y + 3 * n + 3) + eta;
  return raised(T1 + (rho * M + phi * (y + T1)) / (1 - phi) + underflow);
}
