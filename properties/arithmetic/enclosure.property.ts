import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import {
  disjoint,
  type Enclosure,
  enclosures,
  endpointAsRational,
  formatEnclosure,
  intersect,
  width,
} from '#arithmetic/enclosure.ts';
import {
  exactly,
  fraction,
  isZero,
  parseRational,
  type Rational,
  rationals,
  sign,
} from '#arithmetic/rational.ts';
import { doubles, fractions, moderate } from './arbitrary.ts';

const precisions = [1, 5, 25, 60];
const precision = fc.constantFrom(...precisions);

const atMost = (a: Rational, b: Rational): boolean => rationals.compare(a, b) !== 'greater';
const holds = ({ lo, hi }: Enclosure, x: Rational): boolean =>
  atMost(endpointAsRational(lo), x) && atMost(x, endpointAsRational(hi));

/** An enclosure of a and b, with endpoints of 30 digits. */
function around(a: Rational, b: Rational): Enclosure {
  const [low, high] = atMost(a, b) ? [a, b] : [b, a];
  const e = enclosures(30);
  return { lo: e.fromRational(low).lo, hi: e.fromRational(high).hi };
}

/** The digits of an endpoint. */
const digitsOf = (x: Decimal): number => x.sd();

afterEach(() => {
  Decimal.set({ defaults: true });
});

