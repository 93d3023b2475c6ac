import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimCount, countByWord, isUndecided, ledgerOf, sumLine } from '#report/ledger.ts';
import { decidedOf, samples, undecided, verdicts } from './sample.ts';

const ids = samples.map(({ claim }) => claim.id);

test('is in document order whatever the order of arrival, with each claim once', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...samples, ...samples]), (arrived) => {
      const { decided, complete } = ledgerOf('1', 25, ids, arrived);
      const positions = decided.map(({ claim }) => ids.indexOf(claim.id));
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
      expect(new Set(decided)).toEqual(new Set(arrived));
      expect(complete).toBe(decided.length === ids.length);
    }),
  );
});

test('keeps the later of two rows for one claim', () => {
  const later = { ...samples[0]!, decidedBy: 'later' };
  expect(ledgerOf('1', 25, ids, [...samples, later]).decided[0]).toBe(later);
});

test('is complete only when every expected claim is there and nothing is undecided', () => {
  expect(ledgerOf('1', 25, ids, samples).complete).toBe(true);
  expect(ledgerOf('1', 25, [...ids, 'q3-more'], samples).complete).toBe(false);
  expect(ledgerOf('1', 25, ['q3-undecided'], [undecided]).complete).toBe(false);
  expect(ledgerOf('1', 25, [], []).complete).toBe(true);
});

test('refuses a row that was not expected', () => {
  expect(() => ledgerOf('1', 25, ['q1-proved'], [undecided])).toThrow(
    "ledger: a row must be for an expected claim, got 'q3-undecided'",
  );
});

test('calls a claim undecided for its readings and its repair as well', () => {
  const [proved] = [decidedOf('p', verdicts.proved)];
  const { readings } = undecided;
  expect(isUndecided(proved)).toBe(false);
  expect(isUndecided(undecided)).toBe(true);
  expect(isUndecided({ ...proved, readings })).toBe(true);
  expect(isUndecided({ ...proved, repair: { says: '', latex: '', verdict: verdicts.undecided } })).toBe(true);
  expect(isUndecided({ ...proved, repair: { says: '', latex: '', verdict: verdicts.proved } })).toBe(false);
});

test('counts verdicts by word', () => {
  const counts = countByWord(Object.values(verdicts));
  expect(counts).toEqual({
    definition: 1,
    proved: 2,
    conditional: 2,
    refuted: 4,
    'ill-posed': 1,
    undecided: 1,
  });
});

test('is summed up on one line', () => {
  const ledger = ledgerOf('1', 25, [...ids, 'q3-undecided', 'q3-more'], [...samples, undecided]);
  expect(sumLine(ledger)).toBe(
    '9 claims: 1 definition, 1 proved, 2 conditional, 3 refuted, 1 ill-posed, 1 undecided; 12 readings, 1 undecided',
  );
  expect(claimCount(ledger)).toBe('8 of 10 claims');
});
