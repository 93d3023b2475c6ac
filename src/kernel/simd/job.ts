import type { FloatFormat } from '#arithmetic/float-format.ts';
import { compile, type Exported, instantiate, type WasmModule } from '#wasm/engine.ts';
import type { WasmFunction } from '#wasm/module.ts';
import { type Rounding, type VectorType, vectors } from '#wasm/vector.ts';
import { memoryImport, workspace } from './workspace.ts';

/** A compiled module, and its functions over the workspace of this thread. */
export interface Loaded {
  /** One name, one module: a thread that has it needs no other copy. */
  readonly name: string;
  readonly module: WasmModule;
  readonly functions: Readonly<Record<string, Exported>>;
}

/** One call of an exported function; its first operand, the address of a thread's scratch, is added by who calls. */
export interface Call {
  readonly name: string;
  readonly operands: readonly number[];
}

/** Work on data that are in the workspace: calls in any order, on any threads, none of which reads what another writes. */
export interface Job {
  readonly loaded: Loaded;
  readonly calls: readonly Call[];
  /** Bytes of scratch for each thread. */
  readonly scratchBytes: number;
}

/** Does a job, and returns when it is done. */
export type Runner = (job: Job) => void;

/** Does a job on this thread. */
export function runHere({ loaded, calls, scratchBytes }: Job): void {
  const scratch = workspace().take(scratchBytes);
  for (const { name, operands } of calls) loaded.functions[name]!(scratch, ...operands);
}

/**
 * Vector functions for a rounding, compiled for a format when they are first asked for.
 *
 * @param subject what they do, one name for each `write`
 */
export function loader(
  subject: string,
  rounding: Rounding,
  write: (v: VectorType) => readonly WasmFunction[],
): (format: FloatFormat) => Loaded {
  const known = new Map<FloatFormat, Loaded>();
  return (format) => {
    let loaded = known.get(format);
    if (loaded === undefined) {
      const module = compile(write(vectors(format.name as VectorType['format'], rounding)), memoryImport);
      const name = `${subject} ${format.name} ${rounding}`;
      loaded = { name, module, functions: instantiate(module, workspace().memory) };
      known.set(format, loaded);
    }
    return loaded;
  };
}
