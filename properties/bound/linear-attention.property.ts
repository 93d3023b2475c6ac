import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary32, binary64, type FloatFormat, roundDouble } from '#arithmetic/float-format.ts';
import type { Allowance } from '#bound/allowance.ts';
import { linearAllowance } from '#bound/linear-attention.ts';
import { loosest } from '#bound/loosest.ts';
import { inOrder } from '#kernel/declaration.ts';
import type { LinearSettings } from '#kernel/kernel.ts';
import { chunkwise } from '#kernel/linear-attention/chunkwise.ts';
import { quadratic } from '#kernel/linear-attention/quadratic.ts';
import { reassociated } from '#kernel/linear-attention/reassociated.ts';
import { recurrent } from '#kernel/linear-attention/recurrent.ts';
import type { Tokens } from '#kernel/tokens.ts';
import { doubles } from '../arithmetic/arbitrary.ts';
import { cases, integers, reals, run } from '../kernel/linear-attention/cases.ts';
import { arrayIn, expectAllowed, formats, share } from './allowed.ts';
import { sharpRows } from './sharp-rows.ts';

const kernels = [quadratic, reassociated, recurrent, chunkwise];
const sizes = { n: 3, m: 4, dk: 3, dv: 2 };

/** Numbers of sizes such that products of three overflow or underflow in a format now and then. */
const edges = fc.oneof(
  reals,
  fc.double({ min: -(2 ** 350), max: 2 ** 350, noNaN: true }),
  fc
    .tuple(fc.integer({ min: -380, max: 345 }), fc.integer({ min: -(2 ** 52), max: 2 ** 52 }))
    .map(([e, m]) => m * 2 ** (e - 52)),
  fc
    .tuple(fc.integer({ min: -70, max: 44 }), fc.integer({ min: -(2 ** 52), max: 2 ** 52 }))
    .map(([e, m]) => m * 2 ** (e - 52)),
  doubles,
);

