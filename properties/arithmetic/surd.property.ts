import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enclosures } from '#arithmetic/enclosure.ts';
import {
  equalPolynomials,
  evaluate,
  formatPolynomial,
  indeterminate,
  indeterminates,
  isZeroPolynomial,
  type Polynomial,
  polynomials,
} from '#arithmetic/polynomial.ts';
import { radicand, rationalise, reduceSurds, squareFreePart, surdName } from '#arithmetic/surd.ts';
import { smallPolynomials } from './arbitrary.ts';

const { add, mul, of } = polynomials;
const e = enclosures(30);
const small = smallPolynomials(['sqrt2', 'sqrt3', 'sqrt6', 'sqrt15', 'beta'], 3).map(reduceSurds);

function value(p: Polynomial): ReturnType<typeof e.of> {
  return evaluate(e, p, (name) => (name === 'beta' ? e.of(1.75) : e.sqrt(e.of(Number(radicand(name))))));
}

test('an integer is a square times its square-free part', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 6n }), (n) => {
      const { root, squareFree } = squareFreePart(n);
      expect(root * root * squareFree).toBe(n);
      const squares: bigint[] = [];
      for (let p = 2n; p * p <= squareFree; p++) if (squareFree % (p * p) === 0n) squares.push(p);
      expect(squares).toEqual([]);
    }),
    { numRuns: 50 },
  );
  expect([1n, 2n, 4n, 8n, 12n, 72n, 49n, 27n].map((n) => squareFreePart(n))).toEqual(
    [
      [1n, 1n],
      [1n, 2n],
      [2n, 1n],
      [2n, 2n],
      [2n, 3n],
      [6n, 2n],
      [7n, 1n],
      [3n, 3n],
    ].map(([root, squareFree]) => ({ root, squareFree })),
  );
});

test('an integer that trial division cannot split is refused', () => {
  const n = 1_000_003n * 1_000_033n;
  expect(() => squareFreePart(n)).toThrow(
    new RangeError(`surd: radicand must have small prime factors, got ${n}`),
  );
});

test('a name is that of a surd or of something else', () => {
  expect(radicand(surdName(6n))).toBe(6n);
  expect(['beta', 'sqrt', 'sqrt(2)', 'xsqrt2', 'sqrt2x'].map(radicand)).toEqual(Array(5).fill(undefined));
});

test('a reduced polynomial has at most one surd a term, to the first power, and the same value', () => {
  fc.assert(
    fc.property(small, small, (p, q) => {
      const raw = mul(p, q);
      const reduced = reduceSurds(raw);
      for (const { monomial } of reduced.byMonomial.values()) {
        const surds = monomial.powers.filter(([name]) => radicand(name) !== undefined);
        expect(surds.length).toBeLessThanOrEqual(1);
        expect(surds.every(([, exponent]) => exponent === 1)).toBe(true);
      }
      expect(e.compare(value(raw), value(reduced))).toBe('overlap');
    }),
  );
});

test('products of surds become one surd', () => {
  const [two, three, six] = [2n, 3n, 6n].map((n) => indeterminate(surdName(n))) as [
    Polynomial,
    Polynomial,
    Polynomial,
  ];
  expect(
    [mul(two, two), mul(two, three), mul(two, six), mul(mul(two, three), six)].map((p) =>
      formatPolynomial(reduceSurds(p)),
    ),
  ).toEqual(['2', 'sqrt6', '2*sqrt3', '6']);
});

test('a denominator loses its surds and the fraction keeps its value', () => {
  fc.assert(
    fc.property(small, small, (num, den) => {
      fc.pre(!isZeroPolynomial(den));
      const [above, below] = rationalise(num, den);
      expect(indeterminates(below).every((name) => radicand(name) === undefined)).toBe(true);
      expect(equalPolynomials(reduceSurds(mul(above, den)), reduceSurds(mul(num, below)))).toBe(true);
      expect(isZeroPolynomial(below)).toBe(false);
    }),
  );
  const [above, below] = rationalise(of(1), add(of(1), indeterminate('sqrt2')));
  expect([above, below].map(formatPolynomial)).toEqual(['-sqrt2 + 1', '-1']);
});
