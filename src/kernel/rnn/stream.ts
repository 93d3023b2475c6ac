import type { FloatFormat } from '#arithmetic/float-format.ts';
import { formatOf } from '#kernel/declaration.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { stream } from './streaming.ts';

/**
 * The recurrence over inputs that come in pieces: the state after a piece, given the one before it.
 *
 * @param h state before the piece; rounded to the format of `x`
 * @param x the inputs of the piece, shape [T]
 * @returns the bits that the streaming kernel has over all inputs so far, wherever they were cut
 * @cost T subtractions, no memory
 */
export function advanceState(h: number, x: FloatArray): number {
  return stream(x, h);
}

/** What a piece of the inputs does to the state before it, as an affine map: h becomes sum + sign h. */
export interface Segment {
  readonly format: FloatFormat;
  /** 1 after an even number of inputs, -1 after an odd one. */
  readonly sign: 1 | -1;
  /** The state that the piece leaves from 0. */
  readonly sum: number;
}

/**
 * A piece of the inputs by itself, as a map of states: made where the piece is, in any order, and joined later.
 *
 * @param x the inputs of the piece, shape [T]; without any it is the map that leaves every state as it is
 * @returns a map whose sum is within the bound of the recurrence from 0
 */
export function segment(x: FloatArray): Segment {
  return { format: formatOf(x), sign: x.length % 2 === 0 ? 1 : -1, sum: stream(x, 0) };
}

/**
 * Two pieces, one after the other, as one. Over the reals any grouping gives the same map, and a map of no inputs changes
 * nothing; signs are so exactly, and sums up to one rounding a join.
 *
 * @throws TypeError when the pieces are of different formats
 */
export function joinSegments(first: Segment, second: Segment): Segment {
  // By name, so that pieces that were sent from other threads are of one format still.
  if (first.format.name !== second.format.name) {
    throw new TypeError(
      `joinSegments: both must be of one format, got ${first.format.name} and ${second.format.name}`,
    );
  }
  return {
    format: first.format,
    sign: first.sign === second.sign ? 1 : -1,
    sum: applySegment(second, first.sum),
  };
}

/**
 * The state after a piece, given the one before it.
 *
 * @param h state before the piece, a number of the format
 * @returns sum + sign h, rounded once
 */
export function applySegment({ format, sign, sum }: Segment, h: number): number {
  const state = sign === 1 ? sum + h : sum - h;
  return format.name === 'binary64' ? state : Math.fround(state);
}
