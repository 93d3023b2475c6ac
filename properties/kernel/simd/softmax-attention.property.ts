import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SoftmaxKernel } from '#kernel/kernel.ts';
import { BLOCK_ROWS } from '#kernel/simd/attend-rows.ts';
import type { Job } from '#kernel/simd/job.ts';
import { tiledBy, tiledRelaxed, tiledSimd } from '#kernel/simd/softmax-attention.ts';
import { workspace } from '#kernel/simd/workspace.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { hasRelaxed, where } from '../../wasm/relaxed.ts';
import { arrayOf, type Case, cases, formats, run, type Sizes } from '../softmax-attention/cases.ts';
import { expectWithinBound, testForm, testOrder } from '../softmax-attention/every-form.ts';
import { vectorOrder } from '../softmax-attention/orders.ts';

/** Sizes on both sides of tiles, of blocks of queries, and of the columns computed together. */
const ragged: Sizes = { n: 40, m: 140, dk: 5, dv: 9 };

testForm('vectors', tiledSimd, ({ name }) =>
  name === 'binary64' ? [0, 0, 0, 0, 1, 1, 2, 4] : [0, 0, 0, 0, 0, 0, 1, 2],
);
testOrder('vectors', tiledSimd, vectorOrder, ragged, 25);
testOrder('vectors, few rows', tiledSimd, vectorOrder, { n: 5, m: 12, dk: 9, dv: 9 });

describe(`relaxed vectors${where}`, () => {
  // Where the engine has none, the deterministic ones are held to the same.
  const kernel = hasRelaxed ? tiledRelaxed : tiledSimd;
  testForm('relaxed', kernel, ({ name }) =>
    name === 'binary64' ? [0, 0, 0, 0, 1, 1, 2, 4] : [0, 0, 0, 0, 0, 0, 1, 2],
  );

  test('several tiles, with their rescalings, are within the declared bound', () => {
    fc.assert(
      fc.property(cases({ n: 2, m: 140, dk: 3, dv: 2 }, ['reals']), (one) => {
        expectWithinBound(kernel, one);
        expectWithinBound(tiledSimd, one);
      }),
      { numRuns: 8 },
    );
  });

  test('equal values come back as they are, but for the rounding of two sums', () => {
    fc.assert(
      fc.property(cases({ ...ragged, n: 6 }, ['integers']), (one) => {
        const v = one.tokens.v.map((_, place) => (place % Math.max(1, one.tokens.dv)) + 1);
        const out = run(kernel, { ...one, tokens: { ...one.tokens, v } });
        const slack = 4 * (one.tokens.m + 2) * one.format.unitRoundoff;
        out.forEach((entry, place) => {
          const value = (place % one.tokens.dv) + 1;
          expect(Math.abs(entry / value - 1)).toBeLessThan(slack);
        });
      }),
      { numRuns: 40 },
    );
  });
});

test('the forms of vectors name themselves and their tier', () => {
  expect([tiledSimd, tiledRelaxed].map(({ form, tier }) => [form, tier])).toEqual([
    ['tiled', 'simd'],
    ['tiled', 'relaxed'],
  ]);
});

/** The same numbers, in the workspace. */
function resident(one: Case, array: FloatArray): FloatArray {
  const placed = workspace().allocate(one.format, array.length);
  placed.set(array);
  return placed;
}

test('arrays in the workspace are read and written in place, with the same bits', () => {
  fc.assert(
    fc.property(cases({ ...ragged, n: 35 }), (one) => {
      const { q, k, v, n, dv } = one.tokens;
      const ordinary = run(tiledSimd, one);
      const [rq, rk, rv] = [q, k, v].map((array) => resident(one, array)) as [
        FloatArray,
        FloatArray,
        FloatArray,
      ];
      const tokens = { ...one.tokens, q: rq, k: rk, v: rv };
      const guard = 7;
      const out = resident(
        one,
        arrayOf(one.format, n * dv + guard, () => 12345),
      );
      tiledSimd.run(tokens, one.settings, out.subarray(0, n * dv));
      expect([...out]).toEqual([...ordinary, ...new Array<number>(guard).fill(12345)]);
      expect([rq, rk, rv].map((array) => [...array])).toEqual([q, k, v].map((array) => [...array]));
    }),
    { numRuns: 30 },
  );
});

/** A kernel of which the blocks are done from last to first, each with another scratch that is not clean. */
function scattered(): SoftmaxKernel {
  const backwards = (job: Job): void => {
    const { loaded, calls, scratchBytes } = job;
    for (const { name, operands } of calls.toReversed()) {
      const scratch = workspace().take(scratchBytes);
      new Uint8Array(workspace().memory.buffer).fill(0xff, scratch, scratch + scratchBytes);
      loaded.functions[name]!(scratch, ...operands);
    }
  };
  return tiledBy('deterministic', backwards);
}

test('blocks of queries may be done in any order, with any scratch, and have the same bits', () => {
  fc.assert(
    fc.property(cases({ ...ragged, n: 3 * BLOCK_ROWS + 5 }), (one) => {
      expect(run(scattered(), one)).toEqual(run(tiledSimd, one));
    }),
    { numRuns: 15 },
  );
});

test('a row has the same bits whichever rows are asked for with it', () => {
  fc.assert(
    fc.property(cases({ ...ragged, n: 70, m: 40 }), fc.nat(70), fc.nat(70), (one, a, b) => {
      const { q, dk, dv, n } = one.tokens;
      const whole = { ...one, settings: { ...one.settings, causal: false } };
      const [from, to] = [Math.min(a, b, n), Math.min(Math.max(a, b), n)];
      const part = { ...one.tokens, q: q.slice(from * dk, to * dk), n: to - from };
      expect(run(tiledSimd, { ...whole, tokens: part })).toEqual(
        run(tiledSimd, whole).slice(from * dv, to * dv),
      );
    }),
    { numRuns: 30 },
  );
});

test('what a run takes from the workspace it gives back, also by an error', () => {
  const one = { tokens: sample(40, 40), settings: { scale: 1, causal: false } };
  run(tiledSimd, one);
  const before = workspace().take(0);
  run(tiledSimd, one);
  const failing = tiledBy('deterministic', () => {
    throw new Error('on purpose');
  });
  expect(() => run(failing, one)).toThrow('on purpose');
  expect(workspace().take(0)).toBe(before);
});

test('a run that makes the memory grow has the same bits', () => {
  const [format] = formats as [(typeof formats)[0]];
  const { buffer } = workspace().memory;
  const width = 4 * Math.ceil(buffer.byteLength / 8 / 64);
  const tokens = sample(3, 64, width);
  const out = arrayOf(format, 3 * 2, () => 0);
  tiledSimd.run(tokens, { scale: 2 ** -10, causal: true }, out);
  expect(workspace().memory.buffer.byteLength).toBeGreaterThan(buffer.byteLength);
  const again = arrayOf(format, 3 * 2, () => 0);
  tiledSimd.run(tokens, { scale: 2 ** -10, causal: true }, again);
  expect(again).toEqual(out);
  expect([...out.subarray(0, 2)]).toEqual([...tokens.v.subarray(0, 2)]);
});

function sample(n: number, m: number, dk = 3) {
  const of = (length: number, by: number): FloatArray =>
    arrayOf(formats[0]!, length, (place) => Math.sin(place * by));
  return { q: of(n * dk, 1.1), k: of(m * dk, 1.3), v: of(m * 2, 1.7), n, m, dk, dv: 2 };
}
