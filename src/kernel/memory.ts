import { workspace } from '#kernel/simd/workspace.ts';
import { checkSize, checkWord, freshNumbers } from './arguments.ts';
import { type FormatName, formatNamed, formatNames } from './format.ts';
import { tiers } from './tiers.ts';

/**
 * Zeros that vector kernels read and write where they are: inputs need not be copied, which matters for small calls. They
 * are never freed, so allocate once and use the array again and again. Without vectors it is an array like any other.
 *
 * @throws TypeError or RangeError also when memory cannot hold them
 */
export function allocate(format: 'binary64', length: number): Float64Array;
export function allocate(format: 'binary32', length: number): Float32Array;
export function allocate(format: FormatName, length: number): Float64Array | Float32Array;
export function allocate(format: FormatName, length: number): Float64Array | Float32Array {
  checkWord('allocate', 'format', format, formatNames);
  checkSize('allocate', 'length', length, 0);
  if (!tiers().simd.available)
    return freshNumbers('allocate', 'length must be of an array', formatNamed(format), length);
  try {
    return workspace().allocate(formatNamed(format), length).fill(0);
  } catch {
    throw new RangeError(
      `allocate: length must leave the array within the 4 GiB that vector code reaches, got ${length}`,
    );
  }
}
