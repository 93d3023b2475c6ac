import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { binary32, binary64, type FloatFormat } from '#arithmetic/float-format.ts';
import type { StateKernel } from '#kernel/kernel.ts';
import { compensated } from '#kernel/rnn/compensated.ts';
import { lanes } from '#kernel/rnn/lanes.ts';
import { compensatedRelaxed, compensatedSimd, lanesRelaxed, lanesSimd } from '#kernel/simd/rnn.ts';
import { workspace, workspaceBytes } from '#kernel/simd/workspace.ts';
import { tiers } from '#kernel/tiers.ts';
import type { FloatArray } from '#kernel/tokens.ts';
import { hasRelaxed } from '../../wasm/relaxed.ts';
import { onStrictEngine } from '../bare-engine.ts';
import { arrayOf, everyKind, expectWithinBound, formats, sequences, wide } from '../rnn/sequences.ts';
import { digestOf, drawn } from './drawn.ts';

const pairs: readonly (readonly [StateKernel, StateKernel])[] = [
  [lanesSimd, lanes],
  [lanesRelaxed, lanes],
  [compensatedSimd, compensated],
  ...(hasRelaxed ? [[compensatedRelaxed, compensated] as const] : []),
];

/** One place in the workspace for all sequences of a format, for what it gives out is never freed. */
const residents = new Map(formats.map((format) => [format, workspace().allocate(format, 50_000)]));

function resident(x: FloatArray, format: FloatFormat, offset = 0): FloatArray {
  const place = residents.get(format)!.subarray(offset, offset + x.length);
  place.set(x);
  return place;
}

test('vectors give the bits of the plain sums, in the workspace and outside it', () => {
  fc.assert(
    fc.property(everyKind(80), fc.nat(3), ({ format, x, h0 }, offset) => {
      const array = arrayOf(format, x);
      for (const [kernel, plain] of pairs) {
        const expected = plain.run(array, h0);
        expect(kernel.run(array, h0)).toBe(expected);
        expect(kernel.run(resident(array, format, offset), h0)).toBe(expected);
      }
    }),
  );
});

test('vectors give the bits of the plain sums over several visits, however the last one ends', () => {
  for (const format of formats) {
    const visit = format === binary64 ? 4096 : 8192;
    for (const length of [visit - 1, visit, visit + 1, 2 * visit + 37, 5 * visit + 100]) {
      const x = drawn(format, length, length);
      for (const [kernel, plain] of pairs) {
        expect(kernel.run(x, 0.5)).toBe(plain.run(x, 0.5));
        expect(kernel.run(resident(x, format), 0.5)).toBe(plain.run(x, 0.5));
      }
    }
  }
});

test('compensated sums have the same bits where the engine has no relaxed instructions', async () => {
  const x = drawn(binary64, 1000, 7);
  const expected = compensatedSimd.run(x, 0.5);
  // A kernel that has compiled nothing yet, and has not asked what there is.
  vi.resetModules();
  const fresh = await import('#kernel/simd/rnn.ts');
  onStrictEngine(() => {
    expect(tiers()).toMatchObject({ simd: { available: true }, relaxed: { available: false } });
    expect(fresh.compensatedSimd.run(x, 0.5)).toBe(expected);
  });
  expect(tiers().relaxed.available).toBe(hasRelaxed);
});

test('the state by vectors is within its declared bound of the exact one', () => {
  fc.assert(
    fc.property(sequences(wide, 60), ({ format, x, h0 }) => {
      for (const [kernel] of pairs) {
        expectWithinBound(kernel.declares(format), x, h0, kernel.run(arrayOf(format, x), h0));
      }
    }),
    { numRuns: 50 },
  );
});

test('inputs are left alone, and the workspace grows by no more than 64 KiB, however many there are', () => {
  for (const format of formats) {
    const x = drawn(format, 100_000, 1);
    const before = x.slice();
    lanesSimd.run(x, 0);
    const bytes = workspaceBytes();
    for (const [kernel] of pairs) kernel.run(x, 0);
    expect(x.every((input, t) => input === before[t])).toBe(true);
    expect(workspaceBytes() - bytes).toBeLessThanOrEqual(65_536);
  }
});

test('a kernel by vectors declares what its plain twin declares, and its tier', () => {
  for (const [kernel, plain] of pairs) {
    expect(kernel.form).toBe(plain.form);
    expect(kernel.declares).toBe(plain.declares);
  }
  expect(pairs.map(([{ tier }]) => tier)).toEqual(['simd', 'relaxed', 'simd', 'relaxed']);
});

test('the bits are the same on every machine', () => {
  const states = [binary64, binary32].map((format) => {
    const x = drawn(format, 10_007, 3);
    return pairs.map(([kernel]) => kernel.run(x, 0.25));
  });
  expect(digestOf(Float64Array.from(states.flat()))).toBe('90bbd8d588546e76');
});
