import type { Analytic } from '#arithmetic/ring.ts';
import { type Space, sum } from '#arithmetic/space.ts';
import type { FrameSide } from '#claim/statement.ts';
import { innerProducts, squaredNorm } from '#reference/norm.ts';
import { attentionWeights, softmax, softmaxAttention } from '#reference/softmax-attention.ts';
import type { TokenSystem } from './tokens.ts';

/** A row and a column of a matrix, from 1 as in the write-up. */
export type Place = readonly [row: number, column: number];

/** The places of a square matrix off its diagonal, by rows. */
export function placesOffDiagonal(size: number): Place[] {
  return allPlaces(size).filter(([row, column]) => row !== column);
}

/** The places of a square matrix, by rows. */
export function allPlaces(size: number): Place[] {
  const rows = Array.from({ length: size }, (_, i) => i + 1);
  return rows.flatMap((row) => rows.map((column): Place => [row, column]));
}

/** The same numbers whatever the frame. */
export function constants(values: readonly number[]): FrameSide {
  return (s) => values.map((value) => s.scalars.of(value));
}

/** Multiples of beta^2. */
export function timesBetaSquared(multiples: readonly number[]): FrameSide {
  return ({ scalars: a }, { beta }) => multiples.map((multiple) => a.mul(a.of(multiple), a.mul(beta, beta)));
}

/** The scores <x_i, x_j> of self-attention without projections. */
export function scoresAt(system: TokenSystem, places: readonly Place[]): FrameSide {
  return (s, { vectors }) => {
    const x = system(s, vectors);
    return at(innerProducts(s, x, x), places);
  };
}

/** The weights W_ij of self-attention without projections, softmax along rows. */
export function weightsAt(system: TokenSystem, places: readonly Place[], scale = 1): FrameSide {
  return (s, { vectors }) => at(selfWeights(s, system(s, vectors), scale), places);
}

/** Each row's sum of weights. */
export function rowSums(system: TokenSystem): FrameSide {
  return (s, { vectors }) => selfWeights(s, system(s, vectors)).map((row) => sum(s.scalars, row));
}

/**
 * What a token's own weight leaves to the others, for the first `rows` rows.
 *
 * Always the sum of the other weights: 1 - W_ii by subtraction would lose every digit of a small difference.
 */
export function weightOfOthers(system: TokenSystem, rows: number, scale = 1): FrameSide {
  return (s, { vectors }) =>
    selfWeights(s, system(s, vectors), scale)
      .slice(0, rows)
      .map((row, i) =>
        sum(
          s.scalars,
          row.filter((_, j) => j !== i),
        ),
      );
}

/** The softmax of the scores along columns, by rows: e^(S_ij) / sum_l e^(S_lj). */
export function columnSoftmax<N, V>(s: Space<N, V, Analytic<N>>, x: readonly V[]): N[][] {
  const scores = innerProducts(s, x, x);
  const columns = x.map((_, j) =>
    softmax(
      s.scalars,
      scores.map((row) => row[j]!),
    ),
  );
  return x.map((_, i) => columns.map((column) => column[i]!));
}

/** The softmax over all scores together: e^(S_ij) / sum_kl e^(S_kl), by rows. */
export function globalSoftmax(system: TokenSystem): FrameSide {
  return (s, { vectors }) => {
    const x = system(s, vectors);
    return softmax(s.scalars, innerProducts(s, x, x).flat());
  };
}

/** The coordinates of the tokens of the given rows, from 1. */
export function tokenEntries(system: TokenSystem, rows: readonly number[]): FrameSide {
  return (s, { vectors, entries }) => {
    const x = system(s, vectors);
    return rows.flatMap((row) => entries(x[row - 1]!));
  };
}

/** The coordinates of the outputs y_i of self-attention, for the given rows, from 1. */
export function outputEntries(system: TokenSystem, rows: readonly number[]): FrameSide {
  return (s, { vectors, entries }) => {
    const x = system(s, vectors);
    const y = softmaxAttention(s, s, x, x, x);
    return rows.flatMap((row) => entries(y[row - 1]!));
  };
}

/** The coordinates of y_i - x_i as subtracted, for the given rows, from 1. */
export function subtractedEntries(system: TokenSystem, rows: readonly number[]): FrameSide {
  const outputs = outputEntries(system, rows);
  const tokens = tokenEntries(system, rows);
  return (s, frame) => {
    const x = tokens(s, frame);
    return outputs(s, frame).map((entry, c) => s.scalars.sub(entry, x[c]!));
  };
}

/** The coordinates of y_i - x_i without cancellation, for the given rows, from 1. */
export function errorEntries(system: TokenSystem, rows: readonly number[]): FrameSide {
  return (s, { vectors, entries }) => {
    const x = system(s, vectors);
    return rows.flatMap((row) => entries(copyingError(s, x, row)));
  };
}

/** The squared relative errors ||y_i - x_i||^2 / ||x_i||^2, for the given rows, from 1; beta > 0. */
export function squaredRelativeErrors(system: TokenSystem, rows: readonly number[]): FrameSide {
  return (s, { vectors }) => {
    const x = system(s, vectors);
    return rows.map((row) =>
      s.scalars.div(squaredNorm(s, copyingError(s, x, row)), squaredNorm(s, x[row - 1]!)),
    );
  };
}

/**
 * The vector y_i - x_i, as the output of attention whose values are x_j - x_i.
 *
 * The weights of a row sum to one, so both are the same; here nothing cancels when y_i is near x_i.
 */
function copyingError<N, V>(s: Space<N, V, Analytic<N>>, x: readonly V[], row: number): V {
  const own = x[row - 1]!;
  const away = s.scale(s.scalars.of(-1), own);
  const differences = x.map((token) => s.add(token, away));
  return softmaxAttention(s, s, [own], x, differences)[0]!;
}

function selfWeights<N, V>(s: Space<N, V, Analytic<N>>, x: readonly V[], scale = 1): N[][] {
  return attentionWeights(s, x, x, scale === 1 ? {} : { scale: s.scalars.of(scale) });
}

function at<N>(matrix: readonly (readonly N[])[], places: readonly Place[]): N[] {
  return places.map(([row, column]) => matrix[row - 1]![column - 1]!);
}
