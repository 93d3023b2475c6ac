import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binary64, next } from '#arithmetic/float-format.ts';
import { fraction, rationals } from '#arithmetic/rational.ts';
import type { Univariate } from '#arithmetic/sturm.ts';
import { crossingAt, enclosedAt, signAtBeta } from '#judge/crossing.ts';
import { signChangesAboveOne } from '#judge/sign-change.ts';
import { ample } from './budget.ts';
import { othersOf } from './three-tokens.ts';

/** The polynomial u - root. */
function linear(num: bigint, den = 1n): Univariate {
  return [rationals.neg(fraction(num, den)), fraction(1n)];
}

test('the doubles around a crossing are neighbours with opposite signs, at sqrt(parts ln root)', () => {
  const size = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 12n }));
  fc.assert(
    fc.property(size, fc.constantFrom(1, 2, 3), ([n, d], parts) => {
      const p = linear(n + d, d);
      const { below, above } = crossingAt(p, signChangesAboveOne(p)[0]!, parts);
      expect(next(binary64, below)).toBe(above);
      expect([signAtBeta(p, below, parts), signAtBeta(p, above, parts)]).toEqual([-1, 1]);
      const closed = Math.sqrt(parts * Math.log1p(Number(n) / Number(d)));
      expect(Math.abs(below / closed - 1)).toBeLessThan(2 ** -48);
    }),
    { numRuns: 50 },
  );
});

test('e^(beta^2) passes 2 between two doubles next to sqrt(ln 2)', () => {
  const p = linear(2n);
  const { below, above } = crossingAt(p, signChangesAboveOne(p)[0]!, 1);
  expect([below, above]).toEqual([0.8325546111576977, 0.8325546111576978]);
});

test('the sign is certain where no double arithmetic would see it', () => {
  // e^(beta^2) - 1 = 2^-200 + ... at beta = 2^-100, against 1 + 2^-200.
  const p = linear((1n << 200n) + 1n, 1n << 200n);
  expect(signAtBeta(p, 2 ** -100, 1)).toBe(1);
  expect(signAtBeta(linear(1n), 2 ** -300, 1)).toBe(1);
});

test('an entry is enclosed on one side of a bound, with its decimals', () => {
  const enclosed = enclosedAt(4, othersOf(2), ample);
  const found = enclosed(1, 0, fraction(1n, 2n));
  expect(found).toMatchObject({ order: 'less', digits: 25 });
  // 1 / (e + 1)
  expect(found?.lo).toMatch(/^0\.268941421369995120748840/);
  expect(enclosed(1, 0, fraction(1n, 4n))?.order).toBe('greater');
});

test('digits are doubled until a bound next to the value is passed, and the same beta is computed once', () => {
  let evaluations = 0;
  const enclosed = enclosedAt(
    4,
    (s, frame) => {
      evaluations++;
      return othersOf(2)(s, frame);
    },
    ample,
  );
  const nearby = fraction(268941421369995120748840758n, 10n ** 27n);
  expect(enclosed(1, 0, nearby)).toMatchObject({ digits: 50, order: 'greater' });
  expect(evaluations).toBe(2);
  enclosed(1, 0, nearby);
  expect(evaluations).toBe(2);
});

test('a bound that is the value itself is never passed', () => {
  const enclosed = enclosedAt(4, (s) => [s.scalars.of(1)], { ...ample, mostDigits: 100 });
  expect(enclosed(1, 0, fraction(1n))).toBeUndefined();
});
