import { vi } from 'vitest';
import { tiers } from '#kernel/tiers.ts';
import { unsigned } from '#wasm/code.ts';

/** Runs something on an engine without WebAssembly; kernels know of it, and afterwards that there is one again. */
export function onBareEngine(run: () => void): void {
  onEngine(undefined, run);
}

/** The relaxed multiply-add of binary64, as its bytes stand in a module. */
const FUSED = [0xfd, ...unsigned(0x107)].join();

type Bytes = Uint8Array<ArrayBuffer>;

/** Runs something on an engine that refuses the relaxed instructions; modules that were compiled before stay. */
export function onStrictEngine(run: () => void): void {
  const { WebAssembly: here } = globalThis as unknown as {
    readonly WebAssembly: {
      readonly validate: (bytes: Bytes) => boolean;
      readonly Module: new (bytes: Bytes) => object;
    };
  };
  const isRefused = (bytes: Bytes): boolean => bytes.join().includes(FUSED);
  const Module = class extends here.Module {
    constructor(bytes: Bytes) {
      if (isRefused(bytes)) throw new SyntaxError('an old engine');
      super(bytes);
    }
  };
  const validate = (bytes: Bytes): boolean => !isRefused(bytes) && here.validate(bytes);
  onEngine(Object.create(here, { validate: { value: validate }, Module: { value: Module } }), run);
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
