import type { Channel } from './channel.ts';
import type { ModuleKept } from './module-keeper.ts';
import type { NodeParts } from './node-parts.ts';
import type { Packing } from './packing.ts';
import type { ProcessKept } from './process-keeper.ts';
import type { ProcessActs, ProcessLife } from './process-life.ts';

/** What a keeper is told to do with a subject. `listen` waits for a line without asking for one. */
export type Order =
  | { readonly order: 'start'; readonly line: string }
  | { readonly order: 'send'; readonly line: string }
  | { readonly order: 'listen' }
  | { readonly order: 'stop'; readonly line: string }
  | { readonly order: 'kill' };

/** What the thread of the keepers is told: of a new subject, with an order, or that a subject is of the past. */
export type Message =
  | { readonly subject: number; readonly kept: ModuleKept | ProcessKept }
  | { readonly subject: number; readonly order: Order }
  | { readonly subject: number };

/** The end of a subject as its keeper saw it. `stopped` is the end that was asked for. */
export interface Ending {
  readonly kind: string;
  readonly got: string;
}

/** Makers that the thread of the keepers calls. */
export interface KeeperTools {
  readonly channel: (memory: SharedArrayBuffer) => Channel;
  readonly packing: () => Packing;
  readonly life: (act: ProcessActs, memoryLimit: number, lineLimit: number) => ProcessLife;
  readonly module: (tools: KeeperTools, node: NodeParts, kept: ModuleKept) => (order: Order) => void;
  readonly process: (tools: KeeperTools, node: NodeParts, kept: ProcessKept) => (order: Order) => void;
}

/**
 * The body of the thread that keeps watch over all subjects of the thread that started it: it is never busy, so that it
 * sees every end, and ends what does not end by itself. It travels by text.
 */
export function keepAll(tools: KeeperTools, node: NodeParts): void {
  const keepers = new Map<number, (order: Order) => void>();
  node.threads.parentPort!.on('message', (message: Message) => {
    const { subject } = message;
    if ('order' in message) {
      keepers.get(subject)?.(message.order);
    } else if ('kept' in message) {
      const { kept } = message;
      const keeper = 'words' in kept ? tools.process(tools, node, kept) : tools.module(tools, node, kept);
      keepers.set(subject, keeper);
    } else {
      keepers.delete(subject);
    }
  });
}

/** What travels by text. */
export const keeperParts: readonly ((...args: never[]) => unknown)[] = [keepAll];
