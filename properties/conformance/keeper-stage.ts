import processes from 'node:child_process';
import files from 'node:fs';
import * as modules from 'node:module';
import serialising from 'node:v8';
import threads from 'node:worker_threads';
import { type Channel, channelMemory, createChannel } from '#conformance/channel.ts';
import type { Ending, KeeperTools } from '#conformance/keeper.ts';
import { keepModule } from '#conformance/module-keeper.ts';
import type { NodeParts } from '#conformance/node-parts.ts';
import { createPacking, type Packing } from '#conformance/packing.ts';
import { keepProcess } from '#conformance/process-keeper.ts';
import { createProcessLife } from '#conformance/process-life.ts';
import { until } from './later.ts';

/** The parts of Node, for a body that runs in this thread. */
export const node: NodeParts = { processes, files, modules, serialising, threads };

const packing: Packing = createPacking();

/** What a keeper calls, in this thread. */
export const tools: KeeperTools = {
  channel: createChannel,
  packing: () => packing,
  life: createProcessLife,
  module: keepModule,
  process: keepProcess,
};

/** A channel to a keeper in this thread, which must not sleep. */
export interface Stage {
  readonly memory: SharedArrayBuffer;
  readonly channel: Channel;
  /** What comes in reply to a call that is asked: a reply, or an ending. */
  readonly reply: () => Promise<readonly unknown[] | Ending>;
  /** How the subject ended. */
  readonly ending: () => Promise<Ending>;
}

export function stage(): Stage {
  const memory = channelMemory({ request: 100, reply: 2000, printed: 100, grace: 1000 });
  const channel = createChannel(memory);
  const state = new Int32Array(memory, 0, 16);
  const last = (): Ending => JSON.parse(packing.read(channel.last)[0] as string) as Ending;
  return {
    memory,
    channel,
    reply: async () => {
      await until(() => (Atomics.load(state, 0) & 7) === 3);
      channel.replied(0, 0);
      return channel.kind() === 0 ? packing.read(channel.reply) : last();
    },
    ending: async () => {
      await until(() => channel.isEnding());
      return last();
    },
  };
}
