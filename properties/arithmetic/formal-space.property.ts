import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type FormalVector,
  factorsOf,
  formalSpace,
  innerProductName,
  namedVector,
} from '#arithmetic/formal-space.ts';
import { type Rational, rationals } from '#arithmetic/rational.ts';
import {
  equalRationalFunctions,
  evaluate,
  isZeroRationalFunction,
  rationalFunctions,
} from '#arithmetic/rational-function.ts';
import { coordinates } from '#arithmetic/space.ts';

const names = ['u', 'v', 'w'] as const;
const small = fc.integer({ min: -9, max: 9 });
const coefficients = fc.tuple(small, small, small);

function combination([a, b, c]: readonly [number, number, number]): FormalVector {
  const { add, scale } = formalSpace;
  const parts = [a, b, c].map((x, i) => scale(rationalFunctions.of(x), namedVector(names[i]!)));
  return parts.reduce(add, formalSpace.zero);
}

test('an inner product has one name whichever vector comes first, and its factors can be read off it', () => {
  expect(innerProductName('q', 'k1')).toBe('dot(k1,q)');
  expect(innerProductName('k1', 'q')).toBe('dot(k1,q)');
  expect(factorsOf('dot(k1,q)')).toEqual(['k1', 'q']);
  expect(factorsOf('h0')).toBeUndefined();
});

test('the inner product is symmetric and bilinear', () => {
  fc.assert(
    fc.property(coefficients, coefficients, coefficients, small, (a, b, c, s) => {
      const [u, v, w] = [combination(a), combination(b), combination(c)];
      const { add, scale, dot } = formalSpace;
      const factor = rationalFunctions.of(s);
      expect(equalRationalFunctions(dot(u, v), dot(v, u))).toBe(true);
      const left = dot(add(scale(factor, u), w), v);
      const right = rationalFunctions.add(rationalFunctions.mul(factor, dot(u, v)), dot(w, v));
      expect(equalRationalFunctions(left, right)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('every space of coordinates is an image: products of formal vectors evaluate to products of coordinates', () => {
  const point = fc.array(small, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(coefficients, coefficients, fc.tuple(point, point, point), (a, b, vectors) => {
      const space = coordinates<Rational>(rationals, 3);
      const values = new Map(names.map((name, i) => [name as string, vectors[i]!.map(rationals.of)]));
      const image = (c: readonly number[]) =>
        names.reduce(
          (total, name, i) => space.add(total, space.scale(rationals.of(c[i]!), values.get(name)!)),
          space.zero,
        );
      const productOf = (name: string) => {
        const [u, v] = factorsOf(name)!;
        return space.dot(values.get(u)!, values.get(v)!);
      };
      const product = formalSpace.dot(combination(a), combination(b));
      expect(evaluate(rationals, product, productOf)).toEqual(space.dot(image(a), image(b)));
    }),
    { numRuns: 60 },
  );
});

test('a combination whose coefficients cancel is the zero vector', () => {
  const { add, scale, dot } = formalSpace;
  const u = namedVector('u');
  expect(add(u, scale(rationalFunctions.of(-1), u))).toEqual(formalSpace.zero);
  expect(scale(rationalFunctions.of(0), u)).toEqual(formalSpace.zero);
  expect(isZeroRationalFunction(dot(formalSpace.zero, u))).toBe(true);
});
