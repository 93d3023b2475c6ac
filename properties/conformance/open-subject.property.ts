import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGroups } from '#conformance/groups.ts';
import type { Host } from '#conformance/host.ts';
import { openSubject } from '#conformance/open-subject.ts';

const folder = join(import.meta.dirname, '../specimen/hostile');

test('opens what is named', () => {
  const builtin = { printed: () => 'builtin' } as Host;
  const resolve = (name: string): Host | undefined => (name === 'tiled' ? builtin : undefined);
  expect(openSubject({ kind: 'builtin', name: 'tiled' }, { builtin: resolve })).toBe(builtin);
  expect(openSubject({ kind: 'builtin', name: 'tyled' }, { builtin: resolve })).toEqual({
    kind: 'no such builtin',
    got: 'tyled',
  });
  expect(openSubject({ kind: 'builtin', name: 'tiled' })).toMatchObject({ kind: 'no such builtin' });
  expect(openSubject({ kind: 'module', file: join(folder, 'module/nowhere.mjs') })).toMatchObject({
    kind: 'no such module',
  });
});

test('notes the group of a process for as long as it lives', () => {
  const groups = createGroups();
  const start = JSON.stringify({ version: 1, implements: ['output'] });
  const words = ['sh', '-c', `read -r line; echo '${start}'; read -r line`];
  const host = openSubject({ kind: 'process', command: '', words }, { groups });
  expect(new Int32Array(groups)[0]).toBeGreaterThan(1);
  expect('kind' in host ? host : host.close()).toBeUndefined();
  expect(new Int32Array(groups)[0]).toBe(0);
});
