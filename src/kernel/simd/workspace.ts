import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { createMemory, supports, type WasmMemory } from '#wasm/engine.ts';
import type { MemoryImport } from '#wasm/module.ts';
import { POWERS_ADDRESS, tableOfPowers } from './powers.ts';

const PAGE = 65_536;

/** Every piece starts on a line of the cache. */
const ALIGNMENT = 64;

/** The memory that every vector module imports: 4 GiB at most, which is as far as 32-bit addresses reach. */
export const memoryImport: MemoryImport = { shared: supports('deterministic', true), maximumPages: 65_536 };

/** The one memory on which the vector kernels work, as a stack of pieces. */
export interface Workspace {
  readonly memory: WasmMemory;
  /**
   * @returns the address of so many fresh bytes
   * @throws RangeError when the memory cannot grow as far
   */
  readonly take: (bytes: number) => number;
  /** Runs something, and frees what it has taken when it ends, also by an error. */
  readonly scratch: <T>(use: () => T) => T;
  /** Numbers of a format at an address; invalid once the memory has grown. */
  readonly view: (format: FloatFormat, address: number, length: number) => FloatArray;
  /** The address of an array that lies in this memory; undefined for every other array. */
  readonly addressOf: (array: FloatArray) => number | undefined;
  /** An array in this memory, which vector kernels read and write in place. It is never freed: meant to be reused. */
  readonly allocate: (format: FloatFormat, length: number) => FloatArray;
}

/** The workspace of this thread, once it is made. */
const made: Workspace[] = [];

/** The workspace of this thread, made when it is first asked for. @throws Error where the engine has no such memory */
export function workspace(): Workspace {
  if (made.length === 0) made.push(createWorkspace(memoryImport));
  return made[0]!;
}

/** Bytes of the workspace of this thread, 0 before it is made. It grows, and never shrinks. */
export function workspaceBytes(): number {
  return made.reduce((sum, { memory }) => sum + memory.buffer.byteLength, 0);
}

/** A workspace over a memory of its own. @throws Error where the engine has no such memory */
export function createWorkspace(limits: MemoryImport): Workspace {
  const memory = createMemory(limits);
  const buffers = new WeakSet<ArrayBufferLike>();
  // The buffer there is now: only `take` makes the memory grow. Asking the memory for it takes long beside a small job.
  let { buffer } = memory;
  // Address 0 is left alone, so that no piece is at it; the table stays where it is when the memory grows.
  new Float64Array(buffer, POWERS_ADDRESS, tableOfPowers.length).set(tableOfPowers);
  let top = POWERS_ADDRESS + tableOfPowers.byteLength;
  const take = (bytes: number): number => {
    const address = top;
    const end = address + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    // Vectors may read, and never use, up to a line behind the last piece.
    const missing = Math.ceil((end + ALIGNMENT - buffer.byteLength) / PAGE);
    if (missing > 0) {
      growBy(memory, missing);
      buffer = memory.buffer;
    }
    top = end;
    return address;
  };
  const view = (format: FloatFormat, address: number, length: number): FloatArray => {
    buffers.add(buffer);
    return format.name === 'binary64'
      ? new Float64Array(buffer, address, length)
      : new Float32Array(buffer, address, length);
  };
  return {
    memory,
    take,
    view,
    scratch: (use) => {
      const before = top;
      try {
        return use();
      } finally {
        top = before;
      }
    },
    addressOf: (array) => (buffers.has(array.buffer) ? array.byteOffset : undefined),
    // A memory that is not shared moves when it grows, and arrays in it would be cut off.
    allocate: (format, length) =>
      limits.shared ? view(format, take(length * bytesOf(format)), length) : zeros(format, length),
  };
}

function growBy(memory: WasmMemory, pages: number): void {
  try {
    memory.grow(pages);
  } catch (cause) {
    const wanted = memory.buffer.byteLength + pages * PAGE;
    throw new RangeError(`workspace: must fit in what memory the engine gives, got ${wanted} bytes`, {
      cause,
    });
  }
}

/** So many zeros of a format, in an array of its own. */
function zeros(format: FloatFormat, length: number): FloatArray {
  return format.name === 'binary64' ? new Float64Array(length) : new Float32Array(length);
}

/** Bytes of one number of a format. */
export function bytesOf(format: FloatFormat): number {
  return format.name === 'binary64' ? 8 : 4;
}
