import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { ballExp, decimalExp, type ExpEnclosing, floats } from '#arithmetic/float-arithmetic.ts';
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
import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';

const anyFormat = fc.constantFrom(...floatFormats);

/** Numbers of a format: random significands at exponents from its whole range, the ends and next to 1 favoured. */
function numbersOf(format: FloatFormat): fc.Arbitrary<number> {
  const { precision, quantum, maxExponent } = format;
  const significand = fc.integer({
    min: -(2 ** Math.min(precision, 31)) + 1,
    max: 2 ** Math.min(precision, 31) - 1,
  });
  const exponent = fc.oneof(
    fc.integer({ min: quantum, max: maxExponent - precision + 1 }),
    fc.integer({ min: -precision - 4, max: 4 - precision }),
    fc.integer({ min: quantum, max: quantum + 2 * precision }),
  );
  return fc.tuple(significand, exponent).map(([m, e]) => roundDouble(format, m * 2 ** e));
}
const operands = anyFormat.chain((format) =>
  fc.tuple(fc.constant(format), numbersOf(format), numbersOf(format)),
);

test('sums, differences, products and quotients are the exact ones, rounded once', () => {
  fc.assert(
    fc.property(operands, ([format, x, y]) => {
      const a = floats(format);
      const [p, q] = [exactly(x), exactly(y)];
      expect(a.add(x, y) + 0).toBe(round(format, rationals.add(p, q)) + 0);
      expect(a.sub(x, y) + 0).toBe(round(format, rationals.sub(p, q)) + 0);
      expect(a.mul(x, y) + 0).toBe(round(format, rationals.mul(p, q)) + 0);
      if (y !== 0) expect(a.div(x, y) + 0).toBe(round(format, rationals.div(p, q)) + 0);
    }),
    { numRuns: 1000 },
  );
});

test('a root is the number nearest to the exact one', () => {
  const square = (r: Rational): Rational => rationals.mul(r, r);
  const middle = (x: number, y: number): Rational =>
    rationals.div(rationals.add(exactly(x), exactly(y)), fraction(2n));
  fc.assert(
    fc.property(operands, ([format, x]) => {
      fc.pre(x > 0);
      const root = floats(format).sqrt(x);
      expect(rationals.compare(square(middle(previous(format, root), root)), exactly(x))).not.toBe('greater');
      expect(rationals.compare(square(middle(root, next(format, root))), exactly(x))).not.toBe('less');
    }),
    { numRuns: 500 },
  );
});

test('binary32 is Math.fround after every operation, and binary64 the machine itself', () => {
  const [single, double] = [floats(binary32), floats(binary64)];
  fc.assert(
    fc.property(numbersOf(binary32), numbersOf(binary32), (x, y) => {
      expect([
        single.add(x, y),
        single.sub(x, y),
        single.mul(x, y),
        single.div(x, y),
        single.sqrt(x),
        single.neg(x),
      ]).toEqual([x + y, x - y, x * y, x / y, Math.sqrt(x), -x].map(Math.fround));
      expect([
        double.add(x, y),
        double.sub(x, y),
        double.mul(x, y),
        double.div(x, y),
        double.sqrt(x),
        double.neg(x),
      ]).toEqual([x + y, x - y, x * y, x / y, Math.sqrt(x), -x]);
    }),
  );
});

test('a constant is rounded to the format', () => {
  expect([floats(binary16).of(0.1), floats(bfloat16).of(1001), floats(binary64).of(0.1)]).toEqual([
    0.0999755859375, 1000, 0.1,
  ]);
});

test('overflow gives an infinity, an undefined result NaN, and nothing throws', () => {
  for (const format of floatFormats) {
    const a = floats(format);
    expect([a.add(format.largest, format.largest), a.div(1, 0), a.div(-1, 0)]).toEqual([
      Infinity,
      Infinity,
      -Infinity,
    ]);
    expect([a.div(0, 0), a.sub(Infinity, Infinity), a.mul(0, Infinity), a.sqrt(-1), a.exp(NaN)]).toEqual(
      Array(5).fill(NaN),
    );
    expect([a.exp(Infinity), a.exp(-Infinity), a.exp(0), a.exp(-0)]).toEqual([Infinity, 0, 1, 1]);
    expect([a.exp(format.largest), a.exp(-format.largest)]).toEqual([Infinity, 0]);
  }
});

