import type { FloatFormat } from '#arithmetic/float-format.ts';
import { formatOf } from '#kernel/declaration.ts';
import type { LinearSettings } from '#kernel/kernel.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import { loops32 } from './loops32.ts';
import { loops64 } from './loops64.ts';
import { advanceThrough } from './recurrent.ts';
import { type LinearState, newState } from './state.ts';

/** The state of causal linear attention before any token, for keys of width dk and values of width dv. */
export function emptyState(format: FloatFormat, dk: number, dv: number): LinearState {
  return format.name === 'binary64' ? newState(loops64, dk, dv) : newState(loops32, dk, dv);
}

/**
 * Causal linear attention over tokens that come in pieces: the outputs of a piece, and the state after it.
 *
 * @param state what came before; left as it is, unless it is `into`
 * @param tokens as many queries as keys, of the widths and the format of the state
 * @param settings the same for every piece
 * @param out shape [n][dv]: the bits that the recurrent kernel has over all tokens so far, wherever they were cut
 * @param into state that is overwritten with the one after the piece and returned; a fresh one when absent
 * @cost 2 dk dv products a token, and a copy of the state unless `into` is `state`
 * @throws TypeError when the tokens are of another format than the state
 * @throws RangeError when widths differ from the state's, or there are more or fewer keys than queries
 */
export function advanceLinear(
  state: LinearState,
  tokens: Tokens,
  settings: Pick<LinearSettings, 'normalize' | 'featureMap'>,
  out: FloatArray,
  into: LinearState = emptyState(formatOf(state.S), state.dk, state.dv),
): LinearState {
  checkFits('advanceLinear: into', state, into);
  checkPiece(state, tokens);
  if (into !== state) {
    into.S.set(state.S);
    into.z.set(state.z);
  }
  if (into.S instanceof Float64Array) {
    advanceThrough(
      loops64,
      into as LinearState<Float64Array>,
      tokens as Tokens<Float64Array>,
      settings,
      out as Float64Array,
    );
  } else {
    advanceThrough(
      loops32,
      into as LinearState<Float32Array>,
      tokens as Tokens<Float32Array>,
      settings,
      out as Float32Array,
    );
  }
  return into;
}

/**
 * The state of two pieces of the tokens together: one addition an entry, rounded. Over the reals neither the order nor the
 * grouping matters; in floats the order does not.
 *
 * @throws TypeError when the states are of different formats
 * @throws RangeError when their widths differ
 */
export function joinStates(first: LinearState, second: LinearState): LinearState {
  checkFits('joinStates: second', first, second);
  // Storing rounds to the format.
  return {
    ...first,
    S: first.S.map((entry, i) => entry + second.S[i]!),
    z: first.z.map((entry, i) => entry + second.z[i]!),
  };
}

function checkFits(where: string, state: LinearState, other: LinearState): void {
  checkFormat(where, state.S, other.S);
  if (other.dk !== state.dk || other.dv !== state.dv) {
    throw new RangeError(
      `${where}: must be of widths dk ${state.dk} and dv ${state.dv}, got ${other.dk} and ${other.dv}`,
    );
  }
}

function checkPiece(state: LinearState, tokens: Tokens): void {
  const { q, k, v, n, m, dk, dv } = tokens;
  for (const array of [q, k, v]) checkFormat('advanceLinear: tokens', state.S, array);
  if (dk !== state.dk || dv !== state.dv) {
    throw new RangeError(
      `advanceLinear: tokens must be of the widths of the state, dk ${state.dk} and dv ${state.dv}, got ${dk} and ${dv}`,
    );
  }
  if (n !== m) throw new RangeError(`advanceLinear: m must be n, as tokens come whole, got ${m} and ${n}`);
}

function checkFormat(where: string, array: FloatArray, other: FloatArray): void {
  const [expected, got] = [formatOf(array).name, formatOf(other).name];
  if (got !== expected) throw new TypeError(`${where}: must be of ${expected}, got ${got}`);
}
