import type { Analytic, Ring } from '#arithmetic/ring.ts';
import type { Fold } from './fold.ts';

/** Inputs of the recurrence, one number a step. */
export type Input = { readonly x: 'scalar' };
/** The initial state. */
export type Initial = { readonly h0: 'scalar' };

/** The recurrence h_t = x_t - h_{t-1}, h_0 given; its value is h_T. Source: write-up, question 1, line 10. */
export const recurrence: Fold<Initial, Input, { readonly h: 'scalar' }> = {
  state: { h: 'scalar' },
  first: 0,
  every: 1,
  start: (_a, { h0 }) => ({ h: h0 }),
  step: ({ scalars }, { h }, _params, [item]) => ({ h: scalars.sub(item!.x, h) }),
  finish: (_a, { h }) => h,
};

/**
 * Final hidden state h_T of h_t = x_t - h_{t-1}.
 *
 * @param x inputs x_1 ... x_T, shape [T]; T = 0 gives h_0
 * @returns h_T, exact over a ring
 * @cost T subtractions
 * @source write-up, question 1, line 10
 */
export function finalState<N>(r: Ring<N>, x: readonly N[], h0: N): N {
  return x.reduce((h, input) => r.sub(input, h), h0);
}

/** The logistic 1 / (1 + e^-z): increasing, onto (0, 1). */
export function logistic<N>(a: Analytic<N>, z: N): N {
  const one = a.of(1);
  return a.div(one, a.add(one, a.exp(a.neg(z))));
}

/** The gain of the output unit. Source: write-up, question 1, line 10. */
export const gain = 1000;

/** The output sigmoid(1000 h_T). Shapes as in `finalState`. Source: write-up, question 1, line 10. */
export function output<N>(a: Analytic<N>, x: readonly N[], h0: N): N {
  return logistic(a, a.mul(a.of(gain), finalState(a, x, h0)));
}
