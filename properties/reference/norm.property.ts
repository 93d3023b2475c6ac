import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import { exactly, fraction, rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import { counting } from '#arithmetic/tally.ts';
import { innerProducts, norm, squaredNorm } from '#reference/norm.ts';

const entries = fc.integer({ min: -20, max: 20 }).map((n) => n / 4);
const vectors = fc.array(entries, { maxLength: 5 });

test('the squared norm is the sum of the squares of the coordinates', () => {
  fc.assert(
    fc.property(vectors, (v) => {
      const squares = v.reduce((total, entry) => total + entry * entry, 0);
      expect(squaredNorm(coordinates(rationals, v.length), v.map(exactly))).toEqual(exactly(squares));
    }),
  );
});

test('the norm is the non-negative root of the squared norm', () => {
  const a = enclosures(30);
  expect(norm(coordinates(a, 2), [a.of(3), a.of(-4)])).toEqual(a.of(5));
  expect(norm(coordinates(a, 0), [])).toEqual(a.of(0));
  fc.assert(
    fc.property(vectors, (v) => {
      const space = coordinates(a, v.length);
      const lifted = v.map(a.of);
      const length = norm(space, lifted);
      expect(length.lo.gte(0)).toBe(true);
      expect(a.compare(a.mul(length, length), squaredNorm(space, lifted))).toBe('overlap');
    }),
  );
});

test('inner products stand at the row of their query and the column of their key', () => {
  const space = coordinates(rationals, 2);
  const q = [
    [1, 2],
    [3, 4],
    [5, 6],
  ].map((v) => v.map(exactly));
  const k = [
    [1, 10],
    [100, 1000],
  ].map((v) => v.map(exactly));
  expect(innerProducts(space, q, k).map((row) => row.map((entry) => entry.num))).toEqual([
    [21n, 2100n],
    [43n, 4300n],
    [65n, 6500n],
  ]);
  expect(innerProducts(space, [], k)).toEqual([]);
  expect(innerProducts(space, q, [])).toEqual([[], [], []]);
  expect(innerProducts(coordinates(rationals, 0), [[]], [[], []])).toEqual([[fraction(0n), fraction(0n)]]);
});

test('n m inner products cost n m dk multiplications and n m (dk - 1) additions', () => {
  const size = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(size, size, size, (n, m, dk) => {
      const { arithmetic, tally } = counting();
      const rows = (length: number): null[][] =>
        Array.from({ length }, () => Array.from({ length: dk }, () => null));
      innerProducts(coordinates(arithmetic, dk), rows(n), rows(m));
      expect(tally()).toEqual({ mul: n * m * dk, add: n * m * (dk - 1), div: 0, exp: 0, sqrt: 0 });
    }),
  );
});
