import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zerosLike } from '#kernel/declaration.ts';
import { kernels } from '#kernel/kernels.ts';
import {
  type LinearForm,
  type LinearOptions,
  linearAttention,
  linearCall,
} from '#kernel/linear-attention.ts';
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

const where = 'linearAttention';
const run = linearAttention as (tokens: unknown, options?: unknown) => unknown;

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

const forms = 'reassociated, recurrent, quadratic, chunkwise';
const size = 'chunk must be a whole number from 1 to 2^53 - 1';
const wrongOptions: readonly WrongOptions[] = [
  ...wrongTiers,
  {
    what: 'undefined in an object',
    kind: TypeError,
    says: 'options must be an object with causal, normalize, featureMap, chunk, form, tier, out, pool, got "causal"',
    options: 'causal',
  },
  {
    what: 'a name that is none',
    kind: TypeError,
    says: 'options must be among causal, normalize, featureMap, chunk, form, tier, out, pool, got "normalise"',
    options: { normalise: true },
  },
  {
    what: 'causal a word',
    kind: TypeError,
    says: 'causal must be true or false, got "yes"',
    options: { causal: 'yes' },
  },
  {
    what: 'normalize 0',
    kind: TypeError,
    says: 'normalize must be true or false, got 0',
    options: { normalize: 0 },
  },
  {
    what: 'a feature map that is none',
    kind: RangeError,
    says: 'featureMap must be one of identity, elu1, got "relu"',
    options: { featureMap: 'relu' },
  },
  {
    what: "a feature map of one's own",
    kind: TypeError,
    says: 'featureMap must be one of identity, elu1, got a function',
    options: { featureMap: Math.exp },
  },
  { what: 'chunk 0', kind: RangeError, says: `${size}, got 0`, options: { chunk: 0, causal: true } },
  { what: 'chunk -0', kind: RangeError, says: `${size}, got -0`, options: { chunk: -0, causal: true } },
  {
    what: 'a fractional chunk',
    kind: RangeError,
    says: `${size}, got 2.5`,
    options: { chunk: 2.5, causal: true },
  },
  { what: 'chunk null', kind: TypeError, says: `${size}, got null`, options: { chunk: null, causal: true } },
  {
    what: 'a form that is none',
    kind: RangeError,
    says: `form must be one of ${forms}, got "online"`,
    options: { form: 'online' },
  },
  {
    what: 'a form that is no word',
    kind: TypeError,
    says: `form must be one of ${forms}, got null`,
    options: { form: null },
  },
  {
    what: 'a chunk of another form',
    kind: RangeError,
    says: 'form must be chunkwise where chunk is given, got "quadratic"',
    options: { form: 'quadratic', chunk: 3, causal: true },
  },
  {
    what: 'a chunk of all keys',
    kind: RangeError,
    says: 'causal must be true for the chunkwise form, got false',
    options: { chunk: 3 },
  },
  {
    what: 'the recurrent form of all keys',
    kind: RangeError,
    says: 'causal must be true for the recurrent form, got false',
    options: { form: 'recurrent' },
  },
  {
    what: 'the reassociated form when causal',
    kind: RangeError,
    says: 'causal must be false for the reassociated form, got true',
    options: { form: 'reassociated', causal: true },
  },
];

test.each(wrongOptions)('refuses options before any work: $what', ({ options, ...wrong }) => {
  const out = new Float64Array(8).fill(7);
  const all = typeof options === 'object' ? { out, ...options } : options;
  expectRefused(wrong, where, out, () => run(goodTokens(), all));
});

test('refuses a state that memory cannot hold, and writes nothing', () => {
  const width = 2 ** 20;
  const [wide, out] = [new Float32Array(width), new Float32Array(width).fill(7)];
  const tokens = { q: wide, k: wide, v: wide, n: 1, m: 1, dk: width, dv: width };
  const call = (): unknown =>
    linearAttention(tokens, { form: 'recurrent', tier: 'plain', causal: true, out });
  expect(call).toThrow(RangeError);
  expect(call).toThrow(/^linearAttention: sizes must leave room for scratch in memory, got: ./);
  expect(out.every((entry) => entry === 7)).toBe(true);
  expect(linearAttention(tokens, { tier: 'plain' })[0]).toBe(0);
});

const options = fc.record(
  {
    causal: fc.boolean(),
    normalize: fc.boolean(),
    featureMap: fc.constantFrom('identity' as const, 'elu1' as const),
    tier: fc.constant('plain' as const),
  },
  { requiredKeys: [] },
);

test('has the bits of the kernel that it chooses, in an array of its own or in the one it is given', () => {
  fc.assert(
    fc.property(everyKind(), options, fc.nat(), ({ tokens }, asked, at) => {
      const { causal = false, normalize = false, featureMap = 'identity', tier } = asked;
      const serving = kernels.linearAttention.filter(
        ({ serves, tier: its }) => (causal ? serves.causal : serves.whole) && its !== 'relaxed',
      );
      const form = [undefined, ...serving.map((kernel) => kernel.form as LinearForm)][
        at % (serving.length + 1)
      ];
      const all: LinearOptions = { ...asked, form };
      const { kernel } = linearCall(where, tokens, all).chosen;
      expect(kernel.form).toBe(form ?? kernel.form);
      expect(kernel.tier).toBe(tier ?? kernel.tier);
      const expected = zerosLike(tokens.v, tokens.n * tokens.dv);
      kernel.run(tokens, { causal, normalize, featureMap, chunk: 64 }, expected);
      expect(linearAttention(tokens, all)).toEqual(expected);
      const out = expected.slice().fill(7);
      expect(linearAttention(tokens, { ...all, out })).toBe(out);
      expect(out).toEqual(expected);
    }),
  );
});

test('takes the chunkwise form with the chunk that is asked for', () => {
  const chunkwise = kernels.linearAttention.find(
    ({ form, tier }) => form === 'chunkwise' && tier === 'plain',
  )!;
  fc.assert(
    fc.property(everyKind(), fc.integer({ min: 1, max: 9 }), ({ tokens }, chunk) => {
      const expected = zerosLike(tokens.v, tokens.n * tokens.dv);
      chunkwise.run(tokens, { causal: true, normalize: false, featureMap: 'identity', chunk }, expected);
      expect(linearAttention(tokens, { causal: true, chunk, tier: 'plain' })).toEqual(expected);
      expect(linearAttention(tokens, { causal: true, chunk, tier: 'plain', form: 'chunkwise' })).toEqual(
        expected,
      );
    }),
  );
});

test('prefers the form with the fewer products', () => {
  const formAt = (n: number, m: number, d: number, causal: boolean): string => {
    const of = (rows: number): Float64Array => new Float64Array(rows * d);
    return linearCall(where, { q: of(n), k: of(m), v: of(m), n, m, dk: d, dv: d }, { causal, tier: 'plain' })
      .chosen.kernel.form;
  };
  // n m 2 d against (n + m) d^2: as many at d = n = m.
  expect([formAt(8, 8, 8, false), formAt(7, 7, 8, false), formAt(2, 100, 4, false)]).toEqual([
    'reassociated',
    'quadratic',
    'quadratic',
  ]);
  // Half of the scores against as much for the state.
  expect([formAt(16, 16, 8, true), formAt(15, 15, 8, true)]).toEqual(['recurrent', 'quadratic']);
});
