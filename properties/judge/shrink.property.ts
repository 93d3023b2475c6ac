import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabet } from '#domain/grain.ts';
import { inputs, restricted } from '#domain/layout.ts';
import { attentionInputs, matrices } from '#domain/matrix.ts';
import { sequences } from '#domain/sequence.ts';
import { costOf } from '#judge/measure.ts';
import { shrink } from '#judge/shrink.ts';

const ample = { decisions: 20_000 };
const list = matrices('x', { x: ['n'] });
const even = sequences({ params: { h0: 'scalar' }, item: { x: 'scalar' }, first: 2, every: 2 });
const ugly = [0.1 + 0.2, -Math.PI, 17.123456789, 1e-3 / 7, 2 ** 40 / 3];
const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);

test('tokens are dropped, two at a time where only even lengths are members', () => {
  const found = { h0: ugly[0]!, x: [...ugly, -4.75] };
  expect(shrink(even, found, ({ x }) => x.some((value) => value !== 0), ample)).toEqual({ h0: 0, x: [0, 1] });
});

test('tokens are dropped also where no graded case fails', () => {
  const found = { h0: 0.3, x: [1.5, 7.25, 400.125, 3, -4.75, 11] };
  expect(shrink(even, found, ({ x }) => x.some((value) => value > 300), ample)).toEqual({
    h0: 0,
    x: [0, 301],
  });
});

test('tokens and coordinates are dropped along every axis of their size', () => {
  const found = {
    q: [
      [0.3, 7.7],
      [1.1, 2.2],
    ],
    k: [
      [0.1, 0.2],
      [5.5, 6.5],
    ],
    v: [[1.3], [2.6]],
  };
  expect(shrink(attentionInputs, found, ({ v }) => v.length > 0, ample)).toEqual({
    q: [[0]],
    k: [[0]],
    v: [[0]],
  });
  const two = shrink(attentionInputs, found, ({ q, k }) => q.length + k.length === 4, ample);
  expect(two).toEqual({ q: [[0], [0]], k: [[0], [0]], v: [[0], [0]] });
});

test('numbers end at the smallest integer that fails', () => {
  const above = (limit: number) => shrink(list, { x: ugly }, ({ x }) => sum(x) > limit, ample).x;
  expect(above(137)).toEqual([138]);
  expect(above(99.5)).toEqual([100]);
  expect(shrink(list, { x: [-200.123] }, ({ x }) => sum(x) < -137, ample).x).toEqual([-138]);
  expect(shrink(list, { x: [7.123456] }, ({ x }) => x[0]! > 7.1 && x[0]! < 7.2, ample).x).toEqual([7.11]);
});

test('numbers that must be equal move together', () => {
  const equal = shrink(
    list,
    { x: [0.3, 0.3, 0.3] },
    ({ x }) => x.length === 3 && x.every((v) => v === x[0] && v > 0),
    ample,
  );
  expect(equal.x).toEqual([1, 1, 1]);
  const opposite = shrink(
    list,
    { x: [Math.PI, -Math.PI] },
    ({ x }) => x.length === 2 && x[0] === -x[1]! && x[0] !== 0,
    ample,
  );
  expect(opposite.x).toEqual([1, -1]);
});

test('numbers that must keep their sum or their difference end at simple ones', () => {
  const difference = ({ x }: { x: readonly number[] }) => x.length === 2 && x[1]! - x[0]! === 1.5;
  expect(shrink(list, { x: [20.25, 21.75] }, difference, ample).x).toEqual([-1, 0.5]);
  const total = ({ x }: { x: readonly number[] }) => x.length === 2 && x[0]! + x[1]! === 7;
  expect(shrink(list, { x: [0.25, 6.75] }, total, ample).x).toEqual([2, 5]);
});

test('a sum or a difference that no graded case has is moved into one number', () => {
  const pair = (fails: (x: number, y: number) => boolean, ...x: readonly number[]) =>
    shrink(list, { x }, (c) => c.x.length === 2 && fails(c.x[0]!, c.x[1]!), ample).x;
  expect(pair((x, y) => x - y === 137, 150.5, 13.5)).toEqual([137, 0]);
  expect(pair((x, y) => y - x === 137, 13.5, 150.5)).toEqual([0, 137]);
  expect(pair((x, y) => x + y === 137, 100.5, 36.5)).toEqual([0, 137]);
  expect(pair((x, y) => x + y === 137 && x > y, 100.5, 36.5)).toEqual([137, 0]);
});

test('a sum that is too large shrinks to the simplest number that is too large by itself', () => {
  const arbitrary = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(arbitrary, fc.integer({ min: 0, max: 40 }), (x, limit) => {
      const fails = (c: { x: readonly number[] }): boolean => Math.abs(sum(c.x)) >= limit;
      fc.pre(fails({ x }));
      const simplest = [...alphabet, limit, -limit]
        .filter((value) => fails({ x: [value] }))
        .toSorted((a, b) => costOf(a) - costOf(b))[0]!;
      expect(shrink(list, { x }, fails, ample)).toEqual({ x: [simplest] });
    }),
    { numRuns: 40 },
  );
});

test('a domain is never left', () => {
  const ordered = restricted(list, {
    name: 'ascending',
    where: ({ x }) => x.every((v, i) => i === 0 || v > x[i - 1]!),
  });
  const end = shrink(ordered, { x: [0.3, 7.25, 11.5] }, ({ x }) => x.length === 3, ample);
  expect(end).toEqual({ x: [-1, 0, 1] });
});

test('cases without a layout keep their shape', () => {
  const { graded, arbitrary, includes } = list;
  const bare = { name: 'bare', graded, arbitrary, includes };
  expect(shrink(bare, { x: [5.5, 6.5] }, ({ x }) => x.length === 2, ample)).toEqual({ x: [0, 0] });
});

test('ends when its decisions or its time are spent, with what it has', () => {
  const found = { x: ugly };
  expect(shrink(list, found, () => true, { decisions: 0 })).toBe(found);
  expect(shrink(list, found, () => true, { decisions: 1e6, expired: () => true })).toBe(found);
  let decided = 0;
  shrink(list, found, () => ++decided < 5, { decisions: 50 });
  expect(decided).toBeLessThanOrEqual(50);
  const single = inputs({ name: 'x', layout: { x: [] }, sizes: {} });
  // Spent while the graded cases are tried.
  expect(shrink(single, { x: 137 }, ({ x }) => x === 137, { decisions: 45 })).toEqual({ x: 137 });
});
