import { expect, test, vi } from 'vitest';
import { optimiseLate } from '#command/engine.ts';

test('only an engine that knows the flag is told', () => {
  const setFlags = vi.fn();
  optimiseLate('12.4.254.21-node.33', setFlags);
  optimiseLate('1.11', setFlags);
  expect(setFlags).not.toHaveBeenCalled();
  optimiseLate('11.3.244.8-node.38', setFlags);
  expect(setFlags.mock.calls).toEqual([['--interrupt-budget=700000']]);
});

test('this engine takes it without a word', () => {
  const write = vi.spyOn(process.stderr, 'write');
  optimiseLate();
  expect(write).not.toHaveBeenCalled();
  write.mockRestore();
});
