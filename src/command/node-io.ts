import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Io } from './io.ts';

/** A stream that may be a terminal. */
type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The part of Node's `process` that a program needs. */
export interface ProcessLike {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly once: (event: 'SIGINT', listener: () => void) => unknown;
}

const usualColumns = 80;

/** Node's process as a program sees it; a reader that goes away (`| head`) ends the output, not the program. */
export function nodeIo(host: ProcessLike): Io {
  const { stdin, stdout, stderr, env } = host;
  const gone = new Set<Output>();
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      gone.add(stream);
    });
  }
  const write = (stream: Output, text: string): boolean => {
    if (!gone.has(stream)) stream.write(text);
    return !gone.has(stream);
  };
  const terminal = stdout.isTTY === true;
  return {
    out: (text) => write(stdout, text),
    err: (text) => {
      write(stderr, text);
    },
    env,
    columns: stdout.columns ?? usualColumns,
    colour: terminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    isTTY: terminal && stderr.isTTY === true && env.CI === undefined,
    stdin: { [Symbol.asyncIterator]: () => createInterface({ input: stdin })[Symbol.asyncIterator]() },
    onInterrupt: (handler) => host.once('SIGINT', handler),
    now: () => Date.now(),
  };
}
