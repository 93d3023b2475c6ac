import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, parseRational, rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import {
  closedForm,
  orthogonalReadings,
  shareForEveryCount,
  shareOfOrthogonalTokens,
  shareOfOthers,
} from '#claim/softmax-attention/orthogonal.ts';
import type { BelowEps, ForAllBeta } from '#claim/statement.ts';
import { runFold } from '#reference/fold.ts';
import { exactAt } from './exact.ts';
import { enclosed, sampling } from './truth.ts';

test('the share of the others is (n - 1) / (u + n - 1) on both sides of the induction', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 99 }), (others, u) => {
      const items = Array.from({ length: others }, () => ({ token: rationals.of(7) }));
      const given = { u: rationals.of(u) };
      const wanted = fraction(BigInt(others), BigInt(u + others));
      expect(runFold(shareOfOthers, coordinates(rationals, 0), given, items)).toEqual(wanted);
      expect(runFold(closedForm, coordinates(rationals, 0), given, items)).toEqual(wanted);
    }),
  );
  expect(shareForEveryCount).toMatchObject({ kind: 'lengths', first: 1, every: 1, readout: 'identity' });
});

test('the reference gives each row of 2, 3, 4 and 8 orthogonal tokens the share of the formula', () => {
  const parts = shareOfOrthogonalTokens.parts.slice(1).map(({ statement }) => statement as ForAllBeta);
  expect(parts.map(({ vectors }) => vectors)).toEqual([2, 3, 4, 8]);
  for (const { vectors: n, left, right } of parts) {
    const wanted = Array.from({ length: n }, () => `${n - 1}/${n + 4}`);
    const formatted = n === 8 ? wanted.map(() => '7/12') : n === 3 ? wanted.map(() => '2/7') : wanted;
    expect(exactAt(left, n, 5)).toEqual(formatted);
    expect(exactAt(right, n, 5)).toEqual(formatted);
  }
});

test('n orthogonal tokens comply with eps from sqrt(ln((n - 1) (1/eps - 1))) on', () => {
  for (const { name, statement } of orthogonalReadings.slice(1)) {
    const { vectors: n, quantity, eps, formula } = statement as BelowEps;
    expect(name).toBe(`${n} mutually orthogonal tokens, within eps`);
    expect(formula).toContain(`n = ${n}`);
    for (const text of eps) {
      const beta = Math.sqrt(Math.log((n - 1) * (1 / Number(text) - 1)));
      const bound = sampling.fromRational(parseRational(text));
      // A formula evaluated in doubles is within a relative 10^-9 of its value.
      const sides = [1 - 1e-9, 1 + 1e-9].map((factor) => enclosed(quantity, n, beta * factor)[0]!);
      expect(sides.map((side) => sampling.compare(side, bound))).toEqual(['greater', 'less']);
    }
  }
});
