import { expect, test } from 'vitest';
import { channelMemory, createChannel } from '#conformance/channel.ts';
import type { Ending } from '#conformance/keeper.ts';
import { tellKeepers } from '#conformance/keepers.ts';
import { createPacking } from '#conformance/packing.ts';

/** Tells the keepers of a module that ends with a code, and hears how it ended. */
function endOf(subject: number, code: number): Ending {
  const memory = channelMemory({ request: 8, reply: 8, printed: 8, grace: 10_000 });
  const channel = createChannel(memory);
  const program = `process.exit(${code})`;
  tellKeepers({ subject, kept: { memory, program, data: undefined, env: {}, memoryLimit: 1024 } });
  channel.begin();
  channel.ask();
  tellKeepers({ subject, order: { order: 'start', line: '' } });
  expect(channel.replied(60_000, 0)).toBe(true);
  tellKeepers({ subject });
  return JSON.parse(createPacking().read(channel.last)[0] as string) as Ending;
}

test('subjects are kept by one thread, which is told of each and tells of its end', () => {
  expect(endOf(-1, 3)).toEqual({ kind: 'exited', got: 'exit code 3' });
  expect(endOf(-2, 4)).toEqual({ kind: 'exited', got: 'exit code 4' });
});
