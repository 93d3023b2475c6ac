import type { Call } from '#law/subject-call.ts';
import { type About, functionNames, isFormatName } from './contract.ts';
import { type Failure, failure } from './failure.ts';

/** The version of the protocol that is spoken. */
const version = 1;

/** Starts a subject. */
export const startLine: string = JSON.stringify({ cmd: 'start', version });

/** Tells a subject to exit with 0. */
export const stopLine: string = JSON.stringify({ cmd: 'stop' });

/** What one line of a subject says of a call. */
export type LineReply =
  | { readonly outcome: 'returned'; readonly value: unknown }
  | { readonly outcome: 'threw'; readonly words: string }
  | { readonly outcome: 'skipped'; readonly why: string };

type Fields = Readonly<Record<string, unknown>>;

/** A number in shortest form that reads back to the same double; as a string where JSON cannot write it. */
export function numberText(x: number): string {
  if (Object.is(x, -0)) return '"-0"';
  return Number.isFinite(x) ? `${x}` : `"${x}"`;
}

/** The request of a call, on one line without its end. */
export function runLine(id: number, call: Call): string {
  const args =
    'x' in call
      ? `"x":${vectorText(call.x)},"h0":${numberText(call.h0)}`
      : `"q":${matrixText(call.q)},"k":${matrixText(call.k)},"v":${matrixText(call.v)},"options":${optionsText(call.options)}`;
  return `{"cmd":"run","id":${id},"fn":"${call.fn}","args":{${args}}}`;
}

function vectorText(row: readonly number[]): string {
  return `[${row.map(numberText).join(',')}]`;
}

function matrixText(rows: readonly (readonly number[])[]): string {
  return `[${rows.map(vectorText).join(',')}]`;
}

function optionsText(options: object): string {
  const text = (value: unknown): string =>
    typeof value === 'number' ? numberText(value) : JSON.stringify(value);
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${text(value)}`).join(',')}}`;
}

/**
 * What a subject says of itself in reply to `start`. A missing format is float64; functions that the contract does not
 * know are not asked for, and nothing else of the reply is.
 *
 * @param command names a subject that does not name itself
 */
export function readStart(line: string, command: string): About | Failure {
  const fields = fieldsOf(line);
  if (fields === undefined) return unreadable(line);
  const { version: spoken, implements: offered, implementation } = fields;
  const format = fields.format ?? 'float64';
  if (!isHeld(spoken)) return failure('missing field', `no version in ${line}`);
  if (spoken !== version) return failure('version', JSON.stringify(spoken));
  if (!isFormatName(format)) return failure('format', JSON.stringify(format));
  if (!Array.isArray(offered)) return failure('missing field', `no list 'implements' in ${line}`);
  const known = functionNames.filter((name) => offered.includes(name));
  if (known.length === 0) return failure('nothing known', line);
  const { name, language } = record(implementation) ?? {};
  return {
    name: typeof name === 'string' && name !== '' ? name : command,
    language: typeof language === 'string' ? language : '',
    format,
    implements: known,
  };
}

/**
 * What a line says of the call with the number `id`. A field that is null is taken for absent.
 *
 * @returns a value of any kind: whether it is a result is for the laws to say
 */
export function readReply(line: string, id: number): LineReply | Failure {
  const fields = fieldsOf(line);
  if (fields === undefined) return unreadable(line);
  const wrong = idFailure(fields.id, id, line);
  if (wrong !== undefined) return wrong;
  const { result, error, skipped } = fields;
  const held = [result, error, skipped].filter(isHeld);
  if (held.length === 0) return failure('missing field', `none of result, error and skipped in ${line}`);
  if (held.length > 1) return failure('several outcomes', line);
  if (isHeld(error)) return { outcome: 'threw', words: textOf(error) };
  if (isHeld(skipped)) return { outcome: 'skipped', why: textOf(skipped) };
  return { outcome: 'returned', value: resultOf(result) };
}

function isHeld(field: unknown): boolean {
  return field !== undefined && field !== null;
}

/** The fields of a line that holds one object in JSON. */
function fieldsOf(line: string): Fields | undefined {
  try {
    return record(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function record(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** Why a line is no object in JSON; the numbers that JSON lacks are the usual reason. */
function unreadable(line: string): Failure {
  const pieces = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity|inf|nan)\b/g;
  const bare: string[] = [];
  const mended = line.replace(pieces, (piece) => {
    if (!piece.startsWith('"')) bare.push(piece);
    return piece.startsWith('"') ? piece : 'null';
  });
  const isBare = bare.length > 0 && fieldsOf(mended) !== undefined;
  return isBare ? failure('bare NaN', `${bare[0]!} in ${line}`) : failure('not JSON', `'${line}'`);
}

function idFailure(got: unknown, id: number, line: string): Failure | undefined {
  if (got === id) return undefined;
  if (!isHeld(got)) return failure('missing field', `no id in ${line}`);
  if (typeof got === 'string') return failure('text id', `${JSON.stringify(got)} instead of ${id}`);
  const earlier = Number.isInteger(got) && (got as number) >= 1 && (got as number) < id;
  return failure(earlier ? 'stale id' : 'wrong id', `${JSON.stringify(got)} instead of ${id}`);
}

function textOf(field: unknown): string {
  return typeof field === 'string' ? field : JSON.stringify(field);
}

const named: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/** A result in which the names of numbers that JSON cannot write are those numbers; anything else is left as it is. */
function resultOf(field: unknown): unknown {
  const entry = (value: unknown): unknown =>
    typeof value === 'string' && Object.hasOwn(named, value) ? named[value] : value;
  const row = (value: unknown): unknown => (Array.isArray(value) ? value.map(entry) : entry(value));
  return Array.isArray(field) ? field.map(row) : entry(field);
}
