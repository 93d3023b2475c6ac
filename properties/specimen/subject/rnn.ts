import { binary32 } from '#arithmetic/float-format.ts';
import { basically, forgetful, type SubjectSpecimen, wrong } from './subject-specimen.ts';

type Run = (x: readonly number[], h0: number) => number;

const f = Math.fround;

function right(x: readonly number[], h0: number): number {
  return x.reduce((h, input) => input - h, h0);
}

function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

function state(name: string, run: Run, caughtBy = 'r-state-within-bound'): SubjectSpecimen {
  return wrong(caughtBy, name, { alternatingSum: run });
}

function output(name: string, read: (h: number) => number): SubjectSpecimen {
  return wrong('r-output-within-bound', name, { output: (x, h0) => read(right(x, h0)) });
}

/** Implementations of the recurrence that are wrong in one way each. */
export const wrongRecurrences: readonly SubjectSpecimen[] = [
  state('starts from -h0', (x, h0) => right(x, -h0)),
  state('starts from 0', (x) => right(x, 0)),
  state('returns 0 where there is no input', (x, h0) => (x.length === 0 ? 0 : right(x, h0))),
  state('adds h0 whatever the parity', (x, h0) => right(x, 0) + h0),
  state('takes h0 = 0 for no state and starts after the first input', (x, h0) =>
    h0 || x.length === 0 ? right(x, h0) : right(x.slice(1), 0),
  ),
  state('signs the inputs from the start', (x, h0) =>
    x.reduce((sum, input, t) => sum + (t % 2 === 0 ? -input : input), x.length % 2 === 0 ? h0 : -h0),
  ),
  state('subtracts the input from the state', (x, h0) => x.reduce((h, input) => h - input, h0)),
  state('adds the pairs and forgets the last of an odd number', (x, h0) => {
    let h = h0;
    for (let t = 0; t + 1 < x.length; t += 2) h += x[t + 1]! - x[t]!;
    return h;
  }),
  state('forgets the tail after a block of 64', (x, h0) =>
    right(x.length > 64 ? x.slice(0, x.length - (x.length % 64)) : x, h0),
  ),
  state('counts in one byte', (x, h0) => x.reduce((h, _, t) => x[t & 255]! - h, h0)),
  state('counts in two bytes', (x, h0) => x.reduce((h, _, t) => x[t & 0xffff]! - h, h0)),
  state('unrolls by 4 and drops a tail of 3', (x, h0) => right(x.length % 4 === 3 ? x.slice(0, -1) : x, h0)),
  state('sums in binary32', (x, h0) => x.reduce((h, input) => f(input - h), f(h0))),
  state('flushes subnormal numbers to zero', (x, h0) => {
    const flushed = (y: number): number => (Math.abs(y) < 2 ** -1022 ? 0 : y);
    return x.reduce((h, input) => flushed(flushed(input) - h), flushed(h0));
  }),
  state('prints its state with 15 digits', (x, h0) =>
    x.reduce((h, input) => Number((input - h).toPrecision(15)), h0),
  ),
  state('keeps whole numbers in 32 bits', (x, h0) =>
    [h0, ...x].every(Number.isInteger) ? x.reduce((h, input) => (input - h) | 0, h0 | 0) : right(x, h0),
  ),
  state('skips inputs of zero', (x, h0) =>
    right(
      x.filter((input) => input !== 0),
      h0,
    ),
  ),
  state('leaks 1e-12 of its state', (x, h0) => x.reduce((h, input) => input - h * (1 - 1e-12), h0)),
  state('forgets inputs below 1e-12', (x, h0) =>
    x.reduce((h, input) => (Math.abs(input) < 1e-12 ? 0 : input) - h, h0),
  ),
  state('merges halves by the parity of the first', (x, h0) => {
    const half = x.length >> 1;
    const [head, tail] = [right(x.slice(0, half), h0), right(x.slice(half), 0)];
    return tail + (half % 2 === 0 ? head : -head);
  }),
  state('mistakes the unit of what it has lost', (x, h0) => {
    let [sum, lost] = [0, 0];
    for (const [t, input] of [h0, ...x].entries()) {
      const term = (x.length - t) % 2 === 0 ? input : -input;
      const next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
      sum = next;
    }
    return sum + 2 ** 40 * lost;
  }),
  state('takes prefix sums apart by subtraction of a large total', (x, h0) => {
    const total = x.reduce((sum, input) => sum + Math.abs(input), 0) * 2 ** 12;
    return total + right(x, h0) - total;
  }),
  state('caps its state at 1e6', (x, h0) =>
    x.reduce((h, input) => Math.max(-1e6, Math.min(1e6, input - h)), h0),
  ),
  basically(
    'shape',
    state('returns an array of one number', ((x: readonly number[], h0: number) => [
      right(x, h0),
    ]) as unknown as Run),
  ),
  basically(
    'finite',
    state('reads one input too many', (x, h0) => {
      let h = h0;
      for (let t = 0; t <= x.length; t++) h = x[t]! - h;
      return h;
    }),
  ),
  state('throws where there is no input', (x, h0) => {
    if (x.length === 0) throw new RangeError('empty sequence');
    return right(x, h0);
  }),
  output('has no gain', logistic),
  output('has a gain of 999', (h) => logistic(999 * h)),
  output('takes tanh of z for that of z/2', (h) => (1 + Math.tanh(1000 * h)) / 2),
  output('complements the output', (h) => logistic(-1000 * h)),
  output('divides e^z by 1 + e^z', (h) => Math.exp(1000 * h) / (1 + Math.exp(1000 * h))),
  output('takes the output from 1', (h) => 1 - logistic(-1000 * h)),
  output('cuts z off at 500', (h) => logistic(Math.max(-500, Math.min(500, 1000 * h)))),
  output('has an exponential off by 1e-12', (h) => {
    const e = Math.exp(-Math.abs(1000 * h)) * (1 + 1e-12);
    return h >= 0 ? 1 / (1 + e) : e / (1 + e);
  }),
  output('reads its state in binary32', (h) => logistic(1000 * f(h))),
  output('flushes outputs below 1e-300 to zero', (h) =>
    logistic(1000 * h) < 1e-300 ? 0 : logistic(1000 * h),
  ),
  output('adds 1e-12 to the denominator', (h) => 1 / (1 + 1e-12 + Math.exp(-1000 * h))),
  output('rounds to 12 decimals', (h) => Number(logistic(1000 * h).toFixed(12))),
  wrong(
    'r-state-within-bound',
    'returns binary64 that it computed in binary16',
    {
      alternatingSum: (x, h0) => x.reduce((h, input) => Math.round((input - h) * 2 ** 10) / 2 ** 10, h0),
    },
    binary32,
  ),
];

/** Wrong only across calls: what catches them is asked of behaviour, not of values. */
export const unrulyRecurrences: readonly SubjectSpecimen[] = [
  forgetful('independent-calls', 'does not reset its state', () => {
    let kept = 0;
    return {
      alternatingSum: (x, h0) => {
        kept = right(x, h0 + kept * 2 ** -20);
        return kept;
      },
    };
  }),
  forgetful('independent-calls', 'remembers results by the length of the inputs', () => {
    const known = new Map<string, number>();
    return {
      alternatingSum: (x, h0) => {
        const key = `${x.length} ${h0} ${x[0] ?? 0}`;
        const value = known.get(key) ?? right(x, h0);
        known.set(key, value);
        return value;
      },
    };
  }),
  forgetful('arguments-untouched', 'sums in the place of its inputs', () => ({
    alternatingSum: (x, h0) => {
      const spoilt = x as number[];
      for (let t = 0; t < x.length; t++) spoilt[t] = x[t]! - (t === 0 ? h0 : x[t - 1]!);
      return x.at(-1) ?? h0;
    },
  })),
];
