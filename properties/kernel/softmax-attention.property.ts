import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32 } from '#arithmetic/float-format.ts';
import { kernels } from '#kernel/kernels.ts';
import {
  type SoftmaxForm,
  type SoftmaxOptions,
  softmaxAttention,
  softmaxCall,
} from '#kernel/softmax-attention.ts';
import { everyKind } from './linear-attention/cases.ts';
import {
  expectRefused,
  goodTokens,
  overlapping,
  type WrongOptions,
  wrongOuts,
  wrongTiers,
  wrongTokens,
} from './wrong-calls.ts';

const where = 'softmaxAttention';
const run = softmaxAttention as (tokens: unknown, options?: unknown) => unknown;

test.each(wrongTokens)('refuses tokens before any work: $what', (wrong) => {
  const out = new Float64Array(8).fill(7);
  expectRefused(wrong, where, out, () => run(wrong.change(goodTokens()), { out }));
});

test.each(wrongOuts)('refuses where outputs should go: $what', (wrong) => {
  const tokens = goodTokens();
  expectRefused(wrong, where, tokens, () => run(tokens, { out: wrong.out(tokens) }));
});

test('refuses to write over what it reads, wherever they overlap', () => {
  fc.assert(
    fc.property(overlapping, ({ tokens, out, name }) => {
      const says = `out must not overlap ${name}, got arrays with bytes in common`;
      expectRefused({ what: '', kind: RangeError, says }, where, tokens, () => run(tokens, { out }));
    }),
  );
});

const forms = 'tiled, two-pass, online, naive';
const wrongOptions: readonly WrongOptions[] = [
  ...wrongTiers,
  {
    what: 'null',
    kind: TypeError,
    says: 'options must be an object with scale, causal, form, tier, out, pool, got null',
    options: null,
  },
  {
    what: 'a function',
    kind: TypeError,
    says: 'options must be an object with scale, causal, form, tier, out, pool, got a function',
    options: () => 1,
  },
  {
    what: 'a name that is none',
    kind: TypeError,
    says: 'options must be among scale, causal, form, tier, out, pool, got "scales"',
    options: { scales: 2 },
  },
  {
    what: 'a scale that is no number',
    kind: TypeError,
    says: 'scale must be a number, got "1"',
    options: { scale: '1' },
  },
  {
    what: 'NaN for a scale',
    kind: RangeError,
    says: 'scale must be finite, got NaN',
    options: { scale: Number.NaN },
  },
  {
    what: 'an infinite scale',
    kind: RangeError,
    says: 'scale must be finite, got Infinity',
    options: { scale: Number.POSITIVE_INFINITY },
  },
  { what: 'causal 1', kind: TypeError, says: 'causal must be true or false, got 1', options: { causal: 1 } },
  {
    what: 'causal null',
    kind: TypeError,
    says: 'causal must be true or false, got null',
    options: { causal: null },
  },
  {
    what: 'a form that is none',
    kind: RangeError,
    says: `form must be one of ${forms}, got "flash"`,
    options: { form: 'flash' },
  },
  {
    what: 'a form that is no word',
    kind: TypeError,
    says: `form must be one of ${forms}, got Array`,
    options: { form: [] },
  },
  {
    what: 'a tier that the form has not',
    kind: RangeError,
    says: 'tier must be one of plain for online, got "simd"',
    options: { form: 'online', tier: 'simd' },
  },
];

test.each(wrongOptions)('refuses options before any work: $what', ({ options, ...wrong }) => {
  const out = new Float64Array(8).fill(7);
  const all = typeof options === 'object' && options !== null ? { out, ...options } : options;
  expectRefused(wrong, where, out, () => run(goodTokens(), all));
});

test('refuses a scale that is not a number of the format', () => {
  const says = 'scale must be a binary32 number, such as 0.10000000149011612, got 0.1';
  expectRefused({ what: '', kind: RangeError, says }, where, [], () =>
    softmaxAttention(goodTokens(binary32), { scale: 0.1 }),
  );
  softmaxAttention(goodTokens(binary32), { scale: Math.fround(0.1) });
});

test('refuses queries without keys, and has nothing to do without queries', () => {
  const none = new Float64Array(0);
  const tokens = { ...goodTokens(), k: none, v: none, m: 0 };
  const says = 'm must be at least 1 where there are queries, got 0';
  expectRefused({ what: '', kind: RangeError, says }, where, [], () => softmaxAttention(tokens));
  expect(softmaxAttention({ ...tokens, q: none, n: 0 })).toEqual(none);
});

test('refuses outputs that memory cannot hold', () => {
  const none = new Float64Array(0);
  const tokens = { q: none, k: none, v: new Float64Array(1), n: 2 ** 50, m: 1, dk: 0, dv: 1 };
  const says = `out must have n dv numbers that memory can hold, got ${2 ** 50}`;
  expectRefused({ what: '', kind: RangeError, says }, where, [], () => softmaxAttention(tokens));
});

test('has nothing to do for values of no width, however many queries there are', () => {
  const none = new Float64Array(0);
  expect(softmaxAttention({ q: none, k: none, v: none, n: 2 ** 52, m: 2 ** 52, dk: 0, dv: 0 })).toEqual(none);
});

const options = fc.record(
  {
    scale: fc.constantFrom(0.5, -2, 0),
    causal: fc.boolean(),
    form: fc.constantFrom<SoftmaxForm>('tiled', 'two-pass', 'online', 'naive'),
    tier: fc.constant('plain' as const),
  },
  { requiredKeys: [] },
);

test('has the bits of the kernel that it chooses, in an array of its own or in the one it is given', () => {
  fc.assert(
    fc.property(everyKind(), options, ({ tokens }, asked: SoftmaxOptions) => {
      fc.pre(tokens.m > 0);
      const { kernel } = softmaxCall(where, tokens, asked).chosen;
      expect(kernel.form).toBe(asked.form ?? kernel.form);
      expect(kernel.tier).toBe(asked.tier ?? kernel.tier);
      const expected =
        tokens.v instanceof Float64Array
          ? new Float64Array(tokens.n * tokens.dv)
          : new Float32Array(tokens.n * tokens.dv);
      kernel.run(tokens, { scale: asked.scale ?? 1, causal: asked.causal ?? false }, expected);
      expect(softmaxAttention(tokens, asked)).toEqual(expected);
      const out = expected.slice().fill(7);
      expect(softmaxAttention(tokens, { ...asked, out })).toBe(out);
      expect(out).toEqual(expected);
    }),
  );
});

test('scales scores and masks keys where that is asked for', () => {
  const tokens = {
    q: Float64Array.of(1, 1),
    k: Float64Array.of(0, 1),
    v: Float64Array.of(0, 1),
    n: 2,
    m: 2,
    dk: 1,
    dv: 1,
  };
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  for (const scale of [1, 2, -3, 0]) {
    for (const { form } of kernels.softmaxAttention) {
      const asked = { scale, form: form as SoftmaxForm };
      const [first, second] = softmaxAttention(tokens, asked);
      expect(first).toBeCloseTo(logistic(scale), 12);
      expect(second).toBe(first);
      expect([...softmaxAttention(tokens, { ...asked, causal: true })]).toEqual([0, second]);
    }
  }
  expect(softmaxAttention(tokens)).toEqual(softmaxAttention(tokens, { scale: 1, causal: false }));
});
