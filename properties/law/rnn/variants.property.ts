import { expect, test } from 'vitest';
import { exactly, rationals } from '#arithmetic/rational.ts';
import { outputVariants, stateVariants } from '#law/rnn/variants.ts';
import { haveAsManyEntries, tellTheirVariantsApart } from '../tell-apart.ts';

tellTheirVariantsApart('r-state-within-bound', 'r-output-within-bound');
haveAsManyEntries('r-state-within-bound', 'r-output-within-bound');

test('no two variants have one name, and all are named after the system', () => {
  const ids = [...stateVariants, ...outputVariants].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => id.startsWith('r-'))).toBe(true);
});

test('a variant is what it says', () => {
  const a = { ...rationals, exp: rationals.neg, sqrt: rationals.neg };
  const given = (id: string, x: readonly number[], h0: number) =>
    stateVariants.find((one) => one.id === id)!.entries(a, { fn: 'alternatingSum', x, h0 });
  const [x, h0] = [[1, 0, 4], 10];
  const expected: Readonly<Record<string, number>> = {
    'r-h0-ignored': 5,
    'r-h0-negated': 15,
    'r-h0-kept': 15,
    'r-h0-lost-without-inputs': -5,
    'r-signs-from-the-start': 5,
    'r-added': 15,
    'r-negated': 5,
    'r-first-dropped': 14,
    'r-last-dropped': 9,
    'r-last-of-odd-dropped': 9,
    'r-zeros-skipped': 13,
  };
  for (const [id, h] of Object.entries(expected)) expect([id, given(id, x, h0)]).toEqual([id, [exactly(h)]]);
  expect(given('r-from-the-end', [1, 0, 4, 7], 0)).toEqual([exactly(-2)]);
  expect(given('r-h0-lost-without-inputs', [], 3)).toEqual([exactly(0)]);
});

test('what is not a division by zero is not taken for one', () => {
  const skipping = stateVariants.find(({ id }) => id === 'r-zeros-skipped')!;
  const div = (): never => {
    throw new TypeError('a mistake');
  };
  const a = { ...rationals, exp: rationals.neg, sqrt: rationals.neg, div };
  expect(() => skipping.entries(a, { fn: 'alternatingSum', x: [1], h0: 0 })).toThrow(
    new TypeError('a mistake'),
  );
});
