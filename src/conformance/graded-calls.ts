import { type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import { draws } from '#law/draw.ts';
import { oracleLaws } from '#law/oracle-laws.ts';
import type { Call } from '#law/subject-call.ts';
import { short } from '#law/token-filling.ts';
import type { FunctionName } from './contract.ts';

/** Runs of systematic cases that have numbers of their own. */
const RUNS = 2 ** 20;

/** The run of systematic cases that a seed stands for. */
export function runOf(seed: number): number {
  return ((seed % RUNS) + RUNS) % RUNS;
}

/** The sizes of plain calls, in turn. */
const sizes: readonly (readonly [n: number, m: number, dk: number, dv: number])[] = [
  [1, 1, 1, 1],
  [2, 3, 2, 1],
  [3, 2, 1, 2],
  [2, 2, 3, 3],
];

/** A number in few digits that depends on the drawn one, and of which the score of a few does not overflow. */
type Entry = (drawn: number) => number;

/** A call of given sizes without options; the outputs are those of small states. */
export function drawnCall(
  fn: FunctionName,
  [n, m, dk, dv]: readonly [n: number, m: number, dk: number, dv: number],
  format: FloatFormat,
  seed: number,
  entry: Entry,
): Call {
  const draw = draws(seed);
  const scale = fn === 'output' ? 2 ** -9 : 1;
  const row = (length: number): number[] =>
    Array.from({ length }, () => roundDouble(format, scale * entry(draw())));
  const rows = (count: number, length: number): number[][] =>
    Array.from({ length: count }, () => row(length));
  if (fn === 'alternatingSum' || fn === 'output') return { fn, x: row(m), h0: row(1)[0]! };
  return { fn, q: rows(n, dk), k: rows(m, dk), v: rows(m, dv), options: {} };
}

/** Calls of small sizes, none of them 0, of short positive numbers and without options. */
export function plainCalls(
  fn: FunctionName,
  format: FloatFormat,
  seed: number,
  count: number,
): readonly Call[] {
  return Array.from({ length: count }, (_, i) =>
    drawnCall(fn, sizes[i % sizes.length]!, format, runOf(seed) * count + i, (drawn) =>
      // No sum of products cancels: what divides by one is finite too.
      Math.abs(short(drawn)),
    ),
  );
}

/** Every so many calls, so that the first few have several shapes and options. */
const STRIDE = 7;

/** Some systematic calls of a function, none of them empty, with options of all kinds. */
export function ordinaryCalls(
  fn: FunctionName,
  format: FloatFormat,
  seed: number,
  count: number,
): readonly Call[] {
  const chosen: Call[] = [];
  for (const law of oracleLaws.filter((one) => one.fn === fn)) {
    let place = 0;
    let left = count;
    for (const call of law.cases(format, runOf(seed))) {
      if (isEmpty(call) || place++ % STRIDE !== 0) continue;
      chosen.push(call);
      if (--left === 0) break;
    }
  }
  return chosen;
}

function isEmpty(call: Call): boolean {
  if ('x' in call) return call.x.length === 0;
  return call.q.length === 0 || call.q[0]!.length === 0 || call.v[0]!.length === 0;
}

/** A call in a few words. */
export function callWords(call: Call): string {
  if ('x' in call) return `${call.fn}, T = ${call.x.length}`;
  const options = Object.entries(call.options).map(([name, value]) => `, ${name} = ${String(value)}`);
  const { q, k, v } = call;
  return `${call.fn}, n = ${q.length}, m = ${k.length}, dk = ${k[0]!.length}, dv = ${v[0]!.length}${options.join('')}`;
}
