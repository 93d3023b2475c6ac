import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectClaims } from '#command/selection.ts';
import { samples } from '../report/sample.ts';

const claims = samples.map(({ claim }) => claim);

test('selects the claims named, in document order, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...claims), { minLength: 1 }), (wanted) => {
      const ids = wanted.map(({ id }) => id);
      expect(selectClaims(claims, ids)).toEqual(claims.filter(({ id }) => ids.includes(id)));
    }),
  );
});

test('selects every claim when none is named', () => {
  expect(selectClaims(claims, [])).toBe(claims);
});

test('refuses an unknown id and suggests the nearest', () => {
  expect(selectClaims(claims, ['q1-proved', 'q1-refutd'])).toEqual({
    fault: "claim: the id must be known, got 'q1-refutd'; did you mean 'q1-refuted'?",
  });
});
