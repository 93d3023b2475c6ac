import { Script } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { body, type Counters, ENDED, SPINS, share, waitUntil, waitWhile } from '#pool/share.ts';

function counters(taken = 0): Counters {
  const both: Counters = new Int32Array(new SharedArrayBuffer(8));
  both[0] = taken;
  return both;
}

/** Calls of one function by number. */
function numbered(count: number): { readonly name: string; readonly operands: readonly number[] }[] {
  return Array.from({ length: count }, (_, i) => ({ name: 'note', operands: [i] }));
}

test('a thread takes every call that none has taken, with its own scratch', () => {
  const seen: number[][] = [];
  const functions = { note: (...operands: readonly number[]): number => seen.push([...operands]) };
  const failures: string[] = [];
  const both = counters(2);
  share({ functions, calls: numbered(5), scratch: 64, counters: both, report: (one) => failures.push(one) });
  expect(seen).toEqual([
    [64, 2],
    [64, 3],
    [64, 4],
  ]);
  expect([both[ENDED], failures]).toEqual([3, []]);
});

test('a call that fails is reported before it counts as ended, and the others are done all the same', () => {
  const both = counters();
  const ended: number[] = [];
  const functions = {
    note: (_: number, i: number): number => {
      if (i === 1) throw new RangeError('too far');
      return i;
    },
  };
  share({
    ...{ functions, calls: numbered(3), scratch: 0, counters: both },
    report: (failure) => {
      expect(failure).toBe('RangeError: too far');
      ended.push(both[ENDED]!);
    },
  });
  expect([ended, both[ENDED]]).toEqual([[1], 3]);
});

test('a number that has changed is waited for no longer', () => {
  expect(waitWhile(counters(7), 0, 6, SPINS)).toBe(7);
  expect(waitWhile(counters(7), 0, 6, 0)).toBe(7);
});

test('a number is waited for until another thread changes it', async () => {
  const both = counters(1);
  const change = `const { workerData } = require('node:worker_threads');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    Atomics.store(workerData, 0, 2);
    Atomics.notify(workerData, 0);`;
  const worker = new Worker(change, { eval: true, workerData: both });
  expect(waitWhile(both, 0, 1, 10)).toBe(2);
  await worker.terminate();
});

test('a number that is large enough is waited for no longer', () => {
  const both = counters(7);
  for (const least of [6, 7]) waitUntil(both, 0, least, 0);
  expect(both[0]).toBe(7);
});

test('a number is waited for until other threads have brought it so far, however often it changes', async () => {
  const both = counters(1);
  const change = `const { workerData } = require('node:worker_threads');
    for (let i = 0; i < 3; i++) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      Atomics.add(workerData, 0, 1);
      Atomics.notify(workerData, 0);
    }`;
  const worker = new Worker(change, { eval: true, workerData: both });
  waitUntil(both, 0, 4, 10);
  expect(both[0]).toBe(4);
  await worker.terminate();
});

test('what the other threads run names nothing that is not in it', () => {
  expect(() => new Script(`(require) => {${body}}`)).not.toThrow();
  for (const name of ['__vi', 'import_', '__vite', '__name', 'cov_']) expect(body).not.toContain(name);
});
