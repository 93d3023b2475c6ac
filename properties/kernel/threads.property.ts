import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenKernel } from '#kernel/chosen-kernel.ts';
import { kernels, shared } from '#kernel/kernels.ts';
import { linearAttention } from '#kernel/linear-attention.ts';
import { runHere } from '#kernel/simd/job.ts';
import { softmaxAttention } from '#kernel/softmax-attention.ts';
import { checkPool, onThreads, type Threads } from '#kernel/threads.ts';
import { cases, reals } from './linear-attention/cases.ts';
import { goodTokens } from './wrong-calls.ts';

/** Threads that are none: the calls of a job are done here, the last one first. */
function backwards(): Threads & { jobs: number } {
  const pool = {
    threads: 3,
    jobs: 0,
    run: (job: Parameters<Threads['run']>[0]) => {
      pool.jobs++;
      runHere({ ...job, calls: job.calls.toReversed() });
    },
  };
  return pool;
}

test('threads leave every bit as it is', () => {
  fc.assert(
    fc.property(
      cases(reals, { sizes: { n: 80, m: 5, dk: 3, dv: 2 } }),
      fc.boolean(),
      ({ tokens }, causal) => {
        fc.pre(tokens.m > 0);
        const pool = backwards();
        expect(softmaxAttention(tokens, { causal, pool })).toEqual(softmaxAttention(tokens, { causal }));
        const form = 'quadratic' as const;
        expect(linearAttention(tokens, { causal, form, pool })).toEqual(
          linearAttention(tokens, { causal, form }),
        );
        expect(pool.jobs).toBe(tokens.n * tokens.dv === 0 ? 0 : 2);
      },
    ),
    { numRuns: 30 },
  );
});

test('a call that threads cannot share is answered on this one, and says so', () => {
  const pool = backwards();
  const tokens = goodTokens();
  expect(chosenKernel.softmaxAttention(tokens, { pool })).toMatchObject({ form: 'tiled', threads: 3 });
  expect(chosenKernel.softmaxAttention(tokens)).toMatchObject({ form: 'tiled', threads: 1 });
  expect(chosenKernel.softmaxAttention(tokens, { pool, form: 'online' })).toMatchObject({
    tier: 'plain',
    threads: 1,
  });
  expect(chosenKernel.linearAttention(tokens, { pool, form: 'reassociated' })).toMatchObject({ threads: 1 });
  softmaxAttention(tokens, { pool, form: 'online' });
  linearAttention(tokens, { pool, form: 'reassociated' });
  expect(pool.jobs).toBe(0);
});

test('only kernels by vectors are shared, as what they are', () => {
  const pool = backwards();
  const choices = [...kernels.softmaxAttention].map((kernel) => ({
    kernel,
    threads: 1,
    table: [],
    wanted: { form: undefined, tier: undefined },
    available: {} as never,
  }));
  for (const chosen of choices) {
    const { kernel, threads } = onThreads(chosen, shared.softmaxAttention, pool);
    expect([kernel.form, kernel.tier]).toEqual([chosen.kernel.form, chosen.kernel.tier]);
    expect(threads).toBe(kernel.tier === 'plain' ? 1 : 3);
    expect(onThreads(chosen, shared.softmaxAttention, undefined)).toBe(chosen);
  }
  for (const [kernel, share] of shared.linearAttention) {
    expect(share(pool.run)).toMatchObject({ form: kernel.form, tier: kernel.tier });
  }
});

test('what is no pool is refused before any work', () => {
  checkPool('f', undefined);
  checkPool('f', backwards());
  for (const [pool, says] of [
    [null, 'pool must be an object with threads, run, got null'],
    [2, 'pool must be an object with threads, run, got 2'],
    [{ threads: 2 }, 'pool.run must be a function, got undefined'],
  ] as const) {
    const out = new Float64Array(8).fill(7);
    for (const [name, attention] of Object.entries({ softmaxAttention, linearAttention })) {
      const call = (): unknown => attention(goodTokens(), { pool: pool as never, out });
      expect(call).toThrow(new TypeError(`${name}: ${says}`));
    }
    expect(out).toEqual(new Float64Array(8).fill(7));
  }
});
