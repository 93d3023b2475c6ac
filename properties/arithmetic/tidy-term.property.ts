import { expect, test } from 'vitest';
import { tidyName, tidyTerms } from '#arithmetic/tidy-term.ts';

const real = tidyTerms(true);
const rounded = tidyTerms(false);
const [x, y, z] = ['x', 'y', 'z'].map(tidyName) as [
  ReturnType<typeof tidyName>,
  ReturnType<typeof tidyName>,
  ReturnType<typeof tidyName>,
];
const zero = real.of(0);
const one = real.of(1);

test('brackets stand only where the order of the operations needs them', () => {
  const { add, sub, mul, div, neg, exp, sqrt } = rounded;
  expect(add(add(x, y), z).text).toBe('x + y + z');
  expect(add(x, add(y, z)).text).toBe('x + (y + z)');
  expect(sub(x, sub(y, z)).text).toBe('x - (y - z)');
  expect(add(mul(x, y), z).text).toBe('x * y + z');
  expect(sub(x, mul(y, z)).text).toBe('x - y * z');
  expect(mul(add(x, y), z).text).toBe('(x + y) * z');
  expect(mul(x, mul(y, z)).text).toBe('x * (y * z)');
  expect(div(mul(x, y), z).text).toBe('x * y / z');
  expect(div(x, div(y, z)).text).toBe('x / (y / z)');
  expect(neg(add(x, y)).text).toBe('-(x + y)');
  expect(neg(mul(x, y)).text).toBe('-(x * y)');
  expect(mul(neg(x), y).text).toBe('(-x) * y');
  expect(add(neg(x), y).text).toBe('-x + y');
  expect(add(x, neg(y)).text).toBe('x + (-y)');
  expect(neg(neg(x)).text).toBe('-(-x)');
  expect(exp(add(x, y)).text).toBe('exp(x + y)');
  expect(mul(sqrt(x), exp(y)).text).toBe('sqrt(x) * exp(y)');
});

test('numbers are written exactly, short ones as decimals', () => {
  expect([0, 1000, -2, 0.5, -0.125, 2 ** -6, 2 ** -7, 1e21].map((n) => rounded.of(n).text)).toEqual([
    '0',
    '1000',
    '-2',
    '0.5',
    '-0.125',
    '0.015625',
    '(1/128)',
    '1000000000000000000000',
  ]);
  expect(rounded.of(0.1).text).toBe('(3602879701896397/36028797018963968)');
  expect(rounded.mul(rounded.of(-2), x).text).toBe('(-2) * x');
});

test('what changes no real number is left out', () => {
  const { add, sub, mul, div, neg, exp } = real;
  expect(add(zero, x).text).toBe('x');
  expect(add(x, zero).text).toBe('x');
  expect(sub(x, zero).text).toBe('x');
  expect(sub(zero, x).text).toBe('-x');
  expect(mul(zero, x).text).toBe('0');
  expect(mul(x, zero).text).toBe('0');
  expect(mul(one, x).text).toBe('x');
  expect(mul(x, one).text).toBe('x');
  expect(div(x, one).text).toBe('x');
  expect(neg(zero).text).toBe('0');
  expect(neg(neg(x)).text).toBe('x');
  expect(neg(neg(add(x, y))).text).toBe('(x + y)');
  expect(add(x, neg(y)).text).toBe('x - y');
  expect(sub(x, neg(add(y, z))).text).toBe('x + (y + z)');
  expect(exp(zero).text).toBe('1');
});

test('where operations are rounded and counted, nothing is left out', () => {
  const { add, sub, mul, div, neg, exp } = rounded;
  expect(add(zero, x).text).toBe('0 + x');
  expect(sub(x, zero).text).toBe('x - 0');
  expect(mul(zero, x).text).toBe('0 * x');
  expect(div(x, one).text).toBe('x / 1');
  expect(neg(zero).text).toBe('-0');
  expect(exp(zero).text).toBe('exp(0)');
});
