import { expect, test } from 'vitest';
import { briefly, formatText, gapText, obligationLines, repairName, thresholdText } from '#report/words.ts';
import { decidedOf, obligations, samples, verdicts, witness } from './sample.ts';

test('says a verdict in a few characters', () => {
  expect(Object.values(verdicts).map((verdict) => briefly(verdict))).toEqual([
    '',
    'induction',
    'induction',
    '||x|| >= beta*',
    'T >= 4',
    'x = (0, 1), h0 = 0',
    'x = (0, 1), h0 = 0',
    'contrary proved: induction',
    '',
    'i is bound twice; a | b is no operation',
    'tried normal forms, 200 cases',
  ]);
});

test('names the repair by its claim, its reading, or not at all', () => {
  const own = decidedOf('q1-own', verdicts.refuted);
  const repair = { says: '', latex: '', verdict: verdicts.proved };
  expect(repairName(own, repair)).toBe('');
  expect(repairName(own, { ...repair, refersTo: { claim: 'q1-other' } })).toBe('q1-other');
  expect(repairName(own, { ...repair, refersTo: { claim: 'q1-own', reading: 'limit' } })).toBe(
    'reading "limit"',
  );
  expect(repairName(own, { ...repair, refersTo: { claim: 'q1-other', reading: 'limit' } })).toBe(
    'q1-other, reading "limit"',
  );
  expect(samples[2]!.repair && repairName(samples[2]!, samples[2]!.repair)).toBe('q1-proved');
});

test('says why the sides differ, and never that equal sides are disjoint', () => {
  expect(gapText(witness)).toBe('>= 0.26, enclosures disjoint at 50 digits: not a rounding artefact');
  expect(gapText({ ...witness, gap: '0', format: 'binary16' })).toBe(
    '0: both sides are the same exact number; every operation rounded to binary16',
  );
});

test('writes a threshold with both neighbours and where the quantity is at them', () => {
  const [bare, named] = verdicts.conditional.region.thresholds;
  expect(thresholdText(bare)).toBe(
    'W_11: between the neighbours 1.5 (0x1.8p+0) and 1.75 (0x1.cp+0), where it is in [0.51, 0.52] and [0.48, 0.49]',
  );
  expect(thresholdText(named)).toMatch(/^W_11, eps 0\.5: between.*; sqrt\(ln 2\)$/);
});

test('writes what a format seems to confirm', () => {
  expect(verdicts.conditional.formats.map((format) => formatText(format))).toEqual([
    'binary16, shifted softmax: seems to confirm it from 2.75 to 255.9 (every value tried between), never NaN; every value of the format',
    'binary32, unshifted softmax: seems to confirm it from 4 to 9 (not every value tried between), NaN from 9.5; bracketed, 8 neighbours on each side',
    'bfloat16, shifted softmax: never seems to confirm it, never NaN; every value of the format',
  ]);
});

test('writes every part of an obligation', () => {
  expect(obligations.map((obligation) => obligationLines(obligation))).toEqual([
    ['identity: base', '  left         h0', '  right        h0'],
    [
      'sign: the excess',
      '  term         S - 1 > 0',
      '  whenever     S > 1',
      '  numerator    w_S',
      '  denominator  1',
    ],
    [
      'sign: a square',
      '  term         x^2 >= 0',
      '  whenever     always',
      '  numerator    x^2',
      '  denominator  1',
    ],
    [
      'sign: both',
      '  term         a*b >= 0',
      '  whenever     a >= 0, b >= 0',
      '  numerator    w_a*w_b',
      '  denominator  1',
    ],
    [
      'limit: the weight',
      '  term         u/(u + 1)',
      '  tends to     1 as u grows',
      '  numerator    u',
      '  denominator  u + 1',
    ],
    [
      'counts: multiplications',
      '  polynomial   T^2*d',
      '  fitted at    (T, d): (1, 1) 1, (2, 1) 4',
      '  checked at   (): ',
    ],
  ]);
});
