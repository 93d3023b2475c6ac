import { builtinEnvironments, type Environment } from 'vitest/runtime';
import { actBeforeEnd } from './before-end.ts';

const { node } = builtinEnvironments;

/** The environment of Node, in which a thread does what is left to do before it ends. */
const environment: Environment = {
  ...node,
  setup: async (global, options) => {
    const { teardown } = await node.setup(global, options);
    return {
      teardown: async (of) => {
        await actBeforeEnd();
        await teardown(of);
      },
    };
  },
};

export default environment;
