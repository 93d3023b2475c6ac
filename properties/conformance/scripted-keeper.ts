import { type Channel, createChannel } from '#conformance/channel.ts';
import type { Ending, Message, Order } from '#conformance/keeper.ts';
import type { Limits } from '#conformance/limits.ts';
import { createPacking } from '#conformance/packing.ts';
import { type Supervised, Supervisor } from '#conformance/supervisor.ts';

/**
 * What comes of an order, before whoever gave it looks: a line, one that was there before, an end that is told in the
 * place of a reply, one that follows on a reply, one that is seen but not told yet, or nothing.
 */
export type Turn =
  | { readonly line: string; readonly isEarly?: boolean; readonly thenEnds?: true }
  | { readonly ends: Ending; readonly isTold: boolean }
  | 'nothing';

/** A supervisor of a subject that follows a script. */
export interface Scripted {
  readonly supervisor: Supervisor;
  /** The orders that were given, in order. */
  readonly orders: Order['order'][];
  /** Whether its keeper was told that it is of the past. */
  readonly isForgotten: () => boolean;
}

const killed: Ending = { kind: 'exited', got: 'signal SIGKILL' };
const packing = createPacking();

function follow(channel: Channel, turn: Turn): void {
  if (turn === 'nothing') return;
  if ('line' in turn) {
    channel.take(false);
    packing.write(channel.reply, [turn.isEarly === true ? 1 : 0, Buffer.from(turn.line)]);
    channel.answer(0);
  }
  if ('line' in turn && turn.thenEnds !== true) return;
  const ending = 'ends' in turn ? turn.ends : { kind: 'exited', got: 'exit code 0' };
  packing.write(channel.last, [JSON.stringify(ending)]);
  channel.ending();
  if ('ends' in turn && !turn.isTold) return;
  if (channel.take(true)) channel.answer(1);
  channel.end();
}

/**
 * Supervises a subject of which everything comes in the order of a script: a turn for each order to start, send, listen and
 * stop. When the script is over nothing comes, and an order to kill ends it, unless it is stuck.
 */
export function scripted(
  greet: Supervised['greet'],
  limits: Limits,
  turns: readonly Turn[],
  isStuck = false,
): Scripted {
  const orders: Order['order'][] = [];
  const left = [...turns];
  let channel: Channel | undefined;
  let isForgotten = false;
  const send = (message: Message): void => {
    if ('kept' in message) return;
    if (!('order' in message)) {
      isForgotten = true;
      return;
    }
    const { order } = message.order;
    orders.push(order);
    if (order !== 'kill') follow(channel!, left.shift() ?? 'nothing');
    else if (!isStuck) follow(channel!, { ends: killed, isTold: true });
  };
  const kept: Supervised['kept'] = (memory) => {
    channel = createChannel(memory);
    return { memory, words: [], env: {}, memoryLimit: 0, lineLimit: 0, groups: memory };
  };
  const supervisor = new Supervisor({ kept, firstLine: 'first', greet, spins: 0 }, limits, send);
  return { supervisor, orders, isForgotten: () => isForgotten };
}
