import type { Runner } from '#kernel/simd/job.ts';
import { checkObject, wrongKind } from './arguments.ts';
import type { Choosable, Chosen } from './choice.ts';

/** Threads that share the rows of a call, as a pool has them. */
export interface Threads {
  readonly threads: number;
  readonly run: Runner;
}

/** @throws TypeError unless it is a pool, or absent */
export function checkPool(where: string, pool: unknown): void {
  if (pool === undefined) return;
  checkObject(where, 'pool', pool, ['threads', 'run']);
  const { run } = pool as Threads;
  if (typeof run !== 'function') wrongKind(`${where}: pool.run`, 'be a function', run);
}

/** A choice as threads share it, where its kernel is one that they can share; otherwise as it is. */
export function onThreads<K extends Choosable>(
  chosen: Chosen<K>,
  shared: ReadonlyMap<K, (run: Runner) => K>,
  pool: Threads | undefined,
): Chosen<K> {
  if (pool === undefined) return chosen;
  const share = shared.get(chosen.kernel);
  return share === undefined ? chosen : { ...chosen, kernel: share(pool.run), threads: pool.threads };
}
