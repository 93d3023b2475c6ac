import type { Fold, Shape } from '#reference/fold.ts';
import { gain, type Initial, type Input, recurrence } from '#reference/rnn.ts';

/** A fold over the inputs and the initial state. */
export type Form<S extends Shape> = Fold<Initial, Input, S>;

/** The fold with its value multiplied by the gain: the argument of the output unit. */
export function amplified<P extends Shape, X extends Shape, S extends Shape>(
  fold: Fold<P, X, S>,
): Fold<P, X, S> {
  return {
    ...fold,
    finish: (a, state, params) => a.scalars.mul(a.scalars.of(gain), fold.finish(a, state, params)),
  };
}

/** X_T - H_{T-1}, T >= 1. */
export const lastInputMinusStateBefore: Form<{ before: 'scalar'; last: 'scalar' }> = {
  state: { before: 'scalar', last: 'scalar' },
  first: 1,
  every: 1,
  start: (_a, { h0 }, [item]) => ({ before: h0, last: item!.x }),
  step: ({ scalars }, { before, last }, _params, [item]) => ({
    before: scalars.sub(last, before),
    last: item!.x,
  }),
  finish: ({ scalars }, { before, last }) => scalars.sub(last, before),
};

/** H_{T-2}, T >= 2. */
export const stateTwoBefore: Form<{ h: 'scalar'; next: 'scalar'; last: 'scalar' }> = {
  state: { h: 'scalar', next: 'scalar', last: 'scalar' },
  first: 2,
  every: 1,
  start: (_a, { h0 }, [one, two]) => ({ h: h0, next: one!.x, last: two!.x }),
  step: ({ scalars }, { h, next, last }, _params, [item]) => ({
    h: scalars.sub(next, h),
    next: last,
    last: item!.x,
  }),
  finish: (_a, { h }) => h,
};

/** X_{T-2} - H_{T-3}, T >= 3. */
export const inputTwoBeforeMinusStateThreeBefore: Form<{
  before: 'scalar';
  x: 'scalar';
  next: 'scalar';
  last: 'scalar';
}> = {
  state: { before: 'scalar', x: 'scalar', next: 'scalar', last: 'scalar' },
  first: 3,
  every: 1,
  start: (_a, { h0 }, [one, two, three]) => ({ before: h0, x: one!.x, next: two!.x, last: three!.x }),
  step: ({ scalars }, { before, x, next, last }, _params, [item]) => ({
    before: scalars.sub(x, before),
    x: next,
    next: last,
    last: item!.x,
  }),
  finish: ({ scalars }, { before, x }) => scalars.sub(x, before),
};

/** X_T - (X_{T-1} - ( ... - (X_1 - H_0))), evaluated from the innermost bracket outwards. */
export const nestedBrackets: Form<{ bracket: 'scalar' }> = {
  state: { bracket: 'scalar' },
  first: 0,
  every: 1,
  start: (_a, { h0 }) => ({ bracket: h0 }),
  step: ({ scalars }, { bracket }, _params, [item]) => ({ bracket: scalars.sub(item!.x, bracket) }),
  finish: (_a, { bracket }) => bracket,
};

/** ... + X_4 - X_3 + X_2 - X_1 + H_0: signs counted from the tail "- X_1 + H_0" that is displayed. */
export const alternatingFromTail: Form<{ sum: 'scalar'; sign: 'scalar' }> = {
  state: { sum: 'scalar', sign: 'scalar' },
  first: 0,
  every: 1,
  start: ({ scalars }, { h0 }) => ({ sum: h0, sign: scalars.of(-1) }),
  step: ({ scalars }, { sum, sign }, _params, [item]) => ({
    sum: scalars.add(sum, scalars.mul(sign, item!.x)),
    sign: scalars.neg(sign),
  }),
  finish: (_a, { sum }) => sum,
};

/** X_T - X_{T-1} + X_{T-2} - ... + H_0: signs counted from the head "X_T" that is displayed. */
export const alternatingFromHead: Form<{ sum: 'scalar' }> = {
  state: { sum: 'scalar' },
  first: 0,
  every: 1,
  start: ({ scalars }) => ({ sum: scalars.of(0) }),
  step: ({ scalars }, { sum }, _params, [item]) => ({ sum: scalars.sub(item!.x, sum) }),
  finish: ({ scalars }, { sum }, { h0 }) => scalars.add(sum, h0),
};

/** sum X_{2i} - sum X_{2i-1} + H_0, T even: the inputs at even and at odd positions summed apart. */
export const splitSums: Form<{ even: 'scalar'; odd: 'scalar' }> = {
  state: { even: 'scalar', odd: 'scalar' },
  first: 0,
  every: 2,
  start: ({ scalars }) => ({ even: scalars.of(0), odd: scalars.of(0) }),
  step: ({ scalars }, { even, odd }, _params, [one, two]) => ({
    even: scalars.add(even, two!.x),
    odd: scalars.add(odd, one!.x),
  }),
  finish: ({ scalars }, { even, odd }, { h0 }) => scalars.add(scalars.sub(even, odd), h0),
};

/** sum X_{2i} - sum (X_{2i-1} + H_0), T even: H_0 read as part of the second sum. */
export const splitSumsWithInitialInside: Form<{ even: 'scalar'; odd: 'scalar' }> = {
  ...splitSums,
  step: ({ scalars }, { even, odd }, { h0 }, [one, two]) => ({
    even: scalars.add(even, two!.x),
    odd: scalars.add(odd, scalars.add(one!.x, h0)),
  }),
  finish: ({ scalars }, { even, odd }) => scalars.sub(even, odd),
};

