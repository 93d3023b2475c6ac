import { Worker } from 'node:worker_threads';
import { channelParts } from './channel.ts';
import { keeperParts, type Message } from './keeper.ts';
import { moduleKeeperParts } from './module-keeper.ts';
import { packingParts } from './packing.ts';
import { processKeeperParts } from './process-keeper.ts';
import { processLifeParts } from './process-life.ts';
import { programText } from './travelling.ts';

const program = programText(
  {
    channel: channelParts,
    packing: packingParts,
    life: processLifeParts,
    module: moduleKeeperParts,
    process: processKeeperParts,
  },
  keeperParts,
);

/** The thread of the keepers of all subjects of this thread. It does not keep the program from its end. */
function startKeepers(): Worker {
  const thread = new Worker(program, { eval: true, argv: [], execArgv: [] });
  thread.unref();
  return thread;
}

let keepers: Worker | undefined;

/** Tells the keepers, which are started when they are first told anything. */
export function tellKeepers(message: Message): void {
  keepers ??= startKeepers();
  keepers.postMessage(message);
}