/** Exponents apart for queries, keys and values, so that some product underflows while the others do not. */
const scaled = fc
  .tuple(
    cases(reals, { sizes }),
    fc.array(fc.integer({ min: -1000, max: 900 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([{ format, tokens }, exponents]) => {
    const part = format === binary64 ? 1 : 1 / 8;
    const [q, k, v] = [tokens.q, tokens.k, tokens.v].map((array, i) =>
      arrayIn(
        format,
        Array.from(array, (x) => roundDouble(format, x * 2 ** Math.trunc(exponents[i]! * part))),
      ),
    );
    return { format, tokens: { ...tokens, q: q!, k: k!, v: v! } };
  });

const kinds = fc.oneof(cases(reals, { sizes }), cases(edges, { sizes }), scaled, cases(integers, { sizes }));

const asked: fc.Arbitrary<LinearSettings> = fc.record({
  causal: fc.boolean(),
  normalize: fc.boolean(),
  featureMap: fc.constantFrom('identity', 'elu1'),
  chunk: fc.integer({ min: 1, max: 3 }),
});

test('every form stays within its allowance, in both formats and under all settings', () => {
  fc.assert(
    fc.property(kinds, asked, ({ format, tokens }, settings) => {
      for (const kernel of kernels.filter(({ serves }) => (settings.causal ? serves.causal : serves.whole))) {
        const allowance = linearAllowance(tokens, settings, kernel.declares(format));
        expectAllowed(allowance, run(kernel, tokens, settings));
      }
    }),
    { numRuns: 100 },
  );
});

const plain: LinearSettings = { causal: false, normalize: false, featureMap: 'identity', chunk: 1 };

/** One query, so many keys. */
function oneRow(
  format: FloatFormat,
  q: readonly number[],
  k: readonly number[],
  v: readonly number[],
): Tokens {
  const dk = q.length;
  const m = dk === 0 ? v.length : k.length / dk;
  const of = (numbers: readonly number[]): Tokens['q'] => arrayIn(format, numbers);
  return { q: of(q), k: of(k), v: of(v), n: 1, m, dk, dv: m === 0 ? 1 : v.length / m };
}

function allowed(
  format: FloatFormat,
  [q, k, v]: readonly (readonly number[])[],
  settings: Partial<LinearSettings> = {},
  declares = quadratic.declares(format),
): Allowance {
  return linearAllowance(oneRow(format, q!, k!, v!), { ...plain, ...settings }, declares);
}

test('the weights may be normalised first, or the query, or multiplied by a reciprocal', () => {
  fc.assert(
    fc.property(
      cases(fc.oneof(reals, integers), { sizes: { n: 1, m: 4, dk: 3, dv: 1 } }),
      ({ format, tokens }) => {
        const { q, k, v, m, dk } = tokens;
        if (tokens.n * tokens.dv === 0) return;
        const f = (x: number): number => roundDouble(format, x);
        const dot = (a: ArrayLike<number>, b: ArrayLike<number>, from: number, count: number): number => {
          let sum = 0;
          for (let l = 0; l < count; l++) sum = f(sum + f(a[l]! * b[from + l]!));
          return sum;
        };
        const scores = Array.from({ length: m }, (_, j) => dot(q, k, j * dk, dk));
        const total = scores.reduce((sum, s) => f(sum + s), 0);
        const first = dot(
          scores.map((s) => f(s / total)),
          v,
          0,
          m,
        );
        const reciprocal = dot(
          scores.map((s) => f(s * f(1 / total))),
          v,
          0,
          m,
        );
        const query = Array.from(q, (x) => f(x * f(1 / total)));
        const scored = Array.from({ length: m }, (_, j) => dot(query, k, j * dk, dk));
        const allowance = linearAllowance(tokens, { ...plain, normalize: true }, loosest(format));
        for (const y of [first, reciprocal, dot(scored, v, 0, m), f(dot(scores, v, 0, m) * f(1 / total))]) {
          expectAllowed(allowance, [y]);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('nothing is promised where the denominator may vanish', () => {
  const normalised = { normalize: true };
  for (const format of formats) {
    const u = format.unitRoundoff;
    expect(allowed(format, [[1, 1], [1, -1], [1]], normalised).fates).toEqual(['open']);
    expect(allowed(format, [[1, 1], [1, -1 + u], [1]], normalised).fates).toEqual(['open']);
    expect(allowed(format, [[1, 1], [1, -1 + 64 * u], [1]], normalised).fates).toEqual(['bounded']);
    expect(allowed(format, [[1], [], []], normalised).fates).toEqual(['open']);
    expect(allowed(format, [[], [], [2]], normalised).fates).toEqual(['open']);
    expect(allowed(format, [[1], [1], [1]], normalised).bound[0]).toBeLessThan(8 * u);
  }
});

test('no keys and no coordinates give 0', () => {
  for (const format of formats) {
    for (const empty of [
      [[1], [], []],
      [[], [], [2]],
    ]) {
      const { exact, bound, fates } = allowed(format, empty);
      expect([exact.high[0], fates[0]]).toEqual([0, 'bounded']);
      expect(bound[0]).toBeLessThan(8 * format.smallestSubnormal);
    }
  }
});

test('an exact output that is beyond the largest number overflows, near it nothing is promised', () => {
  for (const format of formats) {
    const { largest } = format;
    const fate = (...rows: (readonly number[])[]): string => allowed(format, rows).fates[0]!;
    expect(fate([largest], [2], [1])).toBe('overflows');
    expect(fate([-largest], [largest], [largest])).toBe(format === binary64 ? 'open' : 'overflows');
    expect(fate([largest], [1], [1])).toBe('open');
    // Sizes beyond the doubles, of a sum that is not, and of one that is.
    const part = largest / 8;
    expect(fate([8, 8, 8], [2 * part, -2 * part, part / 2], [1])).toBe('open');
    expect(fate([8, 8, 8], [2 * part, 2 * part, -part], [1])).toBe('overflows');
    expect(fate([largest / 4], [1], [1])).toBe('bounded');
    // Scores, states and the sums of either may overflow where the output does not.
    expect(fate([largest], [2], [2 ** -10])).toBe('open');
    expect(fate([2 ** -10], [largest], [2])).toBe('open');
    expect(fate([largest, largest], [2, -2], [1])).toBe('open');
    expect(fate([2 ** -10], [largest, largest], [2 ** -10, 2 ** -10])).toBe('open');
    expect(allowed(format, [[largest], [2], [1]], { normalize: true }).fates).toEqual(['open']);
    expect(allowed(format, [[2 ** -10], [2 ** -10], [largest / 16]], { normalize: true }).fates).toEqual([
      'bounded',
    ]);
    // Its reciprocal, or a query over it, may overflow.
    const tiny = 1 / largest;
    expect(allowed(format, [[tiny], [1], [1]], { normalize: true }).fates).toEqual(['open']);
  }
});

test('rows that see a number that is not finite are open, and no other', () => {
  const tokens: Tokens = {
    ...{ q: Float64Array.of(1, 2, 3), k: Float64Array.of(1, Number.NaN, 1), v: Float64Array.of(1, 1, 1) },
    ...{ n: 3, m: 3, dk: 1, dv: 1 },
  };
  const causal = { ...plain, causal: true };
  expect(linearAllowance(tokens, causal, recurrent.declares(binary64)).fates).toEqual([
    'bounded',
    'open',
    'open',
  ]);
});

test('what underflows is allowed for: products with large values behind them, features and quotients', () => {
  const tiny = [2 ** -540, 2 ** -76] as const;
  formats.forEach((format, i) => {
    // The product of query and key is lost whole, but for the value it would be multiplied by.
    const lost = allowed(format, [[tiny[i]!], [tiny[i]!], [2 ** 100]]);
    expectAllowed(lost, [0]);
    expect(lost.bound[0]).toBeLessThan(4 * format.smallestSubnormal * 2 ** 100);
    const far = format === binary64 ? -744 : -103.5;
    const feature = allowed(format, [[far], [far], [2 ** 100]], { featureMap: 'elu1' });
    expectAllowed(feature, [0]);
  });
});

test('an exponential that flushes is allowed what it loses', () => {
  const declares = { ...inOrder, format: binary32, expUlp: 1 };
  const rows = [[-90], [1], [1]];
  expect(
    share(allowed(binary32, rows, { featureMap: 'elu1' }, { ...declares, flushes: true }), 0, 0),
  ).toBeLessThan(1);
  expect(share(allowed(binary32, rows, { featureMap: 'elu1' }, declares), 0, 0)).toBeGreaterThan(1);
});

test('joins, additions, an exponential less accurate and a reciprocal each allow more', () => {
  const rows = [
    [0.3, -0.4],
    [0.5, 0.6, -2, 1],
    [0.7, -0.1],
  ];
  const declares = { ...inOrder, format: binary64, expUlp: 1 };
  const base = { normalize: true, featureMap: 'elu1' } as const;
  const least = allowed(binary64, rows, base, declares).bound[0]!;
  for (const more of [
    { joins: 1 },
    { additions: (n: number) => n },
    { expUlp: 2 },
    { reciprocal: true },
    { format: binary32 },
  ]) {
    expect(allowed(binary64, rows, base, { ...declares, ...more }).bound[0]).toBeGreaterThan(least * 1.05);
  }
});

test('the bound is sharp: of every form, under all settings, rows are known that take more than a third of it', () => {
  for (const { q, k, v, ...row } of sharpRows) {
    const format = row.format === 'binary64' ? binary64 : binary32;
    const kernel = kernels.find(({ form }) => form === row.form)!;
    const settings = { ...plain, ...row, causal: kernel.serves.causal };
    const rows = settings.causal ? 2 : 1;
    const queries = arrayIn(format, [...q, ...q].slice(0, rows * q.length));
    const tokens = { ...oneRow(format, q, k, v), q: queries, n: rows };
    const taken = share(
      linearAllowance(tokens, settings, kernel.declares(format)),
      rows - 1,
      run(kernel, tokens, settings)[rows - 1]!,
    );
    expect(taken).toBeGreaterThan(row.share);
  }
  const least = (where: (row: (typeof sharpRows)[number]) => boolean): number =>
    Math.min(...sharpRows.filter(where).map((row) => row.share));
  expect(sharpRows.length).toBe(kernels.length * 8);
  expect(least(({ featureMap, normalize }) => featureMap === 'identity' && !normalize)).toBeGreaterThan(0.7);
  expect(least(({ featureMap, normalize }) => featureMap === 'identity' && normalize)).toBeGreaterThan(0.5);
  expect(least(({ featureMap, normalize }) => featureMap === 'elu1' && !normalize)).toBeGreaterThan(0.4);
  expect(least(({ featureMap, normalize }) => featureMap === 'elu1' && normalize)).toBeGreaterThan(1 / 3);
});

test('the bound is the one of the theorem where nothing underflows, rounded up by less than a part in 2^25', () => {
  for (const format of formats) {
    const u = format.unitRoundoff;
    const declares = { ...inOrder, format, expUlp: 3, joins: 2 };
    const gammaOf = (k: number): number => (k * u) / (1 - k * u);
    const expectBound = (bound: number | undefined, exact: number): void => {
      expect(bound! / exact).toBeGreaterThan(1);
      expect(bound! / exact).toBeLessThan(1 + 2 ** -25);
    };
    const rows = [
      [2, -1],
      [0.5, 1, -3, 4, 1, 1],
      [8, -1, 2],
    ];
    // a = 1 + 2 + 2. S = 2 * 8 + 10 * 1 + 3 * 2, N = 10 + 1 * 2, A = 2 + 10 + 3, Z = -9.
    expectBound(allowed(format, rows, {}, declares).bound[0], gammaOf(7) * 32);
    const N = 0 * 8 + 10 + 2;
    const dZ = gammaOf(6) * 15;
    const divided = (c: number): number => (gammaOf(c) * 32 + (N / 9) * dZ) / (9 - dZ);
    const bounds = [false, true].map(
      (reciprocal) => allowed(format, rows, { normalize: true }, { ...declares, reciprocal }).bound[0],
    );
    expectBound(bounds[0], divided(8));
    expectBound(bounds[1], divided(9));
    // Under elu1 of 0 and 1, features are 1 and 2: scores 3 and 4, values 1 and 3, y = 15 / 7.
    const P = (1 + 6 * u) ** 2 - 1;
    const elu = [
      [0, 1],
      [0, 0, 1, 0],
      [1, 3],
    ];
    const S = 3 * 1 + 4 * 3;
    const dN = (k: number, size: number): number => gammaOf(k) * (1 + P) * size;
    expectBound(allowed(format, elu, { featureMap: 'elu1' }, declares).bound[0], P * S + dN(6, S));
    const W = 3 * (15 / 7 - 1) + 4 * (3 - 15 / 7);
    expectBound(
      allowed(format, elu, { featureMap: 'elu1', normalize: true }, declares).bound[0],
      (dN(7, S) + (S / 7) * dN(5, 7) + P * W) / (7 - dN(5, 7) - P * 7),
    );
  }
});
