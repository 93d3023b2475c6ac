import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceText, lawLines, shareText, witnessLines } from '#report/law-text.ts';
import { failed, passed, unasked, witness } from './sample-grade.ts';

test('a witness is told whole', () => {
  expect(witnessLines(witness)).toEqual([
    ['call', 'softmaxAttention'],
    ['q', '((1, 0.1))'],
    ['', '((0x1p+0, 0x1.999999999999ap-4))'],
    ['k', '((1, 0), (-0, 2))'],
    ['', '((0x1p+0, 0x0p+0), (-0x0p+0, 0x1p+1))'],
    ['v', '((3), (4))'],
    ['options', 'scale = 1, causal = true'],
    ['returned', '((3.5))'],
    ['at', 'row 0, column 0'],
    ['value', '3.5 (0x1.cp+1)'],
    ['exact', '3.2689414213699951207'],
    ['bound', '1.2e-15'],
    ['why', 'softmaxAttention: an entry must be within its bound'],
    ['looks like', 'the mask is off by one'],
    ['repeats', 'no: asked again, it returned ((NaN))'],
    ['replay', witness.replay],
  ]);
});

test('what a witness lacks is left out', () => {
  const { fn, args, returned, why, replay } = witness;
  const labels = witnessLines({ fn, args, returned, why, replay, repeats: true }).map(([label]) => label);
  expect(labels).not.toContain('exact');
  expect(labels).not.toContain('at');
  expect(witnessLines({ ...witness, repeats: true })).toContainEqual(['repeats', 'yes']);
});

test('a law is told with what it says, and why it was not asked', () => {
  expect(lawLines(unasked[0]!)).toEqual([
    'says       a result is within its bound',
    'why        the subject offers no linearAttention',
  ]);
  expect(lawLines(failed)).toHaveLength(17);
});

test('the evidence of a law is its cases and its largest error', () => {
  expect(evidenceText(passed)).toBe('12 cases, 0.939 of the bound');
  expect(evidenceText(failed)).toBe('1 case, Infinity of the bound');
  expect(evidenceText(unasked[0]!)).toBe('0 cases');
});

test('a share is never told as less than it is, nor as more than a hundredth above', () => {
  expect([0, 1, 0.5, 1.0000001, 1e-300].map(shareText)).toEqual(['0', '1', '0.5', '1.01', '1e-300']);
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (share) => {
      const told = Number(shareText(share));
      expect(told).toBeGreaterThanOrEqual(share);
      expect(told).toBeLessThanOrEqual(1.011 * share);
      expect(shareText(share).replace(/e.*|\./g, '').length).toBeLessThan(304);
    }),
  );
});
