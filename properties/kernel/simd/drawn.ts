import { createHash } from 'node:crypto';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { FloatArray } from '#kernel/tokens.ts';

/** So many numbers from -1 to 1, with all bits random and always the same for a seed. */
export function drawn(format: FloatFormat, length: number, seed: number): FloatArray {
  const array = format.name === 'binary64' ? new Float64Array(length) : new Float32Array(length);
  let state = seed;
  const word = (): number => {
    // A Weyl sequence, mixed as in MurmurHash3.
    state = (state + 0x9e3779b9) | 0;
    const once = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
    return (twice ^ (twice >>> 16)) >>> 0;
  };
  for (let i = 0; i < length; i++) array[i] = (word() * 2 ** 21 + (word() >>> 11)) * 2 ** -52 - 1;
  return array;
}

/** A short hash of the bits of an array. */
export function digestOf(array: FloatArray): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
