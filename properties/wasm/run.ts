import type { Code } from '#wasm/code.ts';
import { compile, createMemory, type Exported, instantiate, type WasmMemory } from '#wasm/engine.ts';
import type { ValueType } from '#wasm/instruction.ts';
import { define, type MemoryImport, type Scope } from '#wasm/module.ts';

/** A memory of one page, not shared. */
export const onePage: MemoryImport = { shared: false, maximumPages: 1 };

/** A function of a module of its own, and the memory on which it works. */
export interface Running {
  readonly run: Exported;
  readonly memory: WasmMemory;
}

// One memory for all of them: each takes much of the address space.
const memory = createMemory(onePage);

/** A function as the engine runs it, over a memory of zeros that is the same each time. */
export function running<P extends string>(
  parameters: Readonly<Record<P, ValueType>>,
  results: readonly ValueType[],
  write: (scope: Scope<P>) => readonly Code[],
): Running {
  new Uint8Array(memory.buffer).fill(0);
  const { run } = instantiate(compile([define('run', parameters, results, write)], onePage), memory);
  return { run: run!, memory };
}

/** What an expression without parameters gives. */
export function resultOf(type: ValueType, expression: Code): number {
  return running({}, [type], () => [expression]).run();
}
