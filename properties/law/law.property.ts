import { expect, test } from 'vitest';
import { binary64 } from '#arithmetic/float-format.ts';
import { betas } from '#domain/beta.ts';
import { counts, derivative, relation, rounded } from '#law/law.ts';

const domain = betas(false);
const side = (): [] => [];

test('a part is what it was given, and its kind', () => {
  const related = { domain, left: side, relation: '=', right: side, inFloats: 'bitwise' } as const;
  expect(relation(related)).toEqual({ kind: 'relation', ...related });
  const sloped = { domain, of: side, by: 'x', is: side };
  expect(derivative(sloped)).toEqual({ kind: 'derivative', ...sloped });
  const computed = { domain, formats: [binary64], left: side, relation: '<=', right: side } as const;
  expect(rounded(computed)).toEqual({ kind: 'rounded', ...computed });
  const counted = { domain, left: side, right: side };
  expect(counts(counted)).toEqual({ kind: 'counts', ...counted });
});
