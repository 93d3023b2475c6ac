import type { FeatureName } from '#kernel/kernel.ts';
import type { Rows, Subject } from './subject.ts';

/** What softmax attention is asked for in a call; what is absent is left to the default of the contract. */
export interface SoftmaxAsked {
  readonly scale?: number;
  readonly causal?: boolean;
}

/** What linear attention is asked for in a call. */
export interface LinearAsked {
  readonly causal?: boolean;
  readonly normalize?: boolean;
  readonly featureMap?: FeatureName;
}

/** One call of a function of the public contract; all numbers are of the format of the subject. */
export type Call =
  | { readonly fn: 'alternatingSum'; readonly x: readonly number[]; readonly h0: number }
  | { readonly fn: 'output'; readonly x: readonly number[]; readonly h0: number }
  | {
      readonly fn: 'softmaxAttention';
      readonly q: Rows;
      readonly k: Rows;
      readonly v: Rows;
      readonly options: SoftmaxAsked;
    }
  | {
      readonly fn: 'linearAttention';
      readonly q: Rows;
      readonly k: Rows;
      readonly v: Rows;
      readonly options: LinearAsked;
    };

/** Whether two calls ask the same: bit by bit, and with the same options given. */
export function isSameCall(a: Call, b: Call): boolean {
  if (a.fn !== b.fn) return false;
  if ('x' in a) return Object.is(a.h0, (b as typeof a).h0) && isSameRow(a.x, (b as typeof a).x);
  const { q, k, v, options } = b as typeof a;
  return isSameRows(a.q, q) && isSameRows(a.k, k) && isSameRows(a.v, v) && isSameOptions(a.options, options);
}

function isSameRow(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, i) => Object.is(x, b[i]));
}

function isSameRows(a: Rows, b: Rows): boolean {
  return a.length === b.length && a.every((row, i) => isSameRow(row, b[i]!));
}

function isSameOptions(a: object, b: object): boolean {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return left.length === right.length && left.every(([name, value]) => Object.is(value, (b as never)[name]));
}

/** A call that reached a subject, and what it replied, row by row in one list; no reply where it was at fault. */
export interface Asked {
  readonly call: Call;
  reply?: readonly number[];
}

/**
 * Thrown where a case decides nothing: an input that is no number of the format, a result of which nothing is promised,
 * an option that a subject does not serve. One object, so that it is told apart and cheap.
 */
export const outside: Error = new Error(
  'law: the case must be one that decides, got one outside of the contract',
);

/** What a subject did that no implementation of the contract does, whatever its rounding. */
export class SubjectFault extends Error {}

/**
 * What a subject replies to a call, row by row in one list. It is given arguments of its own, which it may spoil.
 *
 * @returns as many entries as the contract says, of type number, finite or not
 * @throws SubjectFault when the subject throws or returns another shape; `outside` when it throws that
 */
export function answer(subject: Subject, call: Call): readonly number[] {
  const value = invoked(subject, call);
  if ('x' in call) return [entry(call.fn, value)];
  const { fn, q, v } = call;
  const rows = list(fn, value, q.length, 'rows');
  return rows.flatMap((row) => list(fn, row, v[0]!.length, 'numbers in a row').map((x) => entry(fn, x)));
}

function invoked({ functions }: Subject, call: Call): unknown {
  try {
    switch (call.fn) {
      case 'alternatingSum':
      case 'output':
        return functions[call.fn]!([...call.x], call.h0);
      case 'softmaxAttention':
        return functions.softmaxAttention!(...copied(call), { ...call.options });
      case 'linearAttention':
        return functions.linearAttention!(...copied(call), { ...call.options });
    }
  } catch (error) {
    if (error === outside) throw error;
    throw new SubjectFault(`${call.fn}: must return a value, threw ${String(error)}`, { cause: error });
  }
}

function copied({ q, k, v }: { readonly q: Rows; readonly k: Rows; readonly v: Rows }): [Rows, Rows, Rows] {
  const copy = (rows: Rows): Rows => rows.map((row) => [...row]);
  return [copy(q), copy(k), copy(v)];
}

function list(fn: string, value: unknown, length: number, of: string): readonly unknown[] {
  if (Array.isArray(value) && value.length === length) return value;
  const got = Array.isArray(value) ? value.length : `a value of type ${typeof value}`;
  throw new SubjectFault(`${fn}: result must have ${length} ${of}, got ${got}`);
}

function entry(fn: string, value: unknown): number {
  if (typeof value === 'number') return value;
  throw new SubjectFault(`${fn}: an entry must be a number, got a value of type ${typeof value}`);
}
