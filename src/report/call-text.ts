import { hexFloat } from '#arithmetic/hex-float.ts';
import type { WrittenNumber } from '#conformance/grade.ts';
import { printable } from '#conformance/printable.ts';

/** Letters of an argument or a result that are shown. */
const longestShown = 1000;

const named: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/** A label and its text, of one line of what is shown. */
export type LabelledLine = readonly [label: string, text: string];

/** A number or rows of numbers as a person writes them: `((1, 0), (0, 1))`. What is neither is shown as JSON. */
export function valueText(value: unknown, form: keyof WrittenNumber = 'decimal'): string {
  return printable(entryText(value, form), longestShown);
}

function entryText(value: unknown, form: keyof WrittenNumber): string {
  if (Array.isArray(value)) return `(${value.map((entry) => entryText(entry, form)).join(', ')})`;
  const number = typeof value === 'string' ? named[value] : value;
  if (typeof number === 'number') return numberText(number, form);
  if (typeof value === 'string') return value;
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

function numberText(value: number, form: keyof WrittenNumber): string {
  if (form === 'hex' && Number.isFinite(value)) return hexFloat(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** The arguments of a call, each in decimals and, where these are not whole, in hexadecimal. */
export function argumentLines(args: unknown): readonly LabelledLine[] {
  return Object.entries(args as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
    name === 'options' ? optionLines(value) : numberLines(printable(name, longestShown), value),
  );
}

function numberLines(label: string, value: unknown): readonly LabelledLine[] {
  const hex: LabelledLine = ['', valueText(value, 'hex')];
  return isWhole(value) ? [[label, valueText(value)]] : [[label, valueText(value)], hex];
}

/** A short integer says all there is to say of its double. */
function isWhole(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isWhole) : Number.isSafeInteger(value);
}

function optionLines(value: unknown): readonly LabelledLine[] {
  const options = Object.entries(value as Readonly<Record<string, unknown>>).map(
    ([name, option]) => `${printable(name, longestShown)} = ${valueText(option)}`,
  );
  return [['options', options.length === 0 ? 'none' : options.join(', ')]];
}
