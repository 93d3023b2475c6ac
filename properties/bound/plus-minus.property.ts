import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactly, fraction, type Rational, rationals } from '#arithmetic/rational.ts';
import { plusMinus } from '#bound/plus-minus.ts';

/** A decimal number, by another way than the source has: digit by digit. */
function read(text: string): Rational {
  const [, sign, whole, places = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text)!;
  const ten = fraction(10n);
  const scale = (r: Rational, power: number): Rational => {
    let scaled = r;
    for (let i = 0; i < Math.abs(power); i++)
      scaled = power < 0 ? rationals.div(scaled, ten) : rationals.mul(scaled, ten);
    return scaled;
  };
  const size = rationals.add(
    fraction(BigInt(whole!)),
    scale(fraction(BigInt(places === '' ? 0 : places)), -places.length),
  );
  const value = scale(size, Number(exponent));
  return sign === '-' ? rationals.neg(value) : value;
}

const values = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }),
  fc.integer(),
  fc.constantFrom(0.1, -0.5, 0, -0, 1e21, 5e-324),
);
const bounds = fc.oneof(
  fc
    .tuple(fc.integer({ min: -70, max: 40 }), fc.nat(2 ** 30))
    .map(([exponent, mantissa]) => mantissa * 2 ** exponent),
  fc.constantFrom(0, 2 ** -53, 1, 99, 99.00001, 100, 5e-324),
);

test('what is printed holds as decimals, and gives away no more than a tenth of it', () => {
  fc.assert(
    fc.property(values, bounds, (value, bound) => {
      const [left, right] = plusMinus(value, bound).split(' +- ').map(read);
      const moved = rationals.sub(exactly(value), left!);
      const must = rationals.add(exactly(bound), moved.num < 0n ? rationals.neg(moved) : moved);
      expect(rationals.compare(right!, must)).not.toBe('less');
      if (must.num === 0n) expect(right).toEqual(fraction(0n));
      else expect(rationals.compare(right!, rationals.mul(must, fraction(11n, 10n)))).not.toBe('greater');
    }),
  );
});

test.each([
  [0.7310585786300049, 2 ** -53, '0.7310585786300049 +- 1.2e-16'],
  [0.5, 0, '0.5 +- 0'],
  [0.1, 0, '0.1 +- 5.6e-18'],
  [3, 0.02, '3 +- 0.021'],
  [3, 12, '3 +- 12'],
  [-2e300, 99.5, '-2e+300 +- 1.1e+284'],
  [1, 99.5, '1 +- 100'],
  [1, 12345.6, '1 +- 13000'],
  [5e-324, 0, '5e-324 +- 60e-327'],
  [1, Number.POSITIVE_INFINITY, '1'],
  [Number.NaN, 1, 'NaN'],
  [Number.NEGATIVE_INFINITY, 1, '-Infinity'],
])('prints %d within %d as %s', (value, bound, expected) => {
  expect(plusMinus(value, bound)).toBe(expected);
});

test.each([-1, Number.NaN, -5e-324])('refuses %d for a bound', (bound) => {
  expect(() => plusMinus(1, bound)).toThrow(
    new RangeError(`plusMinus: bound must be at least 0, got ${bound}`),
  );
});
