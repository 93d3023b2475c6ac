import { type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { draws, seedOf } from '#law/draw.ts';
import type { Call } from '#law/subject-call.ts';
import { longLengths, short, subnormal, whole, zero } from '#law/token-filling.ts';

/** A way to fill a sequence: from a number of [-1, 1) and its place, h0 at 0. */
interface Rule {
  readonly name: string;
  readonly entry: (format: FloatFormat) => (drawn: number, t: number) => number;
}

const rules: readonly Rule[] = [
  { name: 'short numbers', entry: () => short },
  { name: 'all bits', entry: () => whole },
  { name: 'integers', entry: () => (drawn) => Math.round(drawn * 20) },
  { name: 'h0 of 0', entry: () => (drawn, t) => (t === 0 ? 0 : drawn) },
  { name: 'h0 alone', entry: () => (drawn, t) => (t === 0 ? drawn : 0) },
  { name: 'zeros among numbers', entry: () => (drawn, t) => (t % 3 === 1 ? 0 : drawn) },
  { name: 'zeros of both signs', entry: () => zero },
  { name: 'equal numbers', entry: () => () => 0.7 },
  { name: 'alternating numbers', entry: () => (drawn, t) => (t % 2 === 0 ? 1 : -1) + drawn / 8 },
  {
    name: 'subnormal numbers',
    entry: (format) => {
      const entry = subnormal(format);
      return (drawn) => entry(drawn, 0, 0);
    },
  },
  { name: 'large integers', entry: () => (drawn) => Math.round(drawn * 2 ** 22) * 2 ** 11 },
  { name: 'numbers that cancel', entry: () => (drawn, t) => 2 ** 20 + drawn * 2 ** -(t % 7) },
  { name: 'wide numbers', entry: () => (drawn, t) => drawn * 2 ** (((t * 13) % 61) - 30) },
  {
    name: 'large numbers',
    entry:
      ({ maxExponent }) =>
      (drawn) =>
        drawn * 2 ** (maxExponent - 12),
  },
];

/** Lengths from none on, around powers of two, and one beyond 2^16. */
const lengths: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, ...longLengths, 1000, 1023, 1025];
const LONGEST = 2 ** 16 + 1;

/** Where the logistic turns, saturates, and leaves the numbers of a format: z = 1000 h. */
const turns: readonly number[] = [
  0, 0.5, -0.5, 1, -1, 5, -5, 17, -17, 30, -30, 36, 37, 38, -36, -38, 80, -80, 87, -87, 88.5, -88.5, 100,
  -100, 103, -103, 300, -300, 600, -600, 700, -700, 708, -708, 709.5, -709.5, 710, -710, 740, -740, 745, -745,
  746, -746, 1e4, -1e4,
];

/** The systematic calls of the recurrence, cheap and telling first. */
export function* stateCases(format: FloatFormat, run: number = 0): Generator<Call> {
  for (const [l, length] of lengths.entries()) {
    for (const rule of rules) yield sequenceCall('alternatingSum', rule, length, format, seedOf(run, l));
  }
  yield sequenceCall('alternatingSum', rules[1]!, LONGEST, format, seedOf(run, 0));
}

/** The systematic calls of the output: where the logistic turns, by none, one and three inputs. */
export function* outputCases(format: FloatFormat, run: number = 0): Generator<Call> {
  const number = (x: number): number => roundDouble(format, x);
  for (const z of turns) {
    yield { fn: 'output', x: [], h0: number(z / 1000) };
    yield { fn: 'output', x: [number(z / 1000)], h0: 0 };
    yield { fn: 'output', x: [1, -0.5, number(z / 1000)], h0: -1.5 };
  }
  for (const [l, length] of lengths.slice(0, 16).entries()) {
    for (const rule of rules) yield sequenceCall('output', rule, length, format, seedOf(run, l));
  }
}

/** How many rules there are, for whoever draws among them. */
export const sequenceChoices: number = rules.length;

/** A call by the number of its rule; `small` takes all numbers to where the logistic has its slope. */
export function chosenSequenceCall(
  fn: 'alternatingSum' | 'output',
  rule: number,
  length: number,
  format: FloatFormat,
  seed: number,
): Call {
  return sequenceCall(fn, rules[rule]!, length, format, seed);
}

function sequenceCall(
  fn: 'alternatingSum' | 'output',
  { entry }: Rule,
  length: number,
  format: FloatFormat,
  seed: number,
): Call {
  const draw = draws(seed);
  const fill = entry(format);
  const scale = fn === 'output' ? 2 ** -9 : 1;
  const [h0, ...x] = Array.from({ length: length + 1 }, (_, t) =>
    roundDouble(format, scale * fill(draw(), t)),
  );
  return { fn, x, h0: h0! };
}
