import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bfloat16,
  binary16,
  binary32,
  binary64,
  type FloatFormat,
  floatFormats,
  next,
  previous,
  round,
  roundDouble,
  values,
} from '#arithmetic/float-format.ts';
import { exactly, fraction, rationals } from '#arithmetic/rational.ts';
import { doubles, fractions } from './arbitrary.ts';

const short = [binary16, bfloat16];
const anyFormat = fc.constantFrom(...floatFormats);
const anyDouble = fc.oneof(
  doubles,
  fc.constantFrom(Infinity, -Infinity),
  // Around the largest and smallest numbers of the short formats.
  fc.tuple(fc.maxSafeInteger(), fc.integer({ min: -190, max: 80 })).map(([m, e]) => m * 2 ** e),
);

/** Encodes a double in a 16-bit format, ties to even, on the bits alone: an implementation of its own. */
function encode(x: number, exponentBits: number): number {
  const fractionBits = 15 - exponentBits;
  const bias = 2 ** (exponentBits - 1) - 1;
  const raw = new BigUint64Array(new Float64Array([x]).buffer)[0]!;
  const signBit = Number(raw >> 63n) << 15;
  const biased = Number((raw >> 52n) & 0x7ffn);
  const mantissa = raw & 0xfffffffffffffn;
  const infinity = (2 ** exponentBits - 1) << fractionBits;
  if (biased === 0x7ff) return signBit | infinity;
  const exponent = biased - 1023 + bias;
  if (exponent >= 2 ** exponentBits - 1) return signBit | infinity;
  const full =
    exponent > 0 ? (BigInt(exponent) << 52n) | mantissa : mantissa | (biased === 0 ? 0n : 1n << 52n);
  const drop = BigInt(52 - fractionBits + (exponent > 0 ? 0 : 1 - exponent));
  const kept = full >> drop;
  const rest = full - (kept << drop);
  const half = 1n << (drop - 1n);
  const up = rest > half || (rest === half && kept % 2n === 1n) ? 1n : 0n;
  return signBit | Number(kept + up);
}

/** The double that the bits of a 16-bit format stand for. */
function decode(code: number, exponentBits: number): number {
  const fractionBits = 15 - exponentBits;
  const bias = 2 ** (exponentBits - 1) - 1;
  const sign = code & 0x8000 ? -1 : 1;
  const exponent = (code & 0x7fff) >> fractionBits;
  const fractionPart = (code & (2 ** fractionBits - 1)) / 2 ** fractionBits;
  if (exponent === 2 ** exponentBits - 1) return sign * Infinity;
  return exponent === 0
    ? sign * fractionPart * 2 ** (1 - bias)
    : sign * (1 + fractionPart) * 2 ** (exponent - bias);
}

const exponentBits = (format: FloatFormat): number => (format === binary16 ? 5 : 8);

/** All finite numbers of a short format, zero once, in order, from its bits. */
function allNumbers(format: FloatFormat): number[] {
  const positive: number[] = [];
  for (let code = 0; ; code++) {
    const value = decode(code, exponentBits(format));
    if (value === Infinity) break;
    positive.push(value);
  }
  return [
    ...positive
      .slice(1)
      .reverse()
      .map((x) => -x),
    ...positive,
  ];
}

test('the four formats have the constants of their standards', () => {
  expect(floatFormats.map(({ name }) => name)).toEqual(['binary64', 'binary32', 'binary16', 'bfloat16']);
  expect(floatFormats.map(({ precision }) => precision)).toEqual([53, 24, 11, 8]);
  expect(floatFormats.map(({ minExponent }) => minExponent)).toEqual([-1022, -126, -14, -126]);
  expect(floatFormats.map(({ largest }) => largest)).toEqual([
    Number.MAX_VALUE,
    3.4028234663852886e38,
    65504,
    3.3895313892515355e38,
  ]);
  expect(floatFormats.map(({ smallestSubnormal }) => smallestSubnormal)).toEqual([
    5e-324,
    2 ** -149,
    2 ** -24,
    2 ** -133,
  ]);
  expect(floatFormats.map(({ unitRoundoff }) => unitRoundoff)).toEqual([
    2 ** -53,
    2 ** -24,
    2 ** -11,
    2 ** -8,
  ]);
});

test('a double is rounded to binary16 and bfloat16 as its bits say', () => {
  fc.assert(
    fc.property(anyDouble, fc.constantFrom(...short), (x, format) => {
      expect(roundDouble(format, x)).toBe(decode(encode(x, exponentBits(format)), exponentBits(format)));
    }),
    { numRuns: 3000 },
  );
});

test('every number of the short formats, and every point halfway between two, rounds to even', () => {
  for (const format of short) {
    const numbers = [...allNumbers(format), Infinity];
    let wrong = 0;
    for (let i = 0; i + 1 < numbers.length; i++) {
      const x = numbers[i]!;
      // The point halfway to infinity is that to the number which would follow the largest.
      const after = Math.min(numbers[i + 1]!, 2 ** (format.maxExponent + 1));
      const halfway = (x + after) / 2;
      const nudge = Math.abs(halfway) * 2 ** -50;
      const expected = decode(encode(halfway, exponentBits(format)), exponentBits(format));
      if (roundDouble(format, x) !== x || roundDouble(format, halfway) !== expected) wrong++;
      if (roundDouble(format, halfway - nudge) !== x) wrong++;
      if (roundDouble(format, halfway + nudge) !== numbers[i + 1]) wrong++;
    }
    expect(wrong).toBe(0);
  }
});

