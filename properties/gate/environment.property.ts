import { expect, onTestFinished, test, vi } from 'vitest';
import { actBeforeEnd, beforeEnd } from './before-end.ts';
import environment from './environment.ts';

test('a thread does what is left to do before it ends, and nothing when nothing is', async () => {
  onTestFinished(() => {
    beforeEnd(undefined);
  });
  const act = vi.fn(() => Promise.resolve());
  const { teardown } = await environment.setup({ console: {} }, {});
  beforeEnd(act);
  await teardown({ console: {} });
  expect(act).toHaveBeenCalledTimes(1);
  beforeEnd(undefined);
  await actBeforeEnd();
  expect(act).toHaveBeenCalledTimes(1);
});
