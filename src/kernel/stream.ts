import type { LinearState } from '#kernel/linear-attention/state.ts';
import {
  emptyState as emptyLinearState,
  advanceLinear as throughTokens,
  joinStates as togetherStates,
} from '#kernel/linear-attention/stream.ts';
import {
  applySegment as afterSegment,
  type Segment,
  segment as segmentOf,
  advanceState as throughInputs,
  joinSegments as togetherSegments,
} from '#kernel/rnn/stream.ts';
import {
  checkApart,
  checkFormat,
  checkLength,
  checkNumber,
  checkNumbers,
  checkObject,
  checkOptions,
  checkOut,
  checkSize,
  checkTokens,
  checkWord,
  wrongValue,
} from './arguments.ts';
import { formatOf } from './declaration.ts';
import { type FormatName, formatNamed, formatNames } from './format.ts';
import { checkLinearSettings, type LinearOptions } from './linear-attention.ts';
import type { FloatArray, Like, Tokens } from './tokens.ts';

/**
 * The state of the recurrence after a piece of the inputs, given the one before it.
 *
 * @param h state before the piece, a number of the format of `x`
 * @param x the inputs of the piece, shape [T]
 * @returns the bits that `recurrence` has in form `streaming` over all inputs so far, wherever they were cut: within its
 *   `errorBound`
 * @cost T subtractions, no memory
 * @throws TypeError or RangeError naming the argument, before any work
 */
export function advanceState(h: number, x: FloatArray): number {
  checkNumbers('advanceState', 'x', x);
  checkNumber('advanceState', 'h', h, formatOf(x));
  return throughInputs(h, x);
}

/**
 * A piece of the inputs by itself, as the affine map of states that it is: made where the piece is, in any order, and joined
 * later.
 *
 * @param x the inputs of the piece, shape [T]; without any it is the map that leaves every state as it is
 * @throws TypeError naming the argument
 */
export function segment(x: FloatArray): Segment {
  checkNumbers('segment', 'x', x);
  return segmentOf(x);
}

/**
 * Two pieces, one after the other, as one. Grouping changes the sum by roundings only, one a join.
 *
 * @throws TypeError or RangeError naming the argument, also when the pieces are of different formats
 */
export function joinSegments(first: Segment, second: Segment): Segment {
  checkSegment('joinSegments', 'first', first);
  checkSegment('joinSegments', 'second', second);
  return togetherSegments(first, second);
}

/**
 * The state after a piece, given the one before it.
 *
 * @param h state before the piece, a number of the format
 * @returns sum + sign h, rounded once
 * @throws TypeError or RangeError naming the argument
 */
export function applySegment(piece: Segment, h: number): number {
  checkSegment('applySegment', 'piece', piece);
  checkNumber('applySegment', 'h', h, formatNamed(piece.format.name as FormatName));
  return afterSegment(piece, h);
}

function checkSegment(where: string, name: string, value: unknown): void {
  checkObject(where, name, value, ['format', 'sign', 'sum']);
  const { format, sign, sum } = value as Segment;
  checkObject(where, `${name}.format`, format, ['name']);
  checkWord(where, `${name}.format.name`, format.name, formatNames);
  if (![1, -1].includes(sign)) wrongValue(`${where}: ${name}.sign`, 'be 1 or -1', sign);
  checkNumber(where, `${name}.sum`, sum, formatNamed(format.name as FormatName));
}

/**
 * The state of causal linear attention before any token.
 *
 * @param dk width of keys
 * @param dv width of values
 * @throws TypeError or RangeError naming the argument, also when it is more than memory can hold
 */
export function emptyState(format: FormatName, dk: number, dv: number): LinearState {
  checkWord('emptyState', 'format', format, formatNames);
  checkSize('emptyState', 'dk', dk, 0);
  checkSize('emptyState', 'dv', dv, 0);
  try {
    return emptyLinearState(formatNamed(format), dk, dv);
  } catch {
    throw new RangeError(`emptyState: dk dv must be numbers that memory can hold, got ${dk * dv}`);
  }
}

