import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { binary64 } from '#arithmetic/float-format.ts';
import { type Call, type Loaded, loader } from '#kernel/simd/job.ts';
import { tiledBy, tiledSimd } from '#kernel/simd/softmax-attention.ts';
import { workspace } from '#kernel/simd/workspace.ts';
import { createPool, type Pool, passOn } from '#pool/pool.ts';
import { f64, get, i32, repeat, set, when } from '#wasm/instruction.ts';
import { define } from '#wasm/module.ts';
import { cases, run } from '../kernel/softmax-attention/cases.ts';

const pools = [1, 2, 3].map((threads) => createPool(threads)) as [Pool, Pool, Pool];

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
});

test('softmax attention has the same bits on 1, 2 and 3 threads as on this one, whatever the sizes', () => {
  fc.assert(
    fc.property(cases({ n: 150, m: 40, dk: 5, dv: 6 }), (one) => {
      const expected = run(tiledSimd, one);
      for (const pool of pools) expect(run(tiledBy('deterministic', pool.run), one)).toEqual(expected);
    }),
    { numRuns: 15 },
  );
  expect(pools.map(({ threads }) => threads)).toEqual([1, 2, 3]);
});

/** A function that counts to a hundred thousand, and then notes its scratch at a place; it fails on some scratch. */
function noting(): Loaded {
  return loader('noting', 'deterministic', () => [
    define('note', { scratch: 'i32', at: 'i32', failsOn: 'i32' }, [], ({ of, local }) => {
      const count = local('i32');
      const last = f64.load(i32.const(-8));
      return [
        repeat([set(count, i32.add(get(count), i32.const(1)))], i32.ltU(get(count), i32.const(100_000))),
        when(i32.eq(get(of.scratch), get(of.failsOn)), [f64.store(get(of.at), last)]),
        i32.store(get(of.at), get(of.scratch)),
      ];
    }),
  ])(binary64);
}

/** What threads of a pool noted of so many calls. */
function notes(pool: Pool, count: number, failsOn: (scratch: number) => number = () => 0): Set<number> {
  const room = workspace();
  return room.scratch(() => {
    const at = room.take(8 * count);
    const first = room.take(0);
    const calls = Array.from({ length: count }, (_, i): Call => {
      return { name: 'note', operands: [at + 8 * i, failsOn(first)] };
    });
    pool.run({ loaded: noting(), calls, scratchBytes: 64 });
    return new Set(new Int32Array(room.memory.buffer, at, 2 * count).filter((_, i) => i % 2 === 0));
  });
}

/** Repeats something until it holds, for a minute: a thread may be late, for it starts while the others are at work. */
function eventually(holds: () => boolean): boolean {
  for (const start = Date.now(); Date.now() - start < 60_000; ) if (holds()) return true;
  return false;
}

test('every thread takes part, each with a scratch of its own', () => {
  expect(notes(pools[0], 5).size).toBe(1);
  expect(eventually(() => notes(pools[1], 20).size === 2)).toBe(true);
  expect(eventually(() => notes(pools[2], 20).size === 3)).toBe(true);
});

test('a call that fails on another thread is an error at the caller, once, and the pool goes on', () => {
  const words = 'pool: every call must end without an error, got RuntimeError: memory access out of bounds';
  let failure: unknown;
  const fails = (): boolean => {
    try {
      // The scratch that is taken first is that of the other thread.
      notes(pools[1], 20, (scratch) => scratch);
      return false;
    } catch (error) {
      failure = error;
      return true;
    }
  };
  expect(eventually(fails)).toBe(true);
  expect(failure).toEqual(new Error(words));
  expect(notes(pools[1], 3).size).toBeGreaterThan(0);
});

test('a call that fails on this thread is an error too', () => {
  expect(() => notes(pools[0], 2, (scratch) => scratch)).toThrow(
    /^pool: every call must end without an error/,
  );
});

test('all that another thread has sent is reported, in its order', () => {
  const { port1, port2 } = new MessageChannel();
  const reported: string[] = [];
  const report = (failure: string): unknown => reported.push(failure);
  passOn(receiveMessageOnPort, port1, report);
  for (const failure of ['first', 'second']) port2.postMessage(failure);
  passOn(receiveMessageOnPort, port1, report);
  port1.close();
  expect(reported).toEqual(['first', 'second']);
});

test('a job without calls is done at once', () => {
  pools[1].run({ loaded: noting(), calls: [], scratchBytes: 0 });
});

test('threads see what the memory has grown by', () => {
  const room = workspace();
  room.scratch(() => {
    room.take(room.memory.buffer.byteLength + 2 ** 20);
    expect(eventually(() => notes(pools[1], 20).size === 2)).toBe(true);
  });
});

test('a closed pool has ended its threads, and refuses to work', async () => {
  const terminate = vi.spyOn(Worker.prototype, 'terminate');
  const pool = createPool(3);
  await pool.close();
  expect(terminate.mock.contexts.map((worker) => (worker as Worker).threadId)).toEqual([-1, -1]);
  terminate.mockRestore();
  expect(() => notes(pool, 1)).toThrow(/^pool: must be open to do a job, got a closed one$/);
  await expect(pool.close()).resolves.toBeUndefined();
});

test('the number of threads is a positive integer, and their memory shared', () => {
  for (const threads of [0, -1, 1.5, Number.NaN]) {
    expect(() => createPool(threads)).toThrow(
      new RangeError(`createPool: threads must be a positive integer, got ${threads}`),
    );
  }
  expect(() => createPool(2, { shared: false })).toThrow(
    new TypeError('createPool: memory must be shared between threads, got an engine without'),
  );
});

test('where there is no Node there is no pool, and that is said', () => {
  vi.stubGlobal('process', undefined);
  try {
    expect(() => createPool(2)).toThrow(
      new TypeError("createPool: must be called in Node, got no threads of Node's"),
    );
  } finally {
    vi.unstubAllGlobals();
  }
});