/** Whether x, a number of the format, has e^x nearest to `result`, by enclosures of 50 digits. */
function isNearestExp(format: FloatFormat, x: number, result: number): boolean {
  const e = enclosures(50);
  const exact = e.exp(e.of(x));
  const half = (y: number): Rational =>
    rationals.div(rationals.add(exactly(result), exactly(y)), fraction(2n));
  const beyond = rationals.add(
    exactly(format.largest),
    exactly(format.largest - previous(format, format.largest)),
  );
  const above = next(format, result);
  const upper =
    above === Infinity ? rationals.div(rationals.add(exactly(result), beyond), fraction(2n)) : half(above);
  return (
    (result === 0 || e.compare(e.fromRational(half(previous(format, result))), exact) === 'less') &&
    e.compare(exact, e.fromRational(upper)) === 'less'
  );
}

/** For each format the least number whose exponential overflows. */
const overflows: readonly (readonly [FloatFormat, number])[] = [
  [binary64, 709.7827128933841],
  [binary32, 88.72283935546875],
  [binary16, 11.09375],
  [bfloat16, 89],
];

test('the exponential overflows exactly from where its value is beyond the largest number by half an ulp', () => {
  for (const [format, x] of overflows) {
    const a = floats(format);
    const before = previous(format, x);
    expect(a.exp(x)).toBe(Infinity);
    expect(a.exp(before)).toBeLessThanOrEqual(format.largest);
    expect(isNearestExp(format, before, a.exp(before))).toBe(true);
  }
});

test('the exponential is correctly rounded, subnormal results included', () => {
  const argument = anyFormat.chain((format) => {
    const low = Math.ceil(0.7 * format.quantum) - 3;
    const high = overflows.find(([other]) => other === format)![1];
    const spread = fc.integer({ min: 1, max: 2 ** 31 - 1 }).map((n) => low + ((high - low) * n) / 2 ** 31);
    const small = numbersOf(format).filter((x) => Math.abs(x) < 1);
    return fc.tuple(
      fc.constant(format),
      fc.oneof(spread, small).map((x) => roundDouble(format, x)),
    );
  });
  fc.assert(
    fc.property(argument, ([format, x]) => {
      fc.pre(x !== 0 && floats(format).exp(x) !== Infinity);
      expect(isNearestExp(format, x, floats(format).exp(x))).toBe(true);
    }),
    { numRuns: 120 },
  );
});

test('the exponential of binary32 agrees with the rounded one of the machine but for a few close calls', () => {
  const a = floats(binary32);
  const arguments_ = Array.from({ length: 400 }, (_, k) => Math.fround(-80 + k * 0.3712345));
  const different = arguments_.filter((x) => a.exp(x) !== Math.fround(Math.exp(x)));
  expect(different.length).toBeLessThanOrEqual(2);
});

test('the exponential of the short formats never decreases, and is that of the machine but for close calls', () => {
  for (const format of [binary16, bfloat16]) {
    const { exp } = floats(format);
    let before = 0;
    let different = 0;
    for (const x of values(format, -100, 12)) {
      // Nearer to zero than a quarter of an ulp of 1 the result is 1; most numbers of the formats are there.
      if (Math.abs(x) < format.unitRoundoff / 4) continue;
      const y = exp(x);
      if (y < before) expect.fail(`exp decreases at ${x}`);
      if (y !== roundDouble(format, Math.exp(x))) different++;
      before = y;
    }
    expect(different).toBe(0);
  }
});

test('the balls and the decimals round the exponential alike', () => {
  const argument = anyFormat.chain((format) => fc.tuple(fc.constant(format), numbersOf(format)));
  fc.assert(
    fc.property(argument, ([format, x]) => {
      expect(floats(format, ballExp).exp(x)).toBe(floats(format, decimalExp).exp(x));
    }),
    { numRuns: 300 },
  );
});

test('digits are doubled until both bounds round to the same number', () => {
  const asked: number[] = [];
  const coarse: ExpEnclosing = (x, digits) => {
    asked.push(digits);
    return digits < 100 ? { lo: fraction(0n), hi: fraction(10n ** 9n) } : decimalExp(x, digits);
  };
  expect(floats(binary64, coarse).exp(1)).toBe(Math.E);
  expect(asked).toEqual([25, 50, 100]);
});

test('exponentials of the short formats are remembered, those of the long ones are not', () => {
  for (const [format, calls] of [
    [binary16, 1],
    [bfloat16, 1],
    [binary32, 2],
    [binary64, 2],
  ] as const) {
    let count = 0;
    const a = floats(format, (x, digits) => {
      count++;
      return decimalExp(x, digits);
    });
    expect(a.exp(1.5)).toBe(a.exp(1.5));
    expect(count).toBe(calls);
  }
});
