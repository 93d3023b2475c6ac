import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isZero, type Rational, rationals } from '#arithmetic/rational.ts';
import { coordinates, sum } from '#arithmetic/space.ts';
import {
  asWrittenSum,
  normalisedFirst,
  normalisedLast,
  normalisedTimesSum,
  one,
  queryAndTokens,
  scoresOnly,
  sumOfWeights,
  sums,
  throughState,
  total,
  weightsAndValues,
} from '#claim/linear-attention/folds.ts';
import { forAllLengths } from '#claim/statement.ts';
import { type Fold, runFold, type Shape } from '#reference/fold.ts';
import { asWritten, normalised, reassociated } from '#reference/linear-attention.ts';
import { decide } from './decided.ts';

const everyLength = { first: 1, every: 1, readout: 'identity' } as const;
const fractions = fc.integer({ min: -9, max: 9 }).map(rationals.of);

/** One query, T keys of its width and T values of one column. */
const queries = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }))
  .chain(([d, length]) => {
    const vector = fc.array(fractions, { minLength: d, maxLength: d });
    return fc.record({
      q: vector,
      k: fc.array(vector, { minLength: length, maxLength: length }),
      v: fc.array(fractions, { minLength: length, maxLength: length }),
    });
  });

interface Query {
  readonly q: readonly Rational[];
  readonly k: readonly (readonly Rational[])[];
  readonly v: readonly Rational[];
}

function outputOf<S extends Shape>(
  fold: Fold<(typeof queryAndTokens)['params'], (typeof queryAndTokens)['item'], S>,
  { q, k, v }: Query,
): Rational {
  const items = k.map((kj, j) => ({ k: kj, v: v[j]! }));
  return runFold(fold, coordinates(rationals, q.length), { q }, items);
}

test('line 81 as a fold is the reference as written, and through the state the reassociated one', () => {
  fc.assert(
    fc.property(queries, ({ q, k, v }) => {
      const keys = coordinates(rationals, q.length);
      const column = v.map((entry) => [entry]);
      const [written] = asWritten(keys, coordinates(rationals, 1), [q], k, column);
      const [state] = reassociated(keys, [q], k, column);
      expect(outputOf(asWrittenSum, { q, k, v })).toEqual(written![0]);
      expect(outputOf(throughState, { q, k, v })).toEqual(state![0]);
    }),
    { numRuns: 50 },
  );
});

test('the normalised output times the sum of scores comes from the normalised reference', () => {
  fc.assert(
    fc.property(queries, ({ q, k, v }) => {
      const keys = coordinates(rationals, q.length);
      const scores = sum(
        rationals,
        k.map((kj) => keys.dot(q, kj)),
      );
      fc.pre(!isZero(scores));
      const column = v.map((entry) => [entry]);
      const [output] = normalised(keys, coordinates(rationals, 1), [q], k, column);
      expect(outputOf(normalisedTimesSum, { q, k, v })).toEqual(rationals.mul(output![0]!, scores));
    }),
    { numRuns: 50 },
  );
});

test('weights are normalised first or last to the same output, and sum to one', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(rows, (row) => {
      const space = coordinates(rationals, 0);
      const items = row.map(([w, v]) => ({ w: rationals.of(w), v: rationals.of(v) }));
      const whole = rationals.of(row.reduce((partial, [w]) => partial + w, 0));
      const weighted = rationals.of(row.reduce((partial, [w, v]) => partial + w * v, 0));
      const c = rationals.div(rationals.of(1), whole);
      const average = rationals.div(weighted, whole);
      expect(runFold(normalisedFirst, space, { c }, items)).toEqual(average);
      expect(runFold(normalisedLast, space, { c }, items)).toEqual(average);
      const scores = items.map(({ w }) => ({ s: w }));
      expect(runFold(sumOfWeights, space, {}, scores)).toEqual(rationals.of(1));
      expect(runFold(one, space, {}, scores)).toEqual(rationals.of(1));
    }),
    { numRuns: 50 },
  );
});

test('a total adds one term a token and several totals finish together', () => {
  const squares = total(scoresOnly, ({ scalars }, _params, { s }) => scalars.mul(s, s));
  const difference = sums(
    scoresOnly,
    { y: (_space, _params, { s }) => s, z: ({ scalars }) => scalars.of(1) },
    ({ scalars }, { y, z }) => scalars.sub(y, z),
  );
  const items = [2, 3, 5].map((s) => ({ s: rationals.of(s) }));
  const space = coordinates(rationals, 0);
  expect(runFold(squares, space, {}, items)).toEqual(rationals.of(38));
  expect(runFold(difference, space, {}, items)).toEqual(rationals.of(7));
  expect(runFold(squares, space, {}, [])).toEqual(rationals.of(0));
  expect(squares.state).toEqual({ y: 'scalar' });
});

test('a fold that is off by a sign, a factor, a token or a weight is refuted', () => {
  const flipped = total(queryAndTokens, (space, { q }, { k, v }) =>
    space.scalars.neg(space.scalars.mul(space.dot(q, k), v)),
  );
  const doubled = total(queryAndTokens, (space, { q }, { k, v }) =>
    space.scalars.mul(space.dot(q, space.add(k, k)), v),
  );
  const lastOnly: typeof throughState = {
    ...throughState,
    step: (space, _before, _params, [item]) => ({ s: space.scale(item!.v, item!.k) }),
  };
  for (const left of [flipped, doubled]) {
    const twin = forAllLengths({ ...queryAndTokens, ...everyLength, left, right: throughState });
    expect(decide(twin).verdict).toBe('refuted');
  }
  const forgetful = forAllLengths({ ...queryAndTokens, ...everyLength, left: lastOnly, right: throughState });
  expect(decide(forgetful).verdict).toBe('refuted');
  const unweighted = total(weightsAndValues, ({ scalars }, { c }, { v }) => scalars.mul(c, v));
  const average = forAllLengths({
    ...weightsAndValues,
    ...everyLength,
    left: unweighted,
    right: normalisedLast,
  });
  expect(decide(average).verdict).toBe('refuted');
});
