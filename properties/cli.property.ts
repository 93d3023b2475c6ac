import { expect, test } from 'vitest';
import { main } from '#cli.ts';
import { version } from '#command/version.ts';
import { watchedIo } from './command/sample-io.ts';

test('answers for the claims of the write-up', async () => {
  const { io, seen } = watchedIo();
  expect(await main(['show', 'q1-recurrence-definition'], io)).toBe(0);
  expect(seen.out.join('')).toContain('q1-recurrence-definition: definition\n');
});

test('tells its version, and evaluates', async () => {
  const request = '{"id":1,"fn":"alternatingSum","args":{"x":[1,2],"h0":0}}';
  const { io, seen } = watchedIo({ lines: [request] });
  expect(await main(['--version'], io)).toBe(0);
  expect(await main(['evaluate'], io)).toBe(0);
  expect(seen.out[0]).toBe(`${version}\n`);
  expect(JSON.parse(seen.out[1]!)).toEqual({ id: 1, result: '1' });
});

test('lists the claims, and the kernels', async () => {
  const { io, seen } = watchedIo();
  expect(await main(['list'], io)).toBe(0);
  expect(await main(['conform', 'builtin:list'], io)).toBe(0);
  expect(seen.out[0]).toContain('q1-recurrence-definition');
  expect(seen.out[1]).toContain('recurrence/streaming/plain/binary64\n');
});