/** sum (X_{2i} - X_{2i-1}) + H_0, T even: the answer of the write-up, without its gain. */
export const pairedDifferences: Form<{ sum: 'scalar' }> = {
  state: { sum: 'scalar' },
  first: 0,
  every: 2,
  start: ({ scalars }) => ({ sum: scalars.of(0) }),
  step: ({ scalars }, { sum }, _params, [one, two]) => ({
    sum: scalars.add(sum, scalars.sub(two!.x, one!.x)),
  }),
  finish: ({ scalars }, { sum }, { h0 }) => scalars.add(sum, h0),
};

/** The state of an odd length: its complete pairs, and the input that has no partner. */
interface Unpaired extends Shape {
  readonly sum: 'scalar';
  readonly last: 'scalar';
}

/** sum over i <= floor(T/2) of (X_{2i} - X_{2i-1}) + H_0, T odd: the last input is left out. */
export const pairsWithoutLast: Form<Unpaired> = {
  state: { sum: 'scalar', last: 'scalar' },
  first: 1,
  every: 2,
  start: ({ scalars }, _params, [item]) => ({ sum: scalars.of(0), last: item!.x }),
  step: ({ scalars }, { sum, last }, _params, [one, two]) => ({
    sum: scalars.add(sum, scalars.sub(one!.x, last)),
    last: two!.x,
  }),
  finish: ({ scalars }, { sum }, { h0 }) => scalars.add(sum, h0),
};

/** sum over i <= ceil(T/2) with X_{T+1} := 0, plus H_0, T odd. */
export const pairsPaddedWithZero: Form<Unpaired> = {
  ...pairsWithoutLast,
  finish: ({ scalars }, { sum, last }, { h0 }) => scalars.add(scalars.sub(sum, last), h0),
};

/** X_1 - H_0 + sum over i <= (T-1)/2 of (X_{2i+1} - X_{2i}), T odd: what the answer should say there. */
export const oddAnswer: Form<{ sum: 'scalar' }> = {
  state: { sum: 'scalar' },
  first: 1,
  every: 2,
  start: ({ scalars }, { h0 }, [item]) => ({ sum: scalars.sub(item!.x, h0) }),
  step: ({ scalars }, { sum }, _params, [one, two]) => ({
    sum: scalars.add(sum, scalars.sub(two!.x, one!.x)),
  }),
  finish: (_a, { sum }) => sum,
};

/** H_T from H_0 + 1 less H_T from H_0: the coefficient of H_0, since H_T is affine in it. */
export const changeByOneInInitial: Form<{ h: 'scalar'; raised: 'scalar' }> = {
  state: { h: 'scalar', raised: 'scalar' },
  first: 0,
  every: 1,
  start: ({ scalars }, { h0 }) => ({ h: h0, raised: scalars.add(h0, scalars.of(1)) }),
  step: ({ scalars }, { h, raised }, _params, [item]) => ({
    h: scalars.sub(item!.x, h),
    raised: scalars.sub(item!.x, raised),
  }),
  finish: ({ scalars }, { h, raised }) => scalars.sub(raised, h),
};

/** The number one, whatever the sequence. */
export const one: Form<Record<string, never>> = {
  state: {},
  first: 0,
  every: 1,
  start: () => ({}),
  step: () => ({}),
  finish: ({ scalars }) => scalars.of(1),
};

/** Two initial states on the same inputs. */
export type TwoInitials = { readonly h0: 'scalar'; readonly g0: 'scalar' };

/** The recurrence from h0, with g0 standing by. */
export const fromFirstInitial: Fold<TwoInitials, Input, { h: 'scalar' }> = {
  ...recurrence,
  start: (_a, { h0 }) => ({ h: h0 }),
  step: (a, state, params, items) => recurrence.step(a, state, params, items),
  finish: (_a, { h }) => h,
};

/** The recurrence from g0, with h0 standing by. */
export const fromSecondInitial: Fold<TwoInitials, Input, { h: 'scalar' }> = {
  ...fromFirstInitial,
  start: (_a, { g0 }) => ({ h: g0 }),
};

/** The recurrence from zero. */
export const fromZero: Fold<Record<string, never>, Input, { h: 'scalar' }> = {
  state: { h: 'scalar' },
  first: 0,
  every: 1,
  start: ({ scalars }) => ({ h: scalars.of(0) }),
  step: ({ scalars }, { h }, _params, [item]) => ({ h: scalars.sub(item!.x, h) }),
  finish: (_a, { h }) => h,
};

/** sum X_{2i} - sum X_{2i-1}, T even. */
export const evenMinusOdd: Fold<Record<string, never>, Input, { even: 'scalar'; odd: 'scalar' }> = {
  state: { even: 'scalar', odd: 'scalar' },
  first: 0,
  every: 2,
  start: ({ scalars }) => ({ even: scalars.of(0), odd: scalars.of(0) }),
  step: ({ scalars }, { even, odd }, _params, [first, second]) => ({
    even: scalars.add(even, second!.x),
    odd: scalars.add(odd, first!.x),
  }),
  finish: ({ scalars }, { even, odd }) => scalars.sub(even, odd),
};
