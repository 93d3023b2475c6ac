import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexFloat } from '#arithmetic/hex-float.ts';
import { doubles } from './arbitrary.ts';

/** Reads the notation by its definition: hexadecimal digits times a power of two, in two exact steps. */
function readHex(text: string): number {
  const [, sign, whole, digits = '', exponent] = /^(-?)0x([01])(?:\.([0-9a-f]+))?p([+-]\d+)$/.exec(text)!;
  const mantissa = Number(BigInt(`0x${whole}${digits}`)) / 16 ** digits.length;
  const half = Math.trunc(Number(exponent) / 2);
  return (sign === '-' ? -1 : 1) * mantissa * 2 ** half * 2 ** (Number(exponent) - half);
}

test('reads back to the same double, the sign of zero included', () => {
  fc.assert(
    fc.property(doubles, (x) => {
      expect(Object.is(readHex(hexFloat(x)), x)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('is written as C99 and Python do', () => {
  expect([0, -0, 1, -2, 3, 0.1, 10, 2 ** -1074, Number.MAX_VALUE].map(hexFloat)).toEqual([
    '0x0p+0',
    '-0x0p+0',
    '0x1p+0',
    '-0x1p+1',
    '0x1.8p+1',
    '0x1.999999999999ap-4',
    '0x1.4p+3',
    '0x1p-1074',
    '0x1.fffffffffffffp+1023',
  ]);
});

test('there is none for what is not finite', () => {
  expect(() => hexFloat(Number.NaN)).toThrow(RangeError);
  expect(() => hexFloat(Number.NEGATIVE_INFINITY)).toThrow(RangeError);
});
