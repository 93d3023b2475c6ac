import { expect, test } from 'vitest';
import { crashOf, keepModule, pauseWith } from '#conformance/module-keeper.ts';
import { node, type Stage, stage, tools } from './keeper-stage.ts';

/** Keeps a thread with a program of its own; `channel` is at hand in it as shared words. */
function kept(
  program: string,
  memoryLimit = 1024,
): Stage & { readonly order: ReturnType<typeof keepModule> } {
  const on = stage();
  const text = `const words = new Int32Array(require('node:worker_threads').workerData, 0, 16); ${program}`;
  const env = { PATH: '/nowhere' };
  const order = keepModule(tools, node, {
    memory: on.memory,
    program: text,
    data: on.memory,
    env,
    memoryLimit,
  });
  on.channel.begin();
  on.channel.ask();
  order({ order: 'start', line: '' });
  return { ...on, order };
}

test.concurrent('says how the thread ended, in place of a reply', async () => {
  const { reply, channel } = kept('process.exit(process.env.PATH === "/nowhere" ? 3 : 4)');
  expect(await reply()).toEqual({ kind: 'exited', got: 'exit code 3' });
  expect(channel.isEnding()).toBe(true);
});

test.concurrent('says so also when the thread had taken the call', async () => {
  const { reply } = kept('Atomics.store(words, 0, 2); process.exit(5)');
  expect(await reply()).toEqual({ kind: 'exited', got: 'exit code 5' });
});

test.concurrent('an end after the reply waits for who asks', async () => {
  const { ending, channel } = kept('Atomics.store(words, 0, 3); process.exit(6)');
  expect(await ending()).toEqual({ kind: 'exited', got: 'exit code 6' });
  expect(channel.replied(0, 0)).toBe(true);
});

test.concurrent('an error that nothing catches is told', async () => {
  const { reply } = kept('throw new RangeError("no")');
  expect(await reply()).toEqual({ kind: 'crashed', got: 'RangeError: no' });
});

test.concurrent('a heap beyond the limit is told', async () => {
  const { reply } = kept('const held = []; for (;;) held.push(new Array(2 ** 18).fill(0))', 24);
  expect(await reply()).toEqual({ kind: 'memory limit', got: 'more than 24 MB' });
});

test.concurrent('arrays outside of the heap are told', async () => {
  const { reply } = kept('const held = []; for (;;) held.push(Buffer.alloc(2 ** 24, 1))', 32);
  expect(await reply()).toEqual({ kind: 'memory limit', got: 'more than 32 MB' });
});

test.concurrent('ends a thread that never would', async () => {
  const { reply, ending, order } = kept('Atomics.store(words, 0, 3); for (;;);');
  await reply();
  order({ order: 'kill' });
  expect(await ending()).toEqual({ kind: 'exited', got: 'exit code 1' });
});

test('memory is looked at again before it can be full, and not too seldom', () => {
  expect([-5, 0, 100, 800, 5000].map(pauseWith)).toEqual([25, 25, 25, 100, 250]);
});

test('a heap that is full is told from an error', () => {
  const beyond = { kind: 'memory limit', got: 'more than 24 MB' };
  const full = Object.assign(new Error('no room'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
  expect(crashOf(full, beyond)).toBe(beyond);
  for (const [error, got] of [
    [new RangeError('no'), 'RangeError: no'],
    [undefined, 'undefined'],
  ]) {
    expect(crashOf(error, beyond)).toEqual({ kind: 'crashed', got });
  }
});
