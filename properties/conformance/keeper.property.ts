import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { type KeeperTools, keepAll, type Message } from '#conformance/keeper.ts';
import { node } from './keeper-stage.ts';

test('passes orders on to the keeper of the subject, for as long as it is one', () => {
  const parentPort = new EventEmitter();
  const [module, process] = [vi.fn(), vi.fn()];
  const tools = { module: () => module, process: () => process } as unknown as KeeperTools;
  keepAll(tools, { ...node, threads: { ...node.threads, parentPort: parentPort as never } });
  const tell = (message: Message): void => {
    parentPort.emit('message', message);
  };
  tell({ subject: 1, kept: { program: '' } as never });
  tell({ subject: 2, kept: { words: [] } as never });
  tell({ subject: 1, order: { order: 'kill' } });
  tell({ subject: 2, order: { order: 'listen' } });
  tell({ subject: 3, order: { order: 'kill' } });
  tell({ subject: 2 });
  tell({ subject: 2, order: { order: 'kill' } });
  expect(module.mock.calls).toEqual([[{ order: 'kill' }]]);
  expect(process.mock.calls).toEqual([[{ order: 'listen' }]]);
});
