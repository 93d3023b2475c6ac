import type { Analytic } from '#arithmetic/ring.ts';

/** A number, or a sum of exponentials that has not been formed. */
export type Shiftable<N> =
  | { readonly is: 'number'; readonly value: N }
  | { readonly is: 'exponentials'; readonly scores: readonly N[] };

/** An arithmetic whose quotients of sums of exponentials are formed after a shift by the greatest exponent. */
export type ShiftedSoftmax<N> = Analytic<Shiftable<N>> & {
  readonly from: (value: N) => Shiftable<N>;
  /** The number itself; a sum of exponentials is formed, without a shift. */
  readonly formed: (x: Shiftable<N>) => N;
};

/**
 * Softmax as implementations compute it: e^(s_j - m) / sum_l e^(s_l - m) with m = max_l s_l, from a formula that
 * says e^(s_j) / sum_l e^(s_l).
 *
 * An exponential is kept as its exponent, and a sum of them as the list, until it is divided by such a sum. So one
 * formula is computed both ways, and the shift is that of the sum it is divided by: a row, a column, or all scores.
 */
export function shiftedSoftmax<N>(a: Analytic<N>, greatest: (x: N, y: N) => N): ShiftedSoftmax<N> {
  const from = (value: N): Shiftable<N> => ({ is: 'number', value });
  const formed = (x: Shiftable<N>): N =>
    x.is === 'number' ? x.value : x.scores.map((s) => a.exp(s)).reduce(a.add);
  const onNumbers =
    (op: (x: N, y: N) => N) =>
    (x: Shiftable<N>, y: Shiftable<N>): Shiftable<N> =>
      from(op(formed(x), formed(y)));
  return {
    from,
    formed,
    of: (value) => from(a.of(value)),
    add: (x, y) => {
      if (x.is === 'number' || y.is === 'number') return from(a.add(formed(x), formed(y)));
      return { is: 'exponentials', scores: [...x.scores, ...y.scores] };
    },
    sub: onNumbers(a.sub),
    mul: onNumbers(a.mul),
    neg: (x) => from(a.neg(formed(x))),
    div: (x, y) => {
      if (x.is === 'number' || y.is === 'number') return from(a.div(formed(x), formed(y)));
      const greatestScore = y.scores.reduce((s, t) => greatest(s, t));
      const sumOf = (scores: readonly N[]): N =>
        scores.map((s) => a.exp(a.sub(s, greatestScore))).reduce(a.add);
      return from(a.div(sumOf(x.scores), sumOf(y.scores)));
    },
    exp: (x) => ({ is: 'exponentials', scores: [formed(x)] }),
    sqrt: (x) => from(a.sqrt(formed(x))),
  };
}
