import { expect, test } from 'vitest';
import { softmaxVariants } from '#law/softmax-attention/variants.ts';
import { haveAsManyEntries, tellTheirVariantsApart } from '../tell-apart.ts';

tellTheirVariantsApart('a-within-bound');
haveAsManyEntries('a-within-bound');

test('no two variants have one name, and all are named after the system', () => {
  const ids = softmaxVariants.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => id.startsWith('a-'))).toBe(true);
});
