import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rationals } from '#arithmetic/rational.ts';
import { sum } from '#arithmetic/space.ts';
import type { Grain } from '#domain/grain.ts';
import { flat } from '#domain/layout.ts';
import { matrices } from '#domain/matrix.ts';
import {
  aboveZero,
  aligned,
  alignedSizes,
  attention,
  normalisable,
  tame,
  unlikeZero,
  withIntegers,
  withPositives,
} from '#law/attention-cases.ts';
import { exactScores } from '#law/matrix.ts';

const grains: readonly Grain[] = ['integer', 'dyadic', 'double'];

test('tame numbers are at most 4 in size, so that e^score of three coordinates is a binary32 number', () => {
  for (const grain of grains) {
    fc.assert(fc.property(tame.numbers(grain), (x) => tame.admits(x)));
  }
  expect([tame.admits(4), tame.admits(-4.1), tame.admits(Number.NaN)]).toEqual([true, false, false]);
  expect(Math.fround(Math.exp(3 * 4 ** 2))).toBeLessThan(Number.POSITIVE_INFINITY);
});

test('named numbers are made integers of a size, or positive, and random cases are members', () => {
  const base = matrices('x, e, b', { e: [], b: [], x: ['n'] }, unlikeZero);
  const domain = withPositives(withIntegers(base, 4, 'e'), 'b');
  for (const grain of grains) fc.assert(fc.property(domain.arbitrary(grain), domain.includes));
  expect([-2, 0, 3].map(aboveZero)).toEqual([2, 1, 3]);
  const x = [1];
  const cases = [
    { e: -4, b: 0.5, x },
    { e: 4.5, b: 1, x },
    { e: 5, b: 1, x },
    { e: 0, b: 0, x },
    { e: 0, b: -1, x },
  ];
  expect(cases.map(domain.includes)).toEqual([true, false, false, false, false]);
  expect([...domain.graded()].every(domain.includes)).toBe(true);
  expect(domain.name).toBe('x, e, b, integers e of size at most 4, b > 0');
});

test('a case can be normalised when no query has scores that sum to zero', () => {
  const domain = normalisable(matrices('q, k, v', attention, unlikeZero));
  expect(domain.includes({ q: [[1], [2]], k: [[1], [-2]], v: [[0], [0]] })).toBe(true);
  expect(domain.includes({ q: [[1], [2]], k: [[1], [-1]], v: [[0], [0]] })).toBe(false);
  expect(domain.includes({ q: [[1], [0]], k: [[1], [-2]], v: [[0], [0]] })).toBe(false);
  for (const { q, k } of domain.graded()) {
    expect(exactScores(q, k).every((row) => sum(rationals, row).num !== 0n)).toBe(true);
  }
});

test('aligned cases have as many queries as keys and values', () => {
  const cases = [...matrices('q, k, v', aligned, { sizes: alignedSizes }).graded({ cases: 60 })];
  expect(cases.every(({ q, k, v }) => q.length === k.length && k.length === v.length)).toBe(true);
  expect(new Set(cases.map(({ q }) => q.length))).toEqual(new Set([1, 2, 3]));
  expect(Math.max(...cases.map((c) => flat(c).length))).toBe(18);
});
