import { expect, test } from 'vitest';
import { linearVariants, normalisedVariants } from '#law/linear-attention/variants.ts';
import { haveAsManyEntries, tellTheirVariantsApart } from '../tell-apart.ts';

tellTheirVariantsApart('l-within-bound', 'l-normalised-within-bound');
haveAsManyEntries('l-within-bound', 'l-normalised-within-bound');

test('no two variants have one name, and all are named after the system', () => {
  for (const variants of [linearVariants, normalisedVariants]) {
    const ids = variants.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith('l-'))).toBe(true);
  }
});