/** What a piece of the tokens is asked for. */
export interface AdvanceOptions<A extends FloatArray = never>
  extends Pick<LinearOptions<A>, 'normalize' | 'featureMap' | 'out'> {
  /** State that is overwritten with the one after the piece; it may be the one before. A fresh one when absent. */
  readonly into?: LinearState | undefined;
}

/** What a piece of the tokens gives. */
export interface Advance<A extends FloatArray = FloatArray> {
  /** Shape [n][dv]. */
  readonly out: A;
  /** The state after the piece. */
  readonly state: LinearState;
}

/**
 * Causal linear attention over tokens that come in pieces: the outputs of a piece, and the state after it.
 *
 * @param state what came before; left as it is, unless it is `options.into`
 * @param tokens as many queries as keys, of the widths and the format of the state
 * @param options the same feature map and normaliser for every piece
 * @returns the bits that `linearAttention` has in form `recurrent` and tier `plain` over all tokens so far, wherever they
 *   were cut: within its `errorBound`
 * @cost 2 dk dv products a token, and a copy of the state unless `into` is `state`
 * @throws TypeError or RangeError naming the argument, before any work
 */
export function advanceLinear<A extends FloatArray>(
  state: LinearState,
  tokens: Tokens<A>,
  options: AdvanceOptions<Like<A>> = {},
): Advance<Like<A>> {
  const where = 'advanceLinear';
  checkState(where, 'state', state);
  const piece = checkTokens(where, tokens);
  checkOptions(where, options, ['normalize', 'featureMap', 'out', 'into']);
  const settings = checkLinearSettings(where, options);
  const { into } = options;
  if (into !== undefined) checkInto(where, state, into, piece);
  const out = checkOut(where, options.out, piece);
  checkStateApart(where, 'out', out, 'state', state);
  checkStateApart(where, 'out', out, 'into', into ?? state);
  return { out: out as Like<A>, state: throughTokens(state, piece, settings, out, into) };
}

function checkState(where: string, name: string, value: unknown): void {
  checkObject(where, name, value, ['dk', 'dv', 'S', 'z']);
  const { dk, dv, S, z } = value as LinearState;
  checkSize(where, `${name}.dk`, dk, 0);
  checkSize(where, `${name}.dv`, dv, 0);
  checkNumbers(where, `${name}.S`, S);
  checkNumbers(where, `${name}.z`, z);
  checkFormat(where, `${name}.z`, z, `${name}.S`, formatOf(S));
  checkLength(where, `${name}.S`, S, 'dk dv', dk, dv);
  checkLength(where, `${name}.z`, z, 'dk', dk, 1);
}

/** That a state can be written while a piece is read, and the one before it unless it is that. */
function checkInto(where: string, state: LinearState, into: LinearState, { q, k, v }: Tokens): void {
  if (into !== state) {
    checkState(where, 'into', into);
    checkStateApart(where, 'into.S', into.S, 'state', state);
    checkStateApart(where, 'into.z', into.z, 'state', state);
  }
  checkApart(where, 'into.S', into.S, 'into.z', into.z);
  for (const [name, array] of Object.entries({ q, k, v })) {
    checkApart(where, 'into.S', into.S, name, array);
    checkApart(where, 'into.z', into.z, name, array);
  }
}

function checkStateApart(
  where: string,
  name: string,
  array: FloatArray,
  other: string,
  { S, z }: LinearState,
): void {
  checkApart(where, name, array, `${other}.S`, S);
  checkApart(where, name, array, `${other}.z`, z);
}

/**
 * The state of two pieces of the tokens together: one addition an entry, rounded; in any order.
 *
 * @throws TypeError or RangeError naming the argument, also when formats or widths differ
 */
export function joinStates(first: LinearState, second: LinearState): LinearState {
  checkState('joinStates', 'first', first);
  checkState('joinStates', 'second', second);
  return togetherStates(first, second);
}
