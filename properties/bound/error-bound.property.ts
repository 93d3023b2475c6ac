import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly, type Rational, rationals } from '#arithmetic/rational.ts';
import { type ErrorBound, errorBound } from '#bound/error-bound.ts';
import { linearAllowance } from '#bound/linear-attention.ts';
import { outputAllowance, withOutput } from '#bound/output.ts';
import { stateAllowance, statesAllowance } from '#bound/rnn.ts';
import { softmaxAllowance } from '#bound/softmax-attention.ts';
import { chosenKernel } from '#kernel/chosen-kernel.ts';
import { formatOf } from '#kernel/declaration.ts';
import { kernels } from '#kernel/kernels.ts';
import { type LinearForm, linearAttention } from '#kernel/linear-attention.ts';
import { output, recurrence, type StateForm, type StatesForm, states } from '#kernel/rnn.ts';
import { type SoftmaxForm, softmaxAttention } from '#kernel/softmax-attention.ts';
import { cases, reals } from '../kernel/linear-attention/cases.ts';
import { arrayOf, sequences, wide } from '../kernel/rnn/sequences.ts';
import { goodTokens } from '../kernel/wrong-calls.ts';

/** Asserts what a bound says of a result. */
function expectHolds({ bound, exact, fates }: ErrorBound, result: ArrayLike<number>): void {
  expect([bound.length, fates.length, exact.high.length]).toEqual([
    result.length,
    result.length,
    result.length,
  ]);
  for (let i = 0; i < result.length; i++) {
    if (fates[i] !== 'bounded') {
      expect(bound[i]).toBe(Number.POSITIVE_INFINITY);
      if (fates[i] === 'overflows') expect(Number.isFinite(result[i])).toBe(false);
      continue;
    }
    const value = rationals.add(exactly(exact.high[i]!), exactly(exact.low[i]!));
    const off = sizeOf(rationals.sub(exactly(result[i]!), value));
    const most = rationals.add(exactly(bound[i]!), exactly(exact.radius[i]!));
    expect(rationals.compare(off, most)).not.toBe('greater');
  }
}

function sizeOf(r: Rational): Rational {
  return r.num < 0n ? rationals.neg(r) : r;
}

const tier = fc.constantFrom(undefined, 'plain' as const);

test('a bound of the recurrence is that of the kernel that answers, and holds', () => {
  const forms = fc.constantFrom<StateForm | undefined>(
    undefined,
    'streaming',
    'paired',
    'lanes',
    'compensated',
  );
  fc.assert(
    fc.property(sequences(wide, 20), forms, tier, ({ format, x, h0 }, form, at) => {
      const inputs = arrayOf(format, x);
      const options = { form, tier: at };
      const chosen = chosenKernel.recurrence(inputs, h0, options);
      const declared = kernels.recurrence
        .find((one) => one.form === chosen.form && one.tier === chosen.tier)!
        .declares(format);
      const state = errorBound.recurrence(inputs, h0, options);
      expect(state).toEqual({ ...stateAllowance(inputs, h0, declared), kernel: chosen });
      expectHolds(state, [recurrence(inputs, h0, options)]);
      const out = errorBound.output(inputs, h0, options);
      expect(out).toEqual({ ...outputAllowance(inputs, h0, withOutput(declared)), kernel: chosen });
      expectHolds(out, [output(inputs, h0, options)]);
    }),
  );
});

test('a bound of every state is that of the kernel that answers, and holds', () => {
  fc.assert(
    fc.property(
      sequences(wide, 20),
      fc.constantFrom<StatesForm | undefined>(undefined, 'streaming', 'scan'),
      ({ format, x, h0 }, form) => {
        const inputs = arrayOf(format, x);
        const chosen = chosenKernel.states(inputs, h0, { form });
        const { declares } = kernels.states.find(
          (one) => one.form === chosen.form && one.tier === chosen.tier,
        )!;
        const bound = errorBound.states(inputs, h0, { form });
        expect(bound).toEqual({ ...statesAllowance(inputs, h0, declares(format)), kernel: chosen });
        expectHolds(bound, states(inputs, h0, { form }));
      },
    ),
  );
});

