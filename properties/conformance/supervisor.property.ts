import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Failure, failure } from '#conformance/failure.ts';
import { defaultLimits } from '#conformance/limits.ts';
import { Supervisor } from '#conformance/supervisor.ts';
import { scripted, type Turn } from './scripted-keeper.ts';

const about = { name: 'a', language: '', format: 'float64', implements: [] } as const;

/** A supervisor of a thread with a program of its own, in which `words` are those of control. */
function supervised(program: string, greets = true): Supervisor {
  return new Supervisor(
    {
      kept: (memory) => ({
        memory,
        program: `
          const words = new Int32Array(require('node:worker_threads').workerData, 0, 16);
          const set = (slot, value) => { Atomics.store(words, slot, value); Atomics.notify(words, slot); };
          ${program}`,
        data: memory,
        env: {},
        memoryLimit: 1024,
      }),
      firstLine: '',
      greet: () => (greets ? about : failure('version', '2')),
      spins: 0,
    },
    { ...defaultLimits, line: 1000 },
  );
}

test('hears what a subject says first', () => {
  const supervisor = supervised('set(0, 3); Atomics.wait(words, 0, 9);');
  expect(supervisor.start()).toBe(about);
  expect(supervisor.ready()).toBeUndefined();
  expect(supervisor.close()).toBeUndefined();
});

test('stops a subject whose first words are wrong', () => {
  const supervisor = supervised('set(0, 3); setInterval(() => {}, 1000);', false);
  expect(supervisor.start()).toEqual({ kind: 'version', got: '2' });
  expect(supervisor.channel.isEnding()).toBe(true);
  expect(supervisor.close()).toBeUndefined();
});

const none = { ...defaultLimits, time: 0, start: 0, stop: 0, restarts: 2 };
const ended: Turn = { ends: { kind: 'exited', got: 'exit code 3' }, isTold: true };
const seen: Turn = { ends: { kind: 'exited', got: 'exit code 3' }, isTold: false };
const hears: Turn = { line: 'one' };
const hearsLast: Turn = { line: 'one', thenEnds: true };
const anyTurn = fc.constantFrom<Turn>(ended, seen, hears, hearsLast, 'nothing');

/** What a host does with a subject: it asks, or listens, only when it is ready. */
const anyUse = fc.constantFrom('ask', 'ask', 'hear', 'stop', 'ready');

