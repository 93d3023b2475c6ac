import fc from 'fast-check';
import { expect, test } from 'vitest';
import { argumentLines, valueText } from '#report/call-text.ts';

test('writes numbers, rows, and what travels by name', () => {
  expect(
    valueText([
      [1, 0.1],
      ['-0', 'NaN'],
    ]),
  ).toBe('((1, 0.1), (-0, NaN))');
  expect(
    valueText(
      [
        [1, 0.1],
        ['-0', 'NaN'],
      ],
      'hex',
    ),
  ).toBe('((0x1p+0, 0x1.999999999999ap-4), (-0x0p+0, NaN))');
  expect(valueText(-0)).toBe('-0');
  expect(valueText('-Infinity', 'hex')).toBe('-Infinity');
});

test('writes what is no number as it came, on one line', () => {
  expect(valueText('threw\u001b[31m Error\n')).toBe('threw Error');
  expect([valueText(undefined), valueText(true), valueText({ a: 1 })]).toEqual([
    'undefined',
    'true',
    '{"a":1}',
  ]);
  expect(valueText(Array.from({ length: 1000 }, () => 0.5)).length).toBeLessThan(1100);
});

test('a decimal reads back to the double', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (x) => {
      expect(Object.is(Number(valueText(x)), x)).toBe(true);
    }),
  );
});

test('arguments are in hexadecimal too where they are not whole', () => {
  expect(argumentLines({ x: [0.5, 1], h0: 2 })).toEqual([
    ['x', '(0.5, 1)'],
    ['', '(0x1p-1, 0x1p+0)'],
    ['h0', '2'],
  ]);
  expect(argumentLines({ q: [[1]], options: {} })).toEqual([
    ['q', '((1))'],
    ['options', 'none'],
  ]);
  expect(argumentLines({ options: { causal: true, featureMap: 'elu1' } })).toEqual([
    ['options', 'causal = true, featureMap = elu1'],
  ]);
});
