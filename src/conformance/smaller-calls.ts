import { type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import type { Rows } from '#law/subject.ts';
import type { Call } from '#law/subject-call.ts';

type TokenCall = Extract<Call, { readonly q: Rows }>;

/** Calls with fewer tokens and coordinates, or fewer options, the boldest first. Each is a call of the contract. */
export function* fewerCalls(call: Call): Generator<Call> {
  if ('x' in call) {
    for (const x of shorter(call.x, 0)) yield { ...call, x };
  } else {
    yield* fewerTokens(call);
    yield* plainerOptions(call);
  }
}

/** The numbers of a call, in one list. */
export function numbersOf(call: Call): readonly number[] {
  return 'x' in call ? [call.h0, ...call.x] : [...call.q.flat(), ...call.k.flat(), ...call.v.flat()];
}

/** A call with other numbers in the places of its own. */
export function withNumbers(call: Call, numbers: readonly number[]): Call {
  if ('x' in call) return { ...call, h0: numbers[0]!, x: numbers.slice(1) };
  let from = 0;
  const filled = (rows: Rows): Rows =>
    rows.map((row) => {
      from += row.length;
      return numbers.slice(from - row.length, from);
    });
  return { ...call, q: filled(call.q), k: filled(call.k), v: filled(call.v) };
}

/** What a number may become that is easier to read, the simplest first, each once. */
export function simplerNumbers(x: number, format: FloatFormat): readonly number[] {
  const least = weight(x);
  const all = simplifications.map((rule) => roundDouble(format, rule(x)) || 0);
  return [...new Set(all)].filter((next) => weight(next) < least);
}

/** What all numbers of a call may become at once. */
export function* simplerCalls(call: Call, format: FloatFormat): Generator<Call> {
  const numbers = numbersOf(call);
  for (const rule of simplifications) {
    const simple = numbers.map((x) => {
      const next = roundDouble(format, rule(x)) || 0;
      return weight(next) < weight(x) ? next : x;
    });
    if (simple.some((x, i) => !Object.is(x, numbers[i]))) yield withNumbers(call, simple);
  }
}

/** A list without a part of it: half, a quarter and so on, down to single entries. */
function* shorter<T>(list: readonly T[], least: number): Generator<readonly T[]> {
  for (let size = list.length - least; size >= 1; size = size >> 1) {
    // Of many small parts, only the first and the last few: each costs a call.
    for (const from of starts(list.length, size)) yield [...list.slice(0, from), ...list.slice(from + size)];
  }
}

/** Parts of a size that are tried. */
const PARTS = 8;

function starts(length: number, size: number): number[] {
  const all = Array.from({ length: Math.floor(length / size) }, (_, i) => length - (i + 1) * size);
  return all.length <= PARTS ? all : [...all.slice(0, PARTS / 2), ...all.slice(-PARTS / 2)];
}

function* fewerTokens(call: TokenCall): Generator<TokenCall> {
  const { q, k, v } = call;
  const pairs = k.map((key, j) => [key, v[j]!] as const);
  for (const left of shorter(pairs, 1)) {
    yield { ...call, k: left.map(([key]) => key), v: left.map(([, value]) => value) };
  }
  for (const left of shorter(q, 1)) yield { ...call, q: left };
  for (const left of shorter([...k[0]!.keys()], 1)) {
    yield {
      ...call,
      q: q.map((row) => left.map((l) => row[l]!)),
      k: k.map((row) => left.map((l) => row[l]!)),
    };
  }
  for (const left of shorter([...v[0]!.keys()], 1)) {
    yield { ...call, v: v.map((row) => left.map((c) => row[c]!)) };
  }
}

/** Without one of the options, or with a scale that is easier to read. */
function* plainerOptions(call: TokenCall): Generator<TokenCall> {
  for (const name of Object.keys(call.options)) {
    const options = Object.fromEntries(Object.entries(call.options).filter(([other]) => other !== name));
    yield { ...call, options };
  }
  if (call.fn !== 'softmaxAttention' || call.options.scale === undefined) return;
  for (const scale of [2, 0.5, -1]) {
    if (weight(scale) < weight(call.options.scale)) yield { ...call, options: { ...call.options, scale } };
  }
}

const digits =
  (count: number) =>
  (x: number): number =>
    Number(x.toPrecision(count));

const simplifications: readonly ((x: number) => number)[] = [
  () => 0,
  () => 1,
  () => 2,
  Math.sign,
  Math.round,
  (x) => Math.round(2 * x) / 2,
  digits(1),
  digits(2),
  digits(3),
];

/** How much there is to read in a number: its digits, where 0 is less than 1, and 1 less than any other. */
function weight(x: number): number {
  if (x === 0) return Object.is(x, -0) ? 0.5 : 0;
  if (x === 1) return 1;
  const [digits = '', power = ''] = String(Math.abs(x)).split('e');
  return (
    2 + digits.replace(/^0\.|\./, '').length + power.length + (x < 0 ? 0.5 : 0) + Math.abs(x) / 2 ** 1020
  );
}
