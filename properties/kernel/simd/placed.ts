import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import { bytesOf, memoryImport, workspace } from '#kernel/simd/workspace.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { compile, type Exported, instantiate } from '#wasm/engine.ts';
import type { WasmFunction } from '#wasm/module.ts';
import { type Rounding, type VectorType, vectors } from '#wasm/vector.ts';

/** The formats of the vector kernels, and vectors of them. */
export const kinds: readonly {
  readonly name: string;
  readonly format: FloatFormat;
  readonly v: VectorType;
}[] = [
  { name: 'binary64', format: binary64, v: vectors('binary64', 'deterministic') },
  { name: 'binary32', format: binary32, v: vectors('binary32', 'deterministic') },
];

/** Vectors of a format, rounded as told. */
export function vectorsOf({ name }: FloatFormat, rounding: Rounding): VectorType {
  return vectors(name as VectorType['format'], rounding);
}

/** Functions over the workspace, by name. */
export function functionsOf(some: readonly WasmFunction[]): Readonly<Record<string, Exported>> {
  return instantiate(compile(some, memoryImport), workspace().memory);
}

/** Numbers in the workspace, and where they are; bytes of one number are in `bytes`. */
export interface Placed {
  readonly address: number;
  readonly array: FloatArray;
  readonly bytes: number;
}

/** Places numbers in the workspace; inside `scratch` only. */
export function place(format: FloatFormat, numbers: readonly number[]): Placed {
  const room = workspace();
  const address = room.take(Math.max(1, numbers.length) * bytesOf(format));
  // Views go stale when the memory grows: it is made to have enough first.
  const array = room.view(format, address, numbers.length);
  array.set(numbers);
  return { address, array, bytes: bytesOf(format) };
}

/** Runs something on the workspace when it is certain not to grow in the meantime, and frees what it takes. */
export function onWorkspace<T>(use: () => T): T {
  const room = workspace();
  room.scratch(() => room.take(2 ** 20));
  return room.scratch(use);
}
