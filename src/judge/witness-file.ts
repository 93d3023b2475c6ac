import { floatFormats } from '#arithmetic/float-format.ts';
import { hexFloat } from '#arithmetic/hex-float.ts';
import type { Relation } from '#claim/statement.ts';
import type { EnclosedSide, Witness } from './verdict.ts';

/** A witness as it is kept in a file: everything a third party needs to recheck it, in plain JSON. */
export interface WitnessFile {
  readonly format: 'counterclaim-witness';
  readonly version: 1;
  readonly claim: string;
  readonly reading: string;
  readonly statement: string;
  readonly relation: Relation;
  /** Which entry of the sides, from 1. */
  readonly entry: number;
  readonly inputs: Readonly<Record<string, { readonly decimal: string; readonly hex: string }>>;
  readonly left: EnclosedSide;
  readonly right: EnclosedSide;
  /** Significant digits of the enclosures. */
  readonly digits: number;
  readonly gap: string;
  /** Present when every operation of the terms is rounded to this number format, to nearest, ties to even. */
  readonly numberFormat?: string;
}

const relations: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

/** What goes into the file of a witness. */
export function witnessFile(
  claim: string,
  reading: string,
  statement: string,
  witness: Witness,
): WitnessFile {
  const { relation, entry, inputs, left, right, digits, gap, format } = witness;
  return {
    format: 'counterclaim-witness',
    version: 1,
    claim,
    reading,
    statement,
    relation,
    entry,
    inputs: Object.fromEntries(inputs.map(({ name, decimal, hex }) => [name, { decimal, hex }])),
    left: { term: left.term, lo: left.lo, hi: left.hi },
    right: { term: right.term, lo: right.lo, hi: right.hi },
    digits,
    gap,
    ...(format !== undefined && { numberFormat: format }),
  };
}

/**
 * Reads the file of a witness.
 *
 * @throws RangeError naming the place, what must stand there and what does
 */
export function parseWitnessFile(text: string): WitnessFile {
  const file = record(parsed(text), 'file');
  must(file.format === 'counterclaim-witness', 'format', '"counterclaim-witness"', file.format);
  must(file.version === 1, 'version', '1', file.version);
  for (const key of ['claim', 'reading', 'statement']) textAt(file[key], key);
  must(relations.includes(String(file.relation)), 'relation', `one of ${relations.join(' ')}`, file.relation);
  for (const key of ['entry', 'digits']) {
    const value = file[key];
    must(Number.isInteger(value) && Number(value) >= 1, key, 'a positive integer', value);
  }
  const inputs = record(file.inputs, 'inputs');
  for (const [name, input] of Object.entries(inputs)) checkInput(input, `inputs.${name}`);
  for (const key of ['left', 'right']) checkSide(file[key], key);
  decimalAt(file.gap, 'gap');
  const formats: readonly unknown[] = [undefined, ...floatFormats.map(({ name }) => name)];
  must(formats.includes(file.numberFormat), 'numberFormat', 'a number format', file.numberFormat);
  return file as unknown as WitnessFile;
}

/** The double must be the same in both notations, so that neither is rounded. */
function checkInput(value: unknown, where: string): void {
  const { decimal, hex } = record(value, where);
  const double = Number(decimalAt(decimal, `${where}.decimal`));
  must(Number.isFinite(double), `${where}.decimal`, 'a finite double', decimal);
  must(hex === hexFloat(double), `${where}.hex`, `${hexFloat(double)}, the same double`, hex);
}

function checkSide(value: unknown, where: string): void {
  const { term, lo, hi } = record(value, where);
  textAt(term, `${where}.term`);
  decimalAt(lo, `${where}.lo`);
  decimalAt(hi, `${where}.hi`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RangeError(`witness file: text must be JSON, got ${(error as SyntaxError).message}`);
  }
}

function record(value: unknown, where: string): Readonly<Record<string, unknown>> {
  must(typeof value === 'object' && value !== null && !Array.isArray(value), where, 'an object', value);
  return value as Readonly<Record<string, unknown>>;
}

function textAt(value: unknown, where: string): void {
  must(typeof value === 'string' && value !== '', where, 'a text', value);
}

function decimalAt(value: unknown, where: string): string {
  const isDecimal = typeof value === 'string' && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(value);
  must(isDecimal, where, 'a decimal in a text', value);
  return String(value);
}

function must(holds: boolean, where: string, what: string, got: unknown): void {
  if (holds) return;
  const came = got === undefined ? 'nothing' : JSON.stringify(got);
  throw new RangeError(`witness file: ${where} must be ${what}, got ${came}`);
}
