import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ceilDiv,
  ceilShift,
  compareScaled,
  floorRoot,
  floorShift,
  magnitude,
  sizeBound,
} from '#arithmetic/integer.ts';

/** Non-negative integers of up to 2500 bits, with powers of two and their neighbours. */
const naturals = fc.oneof(
  fc.bigInt({ min: 0n, max: 40n }),
  fc.bigInt({ min: 0n, max: 1n << 200n }),
  fc.bigInt({ min: 0n, max: 1n << 2500n }),
  fc
    .tuple(fc.integer({ min: 2, max: 2500 }), fc.integer({ min: -2, max: 2 }))
    .map(([e, d]) => (1n << BigInt(e)) + BigInt(d)),
);
const integers = fc.tuple(naturals, fc.boolean()).map(([n, negative]) => (negative ? -n : n));

test('the bound on a size is above the integer and at most four times it', () => {
  expect(sizeBound(0n)).toBe(Number.NEGATIVE_INFINITY);
  fc.assert(
    fc.property(naturals, (n) => {
      fc.pre(n > 0n);
      const bound = 1n << BigInt(sizeBound(n));
      expect(bound > n && bound <= 4n * n).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('shifts and quotients are the nearest integers below and above', () => {
  fc.assert(
    fc.property(integers, fc.integer({ min: 0, max: 300 }), (n, shift) => {
      const unit = 1n << BigInt(shift);
      expect(floorShift(n, shift)).toBe(n * unit);
      expect(ceilShift(n, shift)).toBe(n * unit);
      const floor = floorShift(n, -shift) * unit;
      const ceil = ceilShift(n, -shift) * unit;
      expect(floor <= n && n < floor + unit).toBe(true);
      expect(ceil >= n && n > ceil - unit).toBe(true);
      const quotient = ceilDiv(magnitude(n), unit + 2n);
      expect(quotient * (unit + 2n) >= magnitude(n)).toBe(true);
      expect((quotient - 1n) * (unit + 2n) < magnitude(n)).toBe(true);
    }),
  );
});

test('a shift by far more than the length of an integer leaves its sign', () => {
  expect([floorShift(5n, -1e15), floorShift(-5n, -1e15)]).toEqual([0n, -1n]);
  expect([ceilShift(5n, -1e15), ceilShift(-5n, -1e15)]).toEqual([1n, 0n]);
});

test('the root of an integer is the greatest whose square is not above it', () => {
  fc.assert(
    fc.property(naturals, (n) => {
      const root = floorRoot(n);
      expect(root * root <= n && n < (root + 1n) * (root + 1n)).toBe(true);
      const square = n * n;
      expect(floorRoot(square)).toBe(n);
      if (n > 0n) expect(floorRoot(square - 1n)).toBe(n - 1n);
    }),
    { numRuns: 1000 },
  );
});

test('scaled integers compare as their exact values do', () => {
  const near = fc.tuple(integers, fc.integer({ min: -200, max: 200 }), fc.integer({ min: -1, max: 1 }));
  fc.assert(
    fc.property(near, integers, fc.boolean(), ([a, exponent, offset], other, close) => {
      const b = close ? floorShift(a, exponent) + BigInt(offset) : other;
      const scale = exponent < 0 ? 1n << BigInt(-exponent) : 1n;
      const difference = (exponent < 0 ? a : a << BigInt(exponent)) - b * scale;
      expect(compareScaled(a, exponent, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
    }),
    { numRuns: 1000 },
  );
});

test('scaled integers compare at any exponent', () => {
  const far = 9e15;
  expect([compareScaled(1n, far, 10n ** 99n), compareScaled(-1n, far, -(10n ** 99n))]).toEqual([1, -1]);
  expect([compareScaled(10n ** 99n, -far, 1n), compareScaled(-(10n ** 99n), -far, -1n)]).toEqual([-1, 1]);
  expect([compareScaled(1n, -far, 0n), compareScaled(-1n, -far, 0n)]).toEqual([1, -1]);
  expect([compareScaled(0n, far, 1n), compareScaled(0n, far, -1n), compareScaled(0n, far, 0n)]).toEqual([
    -1, 1, 0,
  ]);
});
