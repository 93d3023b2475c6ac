import { expect, test } from 'vitest';
import { errorLine } from '#report/html/error-line.ts';
import { lacking, witness } from '../sample-grade.ts';

const line = (decimal: string, exact: string, bound: string): string | undefined =>
  errorLine({ ...witness, value: { decimal, hex: '' }, exact, bound })?.text;
const placeOf = (text: string | undefined): number => Number(/side-right" x="([\d.]+)"/.exec(text!)![1]) + 6;

test.each([
  ['1.5', '1', '1', 232, '0.5 times the bound off'],
  ['-1', '1', '1', 122, '2 times the bound off'],
  ['1', '1', '0', 210, '0 times the bound off'],
  ['1.0000000000000002', '1.0000000000000000001', '2e-16', 254, '1 times the bound off'],
])('%s beside %s with bound %s stands to scale', (value, exact, bound, place, said) => {
  const text = line(value, exact, bound);
  expect(placeOf(text)).toBeCloseTo(place, 0);
  expect(text).toContain(`: ${said}.</desc>`);
  expect(text).not.toContain('class="gap"');
});

test.each([
  ['1e300', '1', '1', 396, 'end'],
  ['-5', '1', '1e-15', 24, 'start'],
  ['2', '1', '0', 396, 'end'],
  ['NaN', '1', '1', 396, 'end'],
  ['-Infinity', '1', '1', 24, 'start'],
])('%s, far from %s, stands at the end, behind a gap', (value, exact, bound, place, anchor) => {
  const text = line(value, exact, bound);
  expect(placeOf(text)).toBe(place);
  expect(text).toContain('class="gap"');
  expect(text).toContain(`text-anchor="${anchor}">${value}</text>`);
});

test('there is no line without a value, an exact value and a bound that are numbers', () => {
  for (const part of ['value', 'exact', 'bound'] as const) {
    expect(errorLine(lacking(witness, part))).toBeUndefined();
  }
  expect(line('1', 'Infinity', '1')).toBeUndefined();
  expect(line('1', '1', 'Infinity')).toBeUndefined();
});
