import { vi } from 'vitest';
import { tiers } from '#kernel/tiers.ts';

/** Runs something on an engine without WebAssembly; kernels know of it, and afterwards that there is one again. */
export function onBareEngine(run: () => void): void {
  vi.stubGlobal('WebAssembly', undefined);
  try {
    tiers();
    run();
  } finally {
    vi.unstubAllGlobals();
    tiers();
  }
}
