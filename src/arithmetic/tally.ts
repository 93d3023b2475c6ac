import type { Analytic } from './ring.ts';

/** Operations counted by kind; a subtraction counts as an addition, a change of sign and a constant as nothing. */
export interface Tally {
  readonly add: number;
  readonly mul: number;
  readonly div: number;
  readonly exp: number;
  readonly sqrt: number;
}

/** An arithmetic together with the count of what was done in it so far. */
export interface Tallied<N> {
  readonly arithmetic: Analytic<N>;
  /** A copy of the counts at this moment. */
  readonly tally: () => Tally;
}

const trivial: Analytic<null> = {
  of: () => null,
  add: () => null,
  sub: () => null,
  mul: () => null,
  neg: () => null,
  div: () => null,
  exp: () => null,
  sqrt: () => null,
};

/** The arithmetic `over`, with every operation counted before it is done. */
export function tallying<N>(over: Analytic<N>): Tallied<N> {
  const counts = { add: 0, mul: 0, div: 0, exp: 0, sqrt: 0 };
  return {
    arithmetic: {
      of: over.of,
      add: (a, b) => {
        counts.add++;
        return over.add(a, b);
      },
      sub: (a, b) => {
        counts.add++;
        return over.sub(a, b);
      },
      mul: (a, b) => {
        counts.mul++;
        return over.mul(a, b);
      },
      neg: over.neg,
      div: (a, b) => {
        counts.div++;
        return over.div(a, b);
      },
      exp: (a) => {
        counts.exp++;
        return over.exp(a);
      },
      sqrt: (a) => {
        counts.sqrt++;
        return over.sqrt(a);
      },
    },
    tally: () => ({ ...counts }),
  };
}

/** Counts without values: every number is null. */
export function counting(): Tallied<null> {
  return tallying(trivial);
}
