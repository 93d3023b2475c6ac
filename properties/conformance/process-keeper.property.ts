import { expect, test } from 'vitest';
import { createGroups } from '#conformance/groups.ts';
import type { NodeParts } from '#conformance/node-parts.ts';
import { keepProcess } from '#conformance/process-keeper.ts';
import { node, type Stage, stage, tools } from './keeper-stage.ts';
import { until } from './later.ts';

interface Kept extends Stage {
  readonly order: ReturnType<typeof keepProcess>;
  readonly groups: Int32Array;
  /** Sends a line, or waits for one, and hears what comes. */
  readonly hear: (line?: string) => Promise<unknown>;
}

/** Keeps a process and sends it its first line. */
function kept(
  words: readonly string[],
  limits: { memory?: number; line?: number; groups?: readonly number[] } = {},
  parts = node,
): Kept {
  const on = stage();
  const groups = createGroups();
  new Int32Array(groups).set(limits.groups ?? []);
  const { memory: memoryLimit = 1024, line: lineLimit = 4000 } = limits;
  const env = { PATH: process.env.PATH!, GIVEN: 'yes' };
  const order = keepProcess(tools, parts, { memory: on.memory, words, env, memoryLimit, lineLimit, groups });
  on.channel.begin();
  on.channel.ask();
  order({ order: 'start', line: 'first' });
  const told = async (): Promise<unknown> => {
    const reply = await on.reply();
    if (!Array.isArray(reply)) return reply;
    const [early, line] = reply as unknown as readonly [number, Uint8Array];
    return [early, Buffer.from(line).toString()];
  };
  return {
    ...on,
    order,
    groups: new Int32Array(groups),
    hear: (line) => {
      on.channel.ask();
      order(line === undefined ? { order: 'listen' } : { order: 'send', line });
      return told();
    },
    reply: told as Stage['reply'],
  };
}

const sh = (script: string): readonly string[] => ['sh', '-c', script];

test('passes lines both ways, and ends well when told to', async () => {
  const { reply, hear, order, ending, groups } = kept(['cat']);
  expect(await reply()).toEqual([0, 'first']);
  expect(groups[0]).toBeGreaterThan(1);
  expect(await hear('second')).toEqual([0, 'second']);
  order({ order: 'stop', line: '' });
  expect(await ending()).toEqual({ kind: 'stopped', got: 'exit code 0' });
  expect(groups.every((group) => group === 0)).toBe(true);
});

test('the environment is what it was given, and no more', async () => {
  const { reply, order, ending } = kept(sh('read -r l; echo "$GIVEN $HOME"; read -r l'));
  expect(await reply()).toEqual([0, 'yes ']);
  order({ order: 'kill' });
  expect(await ending()).toMatchObject({ kind: 'exited', got: 'signal SIGKILL' });
});

test('skips blank lines, and joins what comes in pieces', async () => {
  const { reply, hear } = kept(
    sh('read -r l; printf "\\n \\r\\n"; printf "on"; sleep 0.02; printf "e\\ntwo\\n"; read -r l'),
  );
  expect(await reply()).toEqual([0, 'one']);
  expect(await hear()).toEqual([expect.any(Number), 'two']);
});

test('a line that was there before anything was asked is told as that', async () => {
  const { reply, hear, order } = kept(sh('read -r l; echo one; echo two; read -r l; echo three; sleep 9876'));
  expect(await reply()).toEqual([0, 'one']);
  await new Promise((done) => setTimeout(done, 50));
  expect(await hear('more')).toEqual([1, 'two']);
  order({ order: 'kill' });
});

test('its group takes the first slot that is free', async () => {
  const { reply, order, ending, groups } = kept(['cat'], { groups: [7] });
  await reply();
  expect([groups[0], groups[1]! > 1]).toEqual([7, true]);
  order({ order: 'kill' });
  await ending();
  expect([groups[0], groups[1]]).toEqual([7, 0]);
});

test('what comes after it has failed is not looked at', async () => {
  const { reply, order, ending } = kept(sh('read -r l; yes'), { line: 300 });
  await reply();
  expect(await ending()).toMatchObject({ kind: 'endless output' });
  order({ order: 'listen' });
});

test('a line that comes while nothing is asked waits', async () => {
  const { reply, hear, channel } = kept(
    sh('read -r l; echo one; read -r l; echo two; echo three; read -r l; exit 0'),
  );
  expect(await reply()).toEqual([0, 'one']);
  expect(await hear('more')).toEqual([0, 'two']);
  channel.replied(0, 0);
  expect(await hear()).toEqual([expect.any(Number), 'three']);
});

test('a call that was given up gets no line', async () => {
  const on = kept(sh('read -r l; sleep 0.03; echo one; read -r l'));
  on.channel.replied(0, 0);
  await new Promise((done) => setTimeout(done, 80));
  expect(await on.hear('more')).toEqual([1, 'one']);
});

