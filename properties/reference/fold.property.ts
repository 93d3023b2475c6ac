import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import { type Fold, regroup, runFold } from '#reference/fold.ts';
import { recurrence } from '#reference/rnn.ts';

const line = coordinates(rationals, 1);
const integers = fc.integer({ min: -9, max: 9 }).map((n) => fraction(BigInt(n)));
const items = (length: number): fc.Arbitrary<{ x: Rational }[]> =>
  fc.array(
    integers.map((x) => ({ x })),
    { minLength: length, maxLength: length },
  );

/** Pairs of vectors: a start that eats one item and steps of two, so that both lengths and kinds matter. */
const weighted: Fold<
  { readonly c: 'vector' },
  { readonly v: 'vector' },
  { readonly total: 'scalar'; readonly last: 'vector' }
> = {
  state: { total: 'scalar', last: 'vector' },
  first: 1,
  every: 2,
  start: (a, { c }, [item]) => ({ total: a.dot(c, item!.v), last: item!.v }),
  step: (a, { total, last }, { c }, [odd, even]) => ({
    total: a.scalars.add(a.scalars.mul(a.scalars.of(3), total), a.dot(odd!.v, a.add(last, c))),
    last: even!.v,
  }),
  finish: (a, { total, last }, { c }) => a.scalars.sub(total, a.dot(last, c)),
};

test('a fold over a sequence is its start followed by its steps, in order', () => {
  const x = [5, 2, 11, 3].map((n) => ({ x: fraction(BigInt(n)) }));
  // 3 - (11 - (2 - (5 - 7)))
  expect(runFold(recurrence, line, { h0: fraction(7n) }, x)).toEqual(fraction(-4n));
  const plane = coordinates(rationals, 2);
  const vectors = [
    [1, 2],
    [3, 4],
    [5, 6],
  ].map((v) => ({ v: v.map((n) => fraction(BigInt(n))) }));
  const c = [fraction(1n), fraction(-1n)];
  // total = (1 - 2), then 3 * -1 + <(3, 4), (2, 1)> = 7, then 7 - <(5, 6), (1, -1)> = 8.
  expect(runFold(weighted, plane, { c }, vectors)).toEqual(fraction(8n));
});

test('a fold over no items is its start', () => {
  fc.assert(
    fc.property(integers, (h0) => {
      expect(runFold(recurrence, line, { h0 }, [])).toEqual(h0);
    }),
  );
});

test('regrouping changes the blocks of a fold and never its value', () => {
  const sizes = fc.tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 0, max: 3 }),
  );
  const cases = sizes.chain(([first, every, k]) =>
    fc.record({
      first: fc.constant(first),
      every: fc.constant(every),
      h0: integers,
      x: items(first + k * every),
    }),
  );
  fc.assert(
    fc.property(cases, ({ first, every, h0, x }) => {
      const regrouped = regroup(recurrence, first, every);
      expect([regrouped.first, regrouped.every]).toEqual([first, every]);
      expect(runFold(regrouped, line, { h0 }, x)).toEqual(runFold(recurrence, line, { h0 }, x));
    }),
  );
});

test('regrouping keeps blocks of more than one item whole', () => {
  const plane = coordinates(rationals, 2);
  const vectors = fc.array(
    fc.tuple(integers, integers).map((v) => ({ v })),
    { minLength: 7, maxLength: 7 },
  );
  fc.assert(
    fc.property(fc.tuple(integers, integers), vectors, (c, sequence) => {
      const regrouped = regroup(weighted, 3, 4);
      expect(runFold(regrouped, plane, { c }, sequence)).toEqual(runFold(weighted, plane, { c }, sequence));
    }),
  );
});

test('blocks that a fold cannot be cut into are refused, with the numbers', () => {
  expect(() => regroup(weighted, 0, 2)).toThrow(
    new RangeError('regroup: blocks must be made of 1 + k * 2 items, got first 0, every 2'),
  );
  expect(() => regroup(weighted, 2, 2)).toThrow(/got first 2, every 2$/);
  expect(() => regroup(weighted, 1, 3)).toThrow(/got first 1, every 3$/);
  expect(() => runFold(weighted, line, { c: [fraction(1n)] }, [])).toThrow(/got first 0, every 2$/);
});
