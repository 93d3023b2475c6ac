import type { Call } from '#kernel/simd/job.ts';
import type { Exported } from '#wasm/engine.ts';

/** What the threads at one job agree by: the number of calls that are taken, and of those that have ended. */
export type Counters = Int32Array<SharedArrayBuffer>;

/** Where calls that have ended are counted. */
export const ENDED = 1;

/** Calls of a job, and what one thread does them with. */
export interface Share {
  readonly functions: Readonly<Record<string, Exported>>;
  readonly calls: readonly Call[];
  readonly scratch: number;
  readonly counters: Counters;
  /** Told of a call that fails, before it counts as ended. */
  readonly report: (failure: string) => void;
}

/**
 * Takes one call after the other that no thread has taken, until none is left, and wakes who waits for the last to end.
 *
 * Its text is also run by the other threads: it uses nothing but its argument.
 */
export function share({ functions, calls, scratch, counters, report }: Share): void {
  const [taken, ended] = [0, 1];
  for (let i = Atomics.add(counters, taken, 1); i < calls.length; i = Atomics.add(counters, taken, 1)) {
    try {
      functions[calls[i]!.name]!(scratch, ...calls[i]!.operands);
    } catch (error) {
      report(String(error));
    }
    if (Atomics.add(counters, ended, 1) + 1 === calls.length) Atomics.notify(counters, ended);
  }
}

/** Loads of a shared number, some tens of microseconds, before a thread sleeps until it changes. */
export const SPINS = 20_000;

/**
 * Waits until a shared number is another than the one known; spinning first, for waking costs more than a short job.
 *
 * Its text is also run by the other threads.
 */
export function waitWhile(numbers: Counters, place: number, known: number, spins: number): number {
  for (let spin = 0; spin < spins; spin++) {
    if (Atomics.load(numbers, place) !== known) break;
  }
  Atomics.wait(numbers, place, known);
  return Atomics.load(numbers, place);
}

/** Waits until a shared number that only grows is as large as another. */
export function waitUntil(numbers: Counters, place: number, least: number, spins: number): void {
  for (let now = Atomics.load(numbers, place); now < least; ) now = waitWhile(numbers, place, now, spins);
}

/** What a thread runs: it waits at the gate for a message with a job, and shares in it. */
export const body: string = `
const { receiveMessageOnPort, workerData: { gate, memory, port } } = require('node:worker_threads');
${String(share)}
${String(waitWhile)}
const known = new Map();
for (let round = 0; ; ) {
  round = waitWhile(gate, 0, round, ${SPINS});
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
    const { name, module, ...job } = next.message;
    if (!known.has(name)) {
      known.set(name, new WebAssembly.Instance(module, { env: { memory } }).exports);
    }
    share({ ...job, functions: known.get(name), report: (failure) => port.postMessage(failure) });
  }
}`;
