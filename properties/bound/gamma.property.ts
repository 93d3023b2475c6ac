import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly, fraction, rationals } from '#arithmetic/rational.ts';
import { gamma, raised } from '#bound/gamma.ts';
import { formats } from './allowed.ts';

test('gamma_k is k u / (1 - k u), rounded up by less than a part in 2^29', () => {
  fc.assert(
    fc.property(fc.constantFrom(...formats), fc.nat(2 ** 23), ({ unitRoundoff: u }, k) => {
      const ku = rationals.mul(exactly(k), exactly(u));
      const exact = rationals.div(ku, rationals.sub(fraction(1n), ku));
      const computed = exactly(gamma(k, u));
      expect(rationals.compare(computed, exact)).not.toBe('less');
      expect(rationals.compare(computed, rationals.mul(exact, exactly(1 + 2 ** -29)))).not.toBe('greater');
    }),
  );
});

test('a product of k factors 1 + d, |d| <= u, is within gamma_k of 1', () => {
  const u = 2 ** -24;
  for (const k of [1, 2, 1000]) {
    const up = rationals.sub(
      Array.from({ length: k }, () => exactly(1 + u)).reduce(rationals.mul, fraction(1n)),
      fraction(1n),
    );
    expect(rationals.compare(up, exactly(gamma(k, u)))).not.toBe('greater');
  }
});

test('no rounding is no error, and of too many roundings nothing is known', () => {
  expect(gamma(0, 2 ** -24)).toBe(0);
  expect(gamma(2 ** 24, 2 ** -24)).toBe(Number.POSITIVE_INFINITY);
  expect(gamma(Number.NaN, 2 ** -24)).toBe(Number.POSITIVE_INFINITY);
  expect(raised(1)).toBe(1 + 2 ** -30);
});
