import type { FloatFormat } from '#arithmetic/float-format.ts';
import { bytesOf, workspace } from '#kernel/simd/workspace.ts';
import type { FloatArray } from '#kernel/tokens.ts';

/** Numbers in scratch of the workspace, with the address that a module reads and writes them at. */
export interface Placed {
  readonly at: number;
  /** Bytes of all of them. */
  readonly bytes: number;
  readonly array: FloatArray;
}

/** Copies numbers into the workspace, for what is done with them there. */
export function withPlaced<T>(
  format: FloatFormat,
  arrays: readonly ArrayLike<number>[],
  use: (...placed: readonly Placed[]) => T,
): T {
  const room = workspace();
  return room.scratch(() => {
    const places = arrays.map(({ length }) => ({ length, at: room.take(length * bytesOf(format)) }));
    const placed = places.map(({ length, at }, i) => {
      const array = room.view(format, at, length);
      array.set(arrays[i]!);
      return { at, bytes: length * bytesOf(format), array };
    });
    return use(...placed);
  });
}
