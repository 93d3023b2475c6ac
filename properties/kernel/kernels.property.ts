import { expect, test } from 'vitest';
import { kernels } from '#kernel/kernels.ts';

const tables = Object.entries(kernels) as [keyof typeof kernels, (typeof kernels)[keyof typeof kernels]][];

test.each(tables)('the kernels of %s are each named once by form and tier', (_, table) => {
  const names = table.map(({ form, tier }) => `${form} ${tier}`);
  expect(new Set(names).size).toBe(names.length);
});

test.each(tables)('every form of %s has plain code to fall back to', (_, table) => {
  for (const { form } of table) {
    expect(table.some((kernel) => kernel.form === form && kernel.tier === 'plain')).toBe(true);
  }
});

test.each(tables)('what the vectors of %s do, fused or not, is the same', (_, table) => {
  const inTier = (tier: string): string[] =>
    table.flatMap((kernel) => (kernel.tier === tier ? [kernel.form] : []));
  // A sum without products has nothing to fuse.
  if (inTier('relaxed').length > 0) expect(inTier('relaxed').sort()).toEqual(inTier('simd').sort());
});

test('every kernel of linear attention serves something, and every kind of call has one in each tier that has any', () => {
  for (const { serves } of kernels.linearAttention) expect(serves.causal || serves.whole).toBe(true);
  for (const tier of new Set(kernels.linearAttention.map((kernel) => kernel.tier))) {
    const inTier = kernels.linearAttention.filter((kernel) => kernel.tier === tier);
    expect(inTier.some(({ serves }) => serves.causal) && inTier.some(({ serves }) => serves.whole)).toBe(
      true,
    );
  }
});
