import { floats } from '#arithmetic/float-arithmetic.ts';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import { exps } from '#kernel/exp.ts';
import { type Case, seenBy } from './cases.ts';

/** The order in which a kernel documents that it works: with the number format and the sizes, its bits. */
export type Order = (one: Case) => number[];

/** scale <q_i, k_j>, added from left to right, scaled at last. */
function scoreOf({ format, tokens: { q, k, dk }, settings }: Case, i: number, j: number): number {
  const { add, mul } = floats(format);
  let sum = 0;
  for (let l = 0; l < dk; l++) sum = add(sum, mul(q[i * dk + l]!, k[j * dk + l]!));
  return mul(sum, settings.scale);
}

/** Without a shift: weights and outputs summed from left to right, divided at last. */
export function naiveOrder(one: Case): number[] {
  const { format, tokens, settings } = one;
  const { add, mul, div } = floats(format);
  const exp = exps(format);
  return rows(one, (i) => {
    const weights = Array.from({ length: seenBy(i, tokens, settings) }, (_, j) => exp(scoreOf(one, i, j)));
    const total = weights.reduce(add, 0);
    return columns(one, (c) =>
      div(
        weights.reduce((sum, weight, j) => add(sum, mul(weight, tokens.v[j * tokens.dv + c]!)), 0),
        total,
      ),
    );
  });
}

/**
 * Tile by tile of keys, each less the largest score so far; before a tile that has a larger one, all sums are scaled.
 *
 * @param tile keys of a tile
 * @param lanes the sum of weights is kept in so many parts: key j of a tile is added to part j modulo `lanes`, and the
 * parts are added from left to right at the end
 */
export function tileOrder(tile: number, lanes: number): Order {
  return (one) => {
    const { format, tokens, settings } = one;
    const { add, sub, mul, div } = floats(format);
    const exp = exps(format);
    return rows(one, (i) => {
      let most = Number.NEGATIVE_INFINITY;
      let totals = new Array<number>(lanes).fill(0);
      let sums = columns(one, () => 0);
      const seen = seenBy(i, tokens, settings);
      for (let start = 0; start < seen; start += tile) {
        const scores = Array.from({ length: Math.min(tile, seen - start) }, (_, j) =>
          scoreOf(one, i, start + j),
        );
        const highest = scores.reduce((so, score) => (score > so ? score : so), most);
        if (highest > most) {
          const factor = exp(sub(most, highest));
          totals = totals.map((total) => mul(total, factor));
          sums = sums.map((sum) => mul(sum, factor));
          most = highest;
        }
        scores.forEach((score, j) => {
          const weight = exp(sub(score, most === Number.NEGATIVE_INFINITY ? 0 : most));
          totals[j % lanes] = add(totals[j % lanes]!, weight);
          sums = sums.map((sum, c) => add(sum, mul(weight, tokens.v[(start + j) * tokens.dv + c]!)));
        });
      }
      const total = totals.reduce(add);
      return sums.map((sum) => div(sum, total));
    });
  };
}

/** The order of the vector kernels: tiles of 256 bytes of scores, lanes of 128 bits. */
export function vectorOrder(one: Case): number[] {
  const bytes = bytesIn(one.format);
  return tileOrder(256 / bytes, 16 / bytes)(one);
}

function bytesIn(format: FloatFormat): number {
  return format.name === 'binary64' ? 8 : 4;
}

function rows({ tokens: { n } }: Case, row: (i: number) => number[]): number[] {
  return Array.from({ length: n }, (_, i) => row(i)).flat();
}

function columns({ tokens: { dv } }: Case, column: (c: number) => number): number[] {
  return Array.from({ length: dv }, (_, c) => column(c));
}
