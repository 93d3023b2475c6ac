import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Ball,
  type Balls,
  balls,
  contains,
  endpoints,
  formatBall,
  intersects,
} from '#arithmetic/ball.ts';
import { bitLength, dyadic, nearestDouble } from '#arithmetic/dyadic.ts';
import { exactly, fraction, fromDyadic, type Rational, rationals } from '#arithmetic/rational.ts';
import { doubles, fractions } from './arbitrary.ts';
import { covers, expBracket } from './bracket.ts';

const q = rationals;
const precisions = fc.constantFrom(2, 10, 24, 53, 100, 169, 668);

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

const midpoints = fc.oneof(
  fc.bigInt({ min: -5n, max: 5n }),
  fc.bigInt({ min: -(1n << 60n), max: 1n << 60n }),
  fc.bigInt({ min: -(1n << 700n), max: 1n << 700n }),
  fc.bigInt({ min: -(1n << 1600n), max: 1n << 1600n }),
);

/** Points, narrow balls, balls about as wide as they are far from zero, and wider ones; of every size nearby. */
const someBalls: fc.Arbitrary<Ball> = fc
  .tuple(
    midpoints,
    fc.oneof(fc.constantFrom(0n, 1n), fc.bigInt({ min: 0n, max: 1n << 90n })),
    fc.constantFrom('narrow', 'touching', 'wide'),
    fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -900, max: 900 })),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([mid, small, kind, exp, offset]) => {
    const touching = magnitude(mid) + BigInt(offset);
    const rad = kind === 'narrow' ? small : kind === 'touching' ? touching : touching + small;
    return { mid, rad: rad < 0n ? 0n : rad, exp };
  });

const narrowBalls: fc.Arbitrary<Ball> = fc
  .tuple(
    fc.bigInt({ min: 1n << 99n, max: 1n << 100n }),
    fc.bigInt({ min: 0n, max: 1n << 60n }),
    fc.integer({ min: -110, max: -90 }),
    fc.boolean(),
  )
  .map(([mid, rad, exp, negative]) => ({ mid: negative ? -mid : mid, rad, exp }));

/** Both ends, the middle and a number between, exactly. */
function numbersOf(ball: Ball): Rational[] {
  const { lo, hi } = endpoints(ball);
  const third = fraction(1n, 3n);
  const [low, high] = [fromDyadic(lo), fromDyadic(hi)];
  const mid = fromDyadic({ mantissa: ball.mid, exponent: ball.exp });
  return [low, mid, q.add(low, q.mul(third, q.sub(high, low))), high];
}

function hasZero({ mid, rad }: Ball): boolean {
  return magnitude(mid) <= rad;
}

function widthOf({ rad, exp }: Ball): Rational {
  return fromDyadic({ mantissa: 2n * rad, exponent: exp });
}

/** 2^e exactly. */
function power(e: number): Rational {
  return fromDyadic({ mantissa: 1n, exponent: e });
}

function absolute(r: Rational): Rational {
  return fraction(magnitude(r.num), r.den);
}

/** Largest distance between two of the numbers. */
function hullWidth(numbers: readonly Rational[]): Rational {
  const greatest = numbers.reduce((x, y) => (q.compare(x, y) === 'less' ? y : x));
  const least = numbers.reduce((x, y) => (q.compare(x, y) === 'greater' ? y : x));
  return q.sub(greatest, least);
}

const operations = ['add', 'sub', 'mul', 'div'] as const;

