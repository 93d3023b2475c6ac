import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Host, Reply } from '#conformance/host.ts';
import { defaultLimits, type Limits } from '#conformance/limits.ts';
import { openModule } from '#conformance/module-host.ts';
import { Supervisor } from '#conformance/supervisor.ts';
import type { Call } from '#law/subject-call.ts';
import { temporaryFolder } from '../command/temporary.ts';

/** A module of which `body` computes from `x` and `calls`, which counts the calls. */
function hosted(body: string, limits: Limits = defaultLimits): Host {
  const file = join(temporaryFolder(), 'mine.mjs');
  writeFileSync(file, `let calls = 0; export const alternatingSum = (x) => { calls++; ${body} };`);
  const host = openModule(file, limits);
  if ('kind' in host) throw new Error(`${host.kind}: ${host.got}`);
  onTestFinished(() => {
    host.close();
  });
  return host;
}

const callsOf = (...numbers: readonly number[]): Call[] =>
  numbers.map((number) => ({ fn: 'alternatingSum', x: [number], h0: 0 }));

/** What came of a call, in short. */
function told(reply: Reply): unknown {
  if (reply.outcome === 'returned') return reply.value;
  return reply.outcome === 'failed' ? reply.failure.kind : reply.outcome;
}

function asked(host: Host, calls: readonly Call[], frozen = false): unknown[] {
  return calls.map((call) => told(host.call(call, frozen)));
}

const count = 'return 10 * x[0] + calls;';

test('calls that are announced are made once each, in their order, and together', () => {
  const ask = vi.spyOn(Supervisor.prototype, 'askAhead');
  const host = hosted(count);
  const calls = callsOf(1, 2, 3, 4);
  host.ahead!(calls);
  expect(asked(host, calls)).toEqual([11, 22, 33, 44]);
  expect(ask.mock.calls).toEqual([[4]]);
  ask.mockRestore();
  expect(asked(host, callsOf(5))).toEqual([55]);
});

test('the list may be another one by the time that it is asked for', () => {
  const host = hosted(count);
  const calls = callsOf(1, 2);
  host.ahead!(calls);
  expect([told(host.call(calls.shift()!)), told(host.call(calls.shift()!))]).toEqual([11, 22]);
});

test('a call that was not announced has its own reply, and so have those that are announced next', () => {
  const host = hosted('return x[0];');
  const [calls, others] = [callsOf(1, 2, 3, 4, 5, 6), callsOf(7, 8)];
  host.ahead!(calls);
  expect(asked(host, calls.slice(0, 2))).toEqual([1, 2]);
  expect(asked(host, callsOf(9))).toEqual([9]);
  expect(asked(host, calls.slice(2))).toEqual([3, 4, 5, 6]);
  host.ahead!(calls);
  host.ahead!(others);
  expect(asked(host, others)).toEqual([7, 8]);
  host.ahead!([]);
  expect(asked(host, others)).toEqual([7, 8]);
});

test('arguments are frozen for who announces them so, and for nobody else', () => {
  const host = hosted('return Object.isFrozen(x) ? 1 : 0;');
  const calls = callsOf(1, 2);
  host.ahead!(calls, true);
  expect(asked(host, calls, true)).toEqual([1, 1]);
  host.ahead!(calls, true);
  expect(asked(host, calls)).toEqual([0, 0]);
});

test.each([
  ['process.exit(3);', 'exited'],
  ['for (;;);', 'time limit'],
  ['queueMicrotask(() => { throw new Error("aside"); }); return 0;', 'crashed'],
  ['return [new Array(9000).fill(0)];', 'oversize'],
])('an end in the midst is that of the call that was being made: %s', (breaks, kind) => {
  const limits = { ...defaultLimits, line: 8 * 4096 };
  const host = hosted(`if (x[0] === 3) { ${breaks} } ${count}`, limits);
  const calls = callsOf(1, 2, 3, 4, 5);
  // Started anew it counts from the beginning, and the next of those that were announced is the first call that it hears of.
  host.ahead!(calls);
  expect(asked(host, calls.slice(0, 2))).toEqual([11, 22]);
  if (kind === 'time limit') Object.assign(limits, { time: 30 });
  expect(asked(host, calls.slice(2, 3))).toEqual([kind]);
  Object.assign(limits, { time: defaultLimits.time });
  expect(asked(host, calls.slice(3))).toEqual([41, 52]);
});

test('an end in a call that nobody asks for is told to nobody', () => {
  const limits = { ...defaultLimits, restarts: 2 };
  const host = hosted(`if (x[0] === 3) process.exit(3); if (x[0] === 4) for (;;); ${count}`, limits);
  const [calls, endless] = [callsOf(1, 3), callsOf(1, 4)];
  host.ahead!(calls);
  expect(asked(host, calls.slice(0, 1))).toEqual([11]);
  expect(asked(host, callsOf(5))).toEqual([51]);
  host.ahead!(endless);
  expect(asked(host, endless.slice(0, 1))).toEqual([12]);
  Object.assign(limits, { time: 30 });
  host.ahead!([]);
  Object.assign(limits, { time: defaultLimits.time });
  expect(asked(host, callsOf(5, 6))).toEqual([51, 62]);
});

test('many large calls and results are made in as many lots as there is room for', () => {
  const host = hosted('return [new Array(x[0]).fill(calls)];', { ...defaultLimits, line: 8 * 1000 });
  const calls = callsOf(...new Array<number>(12).fill(400));
  host.ahead!(calls);
  const values = calls.map((call) => told(host.call(call)) as number[][]);
  expect(values.map(([row]) => [row!.length, row![0]])).toEqual(calls.map((_, i) => [400, i + 1]));
  const long = [500, 500, 1200, 3].map((length): Call => {
    return { fn: 'alternatingSum', x: new Array<number>(length).fill(1), h0: 0 };
  });
  host.ahead!(long);
  expect(asked(host, long)).toEqual([[[13]], [[14]], 'oversize', [[15]]]);
});

test('one that is given up is announced nothing', () => {
  const host = hosted('process.exit(3);', { ...defaultLimits, restarts: 0 });
  const calls = callsOf(1, 2, 3);
  host.ahead!(calls);
  expect(asked(host, calls)).toEqual(['exited', 'given up', 'given up']);
  host.ahead!(calls);
  expect(asked(host, calls)).toEqual(['given up', 'given up', 'given up']);
});
