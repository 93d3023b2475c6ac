import { workspace, workspaceBytes } from '#kernel/simd/workspace.ts';
import type { FloatArray } from './tokens.ts';

/** Whether an array is where vector kernels read it, as those from `allocate` are where the engine has vectors. */
export function isAllocated(array: FloatArray): boolean {
  return workspaceBytes() > 0 && workspace().addressOf(array) !== undefined;
}
