import { converse, greeting } from './dialogue.ts';
import { environment } from './environment.ts';
import type { Failure } from './failure.ts';
import { createGroups, killGroups } from './groups.ts';
import type { Host } from './host.ts';
import type { Limits } from './limits.ts';
import { startLine, stopLine } from './protocol.ts';
import { Supervisor } from './supervisor.ts';

/** Groups of this thread's processes, which die with it. */
const ownGroups = createGroups();

/**
 * Starts a process that speaks the protocol, without a shell and in a group of its own.
 *
 * @param words   the command and its arguments
 * @param groups  where its group is noted for as long as it lives
 */
export function openProcess(
  words: readonly string[],
  limits: Limits,
  groups: SharedArrayBuffer = ownGroups,
): Host | Failure {
  const supervisor: Supervisor = new Supervisor(
    {
      kept: (memory) => ({
        memory,
        words,
        env: environment(process.env),
        memoryLimit: limits.memory,
        lineLimit: limits.line,
        groups,
      }),
      firstLine: startLine,
      greet: (from) => greeting(from, words.join(' '), limits),
      spins: 0,
    },
    limits,
  );
  const leave = (): void => {
    killGroups(groups);
  };
  process.once('exit', leave);
  const close = (): Failure | undefined => {
    const found = supervisor.close({ order: 'stop', line: stopLine });
    process.off('exit', leave);
    return found;
  };
  const about = supervisor.start();
  if (!('kind' in about)) return converse(supervisor, about, limits, close);
  close();
  return about;
}
