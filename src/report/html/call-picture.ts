import { bars } from './bars.ts';
import type { Html } from './html.ts';
import { type Group, matrices } from './matrices.ts';
import { shortNumber } from './scale.ts';

/** Numbers in a row or rows that are drawn; what is larger is told in its text alone. */
const most = 12;

/** The arguments of a call as a small picture: bars for a sequence, cells for queries, keys and values. */
export function callPicture(args: unknown): Html | undefined {
  if (typeof args !== 'object' || args === null) return undefined;
  const { x, h0, q, k, v } = args as Readonly<Record<string, unknown>>;
  const sequence = numbersIn(x);
  if (sequence !== undefined) {
    const given = [
      { name: 'h0', value: numberIn(h0) },
      ...sequence.map((value, i) => ({ name: `x${i + 1}`, value })),
    ];
    return given.length <= most && given.every(({ value }) => Number.isFinite(value))
      ? bars('The inputs of the call', given)
      : undefined;
  }
  const groups = Object.entries({ q, k, v }).map(([stem, value]) => ({ stem, rows: rowsIn(value) }));
  return groups.every(isSmall) ? matrices('The arguments of the call', textOf(groups), groups) : undefined;
}

interface Unread {
  readonly stem: string;
  readonly rows: readonly (readonly number[] | undefined)[] | undefined;
}

/** Whether these are rows of numbers, and few. */
function isSmall(group: Unread): group is Group {
  const { rows } = group;
  return (
    rows !== undefined && rows.length <= most && rows.every((row) => row !== undefined && row.length <= 5)
  );
}

function textOf(groups: readonly Group[]): string {
  const row = (numbers: readonly number[]): string =>
    `(${numbers.map((value) => shortNumber(value)).join(', ')})`;
  return groups.map(({ stem, rows }) => `${stem} = ${rows.map(row).join(', ')}`).join('; ');
}

function rowsIn(value: unknown): readonly (readonly number[] | undefined)[] | undefined {
  return Array.isArray(value) ? value.map(numbersIn) : undefined;
}

function numbersIn(value: unknown): readonly number[] | undefined {
  return Array.isArray(value) && value.every(isNumber) ? value.map(numberIn) : undefined;
}

/** Numbers that JSON cannot write are strings. */
function isNumber(value: unknown): boolean {
  return typeof value === 'number' || ['NaN', 'Infinity', '-Infinity', '-0'].includes(value as string);
}

function numberIn(value: unknown): number {
  return Number(value);
}
