import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Choosable, choose, formsOf, inWords } from '#kernel/choice.ts';
import { type Tiers, tiersOf } from '#kernel/tiers.ts';

const table: readonly Choosable[] = [
  { form: 'a', tier: 'relaxed' },
  { form: 'a', tier: 'simd' },
  { form: 'b', tier: 'simd' },
  { form: 'c', tier: 'plain' },
  { form: 'a', tier: 'plain' },
];
const all = tiersOf(() => ({ available: true }));
const none = tiersOf((tier) =>
  tier === 'plain' ? { available: true } : { available: false, why: 'no vectors' },
);

function chosen(available: Tiers, form?: string, tier?: Choosable['tier'], preferred?: string): string {
  const { form: its, tier: at } = choose(
    'f',
    table,
    { form, tier, ...(preferred && { preferred }) },
    available,
  ).kernel;
  return `${its} ${at}`;
}

test('the first kernel of a deterministic tier that is there is chosen', () => {
  expect([chosen(all), chosen(none)]).toEqual(['a simd', 'c plain']);
  expect([chosen(all, 'a'), chosen(none, 'a'), chosen(all, 'c')]).toEqual(['a simd', 'a plain', 'c plain']);
});

test('a tier that is asked for is taken, and the relaxed one only then', () => {
  expect([chosen(all, 'a', 'relaxed'), chosen(all, undefined, 'relaxed')]).toEqual([
    'a relaxed',
    'a relaxed',
  ]);
  expect([chosen(all, undefined, 'plain'), chosen(all, 'a', 'plain')]).toEqual(['c plain', 'a plain']);
  const onlyRelaxed = tiersOf((tier) =>
    tier === 'simd' ? { available: false, why: '' } : { available: true },
  );
  expect(chosen(onlyRelaxed, 'a')).toBe('a plain');
});

test('a form is preferred where the tier has it, and gives way to one that is asked for', () => {
  expect([chosen(all, undefined, undefined, 'b'), chosen(none, undefined, undefined, 'b')]).toEqual([
    'b simd',
    'c plain',
  ]);
  expect([chosen(all, undefined, 'plain', 'b'), chosen(all, 'a', undefined, 'b')]).toEqual([
    'c plain',
    'a simd',
  ]);
  expect(chosen(all, undefined, undefined, 'c')).toBe('c plain');
});

test('what is not there is refused with what there is', () => {
  const refused = (says: string, kind: typeof TypeError, ...of: Parameters<typeof chosen>): void => {
    expect(() => chosen(...of)).toThrow(new kind(`f: ${says}`));
  };
  refused('form must be one of a, b, c, got "d"', RangeError, all, 'd');
  refused('form must be one of a, b, c, got "d"', RangeError, all, 'd', 'plain');
  refused('form must be one of a, b, c, got 1', TypeError, all, 1 as unknown as string);
  refused('tier must be one of simd for b, got "plain"', RangeError, all, 'b', 'plain');
  refused('tier must be one of plain for c, got "relaxed"', RangeError, all, 'c', 'relaxed');
  refused(
    'tier must be one that can answer here, got "simd": no vectors',
    RangeError,
    none,
    undefined,
    'simd',
  );
  const plain = table.slice(3);
  expect(() => choose('f', plain, { form: undefined, tier: 'simd' }, all)).toThrow(
    new RangeError('f: tier must be one of plain for this call, got "simd"'),
  );
});

test('a choice says of itself why it was made, also that plain code stands in for vectors', () => {
  const why = (available: Tiers, form?: string, tier?: Choosable['tier']): string =>
    inWords(choose('f', table, { form, tier }, available)).why;
  expect(why(all)).toBe(`the fastest deterministic tier: ${all.simd.why}`);
  expect(why(none)).toBe('plain code instead of vectors: no vectors');
  expect(why(none, 'a')).toBe('plain code instead of vectors: no vectors');
  const without = 'it is quicker';
  const left = choose('f', table, { form: 'a', tier: undefined, without }, all);
  expect(inWords(left)).toEqual({
    form: 'a',
    tier: 'plain',
    threads: 1,
    why: 'plain code instead of vectors: it is quicker',
  });
  expect(inWords(choose('f', table, { form: 'c', tier: undefined, without }, all)).why).toBe(
    'no other deterministic tier has the c form',
  );
  expect(inWords(choose('f', table, { form: 'a', tier: undefined, without }, none)).why).toBe(
    'plain code instead of vectors: no vectors',
  );
  expect(choose('f', table, { form: 'a', tier: 'simd', without }, all).kernel.tier).toBe('simd');
  expect(why(all, 'c')).toBe('no other deterministic tier has the c form');
  expect(why(none, 'c')).toBe('no other deterministic tier has the c form');
  expect(why(all, 'a', 'relaxed')).toBe(`tier relaxed was asked for: ${all.relaxed.why}`);
  expect(why(none, 'a', 'plain')).toBe(`tier plain was asked for: ${none.plain.why}`);
  expect(inWords(choose('f', table, { form: 'b', tier: undefined }, all))).toMatchObject({
    form: 'b',
    tier: 'simd',
  });
});

test('every form of a table that a tier has is found in it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...table), ({ form, tier }) => {
      expect(choose('f', table, { form, tier }, all).kernel).toEqual({ form, tier });
    }),
  );
  expect(formsOf(table)).toEqual(['a', 'b', 'c']);
});
