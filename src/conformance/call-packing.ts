import type { Call, LinearAsked, SoftmaxAsked } from '#law/subject-call.ts';

type Rows = readonly (readonly number[])[];
type Options = SoftmaxAsked & LinearAsked;

/** A call as it is asked of a thread: the function by its number, and the arguments as fresh objects. */
export interface PackedCall {
  readonly fn: number;
  readonly frozen: boolean;
  readonly args: readonly unknown[];
}

/**
 * Writes calls and results into words of 8 bytes that two threads share, and reads them from there: what is asked and
 * returned thousands of times. All else goes by packing.ts, whose lists can follow and be followed in the same words: the
 * first of what is written at any word is the word after it, and the second is below 0 for a result and for nothing else.
 */
export interface CallPacking {
  /** @returns the word after the call; 0 when it does not fit */
  readonly writeCall: (words: Float64Array, at: number, fn: number, frozen: boolean, call: Call) => number;
  readonly readCall: (words: Float64Array, at: number) => PackedCall;
  /**
   * @param most words that the result may take, as far as there are so many
   * @returns the word after the result; 0 when it does not fit
   */
  readonly writeResult: (words: Float64Array, at: number, most: number, result: number | Rows) => number;
  readonly readResult: (words: Float64Array, at: number) => number | number[][];
}

/**
 * The layout of a call: the word after it; 4 times the function, 2 for queries, 1 for frozen arguments; and then the inputs and the
 * state, or queries, keys, values and options. A row is its length and its entries, rows are their number and each of them; -1 in
 * place of a number stands for the first object, -2 for the second. Options are their bits and the scale.
 *
 * It travels by text, as do the functions below. What copies numbers out of arrays is left to the engine: arrays are of
 * many kinds inside, for each of which a loop would be compiled anew, in both threads, and that costs more than all the
 * copies.
 *
 * @cost one pass over the numbers
 */
export function createCallPacking(): CallPacking {
  return { writeCall, readCall, writeResult, readResult };
}

function writeCall(words: Float64Array, at: number, fn: number, frozen: boolean, call: Call): number {
  const end = words.length;
  let to = at + 2;
  if ('x' in call) {
    to = writeWord(words, writeRow(words, to, end, call.x), end, call.h0);
  } else {
    const { q, k, v, options } = call;
    to = writeRows(words, to, end, q);
    to = k === q ? writeWord(words, to, end, -1) : writeRows(words, to, end, k);
    if (v === q || v === k) to = writeWord(words, to, end, v === q ? -1 : -2);
    else to = writeRows(words, to, end, v);
    to = writeWord(words, writeWord(words, to, end, bitsOf(options)), end, scaleOf(options));
  }
  if (to > end) return 0;
  words[at] = to;
  words[at + 1] = 4 * fn + ('x' in call ? 0 : 2) + (frozen ? 1 : 0);
  return to;
}

function readCall(words: Float64Array, at: number): PackedCall {
  const word = words[at + 1]!;
  const args = (word & 2) === 0 ? readSequence(words, at + 2) : readTokens(words, at + 2);
  return { fn: word >> 2, frozen: (word & 1) === 1, args };
}

function readSequence(words: Float64Array, at: number): readonly unknown[] {
  return [readRow(words, at), words[at + 1 + words[at]!]];
}

function readTokens(words: Float64Array, at: number): readonly unknown[] {
  const args: unknown[] = [];
  let from = at;
  for (let i = 0; i < 3; i++) {
    const same = words[from]!;
    args.push(same < 0 ? args[-1 - same] : readRows(words, from));
    from = same < 0 ? from + 1 : afterRows(words, from);
  }
  args.push(optionsOf(words[from]!, words[from + 1]!));
  return args;
}

function writeResult(words: Float64Array, at: number, most: number, result: number | Rows): number {
  const end = Math.min(words.length, at + most);
  const to =
    typeof result === 'number'
      ? writeWord(words, at + 2, end, result)
      : writeRows(words, at + 2, end, result);
  if (to > end) return 0;
  words[at] = to;
  words[at + 1] = typeof result === 'number' ? -1 : -2;
  return to;
}

function readResult(words: Float64Array, at: number): number | number[][] {
  return words[at + 1] === -1 ? words[at + 2]! : readRows(words, at + 2);
}

/** A word; as all that writes, it returns the word after it, which is far beyond all words once something does not fit. */
function writeWord(words: Float64Array, at: number, end: number, word: number): number {
  if (at >= end) return 2 ** 30;
  words[at] = word;
  return at + 1;
}

function writeRow(words: Float64Array, at: number, end: number, row: readonly number[]): number {
  const { length } = row;
  if (at + length >= end) return 2 ** 30;
  words[at] = length;
  if (length > 0) words.set(row, at + 1);
  return at + 1 + length;
}

function writeRows(words: Float64Array, at: number, end: number, rows: Rows): number {
  let to = writeWord(words, at, end, rows.length);
  for (let i = 0; i < rows.length; i++) {
    to = writeRow(words, to, end, rows[i]!);
    if (to > end) break;
  }
  return to;
}

function readRow(words: Float64Array, at: number): number[] {
  const row: number[] = [];
  const end = at + 1 + words[at]!;
  for (let i = at + 1; i < end; i++) row.push(words[i]!);
  return row;
}

function readRows(words: Float64Array, at: number): number[][] {
  const rows: number[][] = [];
  let from = at + 1;
  for (let i = words[at]!; i > 0; i--) {
    rows.push(readRow(words, from));
    from += 1 + words[from]!;
  }
  return rows;
}

function afterRows(words: Float64Array, at: number): number {
  let from = at + 1;
  for (let i = words[at]!; i > 0; i--) from += 1 + words[from]!;
  return from;
}

/** Which options are given, and what they are but for the scale: what is not given is left to the default. */
function bitsOf({ scale, causal, normalize, featureMap }: Options): number {
  return (
    (scale === undefined ? 0 : 1) +
    (causal === undefined ? 0 : 2 + 4 * Number(causal)) +
    (normalize === undefined ? 0 : 8 + 16 * Number(normalize)) +
    (featureMap === undefined ? 0 : 32 + (featureMap === 'elu1' ? 64 : 0))
  );
}

function scaleOf({ scale = 0 }: Options): number {
  return scale;
}

function optionsOf(bits: number, scale: number): Options {
  return {
    ...((bits & 1) !== 0 && { scale }),
    ...((bits & 2) !== 0 && { causal: (bits & 4) !== 0 }),
    ...((bits & 8) !== 0 && { normalize: (bits & 16) !== 0 }),
    ...((bits & 32) !== 0 && { featureMap: (bits & 64) !== 0 ? 'elu1' : 'identity' }),
  };
}

/** What travels by text: all of it. */
export const callPackingParts: readonly ((...args: never[]) => unknown)[] = [
  createCallPacking,
  writeCall,
  readCall,
  readSequence,
  readTokens,
  writeResult,
  readResult,
  writeWord,
  writeRow,
  writeRows,
  readRow,
  readRows,
  afterRows,
  bitsOf,
  scaleOf,
  optionsOf,
];
