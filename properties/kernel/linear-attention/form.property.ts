import { expect, test } from 'vitest';
import { inTheirFormat } from '#kernel/linear-attention/form.ts';
import type { Loops } from '#kernel/linear-attention/loops.ts';
import { loops32 } from '#kernel/linear-attention/loops32.ts';
import { loops64 } from '#kernel/linear-attention/loops64.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { arrayOf, formats, plain } from './cases.ts';

test('a form is given the loops of the format of its tokens, and all else as it came', () => {
  for (const format of formats) {
    const empty = arrayOf(format, []);
    const tokens = { q: empty, k: empty, v: empty, n: 0, m: 0, dk: 1, dv: 1 };
    const seen: unknown[] = [];
    const run = inTheirFormat(<A extends FloatArray>(loops: Loops<A>, ...rest: unknown[]) => {
      seen.push(loops, ...rest);
    });
    run(tokens, plain, empty);
    expect(seen).toEqual([format.name === 'binary64' ? loops64 : loops32, tokens, plain, empty]);
    expect(seen[0]).toBe(format.name === 'binary64' ? loops64 : loops32);
  }
});
