import type { Tier } from '#kernel/kernel.ts';
import { hasEngine, supports } from '#wasm/engine.ts';
import { memoryImport, workspace } from './workspace.ts';

/** Whether kernels of a tier run here, and if not, why. */
export type Availability = { readonly available: true } | { readonly available: false; readonly why: string };

/**
 * Whether kernels of a tier run here. The engine is asked each time, for a flag may have been set since: Node 20 has the
 * relaxed tier after `v8.setFlagsFromString('--experimental-wasm-relaxed-simd')`.
 *
 * @param make makes the memory that kernels of vectors work on
 */
export function availabilityOf(tier: Tier, make: () => unknown = workspace): Availability {
  const why = tier === 'plain' ? undefined : (missingFor(tier) ?? faultOf(make));
  return why === undefined ? { available: true } : { available: false, why };
}

function missingFor(tier: 'simd' | 'relaxed'): string | undefined {
  if (!hasEngine()) return 'there is no WebAssembly';
  if (!supports('deterministic', memoryImport.shared)) return 'WebAssembly has no vectors of 128 bits';
  return tier === 'simd' || supports('relaxed', memoryImport.shared)
    ? undefined
    : 'WebAssembly has no relaxed vectors; Node 20 has them with --experimental-wasm-relaxed-simd';
}

/** What keeps the memory from being made, if anything. */
function faultOf(make: () => unknown): string | undefined {
  try {
    make();
    return undefined;
  } catch (error) {
    return `WebAssembly gives no memory: ${String(error)}`;
  }
}
