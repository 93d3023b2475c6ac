import type { Analytic } from '#arithmetic/ring.ts';
import type { CallOf, Variant } from '#law/variant.ts';
import { finalState, gain, logistic } from '#reference/rnn.ts';

type Run = <N>(a: Analytic<N>, x: readonly N[], h0: N) => N;
type Read = <N>(a: Analytic<N>, h: N) => N;

const read: Read = (a, h) => logistic(a, a.mul(a.of(gain), h));

function state(
  id: string,
  says: string,
  run: Run,
  over: Variant<'output'>['over'] = 'reals',
): Variant<'alternatingSum'> {
  return {
    id,
    says,
    fn: 'alternatingSum',
    over,
    entries: (a, { x, h0 }: CallOf<'alternatingSum'>) => [run(a, x.map(a.of), a.of(h0))],
  };
}

function output(
  id: string,
  says: string,
  reads: Read,
  over: Variant<'output'>['over'] = 'reals',
): Variant<'output'> {
  return {
    id,
    says,
    fn: 'output',
    over,
    entries: (a, { x, h0 }: CallOf<'output'>) => [reads(a, finalState(a, x.map(a.of), a.of(h0)))],
  };
}

/** What the final state is mistaken for. */
export const stateVariants: readonly Variant<'alternatingSum'>[] = [
  state('r-h0-ignored', 'starts from 0', (a, x) => finalState(a, x, a.of(0))),
  state('r-h0-negated', 'starts from -h0', (a, x, h0) => finalState(a, x, a.neg(h0))),
  state('r-h0-kept', 'adds h0 whatever the number of inputs', (a, x, h0) =>
    a.add(finalState(a, x, a.of(0)), h0),
  ),
  state('r-h0-lost-without-inputs', 'gives 0 where there is no input', (a, x, h0) =>
    x.length === 0 ? a.of(0) : finalState(a, x, h0),
  ),
  state(
    'r-signs-from-the-start',
    'gives the first input its sign, whatever the number of inputs',
    (a, x, h0) => (x.length % 2 === 0 ? finalState(a, x, h0) : a.neg(finalState(a, x, h0))),
  ),
  state('r-from-the-end', 'reads the inputs backwards', (a, x, h0) => finalState(a, x.toReversed(), h0)),
  state('r-added', 'adds the state', (a, x, h0) => x.reduce((h, input) => a.add(input, h), h0)),
  state('r-negated', 'subtracts the input from the state', (a, x, h0) =>
    x.reduce((h, input) => a.sub(h, input), h0),
  ),
  state('r-first-dropped', 'drops the first input', (a, x, h0) => finalState(a, x.slice(1), h0)),
  state('r-last-dropped', 'drops the last input', (a, x, h0) => finalState(a, x.slice(0, -1), h0)),
  state('r-last-of-odd-dropped', 'drops the last input of an odd number', (a, x, h0) =>
    finalState(a, x.slice(0, x.length - (x.length % 2)), h0),
  ),
  state('r-zeros-skipped', 'skips inputs of 0', (a, x, h0) =>
    x.reduce((h, input) => (isZero(a, input) ? h : a.sub(input, h)), h0),
  ),
  state('r-leaking', 'keeps all but 1e-4 of the state', (a, x, h0) =>
    x.reduce((h, input) => a.sub(input, a.mul(a.of(1 - 1e-4), h)), h0),
  ),
  state('r-binary32', 'computes in binary32', finalState, 'binary32'),
];

/** What the output is mistaken for. */
export const outputVariants: readonly Variant<'output'>[] = [
  output('r-no-gain', 'has no gain', logistic),
  output('r-gain-999', 'has a gain of 999', (a, h) => logistic(a, a.mul(a.of(999), h))),
  output('r-complement', 'complements the output', (a, h) => read(a, a.neg(h))),
  output('r-state', 'returns the state', (_a, h) => h),
  output('r-steeper', 'takes powers of 2', (a, h) => read(a, a.mul(a.of(Math.LN2), h))),
  output(
    'r-from-above',
    'takes the output from 1, below 0 too',
    (a, h) => a.sub(a.of(1), a.div(a.of(1), a.add(a.of(1), a.exp(a.mul(a.of(gain), h))))),
    'format',
  ),
  output(
    'r-quotient-of-overflows',
    'divides e^z by 1 + e^z',
    (a, h) => {
      const e = a.exp(a.mul(a.of(gain), h));
      return a.div(e, a.add(a.of(1), e));
    },
    'format',
  ),
  output('r-output-binary32', 'computes in binary32', read, 'binary32'),
];

/** Only what is a number by itself can be compared with 0: a double, or a ball about one. */
function isZero<N>(a: Analytic<N>, x: N): boolean {
  try {
    a.div(a.of(1), x);
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}
