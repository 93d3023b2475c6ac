import { expect, test } from 'vitest';
import { binary32, binary64, next, previous } from '#arithmetic/float-format.ts';
import { appearing } from '#judge/appearance.ts';
import { seeming } from '#judge/seeming.ts';
import type { FormatRegion } from '#judge/verdict.ts';
import { expOfSquare, firstOutput, firstToken, forBeta, numbers, ofBeta } from './three-tokens.ts';

const copies = forBeta(firstOutput, '=', firstToken);
const regions = seeming(copies);

function region(format: string, softmax: string): FormatRegion {
  return regions.find((found) => found.format === format && found.softmax === softmax)!;
}

test('there is one region for each format and each softmax, widest format first', () => {
  expect(regions.map(({ format, softmax }) => `${format} ${softmax}`)).toEqual([
    'binary64 shifted',
    'binary64 unshifted',
    'binary32 shifted',
    'binary32 unshifted',
    'binary16 shifted',
    'binary16 unshifted',
    'bfloat16 shifted',
    'bfloat16 unshifted',
  ]);
});

test('shifted binary64 seems to copy from where e^(-beta^2) is no longer above half the smallest subnormal', () => {
  const { confirms } = region('binary64', 'shifted');
  // ln 2^1075 = 745.13...
  expect(Number(confirms?.from.decimal)).toBeCloseTo(Math.sqrt(1075 * Math.LN2), 12);
  expect(confirms?.from.decimal).toBe('27.2971284039538');
  expect(confirms?.everyValueBetween).toBe(true);
});

test('shifted binary32, binary16 and bfloat16 seem to copy from where e^(-beta^2) underflows in them', () => {
  const from = (format: string): number => Number(region(format, 'shifted').confirms?.from.decimal);
  expect(from('binary32')).toBeCloseTo(Math.sqrt(150 * Math.LN2), 5);
  expect(from('binary16')).toBeCloseTo(Math.sqrt(25 * Math.LN2), 2);
  expect(from('bfloat16')).toBeCloseTo(Math.sqrt(134 * Math.LN2), 1);
});

test('a shifted softmax copies until the score overflows, and is NaN from there', () => {
  for (const [format, largest] of [
    ['binary64', Number.MAX_VALUE],
    ['binary32', 2 ** 128],
    ['binary16', 2 ** 16],
    ['bfloat16', 2 ** 128],
  ] as const) {
    const { confirms, nanFrom } = region(format, 'shifted');
    expect(Number(nanFrom?.decimal) / Math.sqrt(largest / 2)).toBeCloseTo(1, 1);
    expect(Number(confirms?.to.decimal)).toBeLessThan(Number(nanFrom?.decimal));
  }
});

test('an unshifted softmax is NaN from where e^(2 beta^2) overflows, and never seems to copy', () => {
  for (const [format, exponent] of [
    ['binary64', 1024],
    ['binary32', 128],
    ['binary16', 16],
    ['bfloat16', 128],
  ] as const) {
    const { confirms, nanFrom } = region(format, 'unshifted');
    expect(confirms).toBeUndefined();
    expect(Number(nanFrom?.decimal)).toBeCloseTo(Math.sqrt((exponent * Math.LN2) / 2), 1);
  }
});

test('boundaries of binary64 and binary32 lie between neighbours', () => {
  for (const [format, name] of [
    [binary64, 'binary64'],
    [binary32, 'binary32'],
  ] as const) {
    const { confirms, nanFrom } = region(name, 'shifted');
    const appear = appearing(copies, format, 'shifted');
    const [from, to, nan] = [confirms?.from, confirms?.to, nanFrom].map((x) => Number(x?.decimal));
    expect(appear([previous(format, from!), from!])).toEqual(['fails', 'holds']);
    expect(appear([to!, next(format, to!)])).toEqual(['holds', 'nan']);
    expect(next(format, to!)).toBe(nan);
  }
});

test('how the values were found is said', () => {
  expect(region('binary16', 'shifted').search).toBe('every value of the format');
  expect(region('binary64', 'shifted').search).toBe(
    'four values an octave, boundaries bracketed, 32 neighbours on each side',
  );
});

test('values that flicker are counted, not smoothed', () => {
  // fl(beta * (1/beta)) is 1 for many numbers and not for others.
  const inverse = ofBeta((a, beta) => a.mul(beta, a.div(a.of(1), beta)));
  const found = seeming(forBeta(inverse, '=', numbers(1)));
  const exhausted = found.find(({ format, softmax }) => format === 'binary16' && softmax === 'shifted')!;
  expect(exhausted.confirms?.everyValueBetween).toBe(false);
  expect(exhausted.search).toMatch(/^every value of the format; \d+ values between do not confirm it$/);
});

test('a statement that every value confirms is confirmed from the smallest subnormal to the largest number', () => {
  const found = seeming(forBeta(numbers(1), '=', numbers(1)));
  for (const { confirms, nanFrom } of found) {
    expect(Number(confirms?.from.decimal)).toBeLessThan(1e-4);
    expect(Number(confirms?.to.decimal)).toBeGreaterThan(6e4);
    expect(nanFrom).toBeUndefined();
  }
  expect(found[0]?.confirms).toMatchObject({
    from: { decimal: '5e-324' },
    to: { decimal: '1.7976931348623157e+308' },
  });
});

test('a boundary next to the ends of a format stays within the format', () => {
  // beta / 2 is 0 only for the smallest subnormal, ties to even; 2 beta overflows for the largest octave.
  const half = seeming(
    forBeta(
      ofBeta((a, beta) => a.div(beta, a.of(2))),
      '=',
      numbers(0),
    ),
  );
  for (const { confirms } of half) expect(confirms?.from).toEqual(confirms?.to);
  const largest = seeming(
    forBeta(
      ofBeta((_a, beta) => beta),
      '<',
      numbers(Number.MAX_VALUE),
    ),
  );
  expect(largest[0]?.confirms?.to.decimal).toBe('1.7976931348623155e+308');
});

test('what is NaN everywhere is so from the smallest number on', () => {
  const nan = ofBeta((a, beta) => a.div(a.sub(beta, beta), a.sub(beta, beta)));
  for (const { confirms, nanFrom } of seeming(forBeta(nan, '=', ofBeta(expOfSquare)))) {
    expect(confirms).toBeUndefined();
    expect(Number(nanFrom?.decimal)).toBeLessThan(1e-4);
  }
});
