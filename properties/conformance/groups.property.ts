import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createGroups, killGroups } from '#conformance/groups.ts';

test('kills every group that is noted, and minds none that has gone', async () => {
  const [first, second] = [0, 1].map(() => spawn('sleep', ['98765'], { detached: true, stdio: 'ignore' }));
  const groups = createGroups();
  new Int32Array(groups).set([first!.pid!, 0, second!.pid!]);
  const ends = [once(first!, 'exit'), once(second!, 'exit')];
  expect(killGroups(groups)).toBe(2);
  expect(await Promise.all(ends)).toEqual([
    [null, 'SIGKILL'],
    [null, 'SIGKILL'],
  ]);
  expect(killGroups(groups)).toBe(0);
  expect(killGroups(createGroups())).toBe(0);
});
