import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates } from '#arithmetic/space.ts';
import { counting, type Tally } from '#arithmetic/tally.ts';
import type { Cost, Measure, SizeFormula, Sizes } from '#claim/statement.ts';
import { asWritten, type Matrix, reassociated, recurrent } from '#reference/linear-attention.ts';
import { softmaxAttention } from '#reference/softmax-attention.ts';

/** Something to count: a computation at given sizes on numbers that do not matter. */
export type Computation = (a: Analytic<null>, sizes: Sizes) => unknown;

/** A kind of operation. */
export type Operation = keyof Tally;

/** The operations of the given kinds that a computation makes. */
export function operations(kinds: readonly Operation[], computation: Computation): Measure {
  return (sizes) => {
    const { arithmetic, tally } = counting();
    computation(arithmetic, sizes);
    const counts = tally();
    return kinds.reduce((total, kind) => total + counts[kind], 0);
  };
}

/** A matrix of numbers that do not matter. */
export function blank(rows: number, columns: number): Matrix<null> {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
}

/** Softmax attention for all T tokens. */
export const standard: Computation = (a, { T, dk, dv }) =>
  softmaxAttention(coordinates(a, dk!), coordinates(a, dv!), blank(T!, dk!), blank(T!, dk!), blank(T!, dv!));

/** Softmax attention for the last token alone. */
export const standardOneOutput: Computation = (a, { T, dk, dv }) =>
  softmaxAttention(coordinates(a, dk!), coordinates(a, dv!), blank(1, dk!), blank(T!, dk!), blank(T!, dv!));

/** Linear attention as written, for all T tokens. */
export const written: Computation = (a, { T, dk, dv }) =>
  asWritten(coordinates(a, dk!), coordinates(a, dv!), blank(T!, dk!), blank(T!, dk!), blank(T!, dv!));

/** Linear attention as written, for one output. */
export const writtenOneOutput: Computation = (a, { T, dk, dv }) =>
  asWritten(coordinates(a, dk!), coordinates(a, dv!), blank(1, dk!), blank(T!, dk!), blank(T!, dv!));

/** Q (K^T V) for all T tokens. */
export const linear: Computation = (a, { T, dk, dv }) =>
  reassociated(coordinates(a, dk!), blank(T!, dk!), blank(T!, dk!), blank(T!, dv!));

/** Causal linear attention, token by token. */
export const streaming: Computation = (a, { T, dk, dv }) =>
  recurrent(coordinates(a, dk!), blank(T!, dk!), blank(T!, dk!), blank(T!, dv!));

/** The multiplications of the last of T tokens, in streaming causal attention. */
export const streamingLastToken: Measure = (sizes) => {
  const multiplications = operations(['mul'], streaming);
  return multiplications(sizes) - multiplications({ ...sizes, T: sizes.T! - 1 });
};

/** T^2 (dk + dv). */
export const quadratic: SizeFormula = (r, { T, dk, dv }) => r.mul(r.mul(T!, T!), r.add(dk!, dv!));

/** 2 T dk dv. */
export const linearInLength: SizeFormula = (r, { T, dk, dv }) => r.mul(r.of(2), r.mul(T!, r.mul(dk!, dv!)));

/** T (dk + dv). */
export const oneOutput: SizeFormula = (r, { T, dk, dv }) => r.mul(T!, r.add(dk!, dv!));

const allSizes: readonly string[] = ['T', 'dk', 'dv'];

/** For all T, dk, dv >= 1: a count is a formula. */
export function counted(counts: string, measure: Measure, formula: SizeFormula): Cost {
  return { kind: 'cost', sizes: allSizes, counts, measure, is: { says: 'equals', formula } };
}

/** For all T, dk, dv >= 1: a count is at most C T^degree, with one C for each (dk, dv), or one for all when uniform. */
export function ordered(counts: string, measure: Measure, degree: number, uniform = false): Cost {
  return {
    kind: 'cost',
    sizes: allSizes,
    counts,
    measure,
    is: { says: 'order', size: 'T', degree, uniform },
  };
}
