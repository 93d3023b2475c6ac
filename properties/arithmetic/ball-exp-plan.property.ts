import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expPlan } from '#arithmetic/ball-exp-plan.ts';
import { expBracket } from './bracket.ts';

const precisions = [2, 60, 110, 169, 336, 668, 1400];

/** Whether `kept` is the floor of every number of the bracket at a scale, or one less. */
function isJustBelow(kept: bigint, bracket: ReturnType<typeof expBracket>, scale: number): boolean {
  const shift = BigInt(-bracket.exp - scale);
  return kept << shift <= bracket.lo && (kept + 1n) << shift >= bracket.lo - (1n << (shift - 30n));
}

test('a plan fills whole machine words, keeps at least 16 bits more than asked for, and is made once', () => {
  for (const bits of [...precisions, 46, 47, 110, 111, 174, 175]) {
    const plan = expPlan(bits);
    expect(plan.width).toBeGreaterThanOrEqual(bits + 16);
    expect(plan.width).toBeGreaterThanOrEqual(126);
    expect(plan.width).toBeLessThan(Math.max(127, bits + 80));
    expect((plan.width + 2) % 64).toBe(0);
    expect(expPlan(bits)).toBe(plan);
  }
});

test('every table entry is the exponential of its index, cut off', () => {
  for (const bits of [60, 336]) {
    const { width, tables } = expPlan(bits);
    expect(tables.map((table) => table.length)).toEqual([178, 256, 256, 256]);
    tables.forEach((table, q) => {
      expect(table[0]).toBe(1n << BigInt(width));
      table.forEach((entry, i) => {
        expect(i === 0 || isJustBelow(entry, expBracket(BigInt(i), -8 * (q + 1), width), width)).toBe(true);
      });
    });
  }
});

test('the exponential of ln 2 is 2 within the error stated for ln 2', () => {
  fc.assert(
    fc.property(fc.constantFrom(...precisions), (bits) => {
      const { width, ln2 } = expPlan(bits);
      const scale = width + 64;
      const atLeast = expBracket(ln2 - 1n, -scale, scale);
      const atMost = expBracket(ln2 + 2n, -scale, scale);
      expect(atLeast.hi < 1n << BigInt(1 - atLeast.exp)).toBe(true);
      expect(atMost.lo > 1n << BigInt(1 - atMost.exp)).toBe(true);
    }),
    { numRuns: 10 },
  );
});

test('the coefficients are those of the exponential series, the last negligible one left out', () => {
  for (const bits of precisions) {
    const { width, runs, last, radius } = expPlan(bits);
    const coefficients = [last, ...runs.flatMap((run) => run.coefficients)].reverse();
    const degree = coefficients.length - 1;
    let factorial = 1n;
    coefficients.forEach((coefficient, j) => {
      factorial *= BigInt(Math.max(j, 1));
      expect(coefficient).toBe((1n << BigInt(width - 32 * j)) / factorial);
    });
    const next = factorial * BigInt(degree + 1);
    expect(next << BigInt(32 * (degree + 1)) >= 1n << BigInt(width)).toBe(true);
    expect(radius).toBe(BigInt(9 * degree + 27));
  }
});

test('no step of the series cuts off more of the argument than its place allows', () => {
  for (const bits of precisions) {
    const { width, runs } = expPlan(bits);
    let place = runs.reduce((count, run) => count + run.coefficients.length, 0);
    for (const { cut, shift, coefficients } of runs) {
      place -= coefficients.length;
      expect(Number(cut)).toBeLessThanOrEqual(32 * place);
      expect(Number(shift)).toBe(width - 32 - Number(cut));
    }
    expect(place).toBe(0);
  }
});
