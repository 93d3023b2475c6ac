import { hexFloat } from '#arithmetic/hex-float.ts';
import { failureWords } from './failure.ts';
import type { WrittenNumber } from './grade.ts';
import type { Reply } from './host.ts';
import { printable } from './printable.ts';
import { numberText } from './protocol.ts';

/** Entries of a result that are shown, and letters of anything that is none. */
const MOST_ENTRIES = 4096;
const LONGEST = 300;

/** A number in shortest decimals that read back to it, and in hexadecimal. */
export function writtenNumber(x: number): WrittenNumber {
  if (!Number.isFinite(x)) return { decimal: String(x), hex: String(x) };
  return { decimal: Object.is(x, -0) ? '-0' : String(x), hex: hexFloat(x) };
}

/** What came of a call, as JSON can write it: numbers and rows as the protocol has them, all else in words. */
export function writtenReply(reply: Reply | undefined): unknown {
  switch (reply?.outcome) {
    case undefined:
      return 'nothing';
    case 'returned':
      return writtenValue(reply.value);
    case 'threw':
      return `an error: ${printable(reply.words, LONGEST)}`;
    case 'skipped':
      return `skipped: ${printable(reply.why, LONGEST)}`;
    case 'failed':
      return `no reply: ${failureWords(reply.failure)}`;
  }
}

function writtenValue(value: unknown): unknown {
  if (typeof value === 'number') return JSON.parse(numberText(value)) as unknown;
  if (!Array.isArray(value)) return `a value of type ${typeof value}`;
  const entries = value.flat().length;
  if (entries > MOST_ENTRIES) return `${value.length} rows of ${entries} entries`;
  return value.map((row: unknown) => (Array.isArray(row) ? row.map(writtenEntry) : writtenEntry(row)));
}

function writtenEntry(value: unknown): unknown {
  if (typeof value === 'number') return JSON.parse(numberText(value)) as unknown;
  return typeof value === 'string' ? printable(value, LONGEST) : `a value of type ${typeof value}`;
}
