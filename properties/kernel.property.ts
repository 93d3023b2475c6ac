import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { kernels } from '#kernel/kernels.ts';
import * as kernel from '#kernel.ts';
import { onBareEngine } from './kernel/bare-engine.ts';
import { cases, reals } from './kernel/linear-attention/cases.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('the package says where the kernels are, and these are all that it opens', async () => {
  const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly exports: Readonly<Record<string, unknown>>;
  };
  expect(exports['./kernel']).toEqual({
    source: './src/kernel.ts',
    types: './dist/kernel.d.ts',
    default: './dist/kernel.js',
  });
  expect(await import('counterclaim/kernel')).toBe(kernel);
  expect(Object.keys(kernel).sort()).toEqual([
    'advanceLinear',
    'advanceState',
    'allocate',
    'applySegment',
    'chosenKernel',
    'createPool',
    'emptyState',
    'errorBound',
    'joinSegments',
    'joinStates',
    'linearAttention',
    'output',
    'plusMinus',
    'recurrence',
    'segment',
    'softmaxAttention',
    'states',
    'tiers',
    'workspaceBytes',
  ]);
});

test('the example of the readme runs, and says what the readme says it does', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
  await import('./example/kernels.ts');
  const lines = log.mock.calls.map(([line]) => line as string);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('example/kernels.output.txt');
});

test('the recurrence, its states and its output, from either format', () => {
  for (const of of [Float64Array, Float32Array]) {
    const x = of.of(1, 2, 4);
    // h = 1 - 8, 2 + 7, 4 - 9
    expect(kernel.recurrence(x, 8)).toBe(-5);
    expect(kernel.states(x, 8)).toEqual(of.of(-7, 9, -5));
    expect(kernel.output(x, 8)).toBe(0);
    expect(kernel.output(x, 3)).toBe(0.5);
    expect(kernel.output(x, 2)).toBe(1);
  }
});

test('attention, from either format', () => {
  for (const of of [Float64Array, Float32Array]) {
    const tokens = {
      q: of.of(0, 0, 3, 1),
      k: of.of(1, 2, 1, 2, 1, 2),
      v: of.of(1, 2, 6),
      n: 2,
      m: 3,
      dk: 2,
      dv: 1,
    };
    // Equal keys: the mean of the values that are seen.
    expect([...kernel.softmaxAttention(tokens)].map((y) => Math.round(y * 1e4) / 1e4)).toEqual([3, 3]);
    expect(
      [...kernel.softmaxAttention(tokens, { causal: true })].map((y) => Math.round(y * 1e4) / 1e4),
    ).toEqual([1, 1.5]);
    expect(kernel.linearAttention(tokens)).toEqual(of.of(0, 45));
    expect(kernel.linearAttention(tokens, { causal: true })).toEqual(of.of(0, 15));
    expect(kernel.linearAttention(tokens, { causal: true, chunk: 1 })).toEqual(of.of(0, 15));
    expect([...kernel.linearAttention(tokens, { normalize: true })].map(Math.round)).toEqual([Number.NaN, 3]);
    expect(kernel.linearAttention(tokens, { normalize: true, featureMap: 'elu1' })).toEqual(of.of(3, 3));
  }
});

test('every form and tier of every function is within its certified bound', () => {
  const available = kernel.tiers();
  fc.assert(
    fc.property(cases(reals, { sizes: { n: 4, m: 6, dk: 5, dv: 3 } }), fc.boolean(), ({ tokens }, causal) => {
      fc.pre(tokens.m > 0);
      const check = (result: ArrayLike<number>, { bound, exact, fates }: kernel.ErrorBound): void => {
        for (let i = 0; i < result.length; i++) {
          if (fates[i] !== 'bounded') continue;
          const off = Math.abs(result[i]! - exact.high[i]! - exact.low[i]!);
          // This difference is itself rounded, by less than a thousandth.
          expect(off).toBeLessThanOrEqual(1.001 * bound[i]! + exact.radius[i]!);
        }
      };
      for (const { form, tier } of kernels.softmaxAttention) {
        if (!available[tier].available) continue;
        const options = { form: form as kernel.SoftmaxForm, tier, causal };
        check(kernel.softmaxAttention(tokens, options), kernel.errorBound.softmaxAttention(tokens, options));
      }
      for (const { form, tier, serves } of kernels.linearAttention) {
        if (!available[tier].available || !(causal ? serves.causal : serves.whole)) continue;
        const options = { form: form as kernel.LinearForm, tier, causal, normalize: tokens.n % 2 === 0 };
        check(kernel.linearAttention(tokens, options), kernel.errorBound.linearAttention(tokens, options));
      }
      for (const { form, tier } of kernels.recurrence) {
        if (!available[tier].available) continue;
        const options = { form: form as kernel.StateForm, tier };
        check(
          [kernel.recurrence(tokens.v, 0.5, options)],
          kernel.errorBound.recurrence(tokens.v, 0.5, options),
        );
        check([kernel.output(tokens.v, 0.5, options)], kernel.errorBound.output(tokens.v, 0.5, options));
      }
    }),
    { numRuns: 12 },
  );
});

test('a call says which kernel answers it, and falls back to plain code where there are no vectors', () => {
  const x = kernel.allocate('binary64', 1000);
  expect(kernel.chosenKernel.recurrence(x, 0)).toMatchObject({ form: 'lanes', tier: 'simd' });
  onBareEngine(() => {
    expect(kernel.tiers().simd).toMatchObject({ available: false });
    expect(kernel.chosenKernel.recurrence(x, 0)).toEqual({
      form: 'lanes',
      tier: 'plain',
      threads: 1,
      why: `plain code instead of vectors: ${kernel.tiers().simd.why}`,
    });
    expect(kernel.recurrence(x, 0)).toBe(0);
  });
});

test('a pool of threads shares a call, with the same bits', async () => {
  const pool = kernel.createPool(2);
  const numbers = (length: number): Float64Array => Float64Array.from({ length }, (_, i) => Math.sin(i));
  const tokens = { q: numbers(400), k: numbers(80), v: numbers(60), n: 100, m: 20, dk: 4, dv: 3 };
  const shared = { pool, causal: true, form: 'quadratic' } as const;
  expect(kernel.softmaxAttention(tokens, { pool })).toEqual(kernel.softmaxAttention(tokens));
  expect(kernel.linearAttention(tokens, shared)).toEqual(
    kernel.linearAttention(tokens, { ...shared, pool: undefined }),
  );
  expect(kernel.chosenKernel.softmaxAttention(tokens, { pool }).threads).toBe(2);
  await pool.close();
  expect(() => kernel.softmaxAttention(tokens, { pool })).toThrow(/^pool: must be open/);
});
