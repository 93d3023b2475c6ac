import { binary32, type FloatFormat } from '#arithmetic/float-format.ts';
import { isAllocated } from './allocated.ts';
import { formatOf } from './declaration.ts';
import type { FloatArray, Tokens } from './tokens.ts';

/**
 * Checks of what the functions of this room are called with, before any work: each names the call, the argument, what
 * must hold and what came. Kinds that are wrong are a TypeError, values that are wrong a RangeError.
 */

/** A value in a few characters, whatever its size. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
    case 'bigint':
      return `${value}n`;
    case 'function':
      return 'a function';
    case 'object':
      return value === null ? 'null' : Object.prototype.toString.call(value).slice(8, -1);
    default:
      return Object.is(value, -0) ? '-0' : String(value);
  }
}

/** @throws TypeError that a value must be of another kind */
export function wrongKind(where: string, must: string, got: unknown): never {
  throw new TypeError(`${where} must ${must}, got ${shown(got)}`);
}

/** @throws RangeError that a value must be otherwise */
export function wrongValue(where: string, must: string, got: unknown): never {
  throw new RangeError(`${where} must ${must}, got ${shown(got)}`);
}

/** @throws TypeError unless it is an object that can have fields of its own names, and is no array */
export function checkObject(where: string, name: string, value: unknown, fields: readonly string[]): void {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !Array.isArray(value)) {
    return;
  }
  wrongKind(`${where}: ${name}`, `be an object with ${fields.join(', ')}`, value);
}

/** @throws TypeError unless it is an object whose fields are among the known ones */
export function checkOptions(where: string, options: unknown, known: readonly string[]): void {
  checkObject(where, 'options', options, known);
  for (const name in options as object) {
    if (!known.includes(name)) wrongKind(`${where}: options`, `be among ${known.join(', ')}`, name);
  }
}

/** @returns whether an option is on; it is off when it is absent */
export function checkFlag(where: string, name: string, value: unknown): boolean {
  if (value === undefined) return false;
  return typeof value === 'boolean' ? value : wrongKind(`${where}: ${name}`, 'be true or false', value);
}

/** @throws TypeError unless it is a string, RangeError unless it is one of the words */
export function checkWord(where: string, name: string, value: unknown, words: readonly string[]): void {
  if (typeof value === 'string' && words.includes(value)) return;
  const must = `be one of ${words.join(', ')}`;
  if (typeof value !== 'string') wrongKind(`${where}: ${name}`, must, value);
  wrongValue(`${where}: ${name}`, must, value);
}

/** @throws TypeError unless it is a number, RangeError unless it is whole, and from `least` to 2^53 - 1 */
export function checkSize(where: string, name: string, value: unknown, least: number): void {
  if (Number.isSafeInteger(value) && (value as number) >= least) return;
  const must = `be a whole number from ${least} to 2^53 - 1`;
  if (typeof value !== 'number') wrongKind(`${where}: ${name}`, must, value);
  wrongValue(`${where}: ${name}`, must, value);
}

/** @throws TypeError unless it is an array of binary64 or binary32 numbers, on a buffer that is attached */
export function checkNumbers(where: string, name: string, value: unknown): void {
  if (!((value instanceof Float64Array || value instanceof Float32Array) && ArrayBuffer.isView(value))) {
    wrongKind(`${where}: ${name}`, 'be a Float64Array or a Float32Array', value);
  }
  if (value.length === 0 && isDetached(value.buffer)) {
    throw new TypeError(`${where}: ${name} must have an attached buffer, got a detached one`);
  }
}

/** Whether a buffer has been handed over elsewhere, and has nothing left. */
function isDetached(buffer: ArrayBufferLike): boolean {
  try {
    return new Uint8Array(buffer).length < 0;
  } catch {
    return true;
  }
}

/** @throws TypeError unless an array is of the format of another */
export function checkFormat(
  where: string,
  name: string,
  array: FloatArray,
  other: string,
  format: FloatFormat,
): void {
  if (formatOf(array) !== format) {
    wrongKind(`${where}: ${name}`, `be of ${format.name} as ${other} is`, array);
  }
}

/** @throws RangeError unless an array has rows times width numbers */
export function checkLength(
  where: string,
  name: string,
  array: FloatArray,
  product: string,
  rows: number,
  width: number,
): void {
  const length = rows * width;
  if (array.length === length) return;
  const exact = Number.isSafeInteger(length) ? ` = ${length}` : '';
  wrongValue(`${where}: ${name}`, `have ${product}${exact} numbers`, array.length);
}

