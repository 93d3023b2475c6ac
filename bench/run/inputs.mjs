import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Uniform in [-1, 1) in steps of 2^-31, the same in every run: 32 bits of a xorshift. */
function uniform(seed) {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  };
}

/** Writes the inputs of works to files that every peer reads. */
export function inputFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-bench-'));
  const write = (name, length, format, seed) => {
    const path = join(folder, name);
    const next = uniform(seed);
    const array = new (format === 'binary64' ? Float64Array : Float32Array)(length);
    for (let i = 0; i < length; i++) array[i] = next();
    writeFileSync(path, array);
    return path;
  };
  return {
    of: (work) => {
      const { format } = work;
      const lengths =
        'T' in work ? { x: work.T } : { q: work.n * work.dk, k: work.m * work.dk, v: work.m * work.dv };
      const files = Object.fromEntries(
        Object.entries(lengths).map(([name, length], i) => [name, write(name, length, format, 20 + i)]),
      );
      return { ...work, files };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
