import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asFraction, fraction, isZero, product, shownFraction } from '#judge/recheck-number.ts';
import { drawing, drawPoint, positive, rootNamed } from '#judge/recheck-point.ts';
import type { Names } from '#judge/recheck-value.ts';

const names = (roots: boolean): Names => ({
  numbers: new Set(['x', 'sqrt2']),
  vectors: new Set(['u', 'v']),
  roots,
});

test('a point has a value for every name, vectors of one width, and roots as they are', () => {
  const widths = new Set<number>();
  const signs = new Set<boolean>();
  fc.assert(
    fc.property(fc.integer(), fc.boolean(), (seed, roots) => {
      const { numbers, vectors, width } = drawPoint(names(roots), drawing(seed));
      widths.add(width);
      expect([...vectors.values()].map((vector) => vector.length)).toEqual([width, width]);
      const two = asFraction(product(numbers.get('sqrt2')!, numbers.get('sqrt2')!));
      expect(two).toEqual(fraction(2n));
      const x = asFraction(numbers.get('x')!)!;
      signs.add(x.over < 0n);
      expect(isZero(numbers.get('x')!)).toBe(false);
      if (roots) expect(x.over * x.over <= 3600n && x.under <= 6n).toBe(true);
    }),
  );
  expect([[...widths].sort(), signs.size]).toEqual([[1, 2, 3, 4], 2]);
});

test('one seed draws one sequence and different seeds different ones', () => {
  const first = (seed: number): readonly string[] => {
    const draw = drawing(seed);
    return Array.from({ length: 8 }, () => shownFraction(positive(draw, false)));
  };
  const sequences = [0, 1, 2, 7919, -1, 2 ** 31].map(first);
  expect(first(1)).toEqual(sequences[1]);
  expect(new Set(sequences.flat()).size).toBe(8 * sequences.length);
});

test('long fractions hardly ever repeat', () => {
  const draw = drawing(3);
  const values = Array.from({ length: 1000 }, () => shownFraction(positive(draw, false)));
  expect(new Set(values).size).toBeGreaterThan(998);
});

test('only names of roots have a value of their own', () => {
  for (const name of ['x', 'sqrt', 'sqrt2x', 'xsqrt2']) expect(rootNamed(name)).toBeUndefined();
  expect(asFraction(rootNamed('sqrt9')!)).toEqual(fraction(3n));
});
