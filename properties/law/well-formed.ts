import { expect } from 'vitest';
import { type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import type { Call } from '#law/subject-call.ts';

/** Expects a call to be one of the contract, in numbers of a format. */
export function expectWellFormed(call: Call, format: FloatFormat): void {
  const numbers = 'x' in call ? [...call.x, call.h0] : [call.q, call.k, call.v].flat(2);
  const scale =
    call.fn === 'softmaxAttention' && call.options.scale !== undefined ? [call.options.scale] : [];
  const all = [...numbers, ...scale];
  if (!all.every((x) => Number.isFinite(x) && roundDouble(format, x) === x))
    expect(call).toBe('numbers of the format');
  if ('x' in call) return;
  const { q, k, v } = call;
  const widths = new Set([...q, ...k].map((row) => row.length));
  const isShaped = k.length > 0 && k.length === v.length && widths.size === 1;
  if (!isShaped || new Set(v.map((row) => row.length)).size !== 1) expect(call).toBe('of one width');
}

/** The first calls of many. */
export function firstOf(calls: Iterable<Call>, count: number): Call[] {
  const taken: Call[] = [];
  for (const call of calls) {
    if (taken.length === count) break;
    taken.push(call);
  }
  return taken;
}
