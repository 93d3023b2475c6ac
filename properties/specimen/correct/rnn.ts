import { dyadic, dyadics, nearest } from '#arithmetic/dyadic.ts';
import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { Subject } from '#law/subject.ts';
import { implementation } from '../subject/subject-specimen.ts';

type Run = (x: readonly number[], h0: number) => number;
type Round = (value: number) => number;

const f = Math.fround;
const same: Round = (value) => value;

/** The addends of the final state: each input and h0 with its sign. */
function addends(x: readonly number[], h0: number): number[] {
  return [h0, ...x].map((value, t) => ((x.length - t) % 2 === 0 ? value : -value));
}

function pairwise(round: Round, terms: readonly number[]): number {
  if (terms.length < 3) return terms.reduce((sum, term) => round(sum + term), 0);
  const half = terms.length >> 1;
  return round(pairwise(round, terms.slice(0, half)) + pairwise(round, terms.slice(half)));
}

function inOrder(round: Round, terms: readonly number[]): number {
  return terms.reduce((sum, term) => round(sum + term), 0);
}

function kahan(terms: readonly number[]): number {
  let [sum, lost] = [0, 0];
  for (const term of terms) {
    const less = term - lost;
    const next = sum + less;
    lost = next - sum - less;
    sum = next;
  }
  return sum;
}

function neumaier(terms: readonly number[]): number {
  let [sum, lost] = [0, 0];
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

function exact(format: FloatFormat, terms: readonly number[]): number {
  return nearest(format, terms.map(dyadic).reduce(dyadics.add, dyadic(0)));
}

const reading = {
  twoBranches: (round: Round) => (h: number) => {
    const e = round(Math.exp(-Math.abs(round(1000 * h))));
    return h >= 0 ? round(1 / round(1 + e)) : round(e / round(1 + e));
  },
  oneFormula: (round: Round) => (h: number) => round(1 / round(1 + round(Math.exp(round(-1000 * h))))),
} as const;

function recurrence(
  name: string,
  run: Run,
  read: keyof typeof reading = 'twoBranches',
  format: FloatFormat = binary64,
): Subject {
  const output = reading[read](format === binary64 ? same : f);
  return implementation(name, { alternatingSum: run, output: (x, h0) => output(run(x, h0)) }, format);
}

/** Implementations of the recurrence that are right, by different ways. */
export const correctRecurrences: readonly Subject[] = [
  recurrence('as it is written', (x, h0) => x.reduce((h, input) => input - h, h0)),
  recurrence(
    'with one formula for both tails',
    (x, h0) => x.reduce((h, input) => input - h, h0),
    'oneFormula',
  ),
  recurrence('by pairs', (x, h0) => {
    let h = h0;
    for (let t = 0; t + 1 < x.length; t += 2) h += x[t + 1]! - x[t]!;
    return x.length % 2 === 0 ? h : x.at(-1)! - h;
  }),
  recurrence('pairwise', (x, h0) => pairwise(same, addends(x, h0))),
  recurrence('from the last input back', (x, h0) => inOrder(same, addends(x, h0).toReversed())),
  recurrence('positive addends first', (x, h0) =>
    inOrder(
      same,
      addends(x, h0).toSorted((a, b) => b - a),
    ),
  ),
  recurrence('smallest addends first', (x, h0) =>
    inOrder(
      same,
      addends(x, h0).toSorted((a, b) => Math.abs(a) - Math.abs(b)),
    ),
  ),
  recurrence('even places less odd places', (x, h0) => {
    const terms = addends(x, h0);
    const [even, odd] = [0, 1].map((parity) =>
      inOrder(
        same,
        terms.filter((_, t) => t % 2 === parity),
      ),
    );
    return even! + odd!;
  }),
  recurrence('compensated', (x, h0) => kahan(addends(x, h0))),
  recurrence('compensated for terms of any size', (x, h0) => neumaier(addends(x, h0))),
  recurrence('by blocks of 16', (x, h0) => {
    const terms = addends(x, h0);
    const blocks = Array.from({ length: Math.ceil(terms.length / 16) }, (_, b) =>
      terms.slice(16 * b, 16 * b + 16),
    );
    return inOrder(
      same,
      blocks.map((block) => inOrder(same, block)),
    );
  }),
  recurrence('exactly, then rounded', (x, h0) => exact(binary64, addends(x, h0))),
  recurrence('by composition of maps', (x, h0) => {
    const compose = (maps: readonly (readonly [number, number])[]): readonly [number, number] => {
      if (maps.length === 0) return [1, 0];
      if (maps.length === 1) return maps[0]!;
      const half = maps.length >> 1;
      const [[a, b], [c, d]] = [compose(maps.slice(0, half)), compose(maps.slice(half))];
      return [a * c, d + c * b];
    };
    const [sign, shift] = compose(x.map((input) => [-1, input] as const));
    return sign * h0 + shift;
  }),
  recurrence('in a typed array', (x, h0) => {
    const states = new Float64Array(x.length + 1);
    states[0] = h0;
    for (let t = 0; t < x.length; t++) states[t + 1] = x[t]! - states[t]!;
    return states.at(-1)!;
  }),
  recurrence(
    'as it is written, binary32',
    (x, h0) => x.reduce((h, input) => f(input - h), h0),
    'twoBranches',
    binary32,
  ),
  recurrence('pairwise, binary32', (x, h0) => pairwise(f, addends(x, h0)), 'oneFormula', binary32),
  recurrence(
    'in binary64 for binary32',
    (x, h0) => f(x.reduce((h, input) => input - h, h0)),
    'twoBranches',
    binary32,
  ),
  recurrence(
    'exactly, then rounded to binary32',
    (x, h0) => exact(binary32, addends(x, h0)),
    'twoBranches',
    binary32,
  ),
];
