import { vi } from 'vitest';
import { tiers } from '#kernel/tiers.ts';
import { unsigned } from '#wasm/code.ts';

/** Runs something on an engine without WebAssembly; kernels know of it, and afterwards that there is one again. */
export function onBareEngine(run: () => void): void {
  onEngine(undefined, run);
}

/** The relaxed multiply-add of binary64, as its bytes stand in a module. */
const FUSED = [0xfd, ...unsigned(0x107)].join();

/** Runs something on an engine that refuses the relaxed instructions. */
export function onStrictEngine(run: () => void): void {
  const here = (
    globalThis as { readonly WebAssembly?: { readonly validate: (bytes: Uint8Array) => boolean } }
  ).WebAssembly!;
  const validate = (bytes: Uint8Array): boolean => !bytes.join().includes(FUSED) && here.validate(bytes);
  onEngine(Object.create(here, { validate: { value: validate } }), run);
}

function onEngine(engine: unknown, run: () => void): void {
  vi.stubGlobal('WebAssembly', engine);
  try {
    tiers();
    run();
  } finally {
    vi.unstubAllGlobals();
    tiers();
  }
}
