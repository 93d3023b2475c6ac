import type * as threads from 'node:worker_threads';
import type { Job, Runner } from '#kernel/simd/job.ts';
import { memoryImport, workspace } from '#kernel/simd/workspace.ts';
import { body, type Counters, ENDED, SPINS, share, waitUntil } from './share.ts';

/** Node's threads. */
type Threading = typeof threads;

/**
 * Asked for when a pool is made, and not imported: kernels are for browsers too, which have no such module.
 *
 * @returns undefined elsewhere than in Node
 */
function threadingHere(): Threading | undefined {
  return (globalThis as Partial<Pick<typeof globalThis, 'process'>>).process?.getBuiltinModule(
    'node:worker_threads',
  );
}

/** Threads that share the workspace of the one that made them. */
export interface Pool {
  readonly threads: number;
  /**
   * Does a job on all threads, this one among them, and returns when it is done: what `runHere` does, with its bits.
   *
   * @throws Error when a call fails, once all have ended; when the pool is closed
   */
  readonly run: Runner;
  /** Ends the other threads; afterwards the pool does no job. */
  readonly close: () => Promise<void>;
}

/**
 * A pool of threads. They do not keep the program alive, and start while the first job is at work.
 *
 * @param threads how many in all, the calling one included
 * @throws RangeError unless there is a whole number of threads, one at least; TypeError where memory is not shared, and
 * where there are none of Node's threads
 */
export function createPool(threads: number, { shared }: { readonly shared: boolean } = memoryImport): Pool {
  if (!Number.isInteger(threads) || threads < 1) {
    throw new RangeError(`createPool: threads must be a positive integer, got ${threads}`);
  }
  if (!shared)
    throw new TypeError('createPool: memory must be shared between threads, got an engine without');
  const threading = threadingHere();
  if (threading === undefined)
    throw new TypeError("createPool: must be called in Node, got no threads of Node's");
  const gate: Counters = new Int32Array(new SharedArrayBuffer(4));
  const others = Array.from({ length: threads - 1 }, () => startOther(threading, gate));
  let open = true;
  return {
    threads,
    run: (job) => {
      if (!open) throw new Error('pool: must be open to do a job, got a closed one');
      runOn(threading, others, gate, job);
    },
    close: async () => {
      open = false;
      await Promise.all(others.map(({ worker }) => worker.terminate()));
      for (const { port } of others) port.close();
    },
  };
}

/** Another thread, and the port by which it is sent jobs and sends what fails. */
interface Other {
  readonly worker: threads.Worker;
  readonly port: threads.MessagePort;
}

function startOther({ MessageChannel, Worker }: Threading, gate: Counters): Other {
  const { port1, port2 } = new MessageChannel();
  const workerData = { gate, memory: workspace().memory, port: port2 };
  const worker = new Worker(body, { eval: true, workerData, transferList: [port2] });
  worker.unref();
  return { worker, port: port1 };
}

function runOn(
  { receiveMessageOnPort }: Threading,
  others: readonly Other[],
  gate: Counters,
  { loaded, calls, scratchBytes }: Job,
): void {
  const room = workspace();
  // Of this job alone: a thread that comes late to it finds no call left, and takes none of the next job.
  const counters: Counters = new Int32Array(new SharedArrayBuffer(8));
  const { name, module, functions } = loaded;
  for (const { port } of others) {
    port.postMessage({ name, module, calls, counters, scratch: room.take(scratchBytes) });
  }
  Atomics.add(gate, 0, 1);
  Atomics.notify(gate, 0);
  const failures: string[] = [];
  const report = (failure: string): unknown => failures.push(failure);
  share({ functions, calls, counters, report, scratch: room.take(scratchBytes) });
  waitUntil(counters, ENDED, calls.length, SPINS);
  for (const { port } of others) passOn(receiveMessageOnPort, port, report);
  if (failures.length > 0) throw new Error(`pool: every call must end without an error, got ${failures[0]!}`);
}

/** Reports what another thread has sent so far. */
export function passOn(
  receive: Threading['receiveMessageOnPort'],
  port: threads.MessagePort,
  report: (failure: string) => void,
): void {
  for (let next = receive(port); next; next = receive(port)) {
    report(next.message as string);
  }
}
