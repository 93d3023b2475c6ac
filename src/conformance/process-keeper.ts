import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Channel } from './channel.ts';
import type { Ending, KeeperTools, Order } from './keeper.ts';
import type { NodeParts } from './node-parts.ts';
import type { Packing } from './packing.ts';

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

/** A process and what came of it so far. */
interface Kept {
  readonly child: ChildProcessWithoutNullStreams;
  readonly channel: Channel;
  readonly packing: Packing;
  readonly data: ProcessKept;
  /** Whole lines that nobody has taken. */
  readonly lines: Uint8Array[];
  /** Of the line that has begun. */
  readonly pieces: Uint8Array[];
  /** Bytes in whole lines, and in the line that has begun. */
  held: number;
  begun: number;
  /** Whether a line is waited for: not before what asks for it is sent. */
  isAwaited: boolean;
  isStopping: boolean;
  isOver: boolean;
  ending?: Ending;
}

/**
 * Starts a process and ends it, passes lines to it and from it, and says how it ended. It travels by text, as do the
 * functions below.
 *
 * The process leads a group of its own, which is killed as a whole: when it breaks off, and also after it has ended well.
 */
export function keepProcess(tools: KeeperTools, node: NodeParts, data: ProcessKept): (order: Order) => void {
  const channel = tools.channel(data.memory);
  const packing = tools.packing();
  let kept: Kept | undefined;
  return (order) => {
    if (order.order !== 'start') {
      obey(kept!, order);
      return;
    }
    const [command, ...args] = data.words;
    const options = { detached: true, env: data.env, stdio: 'pipe', windowsHide: true } as const;
    const child = node.processes.spawn(command!, args, options);
    const none = { held: 0, begun: 0, isAwaited: false, isStopping: false, isOver: false };
    kept = { child, channel, packing, data, lines: [], pieces: [], ...none };
    watch(kept, node.files);
    obey(kept, { order: 'send', line: order.line });
  };
}

function obey(kept: Kept, order: Order): void {
  const { child, lines } = kept;
  if (order.order === 'kill') {
    kill(kept);
    return;
  }
  if (order.order === 'stop') {
    kept.isStopping = true;
    child.stdin.end(`${order.line}\n`);
    return;
  }
  kept.isAwaited = true;
  // What is there before anything was asked is no reply to it.
  if (lines.length > 0) deliver(kept, 1);
  else if (order.order !== 'listen') child.stdin.write(`${order.line}\n`);
}

/** Listens to everything that can become of a process. */
function watch(kept: Kept, files: NodeParts['files']): void {
  const { child, channel, data } = kept;
  const groups = new Int32Array(data.groups);
  const { pid = 0 } = child;
  for (let i = 0; pid !== 0 && i < groups.length; i++) {
    if (Atomics.compareExchange(groups, i, 0, pid) === 0) break;
  }
  const timer = setInterval(() => {
    const held = residentOf(pid, files);
    if (held > data.memoryLimit) fail(kept, 'memory limit', `more than ${data.memoryLimit} MB`);
  }, 25);
  const over = (ending: Ending): void => {
    if (kept.isOver) return;
    kept.isOver = true;
    clearInterval(timer);
    kill(kept);
    for (let i = 0; i < groups.length; i++) Atomics.compareExchange(groups, i, pid, 0);
    finish(kept, kept.ending ?? ending);
  };
  /** Whether it has ended is known a little later than that its streams are closed, and the end tells more. */
  const soon = (act: () => void): void => {
    setTimeout(() => {
      if (!kept.isOver && !kept.isStopping) act();
    }, 500);
  };
  child.on('error', (error: NodeJS.ErrnoException) => {
    const kind = error.code === 'EACCES' ? 'no permission' : 'no such command';
    over({ kind, got: `${data.words[0]!} (${error.code!})` });
  });
  child.on('exit', (code, signal) => {
    const got = signal === null ? `exit code ${code!}` : `signal ${signal}`;
    const isAsked = kept.isStopping && code === 0;
    const ending = { kind: kept.isStopping ? (isAsked ? 'stopped' : 'exit after stop') : 'exited', got };
    child.on('close', () => {
      over(ending);
    });
    // Whoever it has started may hold its streams open.
    setTimeout(over, 100, ending);
  });
  child.stdout.on('data', (chunk: Uint8Array) => {
    receive(kept, chunk);
  });
  child.stdout.on('end', () => {
    soon(() => {
      fail(kept, 'closed output', '');
    });
  });
  child.stderr.on('data', (chunk: Uint8Array) => {
    channel.print(chunk);
  });
  child.stdin.on('error', () => {
    soon(() => {
      fail(kept, 'closed input', '');
    });
  });
}

