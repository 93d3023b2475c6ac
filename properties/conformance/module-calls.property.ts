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

function ahead(host: Host, calls: readonly Call[], frozen = false): void {
  host.ahead!(calls.map((call) => ({ call, frozen })));
}

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
  ahead(host, calls);
  expect(asked(host, calls)).toEqual([11, 22, 33, 44]);
  expect(ask.mock.calls).toEqual([[4]]);
  ask.mockRestore();
  expect(asked(host, callsOf(5))).toEqual([55]);
});

test('the list may be another one by the time that it is asked for', () => {
  const host = hosted(count);
  const calls = callsOf(1, 2);
  ahead(host, calls);
  expect([told(host.call(calls.shift()!)), told(host.call(calls.shift()!))]).toEqual([11, 22]);
});

test('a call that was not announced has its own reply, and so have those that are announced next', () => {
  const host = hosted('return x[0];');
  const [calls, others] = [callsOf(1, 2, 3, 4, 5, 6), callsOf(7, 8)];
  ahead(host, calls);
  expect(asked(host, calls.slice(0, 2))).toEqual([1, 2]);
  expect(asked(host, callsOf(9))).toEqual([9]);
  expect(asked(host, calls.slice(2))).toEqual([3, 4, 5, 6]);
  ahead(host, calls);
  ahead(host, others);
  expect(asked(host, others)).toEqual([7, 8]);
  ahead(host, []);
  expect(asked(host, others)).toEqual([7, 8]);
});

test('what is announced goes on with what was, which is made once', () => {
  const ask = vi.spyOn(Supervisor.prototype, 'askAhead');
  const more = vi.spyOn(Supervisor.prototype, 'askMore');
  const host = hosted(count);
  const calls = callsOf(1, 2, 3, 4, 5, 6, 7);
  ahead(host, calls.slice(0, 3));
  ahead(host, calls.slice(0, 3));
  expect(asked(host, calls.slice(0, 1))).toEqual([11]);
  ahead(host, calls.slice(1, 5));
  expect(asked(host, calls.slice(1, 3))).toEqual([22, 33]);
  ahead(host, calls.slice(3));
  expect(asked(host, calls.slice(3))).toEqual([44, 55, 66, 77]);
  expect(ask.mock.calls[0]).toEqual([3]);
  expect(more.mock.calls).toEqual([[5], [7]]);
  // The list of before is none of this one.
  const other = [calls[0]!, ...callsOf(8)];
  ahead(host, calls);
  ahead(host, other);
  const [first, last] = asked(host, other) as number[];
  expect([first! > 10 + 7, last]).toEqual([true, 80 + first! - 10 + 1]);
  ask.mockRestore();
  more.mockRestore();
});

test('those that are announced and passed over are as if they had never been', () => {
  const host = hosted('if (x[0] === 9) process.exit(3); return x[0];');
  const calls = callsOf(1, 2, 3, 4, 5, 6);
  ahead(host, calls);
  expect(asked(host, [calls[1]!, calls[4]!, calls[5]!])).toEqual([2, 5, 6]);
  const ending = callsOf(1, 9, 3, 4);
  ahead(host, ending);
  expect(asked(host, [ending[0]!, ending[2]!, ending[3]!])).toEqual([1, 3, 4]);
  const again = callsOf(9, 2);
  ahead(host, again);
  expect(asked(host, [again[1]!, again[1]!])).toEqual([2, 2]);
});

test('no more is asked behind what fills the caches', () => {
  const more = vi.spyOn(Supervisor.prototype, 'askMore');
  const host = hosted('return x[0];');
  const long: Call = { fn: 'alternatingSum', x: new Array<number>(2 ** 14).fill(7), h0: 0 };
  const [first, second] = callsOf(1, 2);
  ahead(host, [long, first!]);
  ahead(host, [long, first!, second!]);
  expect(asked(host, [long, first!, second!])).toEqual([7, 1, 2]);
  expect(more).not.toHaveBeenCalled();
  more.mockRestore();
});

test('arguments are frozen for who announces them so, and for nobody else', () => {
  const host = hosted('return Object.isFrozen(x) ? 1 : 0;');
  const calls = callsOf(1, 2);
  ahead(host, calls, true);
  expect(asked(host, calls, true)).toEqual([1, 1]);
  ahead(host, calls, true);
  expect(asked(host, calls)).toEqual([0, 0]);
  const both = calls.flatMap((call) => [false, true].map((frozen) => ({ call, frozen })));
  host.ahead!(both);
  expect(both.map(({ call, frozen }) => told(host.call(call, frozen)))).toEqual([0, 1, 0, 1]);
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
  ahead(host, calls);
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
  ahead(host, calls);
  expect(asked(host, calls.slice(0, 1))).toEqual([11]);
  expect(asked(host, callsOf(5))).toEqual([51]);
  ahead(host, endless);
  expect(asked(host, endless.slice(0, 1))).toEqual([12]);
  Object.assign(limits, { time: 30 });
  ahead(host, []);
  Object.assign(limits, { time: defaultLimits.time });
  expect(asked(host, callsOf(5, 6))).toEqual([51, 62]);
});

test('many large calls and results are made in as many lots as there is room for', () => {
  const host = hosted('return [new Array(x[0]).fill(calls)];', { ...defaultLimits, line: 8 * 1000 });
  const calls = callsOf(...new Array<number>(12).fill(400));
  ahead(host, calls);
  const values = calls.map((call) => told(host.call(call)) as number[][]);
  expect(values.map(([row]) => [row!.length, row![0]])).toEqual(calls.map((_, i) => [400, i + 1]));
  const long = [500, 500, 1200, 3].map((length): Call => {
    return { fn: 'alternatingSum', x: new Array<number>(length).fill(1), h0: 0 };
  });
  ahead(host, long);
  expect(asked(host, long)).toEqual([[[13]], [[14]], 'oversize', [[15]]]);
});

test('calls that were announced to nobody are passed over like others', () => {
  const host = hosted(`if (x[0] === 9) process.exit(3); ${count}`);
  expect(asked(host, callsOf(9))).toEqual(['exited']);
  const calls = callsOf(1, 2, 3);
  ahead(host, calls);
  expect(asked(host, calls.slice(2))).toEqual([31]);
});

test('one that is given up is announced nothing', () => {
  const host = hosted('process.exit(3);', { ...defaultLimits, restarts: 0 });
  const calls = callsOf(1, 2, 3);
  ahead(host, calls);
  expect(asked(host, calls)).toEqual(['exited', 'given up', 'given up']);
  ahead(host, calls);
  expect(asked(host, calls)).toEqual(['given up', 'given up', 'given up']);
});
