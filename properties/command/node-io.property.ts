import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { nodeIo, type ProcessLike } from '#command/node-io.ts';

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

function host(
  env: Record<string, string> = {},
  terminal: Terminal = {},
  input: Iterable<string> = [],
): ProcessLike & {
  readonly stdout: PassThrough;
  readonly stderr: PassThrough;
  readonly handlers: (() => void)[];
} {
  const handlers: (() => void)[] = [];
  return {
    stdin: Readable.from(input),
    stdout: Object.assign(new PassThrough(), terminal),
    stderr: Object.assign(new PassThrough(), terminal),
    env,
    once: (_event, listener) => handlers.push(listener),
    handlers,
  };
}

test('writes to the streams of the process', () => {
  const { stdout, stderr, ...rest } = host();
  const io = nodeIo({ stdout, stderr, ...rest });
  expect(io.out('one')).toBe(true);
  io.err('two');
  expect([String(stdout.read()), String(stderr.read())]).toEqual(['one', 'two']);
});

test('goes on in silence when the reader has gone, each stream for itself', () => {
  const { stdout, stderr, ...rest } = host();
  const io = nodeIo({ stdout, stderr, ...rest });
  stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  expect(io.out('lost')).toBe(false);
  expect(stdout.read()).toBeNull();
  io.err('kept');
  expect(String(stderr.read())).toBe('kept');
});

test('does not hide any other failure of a stream', () => {
  const { stdout, ...rest } = host();
  nodeIo({ stdout, ...rest });
  expect(() => stdout.emit('error', Object.assign(new Error('full'), { code: 'ENOSPC' }))).toThrow('full');
});

test('reads lines, whatever their ends', async () => {
  const io = nodeIo(host({}, {}, ['a\nb\r', '\n\nlast']));
  const lines: string[] = [];
  for await (const line of io.stdin) lines.push(line);
  expect(lines).toEqual(['a', 'b', '', 'last']);
});

test('colours and redraws on a terminal only', () => {
  const terminal = { isTTY: true, columns: 132 };
  const seen = (env: Record<string, string>, of: Terminal): unknown[] => {
    const { colour, isTTY, columns } = nodeIo(host(env, of));
    return [colour, isTTY, columns];
  };
  expect(seen({}, terminal)).toEqual([true, true, 132]);
  expect(seen({}, {})).toEqual([false, false, 80]);
  expect(seen({ NO_COLOR: '1' }, terminal)).toEqual([false, true, 132]);
  expect(seen({ NO_COLOR: '' }, terminal)).toEqual([true, true, 132]);
  expect(seen({ TERM: 'dumb' }, terminal)).toEqual([false, true, 132]);
  expect(seen({ CI: 'true' }, terminal)).toEqual([true, false, 132]);
});

test('hears Ctrl-C, tells the time and shows the environment', () => {
  const world = host({ A: 'b' });
  const io = nodeIo(world);
  let heard = false;
  io.onInterrupt(() => {
    heard = true;
  });
  world.handlers[0]!();
  expect([heard, io.env.A]).toEqual([true, 'b']);
  const before = Date.now();
  expect(io.now()).toBeGreaterThanOrEqual(before);
});