/** Megabytes of memory of a process, 0 where the system does not tell. */
function residentOf(pid: number, files: NodeParts['files']): number {
  try {
    const [, kilobytes = '0'] =
      /^VmRSS:\s*(\d+)/m.exec(files.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

/** Takes in what a process writes, line by line, in bounded memory. */
function receive(kept: Kept, chunk: Uint8Array): void {
  if (kept.ending !== undefined) return;
  const { lines, pieces, data } = kept;
  let from = 0;
  for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
    const line = Buffer.concat([...pieces, chunk.subarray(from, end)]);
    pieces.length = 0;
    kept.begun = 0;
    from = end + 1;
    if (line.every((byte) => byte === 32 || (byte >= 9 && byte <= 13))) continue;
    lines.push(line);
    kept.held += line.length;
  }
  pieces.push(chunk.subarray(from));
  kept.begun += chunk.length - from;
  deliver(kept, 0);
  if (Math.max(kept.begun, ...lines.map(({ length }) => length)) > data.lineLimit) {
    fail(kept, 'endless line', `more than ${data.lineLimit} bytes`);
  } else if (kept.held > data.lineLimit || lines.length > 1000) {
    fail(kept, 'endless output', `${lines.length} lines that nobody asked for`);
  }
}

/** Passes the first line on, if a line is waited for. */
function deliver(kept: Kept, early: 0 | 1): void {
  const { channel, packing, lines, data } = kept;
  const [line] = lines;
  if (!kept.isAwaited || line === undefined || line.length > data.lineLimit) return;
  kept.isAwaited = false;
  if (!channel.take(false)) return;
  lines.shift();
  kept.held -= line.length;
  packing.write(channel.reply, [early, line]);
  channel.answer(0);
}

/** Names what a process did and kills it; its end is then told as that. */
function fail(kept: Kept, kind: string, got: string): void {
  kept.ending ??= { kind, got };
  kept.lines.length = 0;
  kept.child.stdout.destroy();
  kill(kept);
}

function kill({ child }: Kept): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // No group of this name: it has ended, or the system has no groups.
    child.kill('SIGKILL');
  }
}

/** Tells the end: to who waits, after the lines that came before it, and to who asks next. */
function finish(kept: Kept, ending: Ending): void {
  const { channel, packing } = kept;
  const [line] = kept.lines;
  const isExtra = ending.kind === 'stopped' && line !== undefined;
  const told = isExtra
    ? { kind: 'extra output', got: `'${Buffer.from(line).toString()}' at the end` }
    : ending;
  packing.write(channel.last, [JSON.stringify(told)]);
  channel.ending();
  const early = kept.isAwaited ? 0 : 1;
  kept.isAwaited = true;
  deliver(kept, early);
  if (channel.take(true)) channel.answer(1);
  channel.end();
}

/** What travels by text: all of it. */
export const processKeeperParts: readonly ((...args: never[]) => unknown)[] = [
  keepProcess,
  obey,
  watch,
  residentOf,
  receive,
  deliver,
  fail,
  kill,
  finish,
];
