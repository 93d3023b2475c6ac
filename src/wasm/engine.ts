import { f64, get, set } from './instruction.ts';
import { define, encodeModule, type MemoryImport, type WasmFunction } from './module.ts';
import { type Rounding, VECTOR, v128, vectors } from './vector.ts';

/** A memory of pages of 64 KiB; a shared one keeps its buffer when it grows. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  readonly grow: (pages: number) => number;
}

/** An exported function of numbers. */
export type Exported = (...operands: readonly number[]) => number;

/** A compiled module: it may be sent to a worker. */
export type WasmModule = object;

/** The part of the engine's interface that is used; absent where the engine has none. */
interface Engine {
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => { readonly exports: Readonly<Record<string, Exported>> };
  readonly Memory: new (limits: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: boolean;
  }) => WasmMemory;
}

function engineHere(): Engine | undefined {
  return (globalThis as { readonly WebAssembly?: Engine }).WebAssembly;
}

function engine(): Engine {
  const here = engineHere();
  if (here === undefined) throw new TypeError('wasm: must be run by an engine with WebAssembly, got none');
  return here;
}

/** Whether there is an engine for modules at all. */
export function hasEngine(): boolean {
  return engineHere() !== undefined;
}

/** A memory of one page, which may grow to the maximum. @throws Error where the engine has no such memory */
export function createMemory({ shared, maximumPages }: MemoryImport): WasmMemory {
  return new (engine().Memory)({ initial: 1, maximum: maximumPages, shared });
}

/** Compiles functions to a module. @throws Error when the engine refuses it */
export function compile(functions: readonly WasmFunction[], memory: MemoryImport): WasmModule {
  return new (engine().Module)(encodeModule(functions, memory));
}

/** The functions of a module over a memory, by name. */
export function instantiate(module: WasmModule, memory: WasmMemory): Readonly<Record<string, Exported>> {
  return new (engine().Instance)(module, { env: { memory } }).exports;
}

/** Whether the engine runs vectors of 128 bits, with the relaxed multiply-add or without, over a memory of a kind. */
export function supports(rounding: Rounding, shared: boolean): boolean {
  const { mulAdd, const: constant, extract } = vectors('binary64', rounding);
  const probe = define('probe', {}, ['f64'], ({ local }) => {
    const v = local(VECTOR);
    return [
      set(v, mulAdd(constant(1), constant(1), constant(1))),
      f64.add(extract(get(v), 0), extract(v128.xor(get(v), get(v)), 1)),
    ];
  });
  return engineHere()?.validate(encodeModule([probe], { shared, maximumPages: 1 })) ?? false;
}