test('a double is rounded to binary32 as Math.fround does, and to binary64 not at all', () => {
  fc.assert(
    fc.property(anyDouble, (x) => {
      expect(roundDouble(binary32, x)).toBe(Math.fround(x));
      expect(roundDouble(binary64, x)).toBe(x);
    }),
  );
});

test('NaN, infinities and the sign of zero survive', () => {
  for (const format of floatFormats) {
    for (const x of [NaN, Infinity, -Infinity, 0, -0]) expect(roundDouble(format, x)).toBe(x);
    expect(roundDouble(format, -5e-324)).toBe(format === binary64 ? -5e-324 : -0);
  }
});

test('a fraction is rounded as the double it equals', () => {
  fc.assert(
    fc.property(doubles, anyFormat, (x, format) => {
      expect(round(format, exactly(x)) + 0).toBe(roundDouble(format, x) + 0);
    }),
    { numRuns: 2000 },
  );
});

test('a fraction is rounded once, not through a double', () => {
  const hair = fraction(1n, 10n ** 300n);
  for (const format of floatFormats) {
    // Halfway from 1 to the next number, which is odd: exactly there it is 1, a hair above it is not.
    const halfway = rationals.add(fraction(1n), fraction(1n, 2n ** BigInt(format.precision)));
    expect(round(format, halfway)).toBe(1);
    expect(round(format, rationals.add(halfway, hair))).toBe(1 + 2 ** (1 - format.precision));
    expect(round(format, rationals.neg(rationals.add(halfway, hair)))).toBe(-1 - 2 ** (1 - format.precision));
  }
});

test('a rounded fraction is the nearest number: no neighbour is nearer', () => {
  const distance = (x: number, r: ReturnType<typeof exactly>): ReturnType<typeof exactly> => {
    const d = rationals.sub(exactly(x), r);
    return d.num < 0n ? rationals.neg(d) : d;
  };
  fc.assert(
    fc.property(fractions, anyFormat, (r, format) => {
      const x = round(format, r);
      fc.pre(Math.abs(x) < format.largest);
      for (const other of [next(format, x), previous(format, x)]) {
        expect(rationals.compare(distance(x, r), distance(other, r))).not.toBe('greater');
      }
    }),
    { numRuns: 500 },
  );
});

test('the neighbours of every number of the short formats are the numbers before and after it', () => {
  for (const format of short) {
    const numbers = [-Infinity, ...allNumbers(format), Infinity];
    const wrong = numbers.filter(
      (x, i) =>
        (i + 1 < numbers.length && !Object.is(next(format, x), numbers[i + 1])) ||
        (i > 0 && !Object.is(previous(format, x), numbers[i - 1])),
    );
    expect(wrong).toEqual([]);
  }
});

test('the neighbours of a double are next to it in the order of bits', () => {
  const bits = (x: number): bigint => new BigInt64Array(new Float64Array([x]).buffer)[0]!;
  fc.assert(
    fc.property(doubles, (x) => {
      fc.pre(x !== 0);
      const step = x > 0 ? 1n : -1n;
      expect(bits(next(binary64, x) || -0) - bits(x)).toBe(x > 0 || x < -5e-324 ? step : bits(-0) - bits(x));
      expect(next(binary64, previous(binary64, x))).toBe(x);
    }),
  );
  expect(next(binary64, Number.MAX_VALUE)).toBe(Infinity);
});

test('the neighbours of binary32 numbers are next to them in the order of bits', () => {
  const bits = (x: number): number => new Int32Array(new Float32Array([x]).buffer)[0]!;
  fc.assert(
    fc.property(fc.float({ min: 2 ** -149, noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(bits(next(binary32, x))).toBe(bits(x) + 1);
      expect(next(binary32, previous(binary32, x))).toBe(x);
      expect(previous(binary32, -x)).toBe(-next(binary32, x));
    }),
  );
});

test('between a number of the format and its neighbour there is none', () => {
  fc.assert(
    fc.property(anyDouble, anyFormat, (x, format) => {
      const above = next(format, x);
      const below = previous(format, x);
      expect(above > x || above === Infinity).toBe(true);
      expect(below < x || below === -Infinity).toBe(true);
      const rounded = roundDouble(format, x);
      if (rounded !== x) expect([below, above]).toContain(rounded + 0);
    }),
    { numRuns: 1000 },
  );
});

test('the neighbours of zero are the smallest subnormals, of an infinity itself and the largest number', () => {
  for (const format of floatFormats) {
    for (const zero of [0, -0]) {
      expect([previous(format, zero), next(format, zero)]).toEqual([
        -format.smallestSubnormal,
        format.smallestSubnormal,
      ]);
    }
    expect([previous(format, Infinity), next(format, Infinity)]).toEqual([format.largest, Infinity]);
    expect([previous(format, -Infinity), next(format, -Infinity)]).toEqual([-Infinity, -format.largest]);
    expect(next(format, NaN)).toBeNaN();
  }
});

test('the numbers of a range are all of them, in order, both ends included', () => {
  for (const format of short)
    expect([...values(format, -Infinity, format.largest)].slice(1)).toEqual(allNumbers(format));
  expect([...values(binary16, 65472, Infinity)]).toEqual([65472, 65504, Infinity]);
  expect([...values(bfloat16, 1.001, 1.02)]).toEqual([1.0078125, 1.015625]);
  expect([...values(binary16, -(2 ** -24), 2 ** -24)]).toEqual([-(2 ** -24), 0, 2 ** -24]);
  expect([...values(binary16, -0, -0)]).toEqual([0]);
  expect([...values(binary16, 2, 1)]).toEqual([]);
  expect([...values(binary16, 1.0001, 1.0002)]).toEqual([]);
});
