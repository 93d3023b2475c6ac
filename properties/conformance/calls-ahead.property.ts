import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Asker } from '#conformance/asker.ts';
import { CallsAhead } from '#conformance/calls-ahead.ts';
import type { Ask } from '#conformance/host.ts';
import type { Call } from '#law/subject-call.ts';
import { hostWith, right } from './graded-stage.ts';

const callsOf = (count: number): Call[] =>
  Array.from({ length: count }, (_, i) => ({ fn: 'alternatingSum', x: [i], h0: 0 }));

/** Calls ahead, and what was announced each time. */
function stage(calls: readonly Call[]): readonly [CallsAhead, Call[][]] {
  const announced: Call[][] = [];
  const ahead = vi.fn((asks: readonly Ask[]) => {
    announced.push(asks.map(({ call }) => call));
  });
  return [new CallsAhead(new Asker({ ...hostWith(right), ahead }), calls.values()), announced];
}

test('every call is taken once, in its order, and is announced before that', () => {
  const isTaken = (count: number): boolean => {
    const calls = callsOf(count);
    const [ahead, announced] = stage(calls);
    const taken: Call[] = [];
    for (let call = ahead.next(); call !== undefined; call = ahead.next()) {
      expect(announced.at(-1)).toContain(call);
      taken.push(call);
    }
    expect(taken).toEqual(calls);
    return ahead.next() === undefined;
  };
  fc.assert(fc.property(fc.nat(200), isTaken), { numRuns: 30 });
});

test('what is announced begins with what is left of what was', () => {
  const calls = callsOf(120);
  const [ahead, announced] = stage(calls);
  for (let i = 0; i < calls.length; i++) {
    const before = announced.length;
    ahead.next();
    if (announced.length > before)
      expect(announced.at(-1)).toEqual(calls.slice(i, i + announced.at(-1)!.length));
  }
  expect(announced.length).toBeLessThan(5);
});

test('no more is announced than will be asked', () => {
  const calls = callsOf(100);
  const [ahead, announced] = stage(calls);
  for (let left = 60; left > 0; left--) ahead.next(left);
  expect(new Set(announced.flat()).size).toBe(60);
  ahead.next();
  expect(announced.at(-1)![0]).toBe(calls[60]);
});

test('so many are announced as are wanted, if there are', () => {
  const calls = callsOf(30);
  const [ahead, announced] = stage(calls);
  ahead.next(1);
  expect(ahead.announce(24)).toEqual(calls.slice(1, 25));
  expect(ahead.announce(24)).toHaveLength(24);
  expect(ahead.announce(99)).toEqual(calls.slice(1));
  expect(announced).toHaveLength(3);
});
