import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** Stores a number in shared memory from another thread, a little later, and wakes who waits for it, if it is to. */
export function storeLater(memory: SharedArrayBuffer, slot: number, value: number, wakes = true): void {
  const text = `
    const { workerData } = require('node:worker_threads');
    const words = new Int32Array(workerData.memory, 0, 16);
    setTimeout(() => {
      Atomics.store(words, workerData.slot, workerData.value);
      if (workerData.wakes) Atomics.notify(words, workerData.slot);
    }, 10);`;
  const thread = new Worker(text, { eval: true, execArgv: [], workerData: { memory, slot, value, wakes } });
  onTestFinished(async () => {
    await thread.terminate();
  });
}

/** Waits without stopping the thread. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((done) => {
      setTimeout(done, 2);
    });
  }
}
