import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import type { Analytic } from '#arithmetic/ring.ts';
import { coordinates, type Space, sumVectors } from '#arithmetic/space.ts';
import { axisFrame, type Frame, formalFrame, framedAlong } from '#domain/orthogonal.ts';
import { orthonormalRows } from '#domain/orthogonal-matrix.ts';
import { fractions } from '../arithmetic/arbitrary.ts';

/** Fractions where no exponential or root is asked for. */
const exact: Analytic<Rational> = { ...rationals, exp: rationals.neg, sqrt: rationals.neg };
const zero = fraction(0n);

const small = fc.integer({ min: -5, max: 5 }).map((n) => fraction(BigInt(n)));

/** Two combinations of three vectors. */
const combinations = fc.tuple(
  fc.array(small, { minLength: 3, maxLength: 3 }),
  fc.array(small, { minLength: 3, maxLength: 3 }),
);

function gram<V>(space: Space<Rational, V>, vectors: readonly V[]): Rational[][] {
  return vectors.map((u) => vectors.map((v) => space.dot(u, v)));
}

function scaledIdentity(beta: Rational, count: number): Rational[][] {
  const square = rationals.mul(beta, beta);
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_unused, j) => (i === j ? square : zero)),
  );
}

/** What can be computed from a frame: an inner product and the entries of a combination. */
function quantities<V>(
  space: Space<Rational, V, Analytic<Rational>>,
  { vectors, entries }: Frame<Rational, V>,
  [c, d]: readonly [readonly Rational[], readonly Rational[]],
): Rational[] {
  const combine = (by: readonly Rational[]): V => {
    const parts = vectors.map((v, i) => space.scale(by[i]!, v)).filter((_, i) => by[i]!.num !== 0n);
    return sumVectors(space, parts);
  };
  const [u, v] = [combine(c), combine(d)];
  return [space.dot(u, v), ...entries(u), ...entries(v), ...entries(space.add(u, v))];
}

test('the vectors of an axis frame are orthogonal and of norm beta, in any dimension that has room', () => {
  fc.assert(
    fc.property(fractions, fc.nat(4), fc.nat(3), (beta, count, more) => {
      const { vectors } = axisFrame(exact, beta, count, count + more);
      expect(gram(coordinates(exact, count + more), vectors)).toEqual(scaledIdentity(beta, count));
    }),
  );
});

test('an axis frame takes as many dimensions as vectors unless told otherwise', () => {
  expect(axisFrame(exact, fraction(2n), 3).vectors.map((v) => v.length)).toEqual([3, 3, 3]);
});

test('the entries of a vector in an axis frame are its first coordinates', () => {
  const { entries } = axisFrame(exact, fraction(2n), 1, 3);
  expect(entries([fraction(7n), fraction(8n), fraction(9n)])).toEqual([fraction(7n)]);
});

test('there is no room for three orthogonal vectors in a plane', () => {
  expect(() => axisFrame(exact, fraction(1n), 3, 2)).toThrow('axisFrame: width must be at least 3, got 2');
});

test('the vectors of a frame along orthonormal rows are exactly orthogonal and of norm beta', () => {
  fc.assert(
    fc.property(fractions, orthonormalRows(3), (beta, rows) => {
      const { space, frame } = framedAlong(exact, beta, rows);
      expect(gram(space, frame.vectors)).toEqual(scaledIdentity(beta, 3));
    }),
  );
});

test('what is computed over formal vectors is what is computed over any vectors that are orthogonal', () => {
  fc.assert(
    fc.property(fractions, orthonormalRows(3), combinations, (beta, rows, by) => {
      const formal = formalFrame(exact, beta, 3);
      const turned = framedAlong(exact, beta, rows);
      const axes = axisFrame(exact, beta, 3, 5);
      const expected = quantities(formal.space, formal.frame, by);
      expect(quantities(turned.space, turned.frame, by)).toEqual(expected);
      expect(quantities(coordinates(exact, 5), axes, by)).toEqual(expected);
    }),
  );
});

test('a frame without vectors has none in any of the three forms', () => {
  const { space, frame } = framedAlong(exact, fraction(1n), []);
  expect(frame.vectors).toEqual([]);
  expect(space.zero).toEqual([]);
  expect(formalFrame(exact, fraction(1n), 0).frame.vectors).toEqual([]);
});

test('each frame remembers its beta', () => {
  const beta = fraction(5n, 3n);
  const frames = [
    axisFrame(exact, beta, 2),
    framedAlong(exact, beta, []).frame,
    formalFrame(exact, beta, 2).frame,
  ];
  expect(frames.map((frame) => frame.beta)).toEqual([beta, beta, beta]);
});