test('a bound of softmax attention is that of the kernel that answers, and holds', () => {
  const options = fc.record(
    {
      scale: fc.constantFrom(0.5, -2),
      causal: fc.boolean(),
      form: fc.constantFrom<SoftmaxForm>('tiled', 'two-pass', 'online', 'naive'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      cases(reals, { sizes: { n: 3, m: 5, dk: 3, dv: 2 } }),
      options,
      tier,
      ({ tokens }, asked, at) => {
        fc.pre(tokens.m > 0);
        const all = { ...asked, ...(asked.form === 'tiled' && { tier: at }) };
        const chosen = chosenKernel.softmaxAttention(tokens, all);
        const { declares } = kernels.softmaxAttention.find(
          (one) => one.form === chosen.form && one.tier === chosen.tier,
        )!;
        const bound = errorBound.softmaxAttention(tokens, all);
        const settings = { scale: asked.scale ?? 1, causal: asked.causal ?? false };
        expect(bound).toEqual({
          ...softmaxAllowance(tokens, settings, declares(formatOf(tokens.q))),
          kernel: chosen,
        });
        expectHolds(bound, softmaxAttention(tokens, all));
      },
    ),
    { numRuns: 30 },
  );
});

test('a bound of linear attention is that of the kernel that answers, and holds', () => {
  const options = fc.record(
    {
      causal: fc.boolean(),
      normalize: fc.boolean(),
      featureMap: fc.constantFrom('identity' as const, 'elu1' as const),
      tier: fc.constant('plain' as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      cases(reals, { sizes: { n: 3, m: 5, dk: 3, dv: 2 } }),
      options,
      fc.nat(5),
      ({ tokens }, asked, pick) => {
        const { causal = false, normalize = false, featureMap = 'identity' } = asked;
        const forms: readonly LinearForm[] = causal
          ? ['recurrent', 'quadratic', 'chunkwise']
          : ['reassociated', 'quadratic'];
        const all = { ...asked, form: forms[pick] };
        const chosen = chosenKernel.linearAttention(tokens, all);
        const { declares } = kernels.linearAttention.find(
          (one) => one.form === chosen.form && one.tier === chosen.tier,
        )!;
        const bound = errorBound.linearAttention(tokens, all);
        const allowed = linearAllowance(
          tokens,
          { causal, normalize, featureMap },
          declares(formatOf(tokens.q)),
        );
        expect(bound).toEqual({ ...allowed, kernel: chosen });
        expectHolds(bound, linearAttention(tokens, all));
      },
    ),
    { numRuns: 30 },
  );
});

test('nothing is promised of a result from NaN or infinities, and overflow is foretold', () => {
  const huge = Float64Array.of(1e308, -1e308);
  expect(errorBound.recurrence(huge, -1e308)).toMatchObject({
    fates: ['overflows'],
    bound: Float64Array.of(Number.POSITIVE_INFINITY),
  });
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const x = Float64Array.of(1, value);
    const promises = [
      errorBound.recurrence(x, 0),
      errorBound.output(x, 0),
      errorBound.states(Float64Array.of(value, 1), 0),
      errorBound.softmaxAttention({ ...goodTokens(), q: Float64Array.of(value, 1, value, 1) }),
      errorBound.softmaxAttention({ ...goodTokens(), v: new Float64Array(12).fill(value) }),
      errorBound.linearAttention({ ...goodTokens(), q: new Float64Array(4).fill(value) }),
      errorBound.linearAttention(
        { ...goodTokens(), k: new Float64Array(6).fill(value) },
        { normalize: true },
      ),
    ];
    for (const { fates, bound } of promises) {
      expect(fates.length).toBeGreaterThan(0);
      expect(new Set(fates)).toEqual(new Set(['open']));
      expect(new Set(bound)).toEqual(new Set([Number.POSITIVE_INFINITY]));
    }
  }
});

test('a call that is refused is refused in its own name', () => {
  const list = [] as unknown as Float64Array;
  expect(() => errorBound.recurrence(list, 0)).toThrow(/^recurrence: x must/);
  expect(() => errorBound.output(list, 0)).toThrow(/^output: x must/);
  expect(() => errorBound.states(list, 0)).toThrow(/^states: x must/);
  expect(() => errorBound.softmaxAttention({ ...goodTokens(), n: -1 })).toThrow(/^softmaxAttention: n must/);
  expect(() => errorBound.linearAttention({ ...goodTokens(), n: -1 })).toThrow(/^linearAttention: n must/);
});
