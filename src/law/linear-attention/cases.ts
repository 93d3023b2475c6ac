import type { FloatFormat } from '#arithmetic/float-format.ts';
import { seedOf } from '#law/draw.ts';
import type { Call, LinearAsked } from '#law/subject-call.ts';
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

/** Coordinates that the maps of features treat differently, and denominators near zero and below it. */
const featureFillings: readonly Filling[] = [
  filling('features below e^-38', () => ({ q: (drawn) => -38 - 4 * Math.abs(drawn), k: below, v: short })),
  filling('features of small numbers', () => ({ q: whole, k: (drawn) => drawn * 2 ** -20, v: short })),
  filling('features above the end of exp', (format) => ({
    q: (drawn, i) => (i % 2 === 0 ? overflowing(format) + drawn : -drawn),
    k: (drawn, j) => (j % 2 === 0 ? 1.5 * overflowing(format) + drawn : drawn),
    v: short,
  })),
  filling('features of zero', () => ({ q: (drawn) => (drawn < 0 ? -0 : 0), k: short, v: short })),
  filling('negative denominators', () => ({
    q: (drawn) => -1 - Math.abs(drawn),
    k: (drawn) => 1 + Math.abs(drawn),
    v: short,
  })),
  filling('small denominators', () => ({
    q: (drawn) => drawn * 2 ** -30,
    k: (drawn) => 1 + Math.abs(drawn),
    v: short,
  })),
  filling('tiny denominators', () => ({
    q: (drawn) => drawn * 2 ** -60,
    k: (drawn) => 1 + Math.abs(drawn),
    v: short,
  })),
  filling('integers', () => ({ q: integer, k: integer, v: integer })),
  filling('sums that cancel', () => ({
    q: () => 1,
    k: (drawn, j) => (j % 2 === 0 ? 1 : -1) * (2 ** 12 + drawn),
    v: () => 1,
  })),
  filling('sums that fall', () => ({ q: () => 1, k: (drawn, j) => 2 ** -(3 * j) * (2 + drawn), v: short })),
];

const fillings: readonly Filling[] = [...ordinaryFillings, ...featureFillings];

/** What is asked: each option alone, in pairs, and all at once. */
const options: readonly LinearAsked[] = [
  {},
  { causal: true },
  { normalize: true },
  { featureMap: 'elu1' },
  { causal: true, normalize: true },
  { normalize: true, featureMap: 'elu1' },
  { causal: true, featureMap: 'elu1' },
  { causal: true, normalize: true, featureMap: 'elu1' },
  { causal: false, normalize: false, featureMap: 'identity' },
];

/**
 * The systematic calls of linear attention, cheap and telling first: every shape in the first fillings, every filling in
 * the first shapes, all options, then lengths around powers of two.
 */
export function* linearCases(format: FloatFormat, run: number = 0): Generator<Call> {
  for (const [s, shape] of smallShapes.entries()) {
    for (const asked of options) {
      for (const f of [0, 1]) yield linearCall(fillings[f]!, shape, asked, format, seedOf(run, s));
    }
  }
  for (const [f, one] of fillings.entries()) {
    for (const shape of middleShapes) {
      for (const asked of options.slice(0, 8)) yield linearCall(one, shape, asked, format, seedOf(run, f));
    }
  }
  for (const [i, m] of longLengths.entries()) {
    const asked = options[i % 8]!;
    const { causal = false } = asked;
    yield linearCall(fillings[1]!, { n: causal ? m : 2, m, dk: 3, dv: 2 }, asked, format, seedOf(run, i));
    yield linearCall(fillings[i % 2]!, { n: 2, m, dk: 2, dv: 1 }, {}, format, seedOf(run, i));
    yield linearCall(fillings[1]!, { n: m, m, dk: 2, dv: 1 }, { causal: true }, format, seedOf(run, i));
  }
  for (const [n, m] of [
    [70, 66],
    [66, 70],
    [131, 129],
  ]) {
    yield linearCall(fillings[1]!, { n: n!, m: m!, dk: 1, dv: 1 }, { causal: true }, format, seedOf(run, n!));
  }
  for (const dk of [7, 8, 9, 16, 17, 33]) {
    yield linearCall(fillings[1]!, { n: 2, m: 3, dk, dv: dk - 5 }, options[dk % 8]!, format, seedOf(run, dk));
  }
}

/** Shapes in which every filling is tried: fewer queries than keys, more, and as many. */
const middleShapes: readonly Shape[] = [
  { n: 3, m: 4, dk: 2, dv: 3 },
  { n: 4, m: 3, dk: 3, dv: 2 },
  { n: 3, m: 3, dk: 3, dv: 3 },
];

/** How many fillings and options there are, for whoever draws among them. */
export const linearChoices: { readonly fillings: number; readonly options: number } = {
  fillings: fillings.length,
  options: options.length,
};

/** A call by the numbers of its filling and its options. */
export function chosenLinearCall(
  filled: number,
  shape: Shape,
  asked: number,
  format: FloatFormat,
  seed: number,
): Call {
  return linearCall(fillings[filled]!, shape, options[asked]!, format, seed);
}

function linearCall(
  { fill }: Filling,
  shape: Shape,
  asked: LinearAsked,
  format: FloatFormat,
  seed: number,
): Call {
  return { fn: 'linearAttention', ...fill(shape, format, seed), options: asked };
}

/** Where e^x - 1 is -1 to the last bit, and on to where e^x itself is subnormal in binary32. */
function below(drawn: number, row: number): number {
  return -38 - ((row * 17) % 60) - Math.abs(drawn);
}

function integer(drawn: number): number {
  return Math.round(drawn * 9);
}
