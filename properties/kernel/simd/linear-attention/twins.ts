import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FloatFormat } from '#arithmetic/float-format.ts';
import type { LinearKernel, LinearSettings } from '#kernel/kernel.ts';
import { workspace, workspaceBytes } from '#kernel/simd/workspace.ts';
import type { FloatArray, Tokens } from '#kernel/tokens.ts';
import { hasRelaxed, where } from '../../../wasm/relaxed.ts';
import { everyKind, expectSame, formats, run } from '../../linear-attention/cases.ts';
import { testSums } from '../../linear-attention/every-form.ts';
import { digestOf, drawn } from '../drawn.ts';

/** The sizes of tokens, all of them. */
export type Shape = Pick<Tokens, 'n' | 'm' | 'dk' | 'dv'>;

/** Tokens of a shape, always the same ones for a seed. */
export function drawnTokens(format: FloatFormat, shape: Shape, seed: number): Tokens {
  const { n, m, dk, dv } = shape;
  const [q, k, v] = [n * dk, m * dk, m * dv].map((length, i) => drawn(format, length, seed + i)) as [
    FloatArray,
    FloatArray,
    FloatArray,
  ];
  return { q, k, v, ...shape };
}

/** Places in the workspace for queries, keys, values and outputs, for what it gives out is never freed. */
const places = new Map(
  formats.map((format) => [format, [0, 1, 2, 3].map(() => workspace().allocate(format, 60_000))]),
);

/** Numbers where they lie in the workspace, in one of its places, not all at the start of a vector. */
function resident(format: FloatFormat, place: number, array: FloatArray): FloatArray {
  const placed = places.get(format)![place]!.subarray(place, place + array.length);
  placed.set(array);
  return placed;
}

/** What a kernel writes when everything is in the workspace, with what lies behind the output left alone. */
export function runResident(
  kernel: LinearKernel,
  format: FloatFormat,
  tokens: Tokens,
  settings: LinearSettings,
): FloatArray {
  const { q, k, v, n, dv } = tokens;
  const [rq, rk, rv] = [q, k, v].map((array, place) => resident(format, place, array)) as [
    FloatArray,
    FloatArray,
    FloatArray,
  ];
  const all = resident(format, 3, drawn(format, n * dv + 8, 1));
  const behind = all.slice(n * dv);
  kernel.run({ ...tokens, q: rq, k: rk, v: rv }, settings, all.subarray(0, n * dv));
  expectSame(all.subarray(n * dv), behind);
  expectSame(rq, q);
  expectSame(rk, k);
  expectSame(rv, v);
  return all.slice(0, n * dv);
}

/** A form by vectors and its plain twin, and what is asked of them. */
export interface Twins {
  readonly plain: LinearKernel;
  readonly simd: LinearKernel;
  readonly relaxed: LinearKernel;
  readonly settings: readonly LinearSettings[];
  readonly spoils: (settings: LinearSettings) => (i: number, key: number) => boolean;
  /** The hash of the bits of the deterministic tier, for every machine. */
  readonly digest: string;
}

/** Sizes on both sides of two blocks of rows, of keys and of columns, in either format. */
const ragged = fc.record({
  n: fc.nat(70),
  m: fc.nat(140),
  dk: fc.nat(10),
  dv: fc.nat(18),
});

/** What every form by vectors owes. */
export function testTwins(twins: Twins): void {
  const { plain, simd, relaxed, settings, spoils, digest } = twins;
  const asked = fc
    .record({
      of: fc.constantFrom(...settings),
      normalize: fc.boolean(),
      featureMap: fc.constantFrom('identity' as const, 'elu1' as const),
      chunk: fc.integer({ min: 1, max: 80 }),
    })
    .map(({ of, ...rest }) => ({ ...of, ...rest }));

  test('vectors give the bits of plain code, whatever the sizes, in the workspace and outside it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formats), ragged, fc.nat(), asked, (format, shape, seed, chosen) => {
        const tokens = drawnTokens(format, shape, seed);
        const expected = run(plain, tokens, chosen);
        expectSame(run(simd, tokens, chosen), expected);
        expectSame(runResident(simd, format, tokens, chosen), expected);
      }),
      { numRuns: 60 },
    );
  });

  test('vectors give the bits of plain code where numbers overflow, underflow or are none', () => {
    const sizes = { n: 9, m: 9, dk: 5, dv: 5 };
    fc.assert(
      fc.property(everyKind({ sizes }), asked, ({ tokens }, chosen) => {
        expectSame(run(simd, tokens, chosen), run(plain, tokens, chosen));
      }),
    );
  });

  // What plain code owes, vectors with its bits owe as well; others owe it by themselves.
  for (const one of settings) {
    describe(`relaxed vectors, causal ${one.causal}${where}`, () => {
      // Where the engine has none, the deterministic ones are held to the same.
      testSums('relaxed', hasRelaxed ? relaxed : simd, one, spoils(one));
    });
  }

  test('what is declared and served is that of the plain form; form and tier are named', () => {
    for (const kernel of [simd, relaxed]) {
      expect(kernel.form).toBe(plain.form);
      expect(kernel.declares).toBe(plain.declares);
      expect(kernel.serves).toBe(plain.serves);
    }
    expect([simd.tier, relaxed.tier]).toEqual(['simd', 'relaxed']);
  });

  test('the bits are the same on every machine', () => {
    const outputs = formats.flatMap((format) =>
      settings.flatMap((one) =>
        (['identity', 'elu1'] as const).flatMap((featureMap) => [
          ...run(simd, drawnTokens(format, { n: 67, m: 67, dk: 9, dv: 7 }, 7), {
            ...one,
            normalize: featureMap === 'elu1',
            featureMap,
            chunk: 16,
          }),
        ]),
      ),
    );
    expect(digestOf(Float64Array.from(outputs))).toBe(digest);
  });
}

/** Asserts that a long causal sum has the bits of plain code, and how little memory it takes. */
export function testLong({ plain, simd }: Twins, settings: LinearSettings): void {
  test('many blocks of tokens follow one another, with or without arrays of their own', () => {
    for (const format of formats) {
      for (const [n, m, normalize] of [
        [3001, 3001, false],
        [3000, 1777, true],
        [1777, 3000, true],
      ] as const) {
        const tokens = drawnTokens(format, { n, m, dk: 3, dv: 4 }, n);
        const chosen = { ...settings, normalize };
        const expected = run(plain, tokens, chosen);
        expectSame(run(simd, tokens, chosen), expected);
        expectSame(runResident(simd, format, tokens, chosen), expected);
      }
    }
  });

  test('memory does not grow with the number of tokens', () => {
    for (const format of formats) {
      const tokens = drawnTokens(format, { n: 6000, m: 6000, dk: 16, dv: 16 }, 5);
      const out = drawn(format, 6000 * 16, 1);
      const before = workspaceBytes();
      simd.run(tokens, { ...settings, featureMap: 'elu1', normalize: true }, out);
      expect(workspaceBytes() - before).toBeLessThanOrEqual(2 ** 18);
    }
  });
}
