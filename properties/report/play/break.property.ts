import { expect, test } from 'vitest';
import { type ForAllCases, forAllCases } from '#claim/statement.ts';
import { writeUp } from '#claim/write-up.ts';
import { inputs } from '#domain/layout.ts';
import { type BreakEvent, breakables, breaking } from '#report/play/break.ts';

const all = breakables(writeUp);
const statementOf = (claim: string, reading: RegExp) =>
  all.find((one) => one.claim === claim && reading.test(one.reading))!.statement;
const ending = (events: readonly BreakEvent[]): BreakEvent => events.at(-1)!;
const numbers = inputs({ name: 'x', layout: { x: [] }, sizes: {} });

test('a false reading is broken, and its witness is as small as it gets', () => {
  const events = [...breaking(statementOf('q1-dropped-factor-1000', /literal/), 1, 8)];
  const last = ending(events);
  expect(last).toMatchObject({ kind: 'witness', inputs: 'h0 = 0, x = (0, 1)' });
  expect(events.filter(({ kind }) => kind === 'tried').length).toBe(24);
  expect(events.some(({ kind }) => kind === 'simpler')).toBe(true);
});

test('the same seed tries the same cases, another one others', () => {
  const inputsOf = (seed: number) =>
    JSON.stringify([...breaking(statementOf('q1-dropped-factor-1000', /literal/), seed, 4)]);
  expect(inputsOf(3)).toBe(inputsOf(3));
  expect(inputsOf(3)).not.toBe(inputsOf(4));
});

test('a true reading is not broken, each of its cases holds', () => {
  const events = [...breaking(statementOf('q1-final-formula-even-T', /exact/), 1, 5)];
  expect(ending(events)).toEqual({ kind: 'none', cases: 15 });
  for (const event of events) if (event.kind === 'tried') expect(event.tried.truth).toBe('holds');
});

test('cases outside of the domain are not counted, and cases that no digits decide are open', () => {
  const none = { ...numbers, includes: () => false };
  const side = { left: () => [], relation: '=' as const, right: () => [] };
  expect([...breaking(forAllCases({ domain: none, ...side }), 1, 3)]).toEqual([{ kind: 'none', cases: 0 }]);
  const tie = forAllCases({
    domain: numbers,
    left: (a) => [a.exp(a.of(1))],
    relation: '!=',
    right: (a) => [a.exp(a.of(1))],
  });
  expect([...breaking(tie, 1, 1)][0]).toMatchObject({ kind: 'tried', tried: { truth: 'open' } });
});

test('a failure that cannot be certified is no witness', () => {
  // Only the decimal enclosures, which certify, tell their digits: in them the sides are the same.
  const left: ForAllCases['left'] = (a) => ['digits' in a ? a.of(0) : a.exp(a.of(1))];
  const unsure = forAllCases({ domain: numbers, left, relation: '=', right: (a) => [a.of(0)] });
  const events = [...breaking(unsure, 1, 1)];
  expect(events[0]).toMatchObject({ kind: 'tried', tried: { truth: 'fails' } });
  expect(ending(events)).toEqual({ kind: 'none', cases: 3 });
});

test('a statement without entries holds, and has no place on the plot', () => {
  const empty = forAllCases({ domain: numbers, left: () => [], relation: '=', right: () => [] });
  const events = [...breaking(empty, 1, 1)];
  expect(events[0]).toMatchObject({ tried: { truth: 'holds', left: Number.NaN, right: Number.NaN } });
});

test('no simpler case is told twice in a row', () => {
  const steps = [...breaking(statementOf('q1-final-formula-odd-T', /floor/), 5, 9)].flatMap((event) =>
    event.kind === 'simpler' ? event.tried.inputs : [],
  );
  expect(steps.length).toBeGreaterThan(1);
  expect(steps.filter((inputs, i) => inputs === steps[i - 1])).toEqual([]);
});

test('readings of three kinds can be broken', () => {
  expect(all.length).toBeGreaterThan(50);
  expect(new Set(all.map(({ statement }) => statement.kind))).toEqual(new Set(['cases']));
});
