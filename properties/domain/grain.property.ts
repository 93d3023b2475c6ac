import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabet, positiveAlphabet, positiveNumber, realNumber } from '#domain/grain.ts';

const draws = { seed: 7, numRuns: 2000 };

test('the alphabet starts as a person would and repeats nothing', () => {
  expect(alphabet.slice(0, 8)).toEqual([0, 1, -1, 2, -2, 3, 0.5, 10]);
  expect(new Set(alphabet).size).toBe(alphabet.length);
  expect(new Set(positiveAlphabet).size).toBe(positiveAlphabet.length);
  expect(positiveAlphabet.every((x) => x > 0)).toBe(true);
});

test('integers are integers of both signs', () => {
  const drawn = fc.sample(realNumber('integer'), draws);
  expect(drawn.every((x) => Number.isInteger(x) && Math.abs(x) <= 20)).toBe(true);
  expect(Math.min(...drawn)).toBe(-20);
  expect(Math.max(...drawn)).toBe(20);
});

test('dyadic numbers lie on the grid 2^-6 Z, most of them off the integers', () => {
  const drawn = fc.sample(realNumber('dyadic'), draws);
  expect(drawn.every((x) => Number.isInteger(x * 64) && Math.abs(x) <= 16)).toBe(true);
  expect(drawn.filter((x) => !Number.isInteger(x)).length).toBeGreaterThan(draws.numRuns * 0.9);
});

test('doubles are of ordinary size, unlike those drawn from bit patterns', () => {
  const drawn = fc.sample(realNumber('double'), draws);
  const ordinary = (x: number): boolean => Math.abs(x) >= 0.1 && Math.abs(x) <= 30;
  expect(drawn.filter(ordinary).length).toBeGreaterThan(draws.numRuns * 0.4);
  expect(drawn.every((x) => Math.abs(x) < 32 && (x === 0 || Math.abs(x) >= 2 ** -10))).toBe(true);
  expect(drawn).toContain(0);
  expect(drawn.filter((x) => x < 0).length).toBeGreaterThan(draws.numRuns * 0.3);
});

test('doubles use all 53 bits', () => {
  const drawn = fc.sample(positiveNumber('double'), draws);
  expect(drawn.filter((x) => !Number.isInteger(x * 2 ** 40)).length).toBeGreaterThan(draws.numRuns * 0.9);
});

test('positive numbers of every grain are above zero', () => {
  for (const grain of ['integer', 'dyadic', 'double'] as const) {
    const drawn = fc.sample(positiveNumber(grain), draws);
    expect(drawn.every((x) => x > 0 && x <= 32)).toBe(true);
  }
  expect(fc.sample(positiveNumber('integer'), draws).every(Number.isInteger)).toBe(true);
  expect(fc.sample(positiveNumber('dyadic'), draws).every((x) => Number.isInteger(x * 64))).toBe(true);
});