/** @throws TypeError unless it is a number, RangeError unless it is one of the format; NaN and infinities are */
export function checkNumber(where: string, name: string, value: unknown, format: FloatFormat): void {
  if (typeof value !== 'number') wrongKind(`${where}: ${name}`, 'be a number', value);
  if (format === binary32 && !Object.is(Math.fround(value), value)) {
    wrongValue(`${where}: ${name}`, `be a ${format.name} number, such as ${Math.fround(value)}`, value);
  }
}

/** Whether two arrays have a byte in common. Memory shared with another thread under two buffers is not known to be one. */
export function overlap(a: FloatArray, b: FloatArray): boolean {
  return (
    a.byteOffset < b.byteOffset + b.byteLength &&
    b.byteOffset < a.byteOffset + a.byteLength &&
    a.length > 0 &&
    b.length > 0 &&
    (a.buffer === b.buffer || bothAllocated(a, b))
  );
}

/** The memory of vector code has another buffer object each time it has grown. */
function bothAllocated(a: FloatArray, b: FloatArray): boolean {
  return isAllocated(a) && isAllocated(b);
}

/** @throws RangeError when an array that is written has a byte in common with one that is read */
export function checkApart(
  where: string,
  name: string,
  written: FloatArray,
  other: string,
  read: FloatArray,
): void {
  if (overlap(written, read)) {
    throw new RangeError(`${where}: ${name} must not overlap ${other}, got arrays with bytes in common`);
  }
}

const tokenFields = ['q', 'k', 'v', 'n', 'm', 'dk', 'dv'];

/**
 * Tokens, checked: sizes, kinds, one format, and as many numbers as the sizes say.
 *
 * @returns a copy of the record, so that nothing can change it afterwards; the arrays are the same
 */
export function checkTokens(where: string, tokens: unknown): Tokens {
  checkObject(where, 'tokens', tokens, tokenFields);
  const { q, k, v, n, m, dk, dv } = tokens as Tokens;
  checkSize(where, 'n', n, 0);
  checkSize(where, 'm', m, 0);
  checkSize(where, 'dk', dk, 0);
  checkSize(where, 'dv', dv, 0);
  checkNumbers(where, 'q', q);
  checkNumbers(where, 'k', k);
  checkNumbers(where, 'v', v);
  const format = formatOf(q);
  checkFormat(where, 'k', k, 'q', format);
  checkFormat(where, 'v', v, 'q', format);
  checkLength(where, 'q', q, 'n dk', n, dk);
  checkLength(where, 'k', k, 'm dk', m, dk);
  checkLength(where, 'v', v, 'm dv', m, dv);
  return { q, k, v, n, m, dk, dv };
}

/**
 * Where the outputs of tokens go, checked: an array of their format that overlaps none of them.
 *
 * @returns a fresh array when none was given
 * @throws RangeError also when a fresh one is more than memory can hold
 */
export function checkOut(where: string, out: unknown, tokens: Tokens): FloatArray {
  const { q, k, v, n, dv } = tokens;
  const format = formatOf(q);
  if (out === undefined) return freshNumbers(where, 'out must have n dv numbers', format, n * dv);
  checkNumbers(where, 'out', out);
  const array = out as FloatArray;
  checkFormat(where, 'out', array, 'q', format);
  checkLength(where, 'out', array, 'n dv', n, dv);
  checkApart(where, 'out', array, 'q', q);
  checkApart(where, 'out', array, 'k', k);
  checkApart(where, 'out', array, 'v', v);
  return array;
}

/**
 * So many zeros.
 *
 * @param must what has to be of so many, in words
 * @throws RangeError when they are more than memory can hold
 */
export function freshNumbers(where: string, must: string, format: FloatFormat, length: number): FloatArray {
  try {
    return format === binary32 ? new Float32Array(length) : new Float64Array(length);
  } catch {
    throw new RangeError(`${where}: ${must} that memory can hold, got ${length}`);
  }
}

/**
 * Runs a kernel of attention into `out`, which it leaves alone when there is nothing to compute.
 *
 * @returns `out`
 * @throws RangeError when memory does not hold its scratch, which it takes before it writes anything
 */
export function runInto<S>(
  where: string,
  kernel: { readonly run: (tokens: Tokens, settings: S, out: FloatArray) => void },
  tokens: Tokens,
  settings: S,
  out: FloatArray,
): FloatArray {
  if (out.length === 0) return out;
  try {
    kernel.run(tokens, settings, out);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const got = cause.message;
    throw new RangeError(`${where}: sizes must leave room for scratch in memory, got: ${got}`, { cause });
  }
  return out;
}