test.each([
  ['exits', 'exit 3', { kind: 'exited', got: 'exit code 3' }],
  ['is killed', 'kill -SEGV $$', { kind: 'exited', got: 'signal SIGSEGV' }],
  ['closes its output', 'exec >&-; sleep 9876', { kind: 'closed output', got: '' }],
  [
    'writes an endless line',
    'tr "\\000" x < /dev/zero',
    { kind: 'endless line', got: 'more than 4000 bytes' },
  ],
  [
    'writes one long line',
    'head -c 5000 /dev/zero; echo; sleep 9876',
    { kind: 'endless line', got: 'more than 4000 bytes' },
  ],
])('says of one that %s', async (_what, script, told) => {
  expect(await kept(sh(`read -r l; ${script}`)).reply()).toEqual(told);
});

test('says of one that closes its input', async () => {
  const { reply, hear } = kept(sh('read -r l; exec <&-; echo one; sleep 9876'));
  await reply();
  expect(await hear('more')).toEqual({ kind: 'closed input', got: '' });
});

test('says of one that writes without end, while nobody asks', async () => {
  const { reply, ending } = kept(sh('read -r l; yes'));
  await reply();
  expect(await ending()).toMatchObject({ kind: 'endless output' });
});

test('says of one that writes many short lines', async () => {
  const { reply, ending } = kept(sh('read -r l; yes'), { line: 15_000 });
  await reply();
  expect(await ending()).toMatchObject({ kind: 'endless output' });
});

test.each([
  ['/nowhere/at-all', 'no such command', 'ENOENT'],
  ['/etc/passwd', 'no permission', 'EACCES'],
])('says that %s is no command', async (command, kind, code) => {
  expect(await kept([command]).reply()).toEqual({ kind, got: `${command} (${code})` });
});

test.each([
  ['exits with something else', 'read -r l; exit 3', { kind: 'exit after stop', got: 'exit code 3' }],
  ['writes more', 'read -r l; echo bye', { kind: 'extra output', got: "'bye' at the end" }],
])('says of one that, told to stop, %s', async (_what, script, told) => {
  const { reply, order, ending } = kept(sh(`read -r l; echo one; ${script}`));
  await reply();
  order({ order: 'stop', line: 'stop' });
  expect(await ending()).toEqual(told);
});

test('one that closes its streams after it was told to stop is waited for', async () => {
  const { reply, order, ending } = kept(sh('read -r l; echo one; read -r l; exec <&- >&-; sleep 0.2'));
  await reply();
  order({ order: 'stop', line: 'stop' });
  expect(await ending()).toEqual({ kind: 'stopped', got: 'exit code 0' });
});

test('says of one that takes too much memory', async () => {
  const script = 'read -r l; held=0123456789abcdef; while :; do held=$held$held; done';
  expect(await kept(sh(script), { memory: 32 }).reply()).toMatchObject({ kind: 'memory limit' });
});

test('where the system does not tell of memory, none is seen', async () => {
  const files = {
    readFileSync: () => {
      throw new Error('no');
    },
  } as unknown as NodeParts['files'];
  const { reply, order, ending } = kept(
    sh('read -r l; sleep 0.06; echo one; read -r l'),
    { memory: 0 },
    { ...node, files },
  );
  expect(await reply()).toEqual([0, 'one']);
  order({ order: 'kill' });
  await ending();
});

test('memory that is told without a number is none', async () => {
  const files = { readFileSync: () => 'Name: sh' } as unknown as NodeParts['files'];
  const { reply, order, ending } = kept(
    sh('read -r l; sleep 0.06; echo one; read -r l'),
    { memory: 1 },
    { ...node, files },
  );
  expect(await reply()).toEqual([0, 'one']);
  order({ order: 'kill' });
  await ending();
});

test('whoever it has started ends with it, and does not hold it up', async () => {
  const { reply, hear, ending, channel } = kept(sh('read -r l; sleep 9876 & echo $!; read -r l; exit 0'));
  const [, pid] = (await reply()) as unknown as [number, string];
  expect(await hear('more')).toMatchObject({ kind: 'exited' });
  await ending();
  await until(() => !isAlive(Number(pid)));
  expect(channel.isEnding()).toBe(true);
});

test('what it writes to its other stream is printed', async () => {
  const { reply, channel, order } = kept(sh('echo noise >&2; read -r l; echo one; read -r l'));
  await reply();
  let noise = '';
  await until(() => {
    noise += new TextDecoder().decode(channel.printed().bytes);
    return noise !== '';
  });
  expect(noise).toBe('noise\n');
  order({ order: 'kill' });
});

/** Whether a process runs: one that has ended and is still to be buried does not. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(node.files.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
