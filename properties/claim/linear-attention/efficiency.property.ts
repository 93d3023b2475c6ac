import { expect, test } from 'vitest';
import { efficiencyClaims } from '#claim/linear-attention/efficiency.ts';
import type { Cost } from '#claim/statement.ts';
import { decide, decided, witnessText, words } from './decided.ts';

test('linear attention is linear in T when reassociated, for fixed widths', () => {
  const claim = decided(efficiencyClaims, 'q3-overall-linear-time');
  expect(words(claim)).toEqual(['proved', 'proved', 'refuted', 'refuted']);
  const [, uniform, written] = claim.readings;
  expect(witnessText(uniform!.verdict)).toBe('T = 1, dk = 2, dv = 1: 4 <= 2');
  expect(witnessText(written!.verdict)).toBe('T = 2, dk = 1, dv = 1: 8 <= 4');
});

test('linear attention takes fewer multiplications from the harmonic mean of the widths on', () => {
  const claim = decided(efficiencyClaims, 'q3-more-efficient-for-large-inputs');
  expect(words(claim)).toEqual(['conditional', 'conditional', 'conditional', 'proved']);
  expect(claim.readings.map(({ verdict }) => verdict)).toMatchObject([
    { region: { condition: 'T > (2*dk*dv)/(dk + dv)' } },
    { region: { condition: 'T >= (2*dk*dv)/(dk + dv)' } },
  ]);
  expect(witnessText(claim.readings[0]!.verdict)).toBe('T = 1, dk = 1, dv = 1: 2 < 2');
  expect(witnessText(claim.readings[1]!.verdict)).toBe('T = 1, dk = 1, dv = 2: 4 <= 3');
});

test('the repair starts at T = dk + dv and would be false if it started at T = 1', () => {
  const { repair, readings } = efficiencyClaims[1]!;
  const statement = (repair as { readonly statement: Cost }).statement;
  expect(statement.measure({ t: 1, dk: 2, dv: 3 })).toBe(2 * 5 * 2 * 3);
  const { is } = statement as { readonly is: Extract<Cost['is'], { readonly says: 'below' }> };
  expect(is.measure({ t: 1, dk: 2, dv: 3 })).toBe(5 * 5 * (2 + 3));
  expect(decide(readings[0]!.statement).verdict).not.toBe('proved');
});
