import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRational, rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import { lawOfCosines, setupClaims, squaredNormOfSum } from '#claim/softmax-attention/setup.ts';
import type { ForAllCases } from '#claim/statement.ts';
import { lift } from '#domain/case.ts';
import { runFold } from '#reference/fold.ts';
import { innerProducts, squaredNorm } from '#reference/norm.ts';
import { apart, middle, sampling } from './truth.ts';

const [basis, normOfSum] = setupClaims;
const cases = normOfSum!.readings[0]!.statement as ForAllCases;
const a = sampling;

test('four orthogonal vectors of norm beta > 0 are asked of every width', () => {
  expect(basis!.readings[0]!.statement).toEqual({ kind: 'biorthogonal', count: 4, width: 'D' });
});

test('four axes times beta have squared norm beta^2 and inner products 0', () => {
  const { left, right } = basis!.readings[1]!.statement as ForAllCases;
  const given = { beta: rationals.of(3) };
  const field = { ...rationals, exp: rationals.neg, sqrt: rationals.neg };
  const wanted = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].map((j) => (i === j ? '9' : '0')));
  expect(left(field, given).map(formatRational)).toEqual(wanted);
  expect(right(field, given).map(formatRational)).toEqual(wanted);
});

test('the smallest vectors whose norms do not determine the norm of the sum are 1 + 1 and 1 - 1', () => {
  const differing = [...cases.domain.graded()].find((c) => {
    const lifted = lift(c, a.of);
    return apart(cases.left(a, lifted)[0]!, cases.right(a, lifted)[0]!);
  });
  expect(differing).toEqual({ d: [1], b: [1], e: [-1] });
  const lifted = lift(differing!, a.of);
  expect(middle(cases.left(a, lifted)[0]!)).toBe(2);
  expect(middle(cases.right(a, lifted)[0]!)).toBe(0);
});

test('vectors of equal norm are recognised exactly, and every random case is one', () => {
  const { domain } = cases;
  expect(domain.includes({ d: [3, 4], b: [5, 0], e: [-4, 3] })).toBe(true);
  expect(domain.includes({ d: [3, 4], b: [5, 0], e: [0, 4] })).toBe(false);
  expect(domain.includes({ d: [3, 4], b: [5, 2 ** -30], e: [0, 5] })).toBe(false);
  for (const grain of ['integer', 'dyadic', 'double'] as const) {
    fc.assert(
      fc.property(domain.arbitrary(grain), (c) => domain.includes(c)),
      { numRuns: 50 },
    );
  }
});

test('the two folds of the law of cosines are the references, coordinate by coordinate', () => {
  const coordinate = fc.integer({ min: -99, max: 99 }).map(rationals.of);
  const items = fc.array(fc.record({ d: coordinate, b: coordinate }), { maxLength: 6 });
  fc.assert(
    fc.property(items, (drawn) => {
      const space = coordinates(rationals, drawn.length);
      const [d, b] = [drawn.map((item) => item.d), drawn.map((item) => item.b)];
      const [[product]] = innerProducts(space, [d], [b]) as [[ReturnType<typeof rationals.of>]];
      const sumOfParts = [squaredNorm(space, d), squaredNorm(space, b), product, product].reduce(
        rationals.add,
      );
      const none = coordinates(rationals, 0);
      expect(runFold(squaredNormOfSum, none, {}, drawn)).toEqual(squaredNorm(space, space.add(d, b)));
      expect(runFold(lawOfCosines, none, {}, drawn)).toEqual(sumOfParts);
    }),
    { numRuns: 100 },
  );
});