test('whatever comes of orders, each end is told once, and it is started anew no oftener than it may be', () => {
  fc.assert(
    fc.property(
      fc.array(anyTurn, { maxLength: 12 }),
      fc.array(anyUse, { maxLength: 12 }),
      fc.boolean(),
      (turns, uses, isStuck) => {
        const { supervisor, orders, isForgotten } = scripted(() => about, none, turns, isStuck);
        const told: Failure[] = [];
        const note = (found: object | boolean | undefined): void => {
          if (typeof found === 'object' && 'kind' in found) told.push(found as Failure);
        };
        note(supervisor.start());
        for (const use of uses) {
          const broken = supervisor.ready();
          note(broken);
          if (broken !== undefined || use === 'ready') continue;
          if (use === 'ask') note(supervisor.ask({ order: 'send', line: 'two' }, 0));
          else if (use === 'hear') note(supervisor.hear(0));
          else note(supervisor.stop(failure('wrong id')));
        }
        const starts = orders.filter((order) => order === 'start').length;
        const ends = told.filter(({ kind }) => kind === 'exited').length;
        expect(starts).toBeLessThanOrEqual(3);
        expect(ends).toBeLessThanOrEqual(starts);
        const gone = told.findIndex(({ kind }) => kind === 'given up' || kind === 'stuck');
        if (gone >= 0) expect(new Set(told.slice(gone))).toEqual(new Set([told[gone]]));
        supervisor.close({ order: 'stop', line: '' });
        expect(isForgotten()).toBe(true);
        if (!isStuck) expect(supervisor.channel.isEnding()).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

/** A supervisor of a subject that has started, and then follows a script. */
function started(turns: readonly Turn[], isStuck = false): ReturnType<typeof scripted> {
  const on = scripted(() => about, none, [hears, ...turns], isStuck);
  expect(on.supervisor.start()).toBe(about);
  return on;
}

test.each<[string, Turn, unknown]>([
  ['replies', hears, undefined],
  ['replies and ends', hearsLast, undefined],
  ['ends', ended, { kind: 'exited', got: 'exit code 3' }],
  ['has ended, which its keeper has not told yet', seen, { kind: 'exited', got: 'exit code 3' }],
  ['is silent', 'nothing', { kind: 'time limit', got: 'no reply in 0 ms' }],
])('of one that %s when it is asked, that is told', (_what, turn, told) => {
  expect(started([turn]).supervisor.ask({ order: 'send', line: 'two' }, 0)).toEqual(told);
});

test.each<[string, Turn, unknown]>([
  ['writes more', hears, true],
  ['writes more and ends', hearsLast, true],
  ['ends', ended, { kind: 'exited', got: 'exit code 3' }],
  ['has ended, which its keeper has not told yet', seen, { kind: 'exited', got: 'exit code 3' }],
  ['is silent', 'nothing', false],
])('of one that %s when it is listened to, that is heard', (_what, turn, heard) => {
  expect(started([turn]).supervisor.hear(0)).toEqual(heard);
});

test.each<[string, Turn, boolean, unknown]>([
  ['ends', { ends: { kind: 'stopped', got: 'exit code 0' }, isTold: true }, false, undefined],
  ['ends otherwise', ended, false, { kind: 'exited', got: 'exit code 3' }],
  ['goes on', 'nothing', false, { kind: 'no exit after stop', got: 'nothing in 0 ms' }],
  ['cannot be ended', 'nothing', true, { kind: 'no exit after stop', got: 'nothing in 0 ms' }],
])('of one that %s when it is told to stop, that is told', (_what, turn, isStuck, told) => {
  const { supervisor, isForgotten } = started([turn], isStuck);
  expect(supervisor.close({ order: 'stop', line: 'bye' })).toEqual(told);
  expect(isForgotten()).toBe(true);
});

test('one that has ended is closed with its end where nobody was told of it, and else with nothing', () => {
  expect(started([]).supervisor.close()).toBeUndefined();
  const { supervisor } = started([hearsLast]);
  supervisor.ask({ order: 'send', line: 'two' }, 0);
  expect(supervisor.close()).toEqual({ kind: 'exited', got: 'exit code 0' });
  expect(supervisor.close()).toBeUndefined();
});

test('one that has ended is told once, and started anew a number of times', () => {
  const once = { ...none, restarts: 1 };
  const { supervisor, orders } = scripted(() => about, once, [hearsLast, hearsLast]);
  supervisor.start();
  expect(supervisor.ready()).toEqual({ kind: 'exited', got: 'exit code 0' });
  expect(supervisor.ready()).toBeUndefined();
  expect(supervisor.ready()).toEqual({ kind: 'exited', got: 'exit code 0' });
  expect(supervisor.ready()).toEqual({ kind: 'given up', got: '2 ends' });
  expect(supervisor.close()).toEqual({ kind: 'given up', got: '2 ends' });
  expect(orders).toEqual(['start', 'start']);
});

test('how it failed to start anew is told', () => {
  const { supervisor } = scripted(() => about, none, [hearsLast, ended]);
  supervisor.start();
  supervisor.ready();
  expect(supervisor.ready()).toEqual({ kind: 'exited', got: 'exit code 3' });
});

test('what cannot be ended is not asked again', () => {
  const { supervisor, orders } = started(['nothing'], true);
  expect(supervisor.ask({ order: 'send', line: 'two' }, 0)).toMatchObject({ kind: 'time limit' });
  const stuck = { kind: 'stuck', got: 'no end in 0 ms, after: time limit' };
  // Its keeper sees the end much later.
  supervisor.channel.end();
  expect([supervisor.ready(), supervisor.close()]).toEqual([stuck, stuck]);
  expect(orders).toEqual(['start', 'send', 'kill']);
});
