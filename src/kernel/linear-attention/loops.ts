import type { FloatArray } from '#kernel/tokens.ts';

/**
 * The inner loops of linear attention in one format, of which every form is made.
 *
 * Each operation rounds once to the format, and each sum runs from left to right. Several rows are taken in a pass where
 * that leaves the order of every sum as it is. A loop that served both formats would branch on the array at every
 * element, so there are two of each: `loops64.ts` is the one to read.
 */
export interface Loops<A extends FloatArray> {
  readonly zeros: (length: number) => A;
  /** A double to the nearest number of the format. */
  readonly round: (value: number) => number;
  /** sum_l a_l b_l from 0, over `count` places from `at` and `from` on. */
  readonly dot: (a: A, at: number, b: A, from: number, count: number) => number;
  /**
   * Weighted rows: out_c = (out_c + w_0 M_0c) + w_1 M_1c + ... over `count` rows of width `width`.
   *
   * @param at place in `weights` of w_0
   * @param stride places from one weight to the next
   * @param from place in `rows` of M_00
   * @param to place in `out` of out_0
   * @cost count width products
   */
  readonly addWeighted: (
    weights: A,
    at: number,
    stride: number,
    rows: A,
    from: number,
    count: number,
    width: number,
    out: A,
    to: number,
  ) => void;
  /**
   * Scores of one query: out_j = sum_l q_l k_jl, from 0, for `count` keys.
   *
   * @param at place in `q` of the query
   * @param from place in `k` of the first key
   * @cost count dk products
   */
  readonly scores: (q: A, at: number, k: A, from: number, count: number, dk: number, out: A) => void;
  /**
   * One token of the recurrence: S_lc = S_lc + k_l v_c, then out_c = (out_c + q_0 S_0c) + q_1 S_1c + ... .
   *
   * @param S shape [dk][dv]
   * @cost 2 dk dv products
   */
  readonly step: (
    q: A,
    qAt: number,
    k: A,
    kAt: number,
    v: A,
    vAt: number,
    dk: number,
    dv: number,
    S: A,
    out: A,
    to: number,
  ) => void;
  /** out_c = out_c + a_c. */
  readonly add: (a: A, from: number, count: number, out: A, to: number) => void;
  /** The sum from 0 of the first `count` numbers. */
  readonly total: (a: A, count: number) => number;
  /** out_c = out_c / by. */
  readonly divide: (out: A, to: number, count: number, by: number) => void;
}
