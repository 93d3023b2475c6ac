import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { NodeParts } from '#conformance/node-parts.ts';
import { programText, type Travelling } from '#conformance/travelling.ts';

interface Tools {
  readonly twice: () => (value: number) => number;
}

function maker(): (value: number) => number {
  return double;
}

function double(value: number): number {
  return 2 * value;
}

function main({ twice }: Tools, { threads, files }: NodeParts, load: (url: string) => Promise<object>): void {
  void load('node:os').then((os) => {
    threads.parentPort!.postMessage([twice()(21), typeof files.readFileSync, 'hostname' in os]);
  });
}

test('functions run in a thread of their own with what travels along', async () => {
  const text = programText({ twice: [maker, double] as readonly Travelling[] }, [
    main,
  ] as readonly Travelling[]);
  const thread = new Worker(text, { eval: true });
  expect(await once(thread, 'message')).toEqual([[42, 'function', true]]);
  await thread.terminate();
});
