/** Words of 8 bytes that two threads share, seen as doubles and as bytes. */
export interface Region {
  readonly words: Float64Array;
  readonly bytes: Uint8Array;
}

/** Writes values into a region, and reads them from it. */
export interface Packing {
  /**
   * Writes a list of values: numbers, vectors, rows (ragged or not), texts, bytes, and records of numbers and other
   * plain values. One that is the same object as an earlier one stays that.
   *
   * @param at   the first word that is written
   * @param most words that they may take, as far as there are so many
   * @returns the word after the last one; 0 when they do not fit: the region is then as it was
   */
  readonly write: (region: Region, values: readonly unknown[], at?: number, most?: number) => number;
  /** Reads what begins at a word, as fresh objects. */
  readonly read: (region: Region, at?: number) => unknown[];
}

/** A place in a region. */
interface Cursor extends Region {
  at: number;
}

type Rows = readonly (readonly number[])[];

/**
 * The layout: the word after the last one, a count, and for each value a tag followed by
 *
 *     0  number     1 double
 *     1  vector     its length, its entries
 *     2  rows       their number, and for each its length and its entries
 *     3  the same   the place in the list of the object that it is
 *     4  text       its length, its code units, one a word: texts are short, and an encoder costs more
 *     5  record     the number of its fields, and for each its name, its value in JSON and a double: for a number, which
 *                   JSON might lose, the first is empty; a field that is undefined is left out
 *     6  bytes      their number, the bytes, filled up to a whole word
 *
 * It travels by text, as do the functions below.
 *
 * @cost one pass over the numbers
 */
export function createPacking(): Packing {
  return {
    write: ({ words, bytes }, values, at = 0, most = words.length) => {
      let size = 2;
      for (const value of values) size += sizeOf(value);
      if (size > Math.min(most, words.length - at)) return 0;
      const to: Cursor = { words, bytes, at: at + 2 };
      for (let i = 0; i < values.length; i++) {
        const same = typeof values[i] === 'object' ? values.indexOf(values[i]) : i;
        if (same === i) writeValue(to, values[i]);
        else writeNumbers(to, [3, same]);
      }
      words[at] = to.at;
      words[at + 1] = values.length;
      return to.at;
    },
    read: ({ words, bytes }, at = 0) => {
      const from: Cursor = { words, bytes, at: at + 2 };
      const values: unknown[] = [];
      for (let i = words[at + 1]!; i > 0; i--) values.push(readValue(from, values));
      return values;
    },
  };
}

/** Words that a value takes at most. */
function sizeOf(value: unknown): number {
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 2 + value.length;
  if (value instanceof Uint8Array) return 3 + Math.ceil(value.length / 8);
  let size = 2;
  if (!Array.isArray(value)) {
    for (const [name, field] of fieldsOf(value)) size += sizeOf(name) + sizeOf(jsonOf(field)) + 1;
    return size;
  }
  for (const entry of value as (number | readonly number[])[])
    size += typeof entry === 'number' ? 1 : 1 + entry.length;
  return size;
}

function fieldsOf(record: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(record as object).filter(([, field]) => field !== undefined);
}

function jsonOf(field: unknown): string {
  return typeof field === 'number' ? '' : JSON.stringify(field);
}

function writeNumbers(to: Cursor, numbers: readonly number[]): void {
  for (let i = 0; i < numbers.length; i++) to.words[to.at++] = numbers[i]!;
}

function writeBytes(to: Cursor, bytes: Uint8Array): void {
  to.words[to.at++] = bytes.length;
  to.bytes.set(bytes, 8 * to.at);
  to.at += Math.ceil(bytes.length / 8);
}

function writeText(to: Cursor, text: string): void {
  to.words[to.at++] = text.length;
  for (let i = 0; i < text.length; i++) to.words[to.at++] = text.charCodeAt(i);
}

function writeValue(to: Cursor, value: unknown): void {
  if (typeof value === 'number') {
    writeNumbers(to, [0, value]);
  } else if (typeof value === 'string') {
    to.words[to.at++] = 4;
    writeText(to, value);
  } else if (value instanceof Uint8Array) {
    to.words[to.at++] = 6;
    writeBytes(to, value);
  } else if (!Array.isArray(value)) {
    writeRecord(to, fieldsOf(value));
  } else if (typeof value[0] === 'number') {
    writeNumbers(to, [1, value.length]);
    writeNumbers(to, value as readonly number[]);
  } else {
    writeNumbers(to, [2, value.length]);
    for (const row of value as Rows) {
      to.words[to.at++] = row.length;
      writeNumbers(to, row);
    }
  }
}

function writeRecord(to: Cursor, fields: readonly (readonly [string, unknown])[]): void {
  writeNumbers(to, [5, fields.length]);
  for (const [name, field] of fields) {
    writeText(to, name);
    writeText(to, jsonOf(field));
    to.words[to.at++] = typeof field === 'number' ? field : 0;
  }
}

function readNumbers(from: Cursor): number[] {
  const length = from.words[from.at++]!;
  const numbers: number[] = [];
  for (let i = 0; i < length; i++) numbers.push(from.words[from.at++]!);
  return numbers;
}

function readBytes(from: Cursor): Uint8Array {
  const length = from.words[from.at++]!;
  const bytes = from.bytes.slice(8 * from.at, 8 * from.at + length);
  from.at += Math.ceil(length / 8);
  return bytes;
}

function readText(from: Cursor): string {
  let text = '';
  for (let i = from.words[from.at++]!; i > 0; i--) text += String.fromCharCode(from.words[from.at++]!);
  return text;
}

function readValue(from: Cursor, earlier: readonly unknown[]): unknown {
  switch (from.words[from.at++]) {
    case 0:
      return from.words[from.at++];
    case 1:
      return readNumbers(from);
    case 2: {
      const rows: number[][] = [];
      for (let i = from.words[from.at++]!; i > 0; i--) rows.push(readNumbers(from));
      return rows;
    }
    case 3:
      return earlier[from.words[from.at++]!];
    case 4:
      return readText(from);
    case 5: {
      const fields: Record<string, unknown> = {};
      for (let i = from.words[from.at++]!; i > 0; i--) {
        const name = readText(from);
        const json = readText(from);
        const number = from.words[from.at++];
        fields[name] = json === '' ? number : JSON.parse(json);
      }
      return fields;
    }
    default:
      return readBytes(from);
  }
}

/** What travels by text: all of it. */
export const packingParts: readonly ((...args: never[]) => unknown)[] = [
  createPacking,
  sizeOf,
  fieldsOf,
  jsonOf,
  writeNumbers,
  writeBytes,
  writeText,
  writeValue,
  writeRecord,
  readNumbers,
  readBytes,
  readText,
  readValue,
];
