import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ball, balls } from '#arithmetic/ball.ts';
import { pointExponential } from '#arithmetic/ball-exp.ts';
import { expPlan } from '#arithmetic/ball-exp-plan.ts';
import { covers, expBracket, logarithm } from './bracket.ts';

const precisions = fc.constantFrom(2, 30, 53, 100, 169, 336, 668);

interface Point {
  readonly num: bigint;
  readonly exp: number;
}

function at(bits: number, { num, exp }: Point): Ball {
  return pointExponential(expPlan(bits), num, exp);
}

/** Full-length arguments of size 2^k for k from -40 to 12. */
const points: fc.Arbitrary<Point> = fc
  .tuple(fc.bigInt({ min: -(1n << 700n), max: 1n << 700n }), fc.integer({ min: -740, max: -688 }))
  .map(([num, exp]) => ({ num, exp }));

/** x = ln(c (1 +- 10^-t)) for simple c, and its neighbours: e^x is next to a number with few digits. */
const adversarial: fc.Arbitrary<Point> = fc
  .tuple(
    fc.constantFrom<[bigint, bigint][]>(
      [1n, 1n],
      [2n, 1n],
      [1n, 2n],
      [10n, 1n],
      [1n, 1000n],
      [3n, 4n],
      [1n << 64n, 1n],
    ),
    fc.integer({ min: 1, max: 120 }),
    fc.constantFrom(-1n, 0n, 1n),
    fc.constantFrom(-1n, 0n, 1n),
  )
  .map(([[num, den], digits, side, ulp]) => {
    const power = 10n ** BigInt(digits);
    const { num: x, exp } = logarithm(num * (power + side), den * power, 450);
    return { num: x + ulp, exp };
  });

const extreme: fc.Arbitrary<Point> = fc.oneof(
  fc.constantFrom(
    { num: 6_000_000_000_000_000n, exp: 0 },
    { num: -6_000_000_000_000_000n, exp: 0 },
    { num: 1n, exp: -1e9 },
    { num: -1n, exp: -1e9 },
    { num: 0n, exp: 0 },
    { num: 0n, exp: 1e9 },
    { num: 3n, exp: 50 },
  ),
  fc
    .tuple(fc.bigInt({ min: -6n << 200n, max: 6n << 200n }), fc.integer({ min: -201, max: -154 }))
    .map(([num, exp]) => ({ num, exp })),
);

function checkPoint(bits: number, point: Point): void {
  const ball = at(bits, point);
  expect(covers(ball, expBracket(point.num, Math.max(point.exp, -5000), bits + 100))).toBe(true);
  expect(ball.mid > ball.rad << BigInt(bits + 4)).toBe(true);
}

test('the exponential of a point is enclosed, to a relative 2^-(bits + 4)', () => {
  fc.assert(fc.property(precisions, points, checkPoint), { numRuns: 250 });
});

test('exponentials next to numbers of few digits are enclosed', () => {
  fc.assert(fc.property(precisions, adversarial, checkPoint), { numRuns: 40 });
});

test('exponentials of huge and of tiny arguments are enclosed, to the same relative accuracy', () => {
  fc.assert(fc.property(precisions, extreme, checkPoint), { numRuns: 150 });
});

test('the multiples of ln 2 and their neighbours are reduced without leaving the tables', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(2 ** 53) * 0.69, max: 2 ** 53 * 0.66 }),
      fc.integer({ min: -60, max: 60 }),
      (k, away) => {
        const { width, ln2 } = expPlan(169);
        const divided = BigInt(k) / (1n << BigInt(Math.abs(away) % 53));
        const argument = divided * ln2 + (away < 0 ? -1n : 1n) * (1n << BigInt(Math.abs(away)));
        checkPoint(169, { num: argument, exp: -width - 64 });
      },
    ),
    { numRuns: 100 },
  );
});

test('the exponential is above its midpoint by at most the radius, and below it by less than three units', () => {
  fc.assert(
    fc.property(points, (point) => {
      // Every step cuts off but the reduction, which is off by at most 1.003 units before a factor 2.001.
      const { mid, rad, exp } = at(169, point);
      const above = { mid: 2n * mid + rad - 3n, rad: rad + 3n, exp: exp - 1 };
      expect(covers(above, expBracket(point.num, point.exp, 300))).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('e^x e^y and e^(x + y) have numbers in common, e^x and e^-x multiply to 1', () => {
  fc.assert(
    fc.property(precisions, points, points, (bits, x, y) => {
      const a = balls(bits);
      const [bx, by] = [x, y].map(({ num, exp }) => ({ mid: num, rad: 0n, exp })) as [Ball, Ball];
      const wide = balls(800);
      expect(a.compare(a.mul(a.exp(bx), a.exp(by)), a.exp(wide.add(bx, by)))).toMatch(/^(overlap|equal)$/);
      expect(a.compare(a.mul(a.exp(bx), a.exp(a.neg(bx))), a.of(1))).toMatch(/^(overlap|equal)$/);
    }),
    { numRuns: 150 },
  );
});

test('the exponential grows with its argument, and says so as soon as the precision shows it', () => {
  fc.assert(
    fc.property(precisions, points, fc.integer({ min: 0, max: 700 }), (bits, point, step) => {
      const a = balls(bits);
      const higher = { num: point.num + (1n << BigInt(step)), exp: point.exp };
      const order = a.compare(at(bits, point), at(bits, higher));
      expect(order).not.toBe('greater');
      if (step + point.exp > 2 - bits) expect(order).toBe('less');
    }),
    { numRuns: 150 },
  );
});

test('an argument beyond 6e15 in size is refused', () => {
  const plan = expPlan(60);
  const refused = /^ball\.exp: argument must be at most 6e15 in size, got /;
  expect(() => pointExponential(plan, 6_000_000_000_000_001n, 0)).toThrow(
    new RangeError('ball.exp: argument must be at most 6e15 in size, got 6000000000000001 * 2^0'),
  );
  expect(() => pointExponential(plan, -6_000_000_000_000_001n, 0)).toThrow(refused);
  expect(() => pointExponential(plan, 1n, 53)).toThrow(refused);
  expect(() => pointExponential(plan, 1n, 1e12)).toThrow(refused);
  expect(() => pointExponential(plan, -1n, 1e12)).toThrow(refused);
});
