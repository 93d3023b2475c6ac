import type { Ending, Order } from './keeper.ts';

/** What the life of a process does to the world. */
export interface ProcessActs {
  readonly write: (line: string) => void;
  /** Writes the last line. */
  readonly close: (line: string) => void;
  /** Replies with a line, and says whether it was there before anything was asked; false when nobody waits any more. */
  readonly offer: (early: 0 | 1, line: Uint8Array) => boolean;
  /** Listens no more to what the process writes. */
  readonly mute: () => void;
  readonly kill: () => void;
  /** Does something after so many milliseconds. */
  readonly later: (milliseconds: number, act: () => void) => void;
  /** Forgets the group of the process. */
  readonly bury: () => void;
  /** Tells how the process ended: from here on its keeper replies in its place. */
  readonly tell: (ending: Ending) => void;
  /** Says that all is told. */
  readonly leave: () => void;
}

/** What becomes of a process, in any order. */
export interface ProcessLife {
  /** Of the orders, a start is obeyed as a line to be sent. */
  readonly obey: (order: Order) => void;
  readonly hear: (chunk: Uint8Array) => void;
  /** That one of its streams was closed. */
  readonly closed: (stream: 'closed input' | 'closed output') => void;
  /** Megabytes that it holds. */
  readonly holds: (megabytes: number) => void;
  /** That it was never started. */
  readonly unstarted: (command: string, code: string) => void;
  readonly exited: (code: number | null, signal: string | null) => void;
  /** That all it wrote is heard. */
  readonly drained: () => void;
}

/** Where a process stands. */
interface State {
  readonly act: ProcessActs;
  readonly memoryLimit: number;
  readonly lineLimit: number;
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
  /** What it did wrong: told in the place of the end that follows from it. */
  fault?: Ending;
  /** The end that was seen. */
  ending?: Ending;
}

/**
 * Decides what is done with a process, whatever happens to it and in whatever order. It touches nothing but what it is
 * handed. It travels by text, as do the functions below.
 *
 * @param memoryLimit megabytes
 * @param lineLimit   bytes of one line, and of all lines that nobody has asked for
 */
export function createProcessLife(act: ProcessActs, memoryLimit: number, lineLimit: number): ProcessLife {
  const none = { held: 0, begun: 0, isAwaited: false, isStopping: false, isOver: false };
  const state: State = { act, memoryLimit, lineLimit, lines: [], pieces: [], ...none };
  return {
    obey: (order) => {
      obey(state, order);
    },
    hear: (chunk) => {
      hear(state, chunk);
    },
    closed: (stream) => {
      // That it has ended is known a little later, and tells more.
      act.later(500, () => {
        if (state.ending === undefined && !state.isStopping) fail(state, stream, '');
      });
    },
    holds: (megabytes) => {
      if (megabytes > memoryLimit) fail(state, 'memory limit', `more than ${memoryLimit} MB`);
    },
    unstarted: (command, code) => {
      const kind = code === 'EACCES' ? 'no permission' : 'no such command';
      finish(state, { kind, got: `${command} (${code})` });
    },
    exited: (code, signal) => {
      state.ending ??= endingOf(state.isStopping, code, signal);
      const { ending } = state;
      // Whoever it has started may hold its streams open.
      act.later(100, () => {
        finish(state, ending);
      });
    },
    drained: () => {
      if (state.ending !== undefined) finish(state, state.ending);
    },
  };
}

function obey(state: State, order: Order): void {
  const { act, lines } = state;
  if (order.order === 'kill') {
    // The number of a group that is over may be that of another by now.
    if (!state.isOver) act.kill();
    return;
  }
  if (order.order === 'stop') {
    state.isStopping = true;
    act.close(order.line);
    return;
  }
  state.isAwaited = true;
  // What is there before anything was asked is no reply to it.
  if (lines.length > 0) deliver(state, 1);
  else if (order.order !== 'listen') act.write(order.line);
}

/** Takes in what a process writes, line by line, in bounded memory. */
function hear(state: State, chunk: Uint8Array): void {
  if (state.fault !== undefined || state.isOver) return;
  const { lines, pieces, lineLimit } = state;
  let from = 0;
  for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
    const line = Buffer.concat([...pieces, chunk.subarray(from, end)]);
    pieces.length = 0;
    state.begun = 0;
    from = end + 1;
    if (line.every((byte) => byte === 32 || (byte >= 9 && byte <= 13))) continue;
    lines.push(line);
    state.held += line.length;
  }
  pieces.push(chunk.subarray(from));
  state.begun += chunk.length - from;
  deliver(state, 0);
  if (Math.max(state.begun, ...lines.map(({ length }) => length)) > lineLimit) {
    fail(state, 'endless line', `more than ${lineLimit} bytes`);
  } else if (state.held > lineLimit || lines.length > 1000) {
    fail(state, 'endless output', `${lines.length} lines that nobody asked for`);
  }
}

/** Passes the first line on, if a line is waited for. */
function deliver(state: State, early: 0 | 1): void {
  const { act, lines, lineLimit } = state;
  const [line] = lines;
  if (!state.isAwaited || line === undefined || line.length > lineLimit) return;
  state.isAwaited = false;
  if (!act.offer(early, line)) return;
  lines.shift();
  state.held -= line.length;
}

/** Names what a process did and kills it; its end is then told as that. */
function fail(state: State, kind: string, got: string): void {
  if (state.isOver) return;
  state.fault ??= { kind, got };
  state.lines.length = 0;
  state.act.mute();
  state.act.kill();
}

/** The end that a process came to. */
function endingOf(isStopping: boolean, code: number | null, signal: string | null): Ending {
  const got = signal === null ? `exit code ${code!}` : `signal ${signal}`;
  if (!isStopping) return { kind: 'exited', got };
  return { kind: code === 0 ? 'stopped' : 'exit after stop', got };
}

/** Tells the end, once: to who waits, after the lines that came before it, and to who asks next. */
function finish(state: State, ending: Ending): void {
  if (state.isOver) return;
  const { act, lines } = state;
  act.kill();
  state.isOver = true;
  act.bury();
  const told = state.fault ?? ending;
  const [line] = lines;
  const isExtra = told.kind === 'stopped' && line !== undefined;
  act.tell(isExtra ? { kind: 'extra output', got: `'${Buffer.from(line).toString()}' at the end` } : told);
  const early = state.isAwaited ? 0 : 1;
  state.isAwaited = true;
  deliver(state, early);
  act.leave();
}

/** What travels by text: all of it. */
export const processLifeParts: readonly ((...args: never[]) => unknown)[] = [
  createProcessLife,
  obey,
  hear,
  deliver,
  fail,
  endingOf,
  finish,
];
