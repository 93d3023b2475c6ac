import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countNumbers, flat, inputs, restricted, sizesOf } from '#domain/layout.ts';

const attention = inputs({
  name: 'attention',
  layout: { q: ['n', 'dk'], k: ['m', 'dk'], v: ['m', 'dv'] },
  sizes: { n: [1, 2], m: [1, 2], dk: [1, 2], dv: [1, 2] },
});
const pairs = inputs({ name: 'pairs', layout: { h0: [], x: ['T'] }, sizes: { T: [0, 2] } });

test('small cases come with the fewest numbers first', () => {
  const counts = [...attention.graded()].map((c) => flat(c).length);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(counts[0]).toBe(3);
  expect(counts.at(-1)).toBe(12);
});

test('every shape has small cases, n != m and dk != dv among them', () => {
  const shapes = new Set(
    [...attention.graded()].map(({ q, k, v }) => `${q.length}${k.length}${q[0]!.length}${v[0]!.length}`),
  );
  expect(shapes.size).toBe(16);
  expect(shapes).toContain('2112');
});

test('cases are lifted in the order of the layout', () => {
  const first = [...pairs.graded({ cases: 8 })];
  expect(first).toEqual([
    { h0: 0, x: [] },
    { h0: 1, x: [] },
    { h0: -1, x: [] },
    { h0: 2, x: [] },
    { h0: 0, x: [0, 0] },
    { h0: 0, x: [0, 1] },
    { h0: 0, x: [1, 0] },
    { h0: 1, x: [0, 0] },
  ]);
});

test('another alphabet may be asked for, of which only what is admitted is used', () => {
  const positive = inputs({
    name: 'x > 0',
    layout: { x: [] },
    sizes: {},
    admits: (x) => x > 0,
    alphabet: [0, 3, 5],
  });
  expect([...positive.graded()]).toEqual([{ x: 3 }, { x: 5 }]);
  expect([...positive.graded({ alphabet: [-7, 7] })]).toEqual([{ x: 7 }]);
});

test('random and small cases are members', () => {
  for (const grain of ['integer', 'dyadic', 'double'] as const) {
    fc.assert(fc.property(attention.arbitrary(grain), attention.includes), { numRuns: 100 });
  }
  expect([...attention.graded()].every(attention.includes)).toBe(true);
});

test('random cases use the numbers given', () => {
  const ones = inputs({
    name: 'ones',
    layout: { x: ['n'] },
    sizes: { n: [3] },
    numbers: () => fc.constant(1),
  });
  expect(fc.sample(ones.arbitrary('double'), { seed: 1, numRuns: 1 })).toEqual([{ x: [1, 1, 1] }]);
});

test('what does not fit the layout is no member', () => {
  const { includes } = attention as { includes: (c: never) => boolean };
  const member = { q: [[1]], k: [[1]], v: [[1]] };
  expect(includes(member as never)).toBe(true);
  const others = [
    { q: [[1]], k: [[1]] },
    { q: [[1]], k: [[1]], v: [[1]], extra: 1 },
    { k: [[1]], q: [[1]], v: [[1]] },
    { q: [[1, 2]], k: [[1]], v: [[1]] },
    { q: [[1]], k: [[1]], v: [[1], [2]] },
    { q: [[1], [1, 2]], k: [[1]], v: [[1]] },
    { q: 1, k: [[1]], v: [[1]] },
    { q: [1], k: [[1]], v: [[1]] },
    { q: [[[1]]], k: [[1]], v: [[1]] },
    { q: [[Number.NaN]], k: [[1]], v: [[1]] },
    { q: [[Number.POSITIVE_INFINITY]], k: [[1]], v: [[1]] },
    { q: [[]], k: [[]], v: [[1]] },
  ];
  for (const other of others) expect(includes(other as never), JSON.stringify(other)).toBe(false);
});

test('sizes beyond those listed are members unless the domain says otherwise', () => {
  expect(pairs.includes({ h0: 0, x: [1, 2, 3] })).toBe(true);
  const even = inputs({
    ...{ name: 'even', layout: { x: ['T'] }, sizes: { T: [2] } },
    allows: (_s, T) => T % 2 === 0,
  });
  expect(even.includes({ x: [1, 2, 3, 4] })).toBe(true);
  expect(even.includes({ x: [1, 2, 3] })).toBe(false);
});

test('a size that no row shows is not made up', () => {
  expect(sizesOf({ k: ['T', 'd'] }, { k: [] })).toEqual(new Map([['T', 0]]));
  expect(
    countNumbers(
      { k: ['T', 'd'], h: [] },
      new Map([
        ['T', 2],
        ['d', 3],
      ]),
    ),
  ).toBe(7);
});

test('a restriction keeps the order, and takes random cases in', () => {
  const ordered = restricted(pairs, {
    name: 'x1 < x2',
    where: ({ x }) => x.length === 2 && x[0]! < x[1]!,
    into: ({ h0, x }) => ({ h0, x: x.toSorted((a, b) => a - b) }),
  });
  expect(ordered.name).toBe('x1 < x2');
  expect([...ordered.graded()][0]).toEqual({ h0: 0, x: [0, 1] });
  expect([...ordered.graded({ alphabet: [5, 4] })]).toEqual([
    { h0: 5, x: [4, 5] },
    { h0: 4, x: [4, 5] },
  ]);
  expect(ordered.includes({ h0: 0, x: [1, 0] })).toBe(false);
  expect(ordered.includes({ h0: 0, x: [0, 1] })).toBe(true);
  expect(ordered.includes({ h0: 0, x: [0, Number.NaN] })).toBe(false);
  const drawn = fc.sample(ordered.arbitrary('integer'), { seed: 3, numRuns: 50 });
  expect(drawn.every(({ x }) => x.length === 0 || x[0]! <= x[1]!)).toBe(true);
  const loose = restricted(pairs, { name: 'all', where: () => true });
  expect(fc.sample(loose.arbitrary('integer'), { seed: 3, numRuns: 9 })).toEqual(
    fc.sample(pairs.arbitrary('integer'), { seed: 3, numRuns: 9 }),
  );
});
