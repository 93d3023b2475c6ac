import { expect, test } from 'vitest';
import { failure } from '#conformance/failure.ts';
import { defaultLimits, type Limits } from '#conformance/limits.ts';
import { Supervisor } from '#conformance/supervisor.ts';

const about = { name: 'a', language: '', format: 'float64', implements: [] } as const;

/** A supervisor of a thread with a program of its own, in which `words` are those of control. */
function supervised(program: string, limits: Partial<Limits> = {}, greets = true): Supervisor {
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
    { ...defaultLimits, line: 1000, ...limits },
  );
}

test('hears what a subject says first', () => {
  const supervisor = supervised('set(0, 3); Atomics.wait(words, 0, 9);');
  expect(supervisor.start()).toBe(about);
  expect(supervisor.ready()).toBeUndefined();
  expect(supervisor.close()).toBeUndefined();
});

test('stops a subject whose first words are wrong', () => {
  const supervisor = supervised('set(0, 3); setInterval(() => {}, 1000);', {}, false);
  expect(supervisor.start()).toEqual({ kind: 'version', got: '2' });
  expect(supervisor.channel.isEnding()).toBe(true);
  expect(supervisor.close()).toBeUndefined();
});

test('a subject that has ended is told, once, when it is next asked', () => {
  const supervisor = supervised('set(0, 3);');
  supervisor.start();
  supervisor.channel.ended(10_000);
  expect(supervisor.ask(undefined, 10_000)).toEqual({ kind: 'exited', got: 'exit code 0' });
  expect(supervisor.close()).toBeUndefined();
});

test('a subject that fails to start anew is told', () => {
  const supervisor = supervised('set(0, 3);', { restarts: 1 });
  supervisor.start();
  supervisor.channel.ended(10_000);
  expect(supervisor.ready()).toMatchObject({ kind: 'exited' });
  expect(supervisor.ready()).toBeUndefined();
  supervisor.channel.ended(10_000);
  expect(supervisor.ready()).toMatchObject({ kind: 'exited' });
  expect(supervisor.ready()).toEqual({ kind: 'given up', got: '2 ends' });
});

test('what cannot be ended is not asked again', () => {
  const program = "set(0, 3); require('node:child_process').execFileSync('sleep', ['0.4']);";
  const supervisor = supervised(program, { stop: 20 });
  supervisor.start();
  expect(supervisor.ask(undefined, 100)).toMatchObject({ kind: 'time limit' });
  expect(supervisor.ready()).toEqual({ kind: 'stuck', got: 'no end in 20 ms, after: time limit' });
  expect(supervisor.close()).toMatchObject({ kind: 'stuck' });
  expect(supervisor.channel.ended(10_000)).toBe(true);
});

test('tells how it failed to start anew', () => {
  const supervisor = supervised('if (words[15] === 0) { words[15] = 1; set(0, 3); } else process.exit(7);');
  supervisor.start();
  supervisor.channel.ended(10_000);
  expect(supervisor.ready()).toMatchObject({ kind: 'exited', got: 'exit code 0' });
  expect(supervisor.ready()).toEqual({ kind: 'exited', got: 'exit code 7' });
});

test('hears nothing of one that has ended but that', () => {
  const supervisor = supervised('set(0, 3);');
  supervisor.start();
  supervisor.channel.ended(10_000);
  expect(supervisor.hear(10_000)).toMatchObject({ kind: 'exited' });
});
