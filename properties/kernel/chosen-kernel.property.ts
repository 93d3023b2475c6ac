import { expect, test } from 'vitest';
import { chosenKernel } from '#kernel/chosen-kernel.ts';
import { tiers } from '#kernel/tiers.ts';
import { goodTokens } from './wrong-calls.ts';

const x = Float64Array.of(1, 2);

test('what answers a call is told by the arguments of the call', () => {
  expect(chosenKernel.recurrence(x, 0)).toMatchObject({ form: 'lanes' });
  expect(chosenKernel.output(x, 0, { form: 'paired', tier: 'plain' })).toEqual({
    form: 'paired',
    tier: 'plain',
    threads: 1,
    why: `tier plain was asked for: ${tiers().plain.why}`,
  });
  expect(chosenKernel.states(x, 0, { form: 'scan' })).toMatchObject({ form: 'scan' });
  expect(chosenKernel.states(x, 0).form).toBe('streaming');
  expect(chosenKernel.softmaxAttention(goodTokens())).toMatchObject({ form: 'tiled', tier: 'simd' });
  expect(chosenKernel.softmaxAttention(goodTokens(), { form: 'naive' })).toEqual({
    form: 'naive',
    tier: 'plain',
    threads: 1,
    why: 'no other deterministic tier has the naive form',
  });
  expect(chosenKernel.linearAttention(goodTokens()).form).toBe('quadratic');
  expect(chosenKernel.linearAttention(goodTokens(), { form: 'reassociated' }).form).toBe('reassociated');
  expect(chosenKernel.linearAttention(goodTokens(), { causal: true, chunk: 2 }).form).toBe('chunkwise');
  expect(chosenKernel.recurrence(x, 0, { form: 'compensated' }).form).toBe('compensated');
});

test('a call that is refused is refused in its own name', () => {
  const list = [] as unknown as Float64Array;
  const says = 'x must be a Float64Array or a Float32Array, got Array';
  expect(() => chosenKernel.recurrence(list, 0)).toThrow(new TypeError(`recurrence: ${says}`));
  expect(() => chosenKernel.output(list, 0)).toThrow(new TypeError(`output: ${says}`));
  expect(() => chosenKernel.states(list, 0)).toThrow(new TypeError(`states: ${says}`));
  const tokens = { ...goodTokens(), n: -1 };
  expect(() => chosenKernel.softmaxAttention(tokens)).toThrow(/^softmaxAttention: n must/);
  expect(() => chosenKernel.linearAttention(tokens)).toThrow(/^linearAttention: n must/);
});
