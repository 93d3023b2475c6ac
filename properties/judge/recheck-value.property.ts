import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asFraction, exact, fraction, shownFraction, undefinedHere } from '#judge/recheck-number.ts';
import { readFormula } from '#judge/recheck-term.ts';
import { namesIn, type Point, valueAt } from '#judge/recheck-value.ts';

const number = (n: number) => exact(fraction(BigInt(n)));
const point: Point = {
  numbers: new Map([
    ['a', number(2)],
    ['b', number(-3)],
    ['sqrt2', number(5)],
  ]),
  vectors: new Map([
    ['u', [number(1), number(2)]],
    ['v', [number(10), number(100)]],
  ]),
  width: 2,
};
const value = (text: string): string => shownFraction(asFraction(valueAt(readFormula(text), point))!);

test('numbers and vectors have the values of the point', () => {
  expect(value('a*b - a/b')).toBe('-16/3');
  expect(value('a^5 + b^-2')).toBe('289/9');
  expect(value('sqrt(a*a)*exp(b - b)')).toBe('2');
  expect(value('dot(u, v)')).toBe('210');
  expect(value('dot(a*u - v, u)')).toBe('-200');
  expect(value('dot(-u, (a*b*v) + zero)')).toBe('1260');
  expect(value('dot(dot(u, v)*u, u)')).toBe('1050');
  expect(value('dot(zero, v)')).toBe('0');
});

test('an inner product is bilinear and symmetric', () => {
  const entries = fc.integer({ min: -9, max: 9 }).map(number);
  const vector = fc.array(entries, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(entries, vector, vector, vector, (c, x, y, z) => {
      const at: Point = {
        numbers: new Map([['c', c]]),
        vectors: new Map([
          ['x', x],
          ['y', y],
          ['z', z],
        ]),
        width: 3,
      };
      const difference = readFormula('dot(c*x + y, z) - (c*dot(z, x) + dot(z, y))');
      expect(asFraction(valueAt(difference, at))).toEqual(fraction(0n));
    }),
  );
});

test('names are told apart by where they stand', () => {
  const { numbers, vectors, roots } = namesIn(
    ['a*dot(b*u + zero, -(dot(v, w)*x)) + y^2', 'exp(z)'].map(readFormula),
  );
  expect([...numbers].sort()).toEqual(['a', 'b', 'y', 'z']);
  expect([...vectors].sort()).toEqual(['u', 'v', 'w', 'x']);
  expect(roots).toBe(false);
  expect(namesIn([readFormula('1 + sqrt(x)')]).roots).toBe(true);
});

test('what has no value is refused', () => {
  expect(() => value('a/(b + 3)')).toThrow(undefinedHere);
  expect(() => value('c')).toThrow(new RangeError('name c: must be a number, got no value for it'));
  expect(() => value('dot(u, a)')).toThrow(new RangeError('name a: must be a vector, got no value for it'));
  expect(() => value('dot(u, v/2)')).toThrow(
    new RangeError('dot: arguments must be sums of multiples of vectors, got /'),
  );
});
