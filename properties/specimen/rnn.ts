import type { Analytic } from '#arithmetic/ring.ts';
import { sum } from '#arithmetic/space.ts';
import { gain, logistic } from '#reference/rnn.ts';
import { type Specimen, specimen } from './specimen.ts';

type Run = <N>(a: Analytic<N>, x: readonly N[], h0: N) => N;

/** A wrong final state, and the states and the output that go with it. */
function stateIs(name: string, caughtBy: string, run: Run): Specimen {
  return specimen('rnn', name, caughtBy, (a) => ({
    alternatingSum: (x, h0) => run(a, x, h0),
    states: (x, h0) => x.map((_, t) => run(a, x.slice(0, t + 1), h0)),
    output: (x, h0) => logistic(a, a.mul(a.of(gain), run(a, x, h0))),
  }));
}

/** A wrong readout of the right state. */
function outputIs(name: string, caughtBy: string, read: <N>(a: Analytic<N>, h: N) => N): Specimen {
  return specimen('rnn', name, caughtBy, (a, right) => ({
    output: (x, h0) => read(a, right.alternatingSum(x, h0)),
  }));
}

/** Wrong recurrences and wrong outputs. */
export const rnnSpecimens: readonly Specimen[] = [
  stateIs('starts from -h0', 'r-affine-monoid-scan', (a, x, h0) =>
    x.reduce((h, input) => a.sub(input, h), a.neg(h0)),
  ),
  stateIs('forgets h0', 'r-inverse-filter', (a, x) => x.reduce((h, input) => a.sub(input, h), a.of(0))),
  stateIs('keeps the sign of h0', 'r-prepend-zero', (a, x, h0) =>
    a.add(
      h0,
      x.reduce((h, input) => a.sub(input, h), a.of(0)),
    ),
  ),
  stateIs('adds the state', 'r-parity-permutation', (a, x, h0) =>
    x.reduce((h, input) => a.add(input, h), h0),
  ),
  stateIs('negates every state', 'r-append-pair', (a, x, h0) => x.reduce((h, input) => a.sub(h, input), h0)),
  stateIs('leaks half of the state', 'r-shift-invariance-even', (a, x, h0) =>
    x.reduce((h, input) => a.sub(input, a.mul(a.of(0.5), h)), h0),
  ),
  stateIs('squares the state', 'r-certified-sign', (a, x, h0) =>
    x.reduce((h, input) => a.sub(input, a.mul(h, h)), h0),
  ),
  stateIs('skips the first input', 'r-append-zero', (a, x, h0) =>
    x.slice(1).reduce((h, input) => a.sub(input, h), h0),
  ),
  stateIs('skips the last input', 'r-integer-exactness', (a, x, h0) =>
    x.slice(0, -1).reduce((h, input) => a.sub(input, h), h0),
  ),
  stateIs('reads the inputs backwards', 'r-not-bibo-stable', (a, x, h0) =>
    x.reduceRight((h, input) => a.sub(input, h), h0),
  ),
  stateIs('adds one a step', 'r-linearity', (a, x, h0) =>
    x.reduce((h, input) => a.add(a.sub(input, h), a.of(1)), h0),
  ),
  // Right over the reals.
  stateIs('sums the pairs first', 'r-streaming-split-merge', (a, x, h0) => {
    const signed = x.map((entry, t) => ((x.length - t) % 2 === 1 ? entry : a.neg(entry)));
    return a.add(sum(a, signed), x.length % 2 === 0 ? h0 : a.neg(h0));
  }),
  // Right over the reals: 2^60 takes with it what is below it.
  stateIs('passes through a large number', 'r-power-of-two-scaling', (a, x, h0) =>
    x.reduce((h, input) => a.sub(a.add(a.sub(input, h), a.of(2 ** 60)), a.of(2 ** 60)), h0),
  ),
  specimen('rnn', 'takes the mean out of its states', 'r-prefix-consistency', (a, right) => ({
    states: (x, h0) => {
      const h = right.states(x, h0);
      const mean = x.length === 0 ? a.of(0) : a.div(sum(a, h), a.of(x.length));
      return h.map((entry) => a.sub(entry, mean));
    },
  })),
  outputIs('drops the gain', 'r-comparator', logistic),
  outputIs('has a gain of 999', 'r-gradient', (a, h) => logistic(a, a.mul(a.of(999), h))),
  outputIs('has a gain of 2000', 'r-lipschitz', (a, h) => logistic(a, a.mul(a.of(2000), h))),
  outputIs('complements the output', 'r-monotone', (a, h) => logistic(a, a.mul(a.of(-gain), h))),
  outputIs('shifts the threshold', 'r-negation-symmetry', (a, h) =>
    logistic(a, a.mul(a.of(gain), a.sub(h, a.of(0.5)))),
  ),
  outputIs('forgets the logistic', 'r-reversal', (a, h) => a.mul(a.of(gain), h)),
];