test('a double is held exactly, within one unit of the last digit', () => {
  fc.assert(
    fc.property(doubles, precision, (x, digits) => {
      const { lo, hi } = enclosures(digits).of(x);
      expect(holds({ lo, hi }, exactly(x))).toBe(true);
      expect(digitsOf(lo)).toBeLessThanOrEqual(digits);
      expect(digitsOf(hi)).toBeLessThanOrEqual(digits);
      const unit = new Decimal(`1e${(lo.abs().gt(hi.abs()) ? lo.e : hi.e) - digits + 1}`);
      expect(width({ lo, hi }).lte(unit)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a double whose decimal expansion fits is a point', () => {
  const e = enclosures(25);
  for (const x of [0, -0, 1, -2.5, 0.0625, 12345678]) expect(e.of(x).lo.eq(e.of(x).hi)).toBe(true);
  expect(formatEnclosure(e.of(-2.5), 25)).toBe('[-2.5, -2.5]');
});

test('the shortest decimal of a double is not taken for the double', () => {
  const e = enclosures(25);
  for (const x of [0.1, 0.2, 0.3, 1e-3, 1e23]) {
    const naive = new Decimal(x);
    expect(disjoint(e.of(x), { lo: naive, hi: naive })).toBe(true);
    expect(holds(e.of(x), exactly(x))).toBe(true);
  }
});

test('a fraction is held, within one unit of the last digit', () => {
  fc.assert(
    fc.property(fractions, precision, (r, digits) => {
      const e = enclosures(digits).fromRational(r);
      expect(holds(e, r)).toBe(true);
      const largest = e.lo.abs().gt(e.hi.abs()) ? e.lo : e.hi;
      expect(width(e).lte(new Decimal(`1e${largest.e - digits + 1}`))).toBe(true);
    }),
  );
});

test('inclusion: results on members are held by the results on enclosures, of any precision', () => {
  fc.assert(
    fc.property(fractions, fractions, fractions, fractions, precision, (a, b, c, d, digits) => {
      const e = enclosures(digits);
      const [x, y] = [around(a, b), around(c, d)];
      const [sums, differences, products] = [e.add(x, y), e.sub(x, y), e.mul(x, y)];
      const excludesZero = sign(c) * sign(d) > 0;
      for (const p of [a, b]) {
        expect(holds(e.neg(x), rationals.neg(p))).toBe(true);
        for (const q of [c, d]) {
          expect(holds(sums, rationals.add(p, q))).toBe(true);
          expect(holds(differences, rationals.sub(p, q))).toBe(true);
          expect(holds(products, rationals.mul(p, q))).toBe(true);
          if (excludesZero) expect(holds(e.div(x, y), rationals.div(p, q))).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('results on points are as tight as the digits allow', () => {
  fc.assert(
    fc.property(moderate, moderate, precision, (x, y, digits) => {
      fc.pre(x !== 0 && y !== 0);
      const e = enclosures(digits);
      const [a, b] = [enclosures(200).of(x), enclosures(200).of(y)];
      for (const result of [e.add(a, b), e.mul(a, b), e.div(a, b), e.sqrt(e.mul(a, a))]) {
        const { lo, hi } = result;
        expect(Math.max(digitsOf(lo), digitsOf(hi))).toBeLessThanOrEqual(digits);
        if (lo.isZero() || hi.isZero()) continue;
        // One unit for the rounding of the operation; the operands are exact, the square was rounded before.
        expect(
          width(result)
            .div(lo.abs())
            .lte(new Decimal(`4e${1 - digits}`)),
        ).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('the root is held: squares of the bounds lie on both sides', () => {
  fc.assert(
    fc.property(fractions, precision, (r, digits) => {
      const argument = around(rationals.mul(r, r), rationals.mul(r, r));
      expect(holds(enclosures(digits).sqrt(argument), sign(r) < 0 ? rationals.neg(r) : r)).toBe(true);
      const positive = sign(r) < 0 ? rationals.neg(r) : r;
      const x = enclosures(30).fromRational(positive);
      const { lo, hi } = enclosures(digits).sqrt(x);
      const [low, high] = [endpointAsRational(lo), endpointAsRational(hi)];
      expect(atMost(rationals.mul(low, low), positive) && atMost(positive, rationals.mul(high, high))).toBe(
        true,
      );
    }),
  );
});

/** Integers between which scale * e^x lies, for a fraction x >= 0: series of x / 2^k, then k squarings. */
function expBetween(x: Rational, scale: bigint): readonly [bigint, bigint] {
  let halvings = 4n;
  while (x.num > x.den << (halvings - 4n)) halvings++;
  const argument = { num: x.num * scale, den: x.den << halvings };
  let [low, high] = [0n, 0n];
  let [below, above] = [scale, scale];
  for (let n = 1n; above > 1n; n++) {
    low += below;
    high += above;
    below = (below * argument.num) / (argument.den * n * scale);
    above = (above * argument.num) / (argument.den * n * scale) + 1n;
  }
  high += 2n * above;
  for (let k = 0n; k < halvings; k++) {
    low = (low * low) / scale;
    high = (high * high) / scale + 1n;
  }
  return [low, high];
}

/** Fractions between which e^x lies, within 10^-80 relative for moderate x. */
function expOracle(x: Rational): readonly [Rational, Rational] {
  const scale = 10n ** 110n;
  if (sign(x) >= 0) {
    const [low, high] = expBetween(x, scale);
    return [fraction(low, scale), fraction(high, scale)];
  }
  const [low, high] = expOracle(rationals.neg(x));
  return [rationals.div(fraction(1n), high), rationals.div(fraction(1n), low)];
}

function expHolds(digits: number, x: Rational): boolean {
  const { lo, hi } = enclosures(digits).exp(around(x, x));
  const [low, high] = expOracle(x);
  return atMost(endpointAsRational(lo), low) && atMost(high, endpointAsRational(hi));
}

test('the exponential is held', () => {
  const argument = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(argument, fc.constantFrom(1, 5, 25), ([n, places], digits) => {
      fc.pre(n % 40_000_000 !== 0);
      const x = fraction(BigInt(n % 40_000_000), 10n ** BigInt(places + 6));
      expect(expHolds(digits, x)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('the exponential is held next to the rounding boundaries, where decimal.js rounds wrongly', () => {
  expect(expHolds(5, parseRational('-0.091112502392624918404058223588'))).toBe(true);
  const Exact = Decimal.clone({ defaults: true, precision: 50 });
  const boundary = fc.tuple(
    fc.integer({ min: 10_000, max: 99_999 }),
    fc.integer({ min: 6, max: 20 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(boundary, ([c, t, above]) => {
      const point = new Exact(c)
        .times(new Exact(1).plus(new Exact(`${above ? '1' : '-1'}e-${t}`)))
        .div(100_000);
      const x = parseRational(point.ln().toSD(29).toString());
      expect(expHolds(5, x) && expHolds(4, x)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('decimal.js rounds the exponential wrongly, which is why its result is widened', () => {
  const Five = Decimal.clone({ defaults: true, precision: 5 });
  const wrong = Five.exp('-0.091112502392624918404058223588');
  expect(wrong.toString()).toBe('0.91292');
  expect(
    disjoint(
      enclosures(25).exp(
        around(
          parseRational('-0.091112502392624918404058223588'),
          parseRational('-0.091112502392624918404058223588'),
        ),
      ),
      { lo: new Decimal('0.912915'), hi: wrong },
    ),
  ).toBe(true);
});

test('the exponential is increasing in both bounds and tight', () => {
  fc.assert(
    fc.property(moderate, precision, (x, digits) => {
      fc.pre(Math.abs(x) < 1e6);
      const e = enclosures(digits);
      const result = e.exp(enclosures(400).of(x));
      expect(result.lo.lte(result.hi)).toBe(true);
      if (digits > 1)
        expect(
          width(result)
            .div(result.lo)
            .lte(new Decimal(`1e${2 - digits}`)),
        ).toBe(true);
      const wider = e.exp({ lo: new Decimal(-1e6), hi: new Decimal(1e6) });
      expect(wider.lo.lte(result.lo) && wider.hi.gte(result.hi)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('the exponential of exactly zero is exactly one, and of next to zero is not', () => {
  const e = enclosures(25);
  expect(formatEnclosure(e.exp(e.of(0)), 25)).toBe('[1, 1]');
  for (const x of [5e-324, -5e-324]) {
    const { lo, hi } = e.exp(e.of(x));
    expect(lo.lt(1) && hi.gt(1)).toBe(true);
  }
});

test('a tiny exponential is an ordinary number', () => {
  const e = enclosures(25);
  const { lo, hi } = e.exp(e.of(-1e6));
  expect(formatEnclosure({ lo, hi }, 12)).toBe('[3.29683147808e-434295, 3.29683147809e-434295]');
  const one = e.mul({ lo, hi }, e.exp(e.of(1e6)));
  expect(one.lo.lt(1) && one.hi.gt(1) && width(one).lt('1e-22')).toBe(true);
});

test('what decimal.js would flush to zero or infinity is refused in words', () => {
  const e = enclosures(10);
  const [huge, tiny] = [e.exp(e.of(9e15)), e.exp(e.of(-9e15))];
  expect(huge.hi.isFinite() && tiny.lo.isPositive()).toBe(true);
  // 2 * 9e15 / ln 10 = 7817300674258532.897..., and 10^0.897... is 7.90...
  const range = 'exponent must be at most 4e15 in size';
  expect(() => e.mul(huge, huge)).toThrow(
    new RegExp(`^enclosure.mul: ${range}, got 7.9\\d*e\\+7817300674258532$`),
  );
  expect(() => e.mul(tiny, tiny)).toThrow(`enclosure.mul: ${range}`);
  expect(() => e.div(huge, tiny)).toThrow(`enclosure.div: ${range}`);
  expect(() => e.div(tiny, huge)).toThrow(`enclosure.div: ${range}`);
  const end = { lo: new Decimal('9.9e4000000000000000'), hi: new Decimal('9.9e4000000000000000') };
  expect(() => e.add(end, end)).toThrow(`enclosure.add: ${range}`);
  expect(() => e.sub(end, e.neg(end))).toThrow(`enclosure.sub: ${range}`);
  for (const x of [9.1e15, -9.1e15, 1e18, -1e18, 1e300, -1e300]) {
    const message = /^enclosure.exp: argument must be at most 9e15 in size, got -?(91|1)/;
    expect(() => e.exp(e.of(x))).toThrow(message);
  }
  expect(e.sub(end, end).lo.isZero()).toBe(true);
});

test('what other code sets on decimal.js changes nothing', () => {
  const results = (): string[] => {
    const e = enclosures(30);
    const x = e.of(0.1);
    const y = e.div(e.exp(x), e.sqrt(e.add(x, e.mul(x, e.of(-7)).lo.lt(0) ? e.of(2) : x)));
    return [formatEnclosure(y, 35), formatEnclosure(e.exp(e.of(-1000)), 30), width(y).toString()];
  };
  const before = results();
  Decimal.set({ precision: 3, rounding: Decimal.ROUND_DOWN, minE: -5, maxE: 5, toExpNeg: 0, toExpPos: 0 });
  expect(results()).toEqual(before);
});

test('operands of another precision are not rounded before the operation', () => {
  const wide = enclosures(50).fromRational(fraction(1n, 3n));
  const difference = enclosures(5).sub(wide, enclosures(40).fromRational(fraction(1n, 3n)));
  expect(width(difference).lt('1e-39')).toBe(true);
  expect(digitsOf(enclosures(5).add(wide, wide).lo)).toBe(5);
});

test('the order is less or greater only for disjoint enclosures, and never equal', () => {
  const e = enclosures(25);
  expect(e.compare(e.of(1), e.of(2))).toBe('less');
  expect(e.compare(e.of(2), e.of(1))).toBe('greater');
  expect(e.compare(e.of(1), e.of(1))).toBe('overlap');
  const touching = around(fraction(1n), fraction(2n));
  expect([e.compare(touching, e.of(2)), e.compare(e.of(2), touching)]).toEqual(['overlap', 'overlap']);
});

test('what two enclosures share is what both hold', () => {
  fc.assert(
    fc.property(fractions, fractions, fractions, fractions, fractions, (a, b, c, d, x) => {
      const [p, q] = [around(a, b), around(c, d)];
      const shared = intersect(p, q);
      expect(shared === undefined).toBe(disjoint(p, q));
      expect(disjoint(p, q)).toBe(disjoint(q, p));
      expect(shared !== undefined && holds(shared, x)).toBe(holds(p, x) && holds(q, x));
    }),
    { numRuns: 500 },
  );
});

test('the width is rounded up', () => {
  const unit = { lo: new Decimal('-1e-50'), hi: new Decimal(1) };
  expect(width(unit).toString()).toBe('1.0000000000000000001');
});

test('the text is rounded outward', () => {
  const third = enclosures(25).fromRational(fraction(1n, 3n));
  expect(formatEnclosure(third, 5)).toBe('[0.33333, 0.33334]');
  expect(formatEnclosure(enclosures(25).neg(third), 5)).toBe('[-0.33334, -0.33333]');
  expect(formatEnclosure(enclosures(25).of(-0), 5)).toBe('[0, 0]');
});

test('an endpoint becomes the fraction it is', () => {
  for (const text of ['0', '-1.25', '1e30', '-3e-30', '12345.678']) {
    expect(endpointAsRational(new Decimal(text))).toEqual(parseRational(text));
  }
});

test('a divisor that may be zero and the root of what may be negative are refused', () => {
  const e = enclosures(5);
  const straddling = around(fraction(-1n), fraction(2n));
  const message = (bounds: string): RangeError =>
    new RangeError(`enclosure.div: divisor must exclude zero, got ${bounds}`);
  expect(() => e.div(e.of(1), straddling)).toThrow(message('[-1, 2]'));
  expect(() => e.div(e.of(1), e.of(0))).toThrow(message('[0, 0]'));
  expect(() => e.div(e.of(1), around(fraction(0n), fraction(1n)))).toThrow(message('[0, 1]'));
  expect(() => e.div(e.of(1), around(fraction(-1n), fraction(0n)))).toThrow(message('[-1, 0]'));
  expect(() => e.sqrt(straddling)).toThrow(
    new RangeError('enclosure.sqrt: argument must be non-negative, got [-1, 2]'),
  );
  expect(e.sqrt(e.of(0)).hi.isZero()).toBe(true);
});

test('digits out of range and numbers that are not finite are refused', () => {
  for (const digits of [0, -1, 1.5, 4001, Number.NaN]) {
    expect(() => enclosures(digits)).toThrow(
      new RangeError(`enclosures: digits must be an integer from 1 to 4000, got ${digits}`),
    );
  }
  expect(enclosures(4000).digits).toBe(4000);
  expect(() => enclosures(5).of(Number.NaN)).toThrow(RangeError);
  expect(isZero(endpointAsRational(enclosures(1).of(0).lo))).toBe(true);
});
