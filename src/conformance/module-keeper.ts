import type { Worker } from 'node:worker_threads';
import type { Ending, KeeperTools, Order } from './keeper.ts';
import type { NodeParts } from './node-parts.ts';

/** A module to be kept. */
export interface ModuleKept {
  readonly memory: SharedArrayBuffer;
  /** The program of the thread of the module, and what it is started with. */
  readonly program: string;
  readonly data: unknown;
  readonly env: Readonly<Record<string, string>>;
  /** Megabytes. */
  readonly memoryLimit: number;
}

/**
 * Keeps watch over the thread of a module: starts it, ends it, and says how it ended. It travels by text.
 *
 * The heap of the thread is limited by the engine. Arrays that live outside of it show only as growth of the program, to
 * which the grader adds its own: twice the limit is left for both.
 */
export function keepModule(
  tools: KeeperTools,
  { threads }: NodeParts,
  { memory, program, data, env, memoryLimit }: ModuleKept,
): (order: Order) => void {
  const channel = tools.channel(memory);
  const packing = tools.packing();
  const beyond: Ending = { kind: 'memory limit', got: `more than ${memoryLimit} MB` };
  let worker: Worker | undefined;
  const start = (): void => {
    let ending: Ending | undefined;
    const before = process.memoryUsage.rss();
    const subject = new threads.Worker(program, {
      eval: true,
      workerData: data,
      env,
      argv: [],
      execArgv: [],
      stdin: true,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit, maxYoungGenerationSizeMb: 32 },
    });
    worker = subject;
    subject.stdout.resume();
    subject.stderr.resume();
    let watch: NodeJS.Timeout;
    const look = (): void => {
      const left = 2 * memoryLimit - (process.memoryUsage.rss() - before) / 2 ** 20;
      if (left > 0) {
        watch = setTimeout(look, pauseWith(left));
        return;
      }
      ending ??= beyond;
      void subject.terminate();
    };
    watch = setTimeout(look, pauseWith(0));
    subject.on('error', (error: unknown) => {
      ending ??= crashOf(error, beyond);
    });
    subject.on('exit', (code) => {
      clearTimeout(watch);
      packing.write(channel.last, [JSON.stringify(ending ?? { kind: 'exited', got: `exit code ${code}` })]);
      channel.ending();
      if (channel.take(true)) channel.answer(1);
      channel.end();
    });
  };
  return ({ order }) => {
    if (order === 'start') start();
    else void worker!.terminate();
  };
}

/**
 * Milliseconds until the memory is looked at again: a thread that fills 8 MB a millisecond, which is more than any does,
 * would then be where it may not, or a fortieth of a second later.
 *
 * @param left megabytes until there
 */
export function pauseWith(left: number): number {
  return Math.min(Math.max(25, left / 8), 250);
}

/** The end of a thread by an error: the engine's own when its heap is full. */
export function crashOf(error: unknown, beyond: Ending): Ending {
  const isMemory = (Object(error) as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? beyond : { kind: 'crashed', got: String(error) };
}

/** What travels by text. */
export const moduleKeeperParts: readonly ((...args: never[]) => unknown)[] = [keepModule, pauseWith, crashOf];
