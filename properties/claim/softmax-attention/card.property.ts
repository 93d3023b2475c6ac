import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRational, rationals } from '#arithmetic/rational.ts';
import { cardClaims } from '#claim/softmax-attention/card.ts';
import { shareOfOrthogonalTokens } from '#claim/softmax-attention/orthogonal.ts';
import type { AllOf, ForAllBeta, ForAllCases } from '#claim/statement.ts';
import { lift } from '#domain/case.ts';
import { exactAt } from './exact.ts';

const [claim] = cardClaims;
const { parts } = claim!.readings[0]!.statement as AllOf;
const slack = parts[1]!.statement as ForAllCases;
const field = { ...rationals, exp: rationals.neg, sqrt: rationals.neg };

test('the share of the others and its distance from eps make the formal reading', () => {
  expect(parts[0]!.statement).toBe(shareOfOrthogonalTokens);
  const given = lift({ m: 3, u: 5, eps: 0.5 }, rationals.of);
  expect(slack.left(field, given).map(formatRational)).toEqual(['1/8']);
  expect(slack.right(field, given).map(formatRational)).toEqual(['1/8']);
  expect(slack.shapes).toHaveLength(1);
});

test('the distance from eps has the sign of u - m (1/eps - 1)', () => {
  fc.assert(
    fc.property(slack.domain.arbitrary('integer'), (c) => {
      const { m, u, eps } = lift(c, rationals.of) as {
        [name in 'm' | 'u' | 'eps']: ReturnType<typeof rationals.of>;
      };
      const one = rationals.of(1);
      const needed = rationals.mul(m, rationals.sub(rationals.div(one, eps), one));
      const [distance] = slack.right(field, lift(c, rationals.of));
      expect(rationals.compare(distance!, rationals.of(0))).toBe(rationals.compare(u, needed));
    }),
    { numRuns: 100 },
  );
});

test('shares are drawn with m and u at least 1 and eps between 0 and 1', () => {
  const { domain } = slack;
  for (const grain of ['integer', 'dyadic', 'double'] as const) {
    fc.assert(
      fc.property(domain.arbitrary(grain), (c) => domain.includes(c)),
      { numRuns: 50 },
    );
  }
  expect(domain.includes({ m: 1, u: 1, eps: 0.5 })).toBe(true);
  for (const outside of [
    { m: 0.5, u: 1, eps: 0.5 },
    { m: 1, u: 0.5, eps: 0.5 },
    { m: 1, u: 1, eps: 0 },
    { m: 1, u: 1, eps: 1 },
  ]) {
    expect(domain.includes(outside)).toBe(false);
  }
  expect([...domain.graded()][0]).toEqual({ m: 1, u: 1, eps: 0.5 });
});

test('normalised linear attention of two orthogonal tokens has own weights of exactly 1', () => {
  const [below, equal] = claim!.readings.slice(1).map(({ statement }) => statement as ForAllBeta);
  expect(exactAt(below!.left, 2, 2, 3)).toEqual(['1', '1']);
  expect(exactAt(below!.right, 2, 2, 3)).toEqual(['1', '1']);
  expect([below!.relation, equal!.relation]).toEqual(['<', '=']);
  expect([below!.zeroIncluded, equal!.zeroIncluded]).toEqual([false, false]);
});
