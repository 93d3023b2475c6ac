import { expect, test } from 'vitest';
import { createGroups } from '#conformance/groups.ts';
import type { NodeParts } from '#conformance/node-parts.ts';
import { keepProcess, residentOf } from '#conformance/process-keeper.ts';
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
): Kept {
  const on = stage();
  const groups = createGroups();
  new Int32Array(groups).set(limits.groups ?? []);
  const { memory: memoryLimit = 1024, line: lineLimit = 4000 } = limits;
  const env = { PATH: process.env.PATH!, GIVEN: 'yes' };
  const order = keepProcess(tools, node, { memory: on.memory, words, env, memoryLimit, lineLimit, groups });
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

test.concurrent('passes lines both ways, and ends well when told to', async () => {
  const { reply, hear, order, ending, groups } = kept(['cat']);
  expect(await reply()).toEqual([0, 'first']);
  expect(groups[0]).toBeGreaterThan(1);
  expect(await hear('second')).toEqual([0, 'second']);
  order({ order: 'stop', line: '' });
  expect(await ending()).toEqual({ kind: 'stopped', got: 'exit code 0' });
  expect(groups.every((group) => group === 0)).toBe(true);
});

test.concurrent('the environment is what it was given, and no more', async () => {
  const { reply, order, ending } = kept(sh('read -r l; echo "$GIVEN $HOME"; read -r l'));
  expect(await reply()).toEqual([0, 'yes ']);
  order({ order: 'kill' });
  expect(await ending()).toMatchObject({ kind: 'exited', got: 'signal SIGKILL' });
});

test.concurrent('its group takes the first slot that is free', async () => {
  const { reply, order, ending, groups } = kept(['cat'], { groups: [7] });
  await reply();
  expect([groups[0], groups[1]! > 1]).toEqual([7, true]);
  order({ order: 'kill' });
  await ending();
  expect([groups[0], groups[1]]).toEqual([7, 0]);
});

test.concurrent('a call that was given up gets no line', async () => {
  const on = kept(sh('read -r l; echo one'));
  on.channel.replied(0, 0);
  await on.ending();
  expect(on.channel.replied(0, 0)).toBe(false);
  expect(await on.hear('more')).toEqual([1, 'one']);
});

test.concurrent.each([
  ['exits', 'exit 3', { kind: 'exited', got: 'exit code 3' }],
  ['is killed', 'kill -SEGV $$', { kind: 'exited', got: 'signal SIGSEGV' }],
  ['closes its output', 'exec >&-; sleep 9876', { kind: 'closed output', got: '' }],
  [
    'writes an endless line',
    'tr "\\000" x < /dev/zero',
    { kind: 'endless line', got: 'more than 4000 bytes' },
  ],
])('says of one that %s', async (_what, script, told) => {
  expect(await kept(sh(`read -r l; ${script}`)).reply()).toEqual(told);
});

test.concurrent('says of one that closes its input', async () => {
  const { reply, hear } = kept(sh('read -r l; exec <&-; echo one; sleep 9876'));
  await reply();
  expect(await hear('more')).toEqual({ kind: 'closed input', got: '' });
});

test.concurrent.each([
  ['/nowhere/at-all', 'no such command', 'ENOENT'],
  ['/etc/passwd', 'no permission', 'EACCES'],
])('says that %s is no command', async (command, kind, code) => {
  expect(await kept([command]).reply()).toEqual({ kind, got: `${command} (${code})` });
});

test.concurrent('says of one that takes too much memory', async () => {
  const script = 'read -r l; held=0123456789abcdef; while :; do held=$held$held; done';
  expect(await kept(sh(script), { memory: 32 }).reply()).toMatchObject({ kind: 'memory limit' });
});

test('memory is what the system tells, in megabytes, and none where it tells nothing', () => {
  const told = (text?: string): number =>
    residentOf(7, {
      readFileSync: (path: string) => {
        expect(path).toBe('/proc/7/status');
        if (text === undefined) throw new Error('no');
        return text;
      },
    } as unknown as NodeParts['files']);
  expect(told('Name: sh\nVmRSS:\t  2560 kB\n')).toBe(2.5);
  expect(told('Name: sh')).toBe(0);
  expect(told()).toBe(0);
});

test.concurrent('whoever it has started ends with it, and does not hold it up', async () => {
  const { reply, hear, ending, channel } = kept(sh('read -r l; sleep 9876 & echo $!; read -r l; exit 0'));
  const [, pid] = (await reply()) as unknown as [number, string];
  expect(await hear('more')).toMatchObject({ kind: 'exited' });
  await ending();
  await until(() => !isAlive(Number(pid)));
  expect(channel.isEnding()).toBe(true);
});

test.concurrent('what it writes to its other stream is printed', async () => {
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
