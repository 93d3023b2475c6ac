import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Channel } from './channel.ts';
import type { KeeperTools, Order } from './keeper.ts';
import type { NodeParts } from './node-parts.ts';
import type { Packing } from './packing.ts';
import type { ProcessActs, ProcessLife } from './process-life.ts';

/** A process to be kept. */
export interface ProcessKept {
  readonly memory: SharedArrayBuffer;
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Megabytes that the process itself may hold, where the system tells. */
  readonly memoryLimit: number;
  /** Bytes of one line, and of all lines that nobody has asked for. */
  readonly lineLimit: number;
  /** Slots that note the groups of processes which live. */
  readonly groups: SharedArrayBuffer;
}

/**
 * Starts a process and ends it, passes lines to it and from it, and says how it ended: what is done, and when, is decided
 * by its life. It travels by text, as do the functions below.
 *
 * The process leads a group of its own, which is killed as a whole: when it breaks off, and also after it has ended well.
 */
export function keepProcess(tools: KeeperTools, node: NodeParts, data: ProcessKept): (order: Order) => void {
  const channel = tools.channel(data.memory);
  const packing = tools.packing();
  let life: ProcessLife | undefined;
  return (order) => {
    if (order.order === 'start') life = startProcess(tools, node, data, channel, packing);
    life!.obey(order);
  };
}

function startProcess(
  tools: KeeperTools,
  { processes, files }: NodeParts,
  data: ProcessKept,
  channel: Channel,
  packing: Packing,
): ProcessLife {
  const [command, ...args] = data.words;
  const options = { detached: true, env: data.env, stdio: 'pipe', windowsHide: true } as const;
  const child = processes.spawn(command!, args, options);
  const { pid = 0 } = child;
  const acts: ProcessActs = {
    write: (line) => child.stdin.write(`${line}\n`),
    close: (line) => child.stdin.end(`${line}\n`),
    offer: (early, line) => {
      const isTaken = channel.take(false);
      if (isTaken) {
        packing.write(channel.reply, [early, line]);
        channel.answer(0);
      }
      return isTaken;
    },
    mute: () => child.stdout.destroy(),
    kill: () => {
      killGroup(child);
    },
    later: (milliseconds, act) => setTimeout(act, milliseconds),
    bury: () => {
      clearInterval(watch);
      replaceOnce(data.groups, pid, 0);
    },
    tell: (ending) => {
      packing.write(channel.last, [JSON.stringify(ending)]);
      channel.ending();
    },
    leave: () => {
      if (channel.take(true)) channel.answer(1);
      channel.end();
    },
  };
  const life = tools.life(acts, data.memoryLimit, data.lineLimit);
  const watch = setInterval(() => {
    life.holds(residentOf(pid, files));
  }, 25);
  replaceOnce(data.groups, 0, pid);
  listen(child, life, channel, command!);
  return life;
}

/** Tells a life all that becomes of its process. */
function listen(
  child: ChildProcessWithoutNullStreams,
  life: ProcessLife,
  channel: Channel,
  command: string,
): void {
  child.on('error', (error: NodeJS.ErrnoException) => {
    life.unstarted(command, error.code!);
  });
  child.on('exit', life.exited);
  child.on('close', life.drained);
  child.stdout.on('data', life.hear);
  child.stdout.on('end', () => {
    life.closed('closed output');
  });
  child.stdin.on('error', () => {
    life.closed('closed input');
  });
  child.stderr.on('data', channel.print);
}

/** Puts a number in the place of another, once; none in the place of none where there is no other. */
function replaceOnce(numbers: SharedArrayBuffer, from: number, to: number): void {
  const slots = new Int32Array(numbers);
  for (let i = 0; i < slots.length; i++) {
    if (Atomics.compareExchange(slots, i, from, to) === from) return;
  }
}

/** Megabytes of memory of a process, 0 where the system does not tell. */
export function residentOf(pid: number, files: NodeParts['files']): number {
  try {
    const [, kilobytes = '0'] =
      /^VmRSS:\s*(\d+)/m.exec(files.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

function killGroup(child: ChildProcessWithoutNullStreams): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // No group of this name: it has ended, or the system has no groups.
    child.kill('SIGKILL');
  }
}

/** What travels by text: all of it. */
export const processKeeperParts: readonly ((...args: never[]) => unknown)[] = [
  keepProcess,
  startProcess,
  listen,
  replaceOnce,
  residentOf,
  killGroup,
];
