import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collect, evaluate, indeterminate, polynomials } from '#arithmetic/polynomial.ts';
import { rationals } from '#arithmetic/rational.ts';
import { evaluateTerm } from '#arithmetic/term-parser.ts';
import { tidySpace, writtenOut } from '#arithmetic/tidy-space.ts';
import { tidyName } from '#arithmetic/tidy-term.ts';

test('the zero vector disappears from sums, multiples and inner products', () => {
  const { zero, add, scale, dot, scalars } = tidySpace;
  const [k, v] = [tidyName('k'), tidyName('v')];
  expect(add(zero, scale(v, k)).text).toBe('v * k');
  expect(dot(add(k, scale(v, k)), tidyName('q')).text).toBe('dot(k + v * k, q)');
  expect(dot(zero, k).text).toBe('0');
  expect(dot(k, zero).text).toBe('0');
  expect(scalars.sub(scalars.of(0), v).text).toBe('-v');
});

test('a polynomial written out is read back to the same value', () => {
  const coefficient = fc.integer({ min: -6, max: 6 });
  const point = fc.tuple(coefficient, coefficient);
  fc.assert(
    fc.property(fc.array(coefficient, { minLength: 4, maxLength: 4 }), point, ([a, b, c, d], [x, y]) => {
      const [X, Y] = [indeterminate('x'), indeterminate('y')];
      const p = [
        polynomials.mul(polynomials.of(a!), polynomials.mul(X, X)),
        polynomials.mul(polynomials.of(b!), polynomials.mul(X, Y)),
        polynomials.mul(polynomials.of(c! / 2), Y),
        polynomials.of(d!),
      ].reduce(polynomials.add, collect([]));
      const { text } = writtenOut(p, (name) => ({
        text: name === 'x' ? 'x' : 'y - 1',
        outermost: name === 'x' ? 'atom' : 'sum',
      }));
      const values = new Map([
        ['x', rationals.of(x)],
        ['y', rationals.of(y + 1)],
      ]);
      const read = evaluateTerm(rationals as never, text, (name) => values.get(name)! as never);
      expect(read).toEqual(evaluate(rationals, p, (name) => rationals.of(name === 'x' ? x : y)));
    }),
    { numRuns: 100 },
  );
});
