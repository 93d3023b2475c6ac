import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sequences } from '#domain/sequence.ts';

const scalars = { params: { h0: 'scalar' }, item: { x: 'scalar' } } as const;
const vectors = { params: { q: 'vector' }, item: { k: 'vector', v: 'scalar' } } as const;

test('the first case with anything in it has the last input 1', () => {
  const [zero, one, other] = sequences({ ...scalars, first: 2, every: 2 }).graded();
  expect([zero, one, other]).toEqual([
    { h0: 0, x: [0, 0] },
    { h0: 0, x: [0, 1] },
    { h0: 0, x: [1, 0] },
  ]);
});

test('small cases show four lengths, each of the form first + k every', () => {
  const lengths = (first: number, every: number) => [
    ...new Set([...sequences({ ...scalars, first, every }).graded()].map(({ x }) => x.length)),
  ];
  expect(lengths(0, 1)).toEqual([0, 1, 2, 3]);
  expect(lengths(1, 2)).toEqual([1, 3, 5, 7]);
  expect(lengths(2, 3)).toEqual([2, 5, 8, 11]);
});

test('membership is a matter of length and of one width', () => {
  const { includes } = sequences({ ...vectors, first: 1, every: 2 });
  expect(includes({ q: [1], k: [[2]], v: [3] })).toBe(true);
  expect(includes({ q: [1, 2, 3, 4], k: [[1, 2, 3, 4]], v: [3] })).toBe(true);
  expect(includes({ q: [1], k: [[2], [3]], v: [3, 4] })).toBe(false);
  expect(includes({ q: [1], k: [[2, 1]], v: [3] })).toBe(false);
  expect(includes({ q: [1], k: [[2]], v: [3, 4] })).toBe(false);
  expect(includes({ q: [], k: [[]], v: [3] })).toBe(false);
  expect(includes({ q: [1], k: [], v: [] })).toBe(false);
});

test('random sequences are members, of several lengths and widths', () => {
  const domain = sequences({ ...vectors, first: 1, every: 1 });
  fc.assert(fc.property(domain.arbitrary('double'), domain.includes), { numRuns: 100 });
  const drawn = fc.sample(domain.arbitrary('integer'), { seed: 5, numRuns: 200 });
  expect(new Set(drawn.map(({ q, v }) => `${q.length} ${v.length}`)).size).toBe(12);
});

test('says what its cases are', () => {
  const name = (first: number, every: number) => sequences({ ...scalars, first, every }).name;
  expect(name(2, 2)).toBe('even T >= 2, x in R^T, h0 in R');
  expect(name(1, 2)).toBe('odd T >= 1, x in R^T, h0 in R');
  expect(name(1, 1)).toBe('T >= 1, x in R^T, h0 in R');
  expect(name(2, 3)).toBe('T = 2 + 3 k, x in R^T, h0 in R');
  expect(sequences({ ...vectors, first: 1, every: 1 }).name).toBe(
    'T >= 1, k in R^(T x d), v in R^T, q in R^d',
  );
  expect(sequences({ ...scalars, first: 1, every: 1, name: 'other' }).name).toBe('other');
});
