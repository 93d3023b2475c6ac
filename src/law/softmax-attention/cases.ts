import { type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { seedOf } from '#law/draw.ts';
import type { Call, SoftmaxAsked } from '#law/subject-call.ts';
import {
  type Filling,
  filling,
  longLengths,
  ordinaryFillings,
  overflowing,
  type Shape,
  short,
  smallShapes,
  whole,
} from '#law/token-filling.ts';

/** Scores far from zero, far apart, and behind the mask. */
const scoreFillings: readonly Filling[] = [
  filling('scores that overflow', (format) => ({ q: first(1), k: first(overflowing(format), 1), v: short })),
  filling('scores that vanish', (format) => ({
    q: first(1),
    k: first(-1.06 * overflowing(format), -1),
    v: short,
  })),
  filling('scores of both ends', (format) => ({
    q: first(1),
    k: alternating(overflowing(format)),
    v: short,
  })),
  filling('scores of 1e5 close together', () => ({ q: first(2 ** 17), k: first(1, 2 ** -18), v: short })),
  filling('scores of -1e5 close together', () => ({
    q: first(2 ** 17),
    k: first(-1, -(2 ** -18)),
    v: short,
  })),
  filling('scores of -1e9 and below', () => ({ q: first(2 ** 20), k: first(-1024, -(2 ** -19)), v: short })),
  filling('rows far apart', (format) => ({
    q: (drawn, i) => (i + 1) * overflowing(format) + drawn,
    k: (_drawn, j, l) => (l === 0 ? 1 + j * 2 ** -14 : 0),
    v: short,
  })),
  filling('large scores of later keys', (format) => ({
    q: first(1),
    k: (drawn, j, l) => (l === 0 ? (j * j * overflowing(format)) / 2 + drawn : 0),
    v: short,
  })),
  filling('scores spread over the exponents', () => ({
    q: whole,
    k: (drawn, j) => drawn * 2 ** (j % 9),
    v: whole,
  })),
  filling('scores of zero', () => ({
    q: (_drawn, _i, l) => (l % 2 === 0 ? 1 : -1),
    k: (_drawn, j, l) => (j % 3 === 0 ? 1 : 0) + l / 4,
    v: short,
  })),
];

const fillings: readonly Filling[] = [...ordinaryFillings, ...scoreFillings];

/** What is asked: each option alone, and in pairs. */
const options: readonly SoftmaxAsked[] = [
  {},
  { causal: true },
  { scale: 0.5 },
  { scale: -1.5, causal: true },
  { scale: 0 },
  { scale: 0.3, causal: true },
  { scale: -0.7 },
  { scale: 1, causal: false },
];

/** Scales that are themselves far from one. */
const farScales: readonly number[] = [2 ** -40, 1e-3, 1000, 1e6, -1e6, 2 ** 60, -(2 ** -60)];

/**
 * The systematic calls of softmax attention, cheap and telling first: every filling in the first shapes, every shape in
 * the first fillings, options in turn, then lengths around powers of two.
 */
export function* softmaxCases(format: FloatFormat, run: number = 0): Generator<Call> {
  for (const [s, shape] of smallShapes.entries()) {
    for (const asked of options) {
      for (const f of [0, 1]) yield softmaxCall(fillings[f]!, shape, asked, format, seedOf(run, s));
    }
  }
  for (const [f, one] of fillings.entries()) {
    for (const shape of middleShapes) {
      for (const asked of options.slice(0, 4)) yield softmaxCall(one, shape, asked, format, seedOf(run, f));
    }
  }
  for (const [i, scale] of farScales.entries()) {
    for (const causal of [false, true]) {
      for (const one of [fillings[i % 2]!, offset(scale)]) {
        yield softmaxCall(one, middleShapes[0]!, { scale, causal }, format, seedOf(run, i));
      }
    }
  }
  for (const [i, m] of longLengths.entries()) {
    yield softmaxCall(fillings[i % 2]!, { n: 2, m, dk: 3, dv: 2 }, {}, format, seedOf(run, i));
    if (m <= 66)
      yield softmaxCall(fillings[1]!, { n: m, m, dk: 2, dv: 1 }, { causal: true }, format, seedOf(run, i));
  }
  for (const [n, m] of [
    [70, 66],
    [66, 70],
    [131, 129],
  ]) {
    yield softmaxCall(
      fillings[1]!,
      { n: n!, m: m!, dk: 1, dv: 1 },
      { causal: true },
      format,
      seedOf(run, n!),
    );
  }
  yield softmaxCall(fillings[1]!, { n: 1, m: 1030, dk: 1, dv: 1 }, {}, format, seedOf(run, 0));
  for (const dk of [7, 8, 9, 16, 17, 33])
    yield softmaxCall(fillings[1]!, { n: 2, m: 3, dk, dv: dk - 5 }, {}, format, seedOf(run, dk));
}

/** Queries so small or large that a scale takes the scores to about one. */
function offset(scale: number): Filling {
  const factor = 2 ** -Math.round(Math.log2(Math.abs(scale)));
  return filling('scores of one once scaled', () => ({ q: (drawn) => drawn * factor, k: whole, v: whole }));
}

/** Shapes in which every filling is tried: as many queries as keys, fewer, and more. */
const middleShapes: readonly Shape[] = [
  { n: 3, m: 4, dk: 2, dv: 3 },
  { n: 4, m: 3, dk: 3, dv: 2 },
  { n: 3, m: 3, dk: 3, dv: 3 },
];

/** How many fillings and options there are, for whoever draws among them. */
export const softmaxChoices: { readonly fillings: number; readonly options: number } = {
  fillings: fillings.length,
  options: options.length,
};

/** A call by the numbers of its filling and its options. */
export function chosenSoftmaxCall(
  filled: number,
  shape: Shape,
  asked: number,
  format: FloatFormat,
  seed: number,
): Call {
  return softmaxCall(fillings[filled]!, shape, options[asked]!, format, seed);
}

function softmaxCall(
  { fill }: Filling,
  shape: Shape,
  { scale, ...asked }: SoftmaxAsked,
  format: FloatFormat,
  seed: number,
): Call {
  const rounded = scale === undefined ? asked : { ...asked, scale: roundDouble(format, scale) };
  return { fn: 'softmaxAttention', ...fill(shape, format, seed), options: rounded };
}

/** A first coordinate of about `start`, and `step` more in each row after the first; the others 0. */
function first(start: number, step: number = 0): (drawn: number, row: number, column: number) => number {
  return (drawn, row, column) => (column === 0 ? start + step * (row + drawn / 4) : 0);
}

/** A first coordinate of +-size in turn. */
function alternating(size: number): (drawn: number, row: number, column: number) => number {
  return (drawn, row, column) => (column === 0 ? (row % 2 === 0 ? size : -size) + drawn : 0);
}