for (const operation of operations) {
  test(`${operation}: every result of numbers of the operands lies in the result`, () => {
    fc.assert(
      fc.property(precisions, someBalls, someBalls, (bits, x, y) => {
        fc.pre(operation !== 'div' || !hasZero(y));
        const result = balls(bits)[operation](x, y);
        expect(result.rad >= 0n).toBe(true);
        for (const a of numbersOf(x)) {
          for (const b of numbersOf(y)) expect(contains(result, q[operation](a, b))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test(`${operation}: the result of narrow balls is hardly wider than it must be`, () => {
    fc.assert(
      fc.property(precisions, narrowBalls, narrowBalls, (bits, x, y) => {
        const result = balls(bits)[operation](x, y);
        const exact = numbersOf(x).flatMap((a) => numbersOf(y).map((b) => q[operation](a, b)));
        const size = absolute(exact[0]!);
        const least = hullWidth(exact);
        const allowed = q.add(q.mul(least, q.add(q.of(1), power(-20))), q.mul(size, power(2 - bits)));
        expect(q.compare(widthOf(result), allowed)).not.toBe('greater');
      }),
      { numRuns: 100 },
    );
  });
}

test('a result of exact points is exact, or has a radius below 2^-bits of its midpoint', () => {
  const point = midpoints.map((mid) => ({ mid, rad: 0n, exp: -30 }));
  fc.assert(
    fc.property(precisions, point, point, (bits, x, y) => {
      fc.pre(y.mid !== 0n);
      const a = balls(bits);
      const results = [a.mul(x, y), a.div(x, y), a.sqrt({ ...y, mid: magnitude(y.mid) }), a.add(x, y)];
      for (const { mid, rad } of results)
        expect(rad === 0n || rad << BigInt(bits) < magnitude(mid)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('sums, products, quotients and roots of doubles are exact when they are short', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (m, n) => {
      const a = balls(53);
      const [x, y] = [a.of(m / 1024), a.of(n / 64)];
      const [rx, ry] = [exactly(m / 1024), exactly(n / 64)];
      for (const [ball, exact] of [
        [a.add(x, y), q.add(rx, ry)],
        [a.sub(x, y), q.sub(rx, ry)],
        [a.mul(x, y), q.mul(rx, ry)],
        [a.neg(x), q.neg(rx)],
        [a.div(a.mul(x, a.of(5)), a.of(5)), rx],
        [a.div(a.of(0), a.of(3)), q.of(0)],
        [a.sqrt(a.mul(x, x)), absolute(rx)],
      ] as const) {
        expect(ball.rad).toBe(0n);
        expect(contains(ball, exact)).toBe(true);
      }
    }),
  );
});

test('doubles enter exactly, fractions to within the precision', () => {
  fc.assert(
    fc.property(precisions, doubles, fractions, (bits, x, r) => {
      const a = balls(bits);
      expect(a.bits).toBe(bits);
      expect(a.of(x)).toEqual({ mid: dyadic(x).mantissa, rad: 0n, exp: dyadic(x).exponent });
      const ball = a.fromRational(r);
      expect(contains(ball, r)).toBe(true);
      expect(ball.rad === 0n || ball.rad << BigInt(bits) < magnitude(ball.mid)).toBe(true);
    }),
  );
});

test('exponents far apart give an enclosure, not a gigantic integer', () => {
  fc.assert(
    fc.property(
      precisions,
      fc.integer({ min: 10_000, max: 8e15 }),
      fc.constantFrom(-1n, 1n),
      (bits, far, sign) => {
        const a = balls(bits);
        const tiny = { mid: sign, rad: 0n, exp: -far };
        const reach = power(-2 * bits - 200);
        for (const result of [a.add(a.of(1), tiny), a.add(tiny, a.of(1)), a.sub(a.of(1), a.neg(tiny))]) {
          expect(bitLength(magnitude(result.mid)) < 3 * bits + 300).toBe(true);
          // 1 and a point of the same side but beyond 1 + tiny: the ball is convex.
          const { lo, hi } = endpoints(result);
          const beyond = sign < 0n ? fromDyadic(lo) : fromDyadic(hi);
          expect(contains(result, q.of(1))).toBe(true);
          expect(q.compare(beyond, q.of(1))).toBe(sign < 0n ? 'less' : 'greater');
          expect(q.compare(widthOf(result), q.add(reach, power(2 - bits)))).toBe('less');
        }
        const wide = a.mul({ mid: 1n, rad: 1n, exp: 0 }, { mid: 1n, rad: 0n, exp: -far });
        expect(contains(a.add(a.of(1), wide), q.of(1))).toBe(true);
        expect(a.add(a.of(0), tiny)).toEqual(tiny);
        expect(a.add(tiny, a.of(0))).toEqual(tiny);
      },
    ),
    { numRuns: 200 },
  );
});

test('the root squared gives back both ends of the argument, and hardly more', () => {
  fc.assert(
    fc.property(precisions, fc.oneof(someBalls, narrowBalls), (bits, x) => {
      const { lo, hi } = endpoints(x);
      fc.pre(hi.mantissa >= 0n);
      const [low, high] = [fromDyadic(lo), fromDyadic(hi)];
      const result = balls(bits).sqrt(x);
      const [least, greatest] = [endpoints(result).lo, endpoints(result).hi].map(fromDyadic) as [
        Rational,
        Rational,
      ];
      expect(q.compare(q.mul(greatest, greatest), high)).not.toBe('less');
      expect(greatest.num >= 0n).toBe(true);
      if (least.num > 0n) {
        expect(q.compare(q.mul(least, least), low)).not.toBe('greater');
        // (greatest - least)(greatest + least) is the width of the square of the root.
        const square = q.sub(q.mul(greatest, greatest), q.mul(least, least));
        const allowed = q.add(q.mul(q.sub(high, low), q.of(4)), q.mul(high, power(4 - bits)));
        expect(q.compare(square, allowed)).toBe('less');
      } else if (lo.mantissa > 0n) {
        // Zero may come in only when the argument is wide.
        expect(q.compare(q.mul(low, q.of(16)), q.sub(high, low))).toBe('less');
      }
    }),
    { numRuns: 300 },
  );
});

test('the root of a narrow ball is hardly wider than it must be', () => {
  fc.assert(
    fc.property(precisions, narrowBalls, (bits, x) => {
      const positive = { ...x, mid: magnitude(x.mid) };
      const result = balls(bits).sqrt(positive);
      // The width of the root of x +- d is d / sqrt(x) up to terms of order d^2 <= 2^-39 d.
      const width = widthOf(result);
      const least = q.div(
        q.mul(widthOf(positive), widthOf(positive)),
        fromDyadic({ mantissa: positive.mid, exponent: x.exp }),
      );
      const floor = q.mul(fromDyadic({ mantissa: result.mid, exponent: result.exp }), power(2 - bits));
      const excess = q.sub(q.mul(q.of(2), width), q.mul(q.of(2), floor));
      const allowed = q.mul(least, q.add(q.of(1), power(-15)));
      expect(excess.num <= 0n || q.compare(q.mul(excess, excess), allowed) !== 'greater').toBe(true);
    }),
  );
});

/** Arguments of the exponential: points, narrow ones, around the width where the derivation changes, and wide. */
const arguments_: fc.Arbitrary<Ball> = fc
  .tuple(
    fc.bigInt({ min: -(1n << 210n), max: 1n << 210n }),
    fc.integer({ min: -1, max: 215 }),
    fc.integer({ min: 0, max: 6 }),
  )
  .map(([mid, size, odd]) => ({ mid, rad: size < 0 ? 0n : (1n << BigInt(size)) + BigInt(odd), exp: -204 }));

function endBrackets(
  { mid, rad, exp }: Ball,
  bits: number,
): [ReturnType<typeof expBracket>, ReturnType<typeof expBracket>] {
  return [expBracket(mid - rad, exp, bits), expBracket(mid + rad, exp, bits)];
}

test('the exponential of a ball encloses those of both its ends, and hardly more', () => {
  fc.assert(
    fc.property(precisions, arguments_, (bits, x) => {
      const result = balls(bits).exp(x);
      const [least, greatest] = endBrackets(x, bits + 100);
      expect(covers(result, least)).toBe(true);
      expect(covers(result, greatest)).toBe(true);
      const high = fromDyadic({ mantissa: greatest.hi, exponent: greatest.exp });
      const width = q.sub(high, fromDyadic({ mantissa: least.lo, exponent: least.exp }));
      const allowed = q.add(q.mul(width, q.add(q.of(1), power(-14))), q.mul(high, power(1 - bits)));
      expect(q.compare(widthOf(result), allowed)).toBe('less');
    }),
    { numRuns: 200 },
  );
});

test('a wider argument never gives a narrower exponential', () => {
  fc.assert(
    fc.property(precisions, arguments_, (bits, x) => {
      const a = balls(bits);
      const wider = a.exp({ ...x, rad: 2n * x.rad + 1n });
      expect(q.compare(widthOf(a.exp(x)), widthOf(wider))).not.toBe('greater');
      expect(a.compare(a.exp(x), wider)).toBe('overlap');
    }),
  );
});

test('the exponential of a ball is wider than that of its midpoint, however small the radius', () => {
  fc.assert(
    fc.property(arguments_, fc.integer({ min: 0, max: 10_000 }), (x, smaller) => {
      fc.pre(x.rad > 0n && x.mid !== 0n);
      const a = balls(100);
      const narrow = { ...x, rad: 1n, exp: x.exp - smaller };
      expect(a.exp(narrow).rad).toBeGreaterThan(a.exp({ ...narrow, rad: 0n }).rad);
    }),
  );
});

test('the exponential of exactly 0 is exactly 1', () => {
  for (const exp of [0, 5, 1e9, -1e9])
    expect(balls(60).exp({ mid: 0n, rad: 0n, exp })).toEqual(balls(60).of(1));
});

test('very wide arguments of the exponential are enclosed too', () => {
  const a = balls(60);
  const all = a.exp({ mid: 0n, rad: 6_000_000_000_000_000n, exp: 0 });
  expect(a.compare(all, a.exp(a.of(6e15)))).toBe('overlap');
  expect(a.compare(all, a.exp(a.of(-6e15)))).toBe('overlap');
  expect(contains(all, q.of(1))).toBe(true);
  const unit = a.exp({ mid: 1n, rad: 1n, exp: 3 });
  expect(covers(unit, expBracket(0n, 0, 60)) && covers(unit, expBracket(16n, 0, 60))).toBe(true);
});

test('a higher precision gives a narrower enclosure of the same number', () => {
  const formula = (a: Balls, x: number, y: number): Ball =>
    a.div(a.exp(a.of(x)), a.add(a.exp(a.of(x)), a.sqrt(a.add(a.of(1), a.mul(a.of(y), a.of(y))))));
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 700 }), doubleOf(20), doubleOf(1000), (bits, x, y) => {
      const [coarse, fine] = [formula(balls(bits), x, y), formula(balls(bits + 100), x, y)];
      expect(balls(bits).compare(coarse, fine)).toBe('overlap');
      expect(q.compare(widthOf(fine), q.mul(widthOf(coarse), power(-15)))).toBe('less');
      const expected = Math.exp(x) / (Math.exp(x) + Math.sqrt(1 + y * y));
      expect(nearestDouble({ mantissa: fine.mid, exponent: fine.exp }) / expected).toBeCloseTo(1, 12);
    }),
    { numRuns: 100 },
  );
});

function doubleOf(size: number): fc.Arbitrary<number> {
  return fc.integer({ min: -(2 ** 40), max: 2 ** 40 }).map((n) => (n / 2 ** 40) * size);
}

test('the order of balls is that of all their numbers', () => {
  fc.assert(
    fc.property(precisions, someBalls, someBalls, fc.boolean(), (bits, x, other, moved) => {
      const a = balls(bits);
      const y = moved ? a.add(x, { mid: other.mid, rad: 0n, exp: x.exp - 4 }) : other;
      const order = a.compare(x, y);
      const [xs, ys] = [numbersOf(x), numbersOf(y)];
      const orders = new Set(xs.flatMap((s) => ys.map((t) => q.compare(s, t))));
      expect(order === 'overlap' || (orders.size === 1 && orders.has(order))).toBe(true);
      const far = Math.abs(x.exp - y.exp) > 2 * bits + 256;
      // At neighbouring exponents the order is found whenever there is one.
      if (orders.size === 1 && !far) expect(order).toBe([...orders][0]);
      expect(a.compare(x, x)).toBe(x.rad === 0n ? 'equal' : 'overlap');
    }),
    { numRuns: 300 },
  );
});

test('exponents far apart compare without a gigantic integer', () => {
  const a = balls(53);
  const tiny = { mid: 1n, rad: 0n, exp: -1e15 };
  const huge = { mid: -1n, rad: 0n, exp: 1e15 };
  expect([a.compare(tiny, a.of(1)), a.compare(huge, tiny), a.compare(tiny, huge)]).toEqual([
    'less',
    'less',
    'greater',
  ]);
  expect([a.compare(a.of(0), tiny), a.compare(tiny, a.of(0)), a.compare(a.of(0), huge)]).toEqual([
    'less',
    'greater',
    'greater',
  ]);
  expect(a.compare(a.add(a.of(1), tiny), a.of(1))).toBe('overlap');
  // Points that differ beyond the reach of a comparison are not equal.
  const nearly = { mid: (1n << 5000n) + 1n, rad: 0n, exp: -5000 };
  expect([a.compare(nearly, a.of(1)), a.compare(a.of(1), nearly)]).toEqual(['overlap', 'overlap']);
});

test('membership is that of exact fractions', () => {
  fc.assert(
    fc.property(someBalls, fractions, fractions, fc.integer({ min: -1, max: 1 }), (x, r, s, side) => {
      const [lo, hi] = [fromDyadic(endpoints(x).lo), fromDyadic(endpoints(x).hi)];
      const within = (t: Rational): boolean => q.compare(t, lo) !== 'less' && q.compare(t, hi) !== 'greater';
      const nudge = q.mul(q.of(side), fraction(1n, 3n ** 900n));
      for (const t of [r, lo, hi, q.add(lo, nudge), q.add(hi, nudge)]) expect(contains(x, t)).toBe(within(t));
      const [least, greatest] = q.compare(r, s) === 'less' ? [r, s] : [s, r];
      const inCommon = q.compare(least, hi) !== 'greater' && q.compare(greatest, lo) !== 'less';
      expect(intersects(x, least, greatest)).toBe(inCommon);
      expect(intersects(x, q.sub(lo, q.of(1)), q.add(lo, nudge))).toBe(side >= 0);
      expect(intersects(x, q.add(hi, nudge), q.add(hi, q.of(1)))).toBe(side <= 0);
    }),
    { numRuns: 200 },
  );
});

test('membership is decided at any exponent', () => {
  const huge = balls(60).exp(balls(60).of(6e15));
  const tiny = balls(60).exp(balls(60).of(-6e15));
  expect([contains(huge, q.of(1)), contains(tiny, q.of(0)), contains(tiny, q.of(1))]).toEqual([
    false,
    false,
    false,
  ]);
  expect(intersects(tiny, q.of(0), q.of(1))).toBe(true);
  expect(intersects(huge, q.of(0), q.of(1))).toBe(false);
});

test('what cannot be computed is refused in words', () => {
  const a = balls(60);
  const around = { mid: -1n, rad: 1n, exp: 3 };
  expect(() => a.div(a.of(1), around)).toThrow(
    new RangeError('ball.div: divisor must exclude zero, got (-1 +- 1) * 2^3'),
  );
  expect(() => a.div(a.of(1), a.of(0))).toThrow(/^ball\.div: divisor must exclude zero/);
  expect(() => a.sqrt(a.of(-3))).toThrow(
    new RangeError('ball.sqrt: argument must not be negative, got (-3 +- 0) * 2^0'),
  );
  expect(a.sqrt(around)).toEqual(a.of(0));
  expect(() => a.exp(a.of(6.1e15))).toThrow(/^ball\.exp: argument must be at most 6e15 in size, got /);
  expect(() => a.exp({ mid: 1n, rad: 1n, exp: 1e12 })).toThrow(/^ball\.exp/);
  expect(() => a.exp({ mid: -1n, rad: 1n, exp: 1e12 })).toThrow(/^ball\.exp/);
  const huge = a.exp(a.of(6e15));
  expect(() => a.mul(huge, huge)).toThrow(/^ball: exponent must be/);
  const half = { mid: 1n, rad: 0n, exp: 2 ** 52 };
  expect(() => a.mul(half, half)).toThrow(
    new RangeError('ball: exponent must be at most 2^53 - 2^40 in size, got 9007199254740992'),
  );
  expect(() => a.div(huge, a.exp(a.of(-6e15)))).toThrow(/^ball: exponent must be/);
  expect(() => a.div(a.exp(a.of(-6e15)), huge)).toThrow(/^ball: exponent must be/);
  expect(() => a.of(Number.NaN)).toThrow(RangeError);
  for (const bits of [1, 2 ** 14 + 1, 53.5, Number.NaN]) {
    expect(() => balls(bits)).toThrow(
      new RangeError(`balls: bits must be an integer from 2 to 16384, got ${bits}`),
    );
  }
  expect(balls(2 ** 14).bits).toBe(16384);
  expect(formatBall({ mid: 3n, rad: 1n, exp: -4 })).toBe('(3 +- 1) * 2^-4');
});
