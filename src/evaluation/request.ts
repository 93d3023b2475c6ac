/** The functions of the contract, by name. */
const functionNames = ['alternatingSum', 'output', 'softmaxAttention', 'linearAttention'] as const;
export type FunctionName = (typeof functionNames)[number];

/** A matrix of finite doubles by rows, all of one width. */
export type Rows = readonly (readonly number[])[];

/** Arguments of `alternatingSum` and `output`: inputs x_1 ... x_T and the initial state. */
interface SequenceArguments {
  readonly x: readonly number[];
  readonly h0: number;
}

/** Queries [n][dk], keys [m][dk] and values [m][dv], m >= 1, dv >= 1. */
interface Tokens {
  readonly q: Rows;
  readonly k: Rows;
  readonly v: Rows;
}

/** Arguments of `softmaxAttention`; the scale is 1 and nothing is masked unless an option says otherwise. */
interface SoftmaxArguments extends Tokens {
  readonly options?: { readonly scale?: number; readonly causal?: boolean };
}

/** Arguments of `linearAttention`; the plain non-causal sum of the identity features unless an option says otherwise. */
interface LinearArguments extends Tokens {
  readonly options?: {
    readonly causal?: boolean;
    readonly normalize?: boolean;
    readonly featureMap?: 'identity' | 'elu1';
  };
}

/** What each function takes. */
export interface ArgumentsOf {
  readonly alternatingSum: SequenceArguments;
  readonly output: SequenceArguments;
  readonly softmaxAttention: SoftmaxArguments;
  readonly linearAttention: LinearArguments;
}

/** A call of the recurrence whose arguments were found to be what it takes. */
export interface SequenceRequest extends SequenceArguments {
  readonly fn: 'alternatingSum' | 'output';
}

/** A checked call of softmax attention, every option present. */
export interface SoftmaxRequest extends Tokens {
  readonly fn: 'softmaxAttention';
  readonly scale: number;
  readonly causal: boolean;
}

/** A checked call of linear attention, every option present. */
export interface LinearRequest extends Tokens {
  readonly fn: 'linearAttention';
  readonly causal: boolean;
  readonly normalize: boolean;
  readonly featureMap: 'identity' | 'elu1';
}

/** A function with arguments that were found to be what it takes. */
export type Request = SequenceRequest | SoftmaxRequest | LinearRequest;

type Fields = Readonly<Record<string, unknown>>;

/** What JSON cannot write, as the contract writes it. */
const namedNumbers: ReadonlyMap<unknown, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
]);

/**
 * The object that a line of JSON holds.
 *
 * @throws RangeError naming what is wrong
 */
export function parseObject(line: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    // The reason is V8's own and quotes the place.
    throw new RangeError(`must be one JSON object, got invalid JSON: ${(error as Error).message}`);
  }
  if (!isObject(value)) throw new RangeError(`must be one JSON object, got ${shown(value)}`);
  return value;
}

/**
 * The id of a request, to be echoed.
 *
 * @throws RangeError when it is neither a number nor a string
 */
export function idOf({ id }: Fields): number | string {
  return typeof id === 'number' || typeof id === 'string' ? id : fault('id', 'be a number or a string', id);
}

/**
 * A function name and its arguments, checked.
 *
 * @param fn a `FunctionName`
 * @param args as in `ArgumentsOf`; numbers may be the strings the contract has for what JSON cannot write
 * @throws RangeError naming the place, what must hold there and what came
 */
export function checkRequest(fn: unknown, args: unknown): Request {
  const known = functionNames.find((name) => name === fn);
  if (known === undefined) return fault('fn', `be one of ${functionNames.join(', ')}`, fn);
  if (!isObject(args)) return fault('args', 'be an object', args);
  if (known === 'alternatingSum' || known === 'output') {
    only('args', args, ['x', 'h0']);
    return { fn: known, x: numbers('args.x', args.x), h0: finite('args.h0', args.h0) };
  }
  only('args', args, ['q', 'k', 'v', 'options']);
  const tokens = checkTokens(args);
  const options = args.options === undefined ? {} : args.options;
  if (!isObject(options)) return fault('args.options', 'be an object', options);
  const causal = flag(options, 'causal');
  if (known === 'softmaxAttention') {
    only('args.options', options, ['scale', 'causal']);
    const scale = options.scale === undefined ? 1 : finite('args.options.scale', options.scale);
    return { fn: known, ...tokens, scale, causal };
  }
  only('args.options', options, ['causal', 'normalize', 'featureMap']);
  const featureMap = options.featureMap === undefined ? 'identity' : options.featureMap;
  if (featureMap !== 'identity' && featureMap !== 'elu1') {
    return fault('args.options.featureMap', 'be one of identity, elu1', featureMap);
  }
  return { fn: known, ...tokens, causal, normalize: flag(options, 'normalize'), featureMap };
}

function checkTokens(args: Fields): Tokens {
  const q = rows('args.q', args.q);
  const k = rows('args.k', args.k);
  const v = rows('args.v', args.v);
  if (k.length === 0) fault('args.k', 'have at least 1 row', 0);
  if (v.length !== k.length) fault('args.v', `have ${count(k.length, 'row')} like args.k`, v.length);
  if (q.length > 0) sameWidth('args.k[0]', k[0]!, 'args.q[0]', q[0]!);
  if (v[0]!.length === 0) fault('args.v[0]', 'have at least 1 entry', 0);
  return { q, k, v };
}

function rows(where: string, value: unknown): Rows {
  const found = list(where, value).map((row, i) => numbers(`${where}[${i}]`, row));
  found.forEach((row, i) => {
    sameWidth(`${where}[${i}]`, row, `${where}[0]`, found[0]!);
  });
  return found;
}

function sameWidth(where: string, row: readonly number[], like: string, model: readonly number[]): void {
  if (row.length !== model.length)
    fault(where, `have ${count(model.length, 'entry')} like ${like}`, row.length);
}

function numbers(where: string, value: unknown): readonly number[] {
  return list(where, value).map((entry, i) => finite(`${where}[${i}]`, entry));
}

function list(where: string, value: unknown): readonly unknown[] {
  // Array.from fills the holes of a sparse array, which `map` would pass over.
  return Array.isArray(value) ? Array.from(value as readonly unknown[]) : fault(where, 'be an array', value);
}

function finite(where: string, value: unknown): number {
  const number = namedNumbers.get(value) ?? value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : fault(where, 'be a finite number', number);
}

function flag(options: Fields, name: string): boolean {
  const value = options[name] === undefined ? false : options[name];
  return typeof value === 'boolean' ? value : fault(`args.options.${name}`, 'be true or false', value);
}

function only(where: string, fields: Fields, known: readonly string[]): void {
  for (const name of Object.keys(fields)) {
    if (!known.includes(name)) fault(where, `have no fields but ${known.join(', ')}`, name);
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function count(n: number, what: 'row' | 'entry'): string {
  if (n === 1) return `1 ${what}`;
  return `${n} ${what === 'row' ? 'rows' : 'entries'}`;
}

function fault(where: string, must: string, got: unknown): never {
  throw new RangeError(`${where}: must ${must}, got ${shown(got)}`);
}

/** A value in a few characters, whatever its size. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'string')
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  return value === null ? 'null' : `a value of type ${typeof value}`;
}
