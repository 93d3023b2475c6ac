import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  exactly,
  formatRational,
  fraction,
  isZero,
  parseRational,
  type Rational,
  rationals,
  sign,
  toDouble,
} from '#arithmetic/rational.ts';
import { doubles, fractions } from './arbitrary.ts';

const { add, sub, mul, neg, div, compare } = rationals;

function isNormal({ num, den }: Rational): boolean {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  return den > 0n && a === 1n;
}

test('every result is in lowest terms with a positive denominator', () => {
  fc.assert(
    fc.property(
      fc.oneof(fractions, doubles.map(exactly)),
      fc.oneof(fractions, doubles.map(exactly)),
      (a, b) => {
        const results = [a, b, add(a, b), sub(a, b), mul(a, b), neg(a), ...(isZero(b) ? [] : [div(a, b)])];
        expect(results.every(isNormal)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('the operations agree with cross-multiplied integers', () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => {
      const s = add(a, b);
      expect(s.num * a.den * b.den).toBe((a.num * b.den + b.num * a.den) * s.den);
      const p = mul(a, b);
      expect(p.num * a.den * b.den).toBe(a.num * b.num * p.den);
      expect(add(sub(a, b), b)).toEqual(a);
      expect(add(a, neg(a))).toEqual(fraction(0n));
      if (!isZero(b)) expect(mul(div(a, b), b)).toEqual(a);
    }),
  );
});

test('fractions of equal denominator are added and subtracted without losing the common factor', () => {
  expect(add(fraction(1n, 6n), fraction(1n, 6n))).toEqual({ num: 1n, den: 3n });
  expect(sub(fraction(5n, 6n), fraction(1n, 6n))).toEqual({ num: 2n, den: 3n });
});

test('the order is total and is that of the difference', () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => {
      const expected = { '-1': 'less', '0': 'equal', '1': 'greater' }[`${sign(sub(a, b))}`];
      expect(compare(a, b)).toBe(expected);
      expect(compare(a, a)).toBe('equal');
    }),
  );
});

test('a double enters as the fraction it is, not as its shortest decimal', () => {
  expect(exactly(0.1)).toEqual({ num: 3602879701896397n, den: 36028797018963968n });
  expect(compare(exactly(0.1), fraction(1n, 10n))).toBe('greater');
  expect(exactly(-0)).toEqual({ num: 0n, den: 1n });
  expect(exactly(2 ** 100)).toEqual({ num: 2n ** 100n, den: 1n });
  expect(() => exactly(Number.NaN)).toThrow(new RangeError('exactly: value must be finite, got NaN'));
});

test('every finite double survives the way to a fraction and back', () => {
  fc.assert(
    fc.property(doubles, (x) => {
      expect(toDouble(exactly(x))).toBe(x + 0);
    }),
    { numRuns: 2000 },
  );
});

test('a quotient of safe integers rounds as IEEE division does', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
      fc.pre(b !== 0);
      expect(toDouble(fraction(BigInt(a), BigInt(b)))).toBe(a / b + 0);
    }),
    { numRuns: 2000 },
  );
});

test('a decimal rounds as the engine reads it, from below the subnormals to above the largest double', () => {
  const exponents = fc.oneof(fc.integer({ min: -345, max: 310 }), fc.integer({ min: -330, max: -300 }));
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), exponents, (digits, exponent) => {
      const text = `${digits}e${exponent}`;
      expect(toDouble(parseRational(text)) + 0).toBe(Number(text) + 0);
    }),
    { numRuns: 2000 },
  );
});

test('halfway between two doubles rounds to even, a hair off it to the nearer one', () => {
  const hair = fraction(1n, 10n ** 400n);
  fc.assert(
    fc.property(
      fc.integer({ min: 2 ** 31, max: 2 ** 32 - 1 }),
      fc.integer({ min: -1080, max: 900 }),
      (top, e) => {
        const below = BigInt(top) << 21n;
        const scale = (n: bigint): Rational =>
          e >= 0 ? fraction(n << BigInt(e)) : fraction(n, 1n << BigInt(-e));
        const halfway = scale(2n * below + 1n);
        const lower = toDouble(scale(2n * below));
        // 2 * below has 54 bits and `below` is even, so halfway goes down, unless it is on the coarser subnormal grid.
        expect(toDouble(halfway)).toBe(lower);
        expect(toDouble(sub(halfway, hair))).toBe(lower);
        if (e >= -1075) expect(toDouble(add(halfway, hair))).toBeGreaterThan(lower);
      },
    ),
  );
});

test('text and fraction denote the same number', () => {
  fc.assert(
    fc.property(fractions, (a) => {
      expect(parseRational(formatRational(a))).toEqual(a);
    }),
  );
  expect(formatRational(fraction(3n))).toBe('3');
  expect(formatRational(fraction(2n, -6n))).toBe('-1/3');
});

test('a decimal is read as the fraction it denotes', () => {
  const read = ['0.1', '1e-3', '+2.50', '-.5', '12.', '-1.5E2', '6/4', '+7'].map((text) =>
    formatRational(parseRational(text)),
  );
  expect(read).toEqual(['1/10', '1/1000', '5/2', '-1/2', '12', '-150', '3/2', '7']);
});

test('text that denotes no number is refused with the text', () => {
  for (const text of ['', '.', 'e5', '1/-2', '1e99999', ' 1', '0x1', 'NaN', '1/2/3']) {
    expect(() => parseRational(text)).toThrow(
      new RangeError(`parseRational: text must be a fraction or a decimal, got ${JSON.stringify(text)}`),
    );
  }
});

test('a denominator or divisor of zero is refused', () => {
  expect(() => fraction(1n, 0n)).toThrow(new RangeError('fraction: denominator must be non-zero, got 0'));
  expect(() => parseRational('1/0')).toThrow(new RangeError('fraction: denominator must be non-zero, got 0'));
  expect(() => div(fraction(1n), fraction(0n))).toThrow(
    new RangeError('rational.div: divisor must be non-zero, got 0'),
  );
});

test('the sign is that of the numerator', () => {
  expect([fraction(-1n, 2n), fraction(0n, 5n), fraction(1n, 2n)].map(sign)).toEqual([-1, 0, 1]);
  expect([fraction(-1n, 2n), fraction(0n, 5n)].map(isZero)).toEqual([false, true]);
});
