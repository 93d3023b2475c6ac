import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indeterminate, isZeroPolynomial, polynomials } from '#arithmetic/polynomial.ts';
import { formatRational, rationals } from '#arithmetic/rational.ts';
import { coordinates } from '#arithmetic/space.ts';
import { terms } from '#arithmetic/term.ts';
import { decideBiorthogonal, determinant } from '#judge/biorthogonal.ts';
import type { Verdict } from '#judge/verdict.ts';
import { innerProducts } from '#reference/norm.ts';

type Conditional = Extract<Verdict, { readonly verdict: 'conditional' }>;

function named(symbol: string, n: number, width: number): string[][] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: width }, (_, c) => `${symbol}${i + 1}_${c + 1}`),
  );
}

function decided(count: number | 'every', width: string): Conditional {
  const verdict = decideBiorthogonal({ kind: 'biorthogonal', count, width });
  if (verdict.verdict !== 'conditional') throw new Error(`must be conditional, got ${verdict.verdict}`);
  return verdict;
}

test('asks for as many coordinates as there are vectors', () => {
  expect(decided(4, 'D').region.condition).toBe('D >= 4');
  expect(decided(2, 'D').region.condition).toBe('D >= 2');
  expect(decided('every', 'dk').region.condition).toBe('T <= dk, for T vectors');
  expect(decideBiorthogonal({ kind: 'biorthogonal', count: 1, width: 'D' }).verdict).toBe('proved');
});

test('shows the determinant of the products at two, three and the number of vectors asked for', () => {
  const shown = (count: number | 'every') =>
    decided(count, 'D').region.outside!.obligations.map((o) => (o.kind === 'identity' ? o.left : ''));
  const text = (n: number) =>
    determinant(terms, innerProducts(coordinates(terms, n - 1), named('q', n, n - 1), named('k', n, n - 1)));
  expect(shown('every')).toEqual([text(2), text(3)]);
  expect(shown(4)).toEqual([text(2), text(3), text(4)]);
  expect(shown(2)).toEqual([text(2), text(3)]);
});

test('the determinant of the products of n vectors in width n - 1 is the zero polynomial, and in width n is not', () => {
  for (const n of [2, 3, 4]) {
    const vanishes = (width: number): boolean => {
      const enter = (rows: string[][]) => rows.map((row) => row.map(indeterminate));
      const products = innerProducts(
        coordinates(polynomials, width),
        enter(named('q', n, width)),
        enter(named('k', n, width)),
      );
      return isZeroPolynomial(determinant(polynomials, products));
    };
    expect(vanishes(n - 1)).toBe(true);
    if (n < 4) expect(vanishes(n)).toBe(false);
  }
});

test('the determinant is multiplicative and that of the identity is 1', () => {
  const square = fc.integer({ min: 1, max: 4 }).chain((n) => {
    const rows = fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    });
    return fc.tuple(rows, rows);
  });
  const det = (rows: readonly (readonly number[])[]) =>
    determinant(
      rationals,
      rows.map((row) => row.map(rationals.of)),
    );
  fc.assert(
    fc.property(square, ([a, b]) => {
      const space = coordinates({ ...rationals, of: rationals.of }, a.length);
      const products = innerProducts(
        space,
        a.map((row) => row.map(rationals.of)),
        b.map((row) => row.map(rationals.of)),
      );
      expect(determinant(rationals, products)).toEqual(rationals.mul(det(a), det(b)));
      const identity = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
      expect(formatRational(det(identity))).toBe('1');
    }),
  );
});

test('the witness is as many small vectors as asked for, in a width one too small', () => {
  expect(decided('every', 'dk').witness).toMatchObject({
    inputs: [
      { name: 'x1_1', decimal: '1' },
      { name: 'x2_1', decimal: '1' },
    ],
    left: {
      term: '(((x1_1 * x1_1) * (x2_1 * x2_1)) + (-((x1_1 * x2_1) * (x2_1 * x1_1))))',
      lo: '0',
      hi: '0',
    },
    relation: '=',
    right: { term: '1', lo: '1', hi: '1' },
    gap: '1',
  });
  const { inputs } = decided(4, 'D').witness!;
  expect(inputs.map(({ decimal }) => decimal).join('')).toBe('100010001111');
  expect(inputs.at(-1)!.name).toBe('x4_3');
});

test('the construction starts from one axis and keeps every inner product', () => {
  const { inside } = decided('every', 'dk').region;
  expect(inside.method).toBe('construction');
  expect(inside.argument).toMatch(/i = 1 \.\.\. T, in every width dk from T on/);
  expect(inside.obligations.map((o) => (o.kind === 'identity' ? [o.left, o.right] : []))).toEqual([
    ['1*1', '1'],
    ['dot(x, y) + 0*0', 'dot(x, y)'],
    ['0*dot(x, y) + 0*1', '0'],
    ['0*0*dot(y, y) + 1*1', '1'],
  ]);
});
