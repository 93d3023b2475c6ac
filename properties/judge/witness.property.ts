import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, parseRational, rationals } from '#arithmetic/rational.ts';
import { certify, exactlyApart, exactNumber } from '#judge/witness.ts';
import { fractions } from '../arithmetic/arbitrary.ts';
import { aboutX } from './statements.ts';

const inverse = aboutX(
  (a, { x }) => [x, a.div(a.of(1), x)],
  '=',
  (a) => [a.of(3), a.of(0.25)],
);

test('sides that are fractions are shown exactly where the digits allow, else rounded outward', () => {
  expect(certify(inverse, { x: 2 }, 1, 50, 100)).toEqual({
    inputs: [{ name: 'x', decimal: '2', hex: '0x1p+1' }],
    entry: 1,
    left: { term: 'x', lo: '2', hi: '2' },
    relation: '=',
    right: { term: '3', lo: '3', hi: '3' },
    digits: 50,
    gap: '1',
  });
  const third = certify(inverse, { x: 3 }, 2, 10, 10)!;
  expect(third.left).toEqual({ term: '1 / x', lo: '0.3333333333', hi: '0.3333333334' });
  expect(third.gap).toBe('0.0833333');
});

test('other sides are enclosed, with more digits until they are disjoint', () => {
  const near = aboutX(
    (a, { x }) => [a.exp(x)],
    '=',
    (a, { x }) => [a.add(a.exp(x), a.exp(a.of(-100)))],
  );
  const witness = certify(near, { x: 1 }, 1, 20, 400)!;
  expect(witness.digits).toBe(80);
  expect(witness.left.term).toBe('exp(x)');
  expect(witness.left.lo.startsWith('2.71828182845904523536')).toBe(true);
  expect(rationals.compare(parseRational(witness.left.hi), parseRational(witness.right.lo))).toBe('less');
  expect(witness.gap.startsWith('3.7200')).toBe(true);
  expect(certify(near, { x: 1 }, 1, 20, 79)).toBeUndefined();
});

test('the gap is measured whichever side is larger, and never overstated', () => {
  const about = (factor: number) =>
    aboutX(
      (a, { x }) => [a.mul(a.of(factor), a.exp(x))],
      '=',
      (a, { x }) => [a.mul(a.of(3), a.exp(x))],
    );
  expect(certify(about(1), { x: 1 }, 1, 50, 50)!.gap).toBe('5.43656');
  expect(certify(about(5), { x: 1 }, 1, 50, 50)!.gap).toBe('5.43656');
});

test('one exact number refutes a strict relation with a gap of 0', () => {
  const strict = aboutX(
    (a, { x }) => [a.exp(x)],
    '<',
    (a) => [a.of(1)],
  );
  const witness = certify(strict, { x: 0 }, 1, 50, 50)!;
  expect([witness.gap, witness.left.lo, witness.right.hi]).toEqual(['0', '1', '1']);
});

test('the logistic is shown, also where both arguments are exact', () => {
  const readOut = aboutX(
    (_a, { x }) => [x],
    '=',
    (a, { x }) => [a.neg(x)],
    { readout: 'logistic' },
  );
  const witness = certify(readOut, { x: 1 }, 1, 10, 10)!;
  expect(witness.left).toEqual({ term: '1 / (1 + exp(-x))', lo: '0.7310585781', hi: '0.7310585788' });
  const half = aboutX(
    (_a, { x }) => [x],
    '!=',
    (a) => [a.of(0)],
    { readout: 'logistic' },
  );
  expect(certify(half, { x: 0 }, 1, 10, 10)!.left).toEqual({
    term: '1 / (1 + exp(-x))',
    lo: '0.5',
    hi: '0.5',
  });
});

test('a divisor that may be zero certifies nothing', () => {
  const hidden = aboutX(
    (a, { x }) => [a.div(a.of(1), a.sub(a.sqrt(x), a.sqrt(x)))],
    '=',
    (a) => [a.of(1)],
  );
  expect(certify(hidden, { x: 2 }, 1, 25, 100)).toBeUndefined();
});

test('other errors are not hidden', () => {
  const broken = aboutX(
    (a, { x }) => {
      a.exp(x);
      throw new TypeError('broken');
    },
    '=',
    (a) => [a.of(1)],
  );
  expect(() => certify(broken, { x: 1 }, 1, 25, 100)).toThrow('broken');
});

test('no value lies outside its decimals, no gap is larger than the distance', () => {
  fc.assert(
    fc.property(fractions, fractions, fc.integer({ min: 1, max: 40 }), (l, r, digits) => {
      const { left, right, gap } = exactlyApart(l, r, digits);
      for (const [value, { lo, hi }] of [
        [l, left],
        [r, right],
      ] as const) {
        expect(rationals.compare(parseRational(lo), value)).not.toBe('greater');
        expect(rationals.compare(parseRational(hi), value)).not.toBe('less');
      }
      const difference = rationals.sub(l, r);
      const distance = difference.num < 0n ? rationals.neg(difference) : difference;
      expect(rationals.compare(parseRational(gap), distance)).not.toBe('greater');
      expect(gap === '0').toBe(distance.num === 0n);
    }),
  );
  expect(exactlyApart(fraction(1n), fraction(1n), 5).gap).toBe('0');
});

test('numbers are given in both notations', () => {
  expect(exactNumber('h0', -0.1)).toEqual({ name: 'h0', decimal: '-0.1', hex: '-0x1.999999999999ap-4' });
});
